"""The census: a roster counted for the audit, without anything that the solver side uses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allocator.allocation import Allocation
from allocator.delegation import DelegateId, Delegation
from allocator.plan import Plan
from allocator.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Row:
    """Delegations that the list describes alike and that sit alike; ``seats`` is per group."""

    members: Sequence[Delegation]
    seats: tuple[int, ...]

    @property
    def delegation(self) -> Delegation:
        """One of them; what is true of it is true of all, except the name."""
        return self.members[0]

    @property
    def times(self) -> int:
        """How many delegations they are."""
        return len(self.members)

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


def census_of(workshop: Workshop, plan: Plan, allocation: Allocation) -> Census:
    """The census of an allocation that seats every delegation of the workshop."""
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
            own,
        )
        members.setdefault(key, []).append(each)
    rows = (Row(these, allocation.seats[these[0].id]) for these in members.values())
    return Census(tuple(rows), allocation.places)
