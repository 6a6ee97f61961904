"""From a workshop to an audited outcome."""

from dataclasses import replace

import ortools

from allocator.allocation import Outcome
from allocator.audit import audited
from allocator.model.deal import deal
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.planning.appointments import outsiders
from allocator.solve.bounds import require_room
from allocator.solve.priorities import best
from allocator.solve.search import Impossible, Search, Watch
from allocator.workshop import Workshop

#: The share of the time that the first session may take where others follow.
SHARE_OF_FIRST = 0.5


def allocate_plan(workshop: Workshop, plan: Plan, watch: Watch | None = None) -> Outcome:
    """The best roster of a workshop under a plan, checked by the audit.

    ``watch`` is told some twenty times a second how far the search is.

    Raises:
        NoAllocation: when the rules cannot hold together, with the reason.
        TimeIsUp: when no roster was found within the plan's time limit.
        Interrupted: when the user stopped the search before there was any roster.
    """
    require_room(workshop, plan)
    search = Search(plan, watch)
    problem = Problem(workshop, plan)
    try:
        with search.part(1 if plan.sessions == 1 else SHARE_OF_FIRST):
            seats = best(problem, search)
            stopped = search.left <= 0 and not all(score.proven for score in seats.scores)
    except Impossible:
        from allocator.solve.refusal import explained  # noqa: PLC0415 - seldom needed

        raise explained(workshop, plan) from None
    outcome = Outcome(
        workshop=replace(workshop, notices=(*outsiders(plan), *workshop.notices)),
        plan=plan,
        allocation=deal(problem, seats.numbers),
        goals=seats.scores,
        stopped=stopped,
        solver=ortools.__version__,  # type: ignore[attr-defined] # untyped there
    )
    if plan.sessions > 1:
        from allocator.solve.sessions import in_sessions  # noqa: PLC0415 - seldom needed

        outcome = in_sessions(outcome, seats.numbers, search)
    seconds = {"read": workshop.seconds, "solve": search.seconds, "write": 0.0}
    return audited(replace(outcome, seconds=seconds))
