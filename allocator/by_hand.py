"""Rosters changed by hand: somebody is put into another group, and every goal is counted anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allocator.allocation import Allocation, Outcome, Score
from allocator.audit import measured, violations
from allocator.changes import Changes
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.errors import UsageProblem
from allocator.model.census import NO_LEEWAY
from allocator.pairing import Pairing, changes_of

#: Stands for the people of a delegation, where it could be one of its delegates.
ANYBODY = DelegateId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandMove:
    """People of a delegation who are put from one group into another (indices in plan order).

    ``delegate`` says which one of a named list; without it, the last ``people`` of the delegation
    in that group in the order of the list.
    """

    delegation: DelegationId
    origin: int
    target: int
    people: int = 1
    delegate: DelegateId = ANYBODY


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What rosters changed by hand are compared with.

    ``best`` are the scores of the last roster that was searched for. ``pairing`` says who had which
    seat in the published rosters; ``None`` where nothing was published.
    """

    best: tuple[Score, ...]
    pairing: Pairing | None = None


def moved(outcome: Outcome, moves: Sequence[HandMove], reference: Reference) -> Outcome:
    """The outcome after some moves, with its goals, officers and changes counted anew.

    Rules may be broken afterwards; ``broken`` tells which.

    Raises:
        UsageProblem: when a move speaks of people who are not there, or of several sessions.
    """
    if outcome.sessions:
        message = "the rosters of several sessions cannot be changed by hand. Allocate one session."
        raise UsageProblem(message)
    by_id = {each.id: each for each in outcome.workshop.delegations}
    allocation = outcome.allocation
    for move in moves:
        _require_possible(move, by_id, allocation, outcome)
        allocation = _put(by_id[move.delegation], move, allocation)
    return recounted(outcome, _with_officers_there(allocation), reference)


def recounted(outcome: Outcome, allocation: Allocation, reference: Reference) -> Outcome:
    """The outcome with other seats: values as the audit counts them, bounds as far as they hold."""
    workshop, plan = outcome.workshop, outcome.plan
    values = measured(workshop, plan, allocation)
    kept = not broken(replace(outcome, allocation=allocation), reference)
    return replace(
        outcome,
        allocation=allocation,
        goals=tuple(_scores(reference.best, values, kept=kept)),
        changes=_changes(outcome, allocation, reference),
        stopped=False,
    )


def broken(outcome: Outcome, reference: Reference) -> tuple[str, ...]:
    """Every rule that the outcome breaks, as sentences."""
    workshop, plan = outcome.workshop, outcome.plan
    leeway = NO_LEEWAY
    if reference.pairing is not None:
        published = reference.pairing.published
        leeway = {each.id: published.leeway(each, plan) for each in workshop.delegations}
    return violations(workshop, plan, outcome.allocation, leeway)


def _scores(best: Sequence[Score], values: Sequence[int], *, kept: bool) -> Iterator[Score]:
    """A bound holds while the earlier goals are served as well as in the roster it was proven for.

    Behind the first goal that became worse only the arithmetic limit is left; where a rule is
    broken, not even that binds.
    """
    served = True
    for score, value in zip(best, values, strict=True):
        bound = score.bound if served and kept else score.limit
        yield replace(
            score, value=value, bound=min(bound, value), limit=min(score.limit, bound, value)
        )
        served = served and value <= score.value


def _changes(outcome: Outcome, allocation: Allocation, reference: Reference) -> Changes | None:
    """Who must be told what; that so few moves suffice is no longer said."""
    if outcome.changes is None or reference.pairing is None:
        return outcome.changes
    now = changes_of(reference.pairing.published, outcome.workshop, outcome.plan, allocation)
    told = replace(outcome.changes, moved=now.moved, joined=now.joined, left=now.left)
    same = (told.moved, told.joined) == (outcome.changes.moved, outcome.changes.joined)
    return told if same else replace(told, stayed=now.stayed, fewest=False, frontier=())


def _require_possible(
    move: HandMove, by_id: dict[DelegationId, Delegation], allocation: Allocation, outcome: Outcome
) -> None:
    """Refuse a move of people who are not there.

    Raises:
        UsageProblem: with what is there instead.
    """
    k, delegation = outcome.plan.k, by_id.get(move.delegation)
    if delegation is None:
        message = "there is no such delegation on these rosters. Load the page again."
        raise UsageProblem(message)
    if not (0 <= move.origin < k and 0 <= move.target < k and move.origin != move.target):
        message = "a move goes from one group to another. Choose another group."
        raise UsageProblem(message)
    there = allocation.seats[delegation.id][move.origin]
    if not 1 <= move.people <= there:
        group = outcome.plan.groups[move.origin].name
        message = f"{delegation.name} has {there} in {group}. Move no more than these."
        raise UsageProblem(message)
    if move.delegate and allocation.places.get(move.delegate) != move.origin:
        message = "this delegate does not sit in that group. Load the page again."
        raise UsageProblem(message)


def _put(delegation: Delegation, move: HandMove, allocation: Allocation) -> Allocation:
    """The allocation after one move."""
    seats = list(allocation.seats[delegation.id])
    seats[move.origin] -= move.people
    seats[move.target] += move.people
    places = dict(allocation.places)
    there = [each.id for each in delegation.delegates if places[each.id] == move.origin]
    leaving = [move.delegate] if move.delegate else there[len(there) - move.people :]
    places.update(dict.fromkeys(leaving, move.target) if delegation.delegates else {})
    return replace(
        allocation, seats={**allocation.seats, delegation.id: tuple(seats)}, places=places
    )


def _with_officers_there(allocation: Allocation) -> Allocation:
    """Whoever no longer sits in a group does not hold its office."""

    def stays(holder: str, group: int) -> bool:
        if holder in allocation.places:
            return allocation.places[DelegateId(holder)] == group
        seats = allocation.seats.get(DelegationId(holder))
        return seats is not None and seats[group] > 0

    officers = {
        office: tuple(
            holder if holder and stays(holder, group) else ""
            for group, holder in enumerate(holders)
        )
        for office, holders in allocation.officers.items()
    }
    return replace(allocation, officers=officers)
