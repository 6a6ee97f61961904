"""Where delegations that sit in one group sat in the earlier sessions of the event."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from allocator.allocation import Allocation
from allocator.delegation import DelegationId
from allocator.plan import Plan
from allocator.workshop import Workshop

#: Index of the group in each earlier session; empty for a delegation that is in several groups.
History = tuple[int, ...]
#: Delegation id -> its history; whoever is missing has none.
Histories = Mapping[DelegationId, History]

#: There was no earlier session.
NO_HISTORY: Histories = MappingProxyType({})


def histories_of(workshop: Workshop, plan: Plan, earlier: Sequence[Allocation]) -> Histories:
    """The histories of the delegations that are in one group per session, after some sessions."""
    return {
        each.id: tuple(_group(allocation, each.id) for allocation in earlier)
        for each in workshop.delegations
        if plan.is_in_one_group(each)
    }


def _group(allocation: Allocation, delegation: DelegationId) -> int:
    """The index of the group in which a delegation has all its people."""
    seats = allocation.seats[delegation]
    return seats.index(max(seats))
