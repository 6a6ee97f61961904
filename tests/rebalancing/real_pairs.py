"""Pairs of lists made from the real ones: an old list, and the one that comes after it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from random import Random

from real_lists import real_list

import allocator
from allocator.allocation import Allocation, Outcome
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.workshop import Workshop

#: The real lists, and whether they are taken with the names of their delegates.
LISTS = (
    ("01", False), ("03", True), ("03", False), ("04", False), ("05", True), ("05", False),
    ("07", False), ("08", False),
)  # fmt: skip


@cache
def pair(number: str, *, named: bool) -> tuple[Workshop, Workshop]:
    """The list before and the list after.

    A tenth of the delegations come late, and so does one delegate of every tenth other one; a
    twentieth of the rest withdraws.
    """
    workshop = allocator.read_list(real_list(number))
    draw = Random(number)  # noqa: S311 - no secret
    delegations = [each if named else replace(each, delegates=()) for each in workshop.delegations]
    draw.shuffle(delegations)
    n = len(delegations)
    late, there = delegations[: n // 10], delegations[n // 10 :]
    gone, stay = there[: max(1, n // 20)], there[max(1, n // 20) :]
    several = [each.id for each in stay if each.head_count > 1][: n // 10]
    before = [smaller(each) if each.id in several else each for each in stay]
    return _listed(workshop, [*gone, *before]), _listed(workshop, [*stay, *late])


def smaller(delegation: Delegation) -> Delegation:
    """The delegation without its last delegate."""
    return replace(
        delegation,
        head_count=delegation.head_count - 1,
        delegates=delegation.delegates[:-1],
    )


def _listed(workshop: Workshop, delegations: Iterable[Delegation]) -> Workshop:
    kept = {each.id: each for each in delegations}
    order = [each.id for each in workshop.delegations if each.id in kept]
    return replace(workshop, delegations=tuple(kept[identity] for identity in order))


def crowded(before: Outcome, people: int) -> Outcome:
    """The rosters with so many more people in the first group: small delegations are put there."""
    seats, places = dict(before.allocation.seats), dict(before.allocation.places)
    for each in before.workshop.delegations:
        if people > 0 and before.plan.sits_whole(each) and not seats[each.id][0]:
            seats[each.id] = (each.head_count, *(0,) * (before.plan.k - 1))
            places |= {delegate.id: 0 for delegate in each.delegates}
            people -= each.head_count
    return replace(before, allocation=Allocation(seats=seats, places=places))


def dealt_badly(before: Outcome) -> Outcome:
    """Rosters by the rule in which the earlier groups get everything that can be uneven."""
    seats: dict[DelegationId, tuple[int, ...]] = {}
    places: dict[DelegateId, int] = {}
    k = before.plan.k
    for each in before.workshop.delegations:
        floor, more = divmod(each.head_count, k)
        spread = tuple(floor + (group < more) for group in range(k))
        whole = (each.head_count, *(0,) * (k - 1))
        seats[each.id] = whole if before.plan.sits_whole(each) else spread
        hands = [group for group, people in enumerate(seats[each.id]) for _ in range(people)]
        places |= {d.id: group for d, group in zip(each.delegates, hands, strict=False)}
    return replace(before, allocation=Allocation(seats=seats, places=places))


def moved_by_hand(before: Outcome, people: int) -> Outcome:
    """The rosters after somebody moved people of so many delegations, one of each, anywhere."""
    draw = Random(people)  # noqa: S311 - no secret
    seats, places = dict(before.allocation.seats), dict(before.allocation.places)
    for each in draw.sample(before.workshop.delegations, people):
        origin = draw.choice([g for g, count in enumerate(seats[each.id]) if count])
        target = draw.choice([g for g in range(before.plan.k) if g != origin])
        moved = [d.id for d in each.delegates if places[d.id] == origin][:1]
        places |= dict.fromkeys(moved, target)
        step = {origin: -1, target: 1}
        seats[each.id] = tuple(n + step.get(g, 0) for g, n in enumerate(seats[each.id]))
    return replace(before, allocation=Allocation(seats=seats, places=places))
