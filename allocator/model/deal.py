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
from allocator.model.cohorts import Profile, profile_of
from allocator.model.rounding import rounded
from allocator.model.seats import Block, Seats
from allocator.plan import Plan

#: People per group of each profile, for one delegation.
Share = Mapping[Profile, tuple[int, ...]]


def deal(seats: Seats, numbers: Sequence[int], plan: Plan) -> Allocation:
    """The allocation that a solution stands for.

    ``numbers`` are the values of the seat variables. Who of a cohort gets which seating is drawn
    from ``plan.seed``: equal delegations have equal chances.
    """
    draw = Random(plan.seed)  # noqa: S311 - a repeatable draw is what is wanted
    rosters: dict[DelegationId, tuple[int, ...]] = {}
    places: dict[DelegateId, int] = {}
    for block in seats.blocks:
        members = list(block.cohort.members)
        draw.shuffle(members)
        for delegation, share in zip(members, _shares(block, numbers, plan), strict=True):
            rosters[delegation.id] = _seating(delegation, share, plan)
            if delegation.delegates:
                places.update(_places(delegation, share, plan, draw))
    return Allocation(seats=rosters, places=places)


def _seating(delegation: Delegation, share: Share, plan: Plan) -> tuple[int, ...]:
    """A delegation's people per group: its share, and the even part in every group."""
    if len(share) == 1:
        (extra,) = share.values()
    else:
        extra = tuple(map(sum, zip(*share.values(), strict=True)))
    even = (delegation.head_count - sum(extra)) // plan.k
    return tuple([even + people for people in extra]) if even else extra


def _shares(block: Block, numbers: Sequence[int], plan: Plan) -> Iterator[Share]:
    """The seating of each member in turn, beyond the even part."""
    taken = block.taken(numbers)
    members = len(block.cohort.members)
    if block.cohort.kind.whole:
        return _whole(taken[()], block, plan.k)
    if not taken:
        return ({(): (0,) * plan.k} for _ in range(members))
    if len(taken) == 1:
        return _single(taken, members)
    return _several(taken, members)


def _whole(delegations: Sequence[int], block: Block, groups: int) -> Iterator[Share]:
    for group, count in enumerate(delegations):
        share = {
            profile: tuple(people if group == other else 0 for other in range(groups))
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
    delegation: Delegation, share: Share, plan: Plan, draw: Random
) -> Iterator[tuple[DelegateId, int]]:
    """Delegate id and group of everybody that a delegation names."""
    even = (delegation.head_count - sum(map(sum, share.values()))) // plan.k
    by_profile: dict[Profile, list[DelegateId]] = {}
    for delegate in sorted(delegation.delegates, key=lambda each: each.id):
        by_profile.setdefault(profile_of(delegation, delegate, plan), []).append(delegate.id)
    for profile, delegates in sorted(by_profile.items()):
        draw.shuffle(delegates)
        counts = share.get(profile, (0,) * plan.k)
        groups = [group for group, count in enumerate(counts) for _ in range(even + count)]
        yield from zip(delegates, groups, strict=True)
