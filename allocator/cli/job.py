"""The work of ``allocate`` between reading and writing."""

from contextlib import suppress
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.cli.request import plan_of
from allocator.cli.terminal import LiveLine
from allocator.errors import Interrupted, NoAllocation, TimeIsUp, UsageProblem
from allocator.planning import is_choice
from allocator.solve import allocate_plan
from allocator.workshop import Workshop

#: The numbers of groups that ``-g auto`` sets side by side.
COMPARED = (2, 3)
#: Seconds that the comparison may take: it informs, the outcome is what was asked for.
COMPARING = 10.0


def solved(workshop: Workshop, live: LiveLine) -> tuple[Outcome, list[Outcome]]:
    """The outcome, and with ``-g auto`` what the other number of groups would give."""
    try:
        outcome = allocate_plan(workshop, plan_of(workshop), live)
        return outcome, _others(workshop, outcome, live)
    finally:
        live.close()


def _others(workshop: Workshop, outcome: Outcome, live: LiveLine) -> list[Outcome]:
    """What is worth comparing; a comparison that fails or is stopped never costs the outcome."""
    if outcome.stopped or not is_choice(workshop.settings):
        return []
    others = []
    for count in COMPARED:
        if count == outcome.plan.k:
            continue
        table = (workshop.settings.group_table or ())[:count]
        settings = replace(workshop.settings, groups=count, group_table=table)
        other = replace(workshop, settings=settings)
        with suppress(NoAllocation, TimeIsUp, Interrupted, UsageProblem):
            plan = plan_of(other)
            limit = min(plan.time_limit, COMPARING)
            others.append(allocate_plan(other, replace(plan, time_limit=limit, sessions=1), live))
    return others
