"""The census: a roster counted for the audit, without anything that the solver side uses."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from allocator.allocation import Allocation
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.plan import Plan
from allocator.workshop import Workshop

#: Every delegation sits by its rule.
NO_LEEWAY: Mapping[DelegationId, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """Delegations that the list describes alike and that sit alike; ``seats`` is per group.

    ``leeway`` is how many people of each may sit against its seating rule.
    """

    members: Sequence[Delegation]
    seats: tuple[int, ...]
    leeway: int = 0

    @property
    def delegation(self) -> Delegation:
        """One of them; what is true of it is true of all, except the name."""
        return self.members[0]

    @property
    def times(self) -> int:
        """How many delegations they are."""
        return len(self.members)

    def against(self, plan: Plan) -> int:
        """How many people of each would have to sit elsewhere for the seating rule to hold."""
        most = max(self.seats)
        if plan.sits_whole(self.delegation):
            return self.delegation.head_count - most
        even = self.delegation.head_count / plan.k
        over = sum(seats - math.ceil(even) for seats in self.seats if seats > even)
        under = sum(math.floor(even) - seats for seats in self.seats if seats < even)
        return max(over, under)

    def seated(
        self, column: str, places: Mapping[DelegateId, int]
    ) -> Iterator[tuple[str, int, int]]:
        """Value of a column, index of the group and people, for everybody in the row."""
        own = self.delegation.traits.get(column, "")
        for index, seats in enumerate(self.seats if not self.delegation.delegates else ()):
            yield own, index, seats * self.times
        for delegate in self.delegation.delegates:
            yield delegate.traits.get(column) or own, places[delegate.id], 1


@dataclass(frozen=True, slots=True)
class Census:
    """Every delegation of a roster in exactly one row; named delegations have rows of their own."""

    rows: tuple[Row, ...]
    places: Mapping[DelegateId, int]

    def people(self) -> tuple[int, ...]:
        """The people in each group, in plan order."""
        columns = zip(
            *([seats * row.times for seats in row.seats] for row in self.rows), strict=True
        )
        return tuple(sum(column) for column in columns)


def census_of(
    workshop: Workshop,
    plan: Plan,
    allocation: Allocation,
    leeway: Mapping[DelegationId, int] = NO_LEEWAY,
) -> Census:
    """The census of an allocation that seats every delegation of the workshop.

    ``leeway``: delegation id -> people who may sit against its seating rule; nobody of the others.
    """
    members: dict[tuple[object, ...], list[Delegation]] = {}
    for each in workshop.delegations:
        own: tuple[object, ...] = (each.id,) if each.delegates else ()
        if plan.balance and not own:
            own = tuple(each.traits.get(column) for column in plan.balance)
        key = (
            allocation.seats[each.id],
            each.head_count,
            each.region,
            each.category,
            each.seating,
            leeway.get(each.id, 0),
            own,
        )
        members.setdefault(key, []).append(each)
    rows = (
        Row(these, allocation.seats[these[0].id], leeway.get(these[0].id, 0))
        for these in members.values()
    )
    return Census(tuple(rows), allocation.places)
