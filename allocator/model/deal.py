"""Dealing: from the counts of a cohort back to its delegations and delegates, exactly.

The seatings of one delegation are the integer points of a transportation polytope, whose matrix is
totally unimodular. Such systems have the integer decomposition property: an integer point of ``m``
times the polytope is a sum of ``m`` integer points of it, which can be chosen equal up to floor and
ceil. Source: S. Baum and L. E. Trotter, Integer rounding and polyhedral decomposition for totally
unimodular systems, 1978; told in docs/method.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from allocator.allocation import Allocation
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.model.blocks.block import Block
from allocator.model.deal_officers import officers_of
from allocator.model.problem import Problem
from allocator.model.profiles import ANYBODY, Profile
from allocator.model.rounding import rounded
from allocator.published.seats import NOWHERE, Published

#: People per group of each profile, for one delegation.
Share = Mapping[Profile, tuple[int, ...]]


def deal(problem: Problem, numbers: Sequence[int]) -> Allocation:
    """The allocation that a solution stands for.

    ``numbers`` are the values of the seat variables. Who of a cohort gets which seating is drawn
    from ``plan.seed``: equal delegations have equal chances.
    """
    plan, published = problem.plan, problem.published
    draw = Random(plan.seed)  # noqa: S311 - a repeatable draw is what is wanted
    rosters: dict[DelegationId, tuple[int, ...]] = {}
    places: dict[DelegateId, int] = {}
    for block in problem.seats.blocks:
        members = list(block.cohort.members)
        draw.shuffle(members)
        for delegation, share in zip(members, _shares(block, numbers), strict=True):
            rosters[delegation.id] = _seating(delegation, share, plan.k)
            if delegation.delegates:
                even = (delegation.head_count - sum(map(sum, share.values()))) // plan.k
                for profile, delegates in problem.profiles.members(delegation).items():
                    counts = share.get(profile, (0,) * plan.k)
                    seats = [even + count for count in counts]
                    places.update(_places(delegates, seats, published, draw))
    officers = officers_of(problem, numbers, places, draw)
    return Allocation(seats=rosters, places=places, officers=officers)


def _seating(delegation: Delegation, share: Share, groups: int) -> tuple[int, ...]:
    """A delegation's people per group: its share, and the even part in every group."""
    if len(share) == 1:
        (extra,) = share.values()
    else:
        extra = tuple(map(sum, zip(*share.values(), strict=True)))
    even = (delegation.head_count - sum(extra)) // groups
    return tuple([even + people for people in extra]) if even else extra


def _shares(block: Block, numbers: Sequence[int]) -> Iterator[Share]:
    """The seating of each member in turn, beyond the even part."""
    if block.patterns:
        return _patterned(block, numbers)
    taken = block.taken(numbers)
    members = block.members
    if block.cohort.kind.whole and not block.cohort.kind.leeway:
        return _whole(taken[ANYBODY], block)
    if not taken:
        return ({ANYBODY: (0,) * block.groups} for _ in range(members))
    if len(taken) == 1:
        return _single(taken, members)
    return _several(taken, members)


def _patterned(block: Block, numbers: Sequence[int]) -> Iterator[Share]:
    """Every pattern, for as many members as sit so."""
    profile = block.cohort.kind.composition[0][0]
    for pattern, number in zip(block.patterns, block.numbers, strict=True):
        for _ in range(numbers[number]):
            yield {profile: pattern}


def _whole(delegations: Sequence[int], block: Block) -> Iterator[Share]:
    for group, count in enumerate(delegations):
        share = {
            profile: tuple(people if group == other else 0 for other in range(block.groups))
            for profile, people in block.cohort.kind.composition
        }
        for _ in range(count):
            yield share


def _single(taken: Share, members: int) -> Iterator[Share]:
    """Lay the seats out by group and give each member every ``members``-th of them.

    A group has at most one extra seat per member, so a member never meets a group twice.
    """
    ((profile, counts),) = taken.items()
    laid_out = [group for group, count in enumerate(counts) for _ in range(count)]
    for member in range(members):
        own = laid_out[member::members]
        yield {profile: tuple(own.count(group) for group in range(len(counts)))}


def _several(taken: Share, members: int) -> Iterator[Share]:
    """Take off one member's part at a time, each as near to an equal part as whole people allow."""
    left = [list(row) for row in taken.values()]
    for parts in range(members, 0, -1):
        share = rounded(left, parts)
        left = [
            [count - own for count, own in zip(*rows, strict=True)]
            for rows in zip(left, share, strict=True)
        ]
        yield dict(zip(taken, map(tuple, share), strict=True))


def _places(
    delegates: Sequence[DelegateId], seats: Sequence[int], published: Published, draw: Random
) -> Iterator[tuple[DelegateId, int]]:
    """Delegate and group, for the delegates of one profile, who take these seats per group.

    Whoever had a seat in a group keeps it as long as the group has seats for the profile.
    """
    waiting = list(delegates)
    draw.shuffle(waiting)
    left = list(seats)
    strangers = []
    for delegate in waiting:
        place = published.place_of(delegate)
        if place == NOWHERE or not left[place]:
            strangers.append(delegate)
        else:
            left[place] -= 1
            yield delegate, place
    groups = [group for group, count in enumerate(left) for _ in range(count)]
    yield from zip(strangers, groups, strict=True)
