"""From published rosters and a new list to the next version, with the fewest moves."""

from dataclasses import dataclass, replace

import ortools

from allocator.allocation import Allocation, Outcome
from allocator.audit import audited
from allocator.changes import Changes, Point
from allocator.errors import AuditFailed, NoAllocation
from allocator.model.deal import deal
from allocator.model.problem import Problem
from allocator.pairing import Pairing, changes_of, paired
from allocator.plan import Plan
from allocator.planning.appointments import outsiders
from allocator.solve.bounds import require_room
from allocator.solve.frontier import Frontier, Stop
from allocator.solve.search import Impossible, Search, Watch
from allocator.text import say
from allocator.workshop import Workshop

#: People by which size and small may differ before somebody is moved.
TOLERANCE = 2
#: Numbers of moves that are tried between the fewest and the best.
BETWEEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which point of the frontier is taken.

    ``max_moves`` takes the best one with at most so many moves; without it, the fewest moves are
    taken with which size and small are within ``tolerance``. ``between`` caps the points that are
    looked at between the first and the last.
    """

    max_moves: int | None = None
    tolerance: int = TOLERANCE
    between: int = BETWEEN


def rebalance_plan(
    before: Outcome, workshop: Workshop, plan: Plan, choice: Choice, watch: Watch | None = None
) -> Outcome:
    """The next version of some rosters for a new list, checked by the audit.

    Raises:
        NoAllocation: when the rules cannot hold together, or not with so few moves.
        TimeIsUp: when no roster was found within the plan's time limit.
        Interrupted: when the user stopped the search before there was any roster.
    """
    require_room(workshop, plan)
    pairing = paired(before, workshop, plan)
    search = Search(plan, watch)
    problem = Problem(workshop, plan, pairing.published)
    chosen, stops = _searched(problem, search, choice)
    allocation = deal(problem, chosen.best.numbers)
    changes = replace(
        _told(pairing, problem, workshop, allocation, chosen),
        previous=before.version,
        file=before.source.file,
        sha256=before.source.sha256,
        max_moves=choice.max_moves,
        tolerance=choice.tolerance,
        frontier=tuple(_point(problem, stop, chosen) for stop in stops),
    )
    notices = (*before.edits, *pairing.notices, *outsiders(plan), *workshop.notices)
    outcome = Outcome(
        workshop=replace(workshop, notices=notices),
        plan=plan,
        allocation=allocation,
        goals=chosen.best.scores,
        # Whatever is open was left open for want of time: its own part of it, or all.
        stopped=not chosen.proven,
        version=before.version + 1,
        changes=changes,
        solver=ortools.__version__,  # type: ignore[attr-defined] # untyped there
        seconds=_seconds(before.workshop.seconds + workshop.seconds, search),
    )
    return audited(outcome, pairing.published)


def _searched(problem: Problem, search: Search, choice: Choice) -> tuple[Stop, tuple[Stop, ...]]:
    """The stop that is taken, and the frontier around it."""
    try:
        frontier = Frontier(problem, search)
    except Impossible:
        from allocator.solve.refusal import explained  # noqa: PLC0415 - seldom needed

        raise explained(problem.workshop, problem.plan, problem.published) from None
    chosen = _chosen(frontier, choice)
    return chosen, tuple(frontier.stops(choice.between, chosen))


def _seconds(reading: float, search: Search) -> dict[str, float]:
    return {"read": reading, "solve": search.seconds, "write": 0.0}


def _told(
    pairing: Pairing, problem: Problem, workshop: Workshop, allocation: Allocation, chosen: Stop
) -> Changes:
    """Who must be told what, counted from the seats and agreeing with the search.

    Raises:
        AuditFailed: when the seats move more or fewer people than the search says.
    """
    changes = changes_of(pairing.published, workshop, problem.plan, allocation)
    if changes.moves != chosen.moves:
        told = say(
            "{moves} moves are said to be needed, and {made} are made",
            moves=chosen.moves,
            made=changes.moves,
        )
        raise AuditFailed([told])
    return replace(changes, fewest=chosen.fewest)


def _chosen(frontier: Frontier, choice: Choice) -> Stop:
    if choice.max_moves is None:
        return frontier.tolerable(choice.tolerance)
    if choice.max_moves < frontier.first.moves:
        raise NoAllocation(_too_few_moves(choice.max_moves, frontier.first))
    return frontier.within(choice.max_moves)


def _too_few_moves(most: int, first: Stop) -> str:
    """More people have to move than may."""
    if first.fewest:
        return say(
            "at most {most} people may move, but groups that are no more and rooms that are full "
            "move no fewer than {fewest}. Give --max-moves {fewest}, or raise the capacities.",
            most=most,
            fewest=first.moves,
        )
    return say(
        "at most {most} people may move, but groups that are no more and rooms that are full "
        "move {fewest} are known to do. Give --max-moves {fewest}, or raise the capacities.",
        most=most,
        fewest=first.moves,
    )


def _point(problem: Problem, stop: Stop, chosen: Stop) -> Point:
    people = problem.seats.people()
    return Point(
        moves=stop.moves,
        goals={score.name: score.value for score in stop.best.scores},
        sizes=tuple(form.value(stop.best.numbers) for form in people.forms),
        chosen=stop.moves == chosen.moves,
        proven=stop.proven,
        is_best=stop.is_best,
    )
