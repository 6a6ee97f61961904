"""The fair share of each group when rooms differ."""

import math

from allocator.plan import Plan


def even_split_fits(plan: Plan, people: int) -> bool:
    """Whether every group can take floor or ceil of ``people / k`` within its capacity."""
    even, over = divmod(people, plan.k)
    capacities = [people if each.capacity is None else each.capacity for each in plan.groups]
    return min(capacities) >= even and sum(capacity > even for capacity in capacities) >= over


def fair_shares(plan: Plan, people: int) -> tuple[int, ...]:
    """How many of ``people`` each group should hold, in plan order.

    Where the even split fits the capacities all shares are 0, which stands for "the same". Else a
    group's share is ``people * capacity / sum of capacities``, rounded by the largest remainder
    (ties: the earlier group); the shares then add up to ``people``. A group without a capacity
    counts with what is needed to seat everybody: the larger of ``ceil(people / k)`` and
    ``ceil((people - sum of the given capacities) / groups without one)``.

    Source: docs/method.md, groups of different capacity.
    """
    if even_split_fits(plan, people):
        return (0,) * plan.k
    given = [group.capacity for group in plan.groups if group.capacity is not None]
    open_groups = plan.k - len(given)
    open_share = (
        max(math.ceil(people / plan.k), math.ceil((people - sum(given)) / open_groups))
        if open_groups
        else 0
    )
    capacities = [open_share if group.capacity is None else group.capacity for group in plan.groups]
    whole = [people * capacity // sum(capacities) for capacity in capacities]
    rests = [people * capacity % sum(capacities) for capacity in capacities]
    largest = sorted(range(plan.k), key=lambda index: (-rests[index], index))
    for index in largest[: people - sum(whole)]:
        whole[index] += 1
    return tuple(whole)
