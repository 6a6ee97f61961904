"""Rosters changed by hand: somebody is put into another group, and every goal is counted anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allocator.allocation import Allocation, Outcome, Score
from allocator.audit import measured, violations
from allocator.changes import Changes
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.errors import UsageProblem
from allocator.model.census import NO_LEEWAY
from allocator.pairing import Pairing, changes_of, composed, paired
from allocator.text import say

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

    ``found`` is the roster that was searched for last. ``pairing`` says who had which seat in the
    published rosters; ``None`` where nothing was published, or where only what changed since is
    known.
    """

    found: Outcome
    pairing: Pairing | None = None


def moved(outcome: Outcome, moves: Sequence[HandMove], reference: Reference) -> Outcome:
    """The outcome after some moves, with its goals, officers and changes counted anew.

    Rules may be broken afterwards; ``broken`` tells which.

    Raises:
        UsageProblem: when a move speaks of people who are not there, or of several sessions.
    """
    if outcome.sessions:
        message = say(
            "the rosters of several sessions cannot be changed by hand. Allocate one session."
        )
        raise UsageProblem(message)
    by_id = {each.id: each for each in outcome.workshop.delegations}
    allocation = outcome.allocation
    for move in moves:
        _require_possible(move, by_id, allocation, outcome)
        allocation = _put(by_id[move.delegation], move, allocation)
    return recounted(outcome, _with_officers_there(allocation), reference)


def recounted(outcome: Outcome, allocation: Allocation, reference: Reference) -> Outcome:
    """The outcome with other seats: values as the audit counts them, bounds as far as they hold."""
    changed = replace(
        outcome, allocation=allocation, changes=_changes(outcome, allocation, reference)
    )
    values = measured(outcome.workshop, outcome.plan, allocation)
    is_bounded = not broken(changed, reference) and _moves(changed) <= _moves(reference.found)
    same = allocation == reference.found.allocation
    return replace(
        changed,
        goals=tuple(_scores(reference.found.goals, values, bounded=is_bounded)),
        stopped=same and reference.found.stopped,
    )


def broken(outcome: Outcome, reference: Reference) -> tuple[str, ...]:
    """Every rule that the outcome breaks, as sentences."""
    workshop, plan = outcome.workshop, outcome.plan
    leeway = NO_LEEWAY
    if reference.found.changes is not None:
        # Who was seated against the rule by a re-balance may stay so.
        pairing = reference.pairing or paired(reference.found, workshop, plan)
        leeway = {each.id: pairing.published.leeway(each, plan) for each in workshop.delegations}
    return violations(workshop, plan, outcome.allocation, leeway)


def _moves(outcome: Outcome) -> int:
    """How many people must be told another group: the bounds hold for so many, or fewer."""
    return outcome.changes.moves if outcome.changes else 0


def _scores(best: Sequence[Score], values: Sequence[int], *, bounded: bool) -> Iterator[Score]:
    """A bound holds while the earlier goals are served as well as in the roster it was proven for.

    Behind the first goal that became worse only the arithmetic limit is left, and so it is where a
    rule is broken or more people move; a broken rule may pass even that.
    """
    served = True
    for score, value in zip(best, values, strict=True):
        bound = score.bound if served and bounded else score.limit
        yield replace(
            score, value=value, bound=min(bound, value), limit=min(score.limit, bound, value)
        )
        served = served and value <= score.value


def _changes(outcome: Outcome, allocation: Allocation, reference: Reference) -> Changes | None:
    """Who must be told what; that so few moves suffice is no longer said."""
    first = reference.found.changes
    if first is None or allocation == reference.found.allocation:
        return first
    pairing = reference.pairing or paired(reference.found, outcome.workshop, outcome.plan)
    now = changes_of(pairing.published, outcome.workshop, outcome.plan, allocation)
    if reference.pairing is None:
        now = composed(first, now)
    return replace(
        first, moved=now.moved, joined=now.joined, left=now.left, fewest=False, frontier=()
    )


def _require_possible(
    move: HandMove, by_id: dict[DelegationId, Delegation], allocation: Allocation, outcome: Outcome
) -> None:
    """Refuse a move of people who are not there.

    Raises:
        UsageProblem: with what is there instead.
    """
    k, delegation = outcome.plan.k, by_id.get(move.delegation)
    if delegation is None:
        message = say("there is no such delegation on these rosters. Load the page again.")
        raise UsageProblem(message)
    if not (0 <= move.origin < k and 0 <= move.target < k and move.origin != move.target):
        message = say("a move goes from one group to another. Choose another group.")
        raise UsageProblem(message)
    there = allocation.seats[delegation.id][move.origin]
    if not 1 <= move.people <= there:
        message = say(
            "{delegation} has {people} in {group}. Move no more than these.",
            delegation=delegation.name,
            people=there,
            group=outcome.plan.groups[move.origin].name,
        )
        raise UsageProblem(message)
    if move.delegate and allocation.places.get(move.delegate) != move.origin:
        message = say("this delegate does not sit in that group. Load the page again.")
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
