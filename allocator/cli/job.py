"""The work of ``allocate`` between reading and writing."""

from dataclasses import replace

from allocator.allocation import Outcome
from allocator.cli.request import plan_of
from allocator.cli.terminal import LiveLine
from allocator.errors import NoAllocation, TimeIsUp
from allocator.planning import is_choice
from allocator.solve import allocate_plan
from allocator.workshop import Workshop

#: The numbers of groups that ``-g auto`` sets side by side.
COMPARED = (2, 3)


def solved(workshop: Workshop, live: LiveLine) -> tuple[Outcome, list[Outcome]]:
    """The outcome, and with ``-g auto`` what the other number of groups would give."""
    try:
        outcome = allocate_plan(workshop, plan_of(workshop), live)
        return outcome, _others(workshop, outcome, live)
    finally:
        live.close()


def _others(workshop: Workshop, outcome: Outcome, live: LiveLine) -> list[Outcome]:
    if outcome.stopped or not is_choice(workshop.settings):
        return []
    others = []
    for count in COMPARED:
        if count != outcome.plan.k:
            settings = replace(workshop.settings, groups=count)
            other = replace(workshop, settings=settings)
            try:
                others.append(allocate_plan(other, plan_of(other), live))
            except (NoAllocation, TimeIsUp):
                continue
    return others
