"""The work of ``allocate`` between reading and writing."""

from allocator.allocation import Outcome
from allocator.alternatives import Alternatives
from allocator.cli.terminal import LiveLine
from allocator.group_numbers import is_choice
from allocator.planning.defaults import plan_of
from allocator.solve import allocate_plan
from allocator.workshop import Workshop


def solved(workshop: Workshop, live: LiveLine) -> tuple[Outcome, Alternatives | None]:
    """The outcome, and what the other numbers of groups would give where several are asked for."""
    try:
        if not is_choice(workshop.settings):
            return allocate_plan(workshop, plan_of(workshop), live), None
        from allocator.solve.several import answered  # noqa: PLC0415 - seldom needed

        return answered(workshop, plan_of, live)
    finally:
        live.close()
