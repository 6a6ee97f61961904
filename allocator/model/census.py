"""The census: a roster counted for the audit, without anything that the solver side uses."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from allocator.allocation import Allocation
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.event_rules import NO_DELEGATE, EventRule, Party, Selection
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
    seats: Mapping[DelegationId, tuple[int, ...]]
    officers: Mapping[str, tuple[str, ...]]

    def officer(self, office: str, group: int) -> str:
        """The id of the holder of an office of a group; empty for nobody."""
        holders = self.officers.get(office, ())
        return holders[group] if group < len(holders) else ""

    def seats_of(self, party: Party) -> tuple[int, ...]:
        """The people of a delegation, or the one delegate, per group."""
        seats = self.seats[party.delegation]
        if not party.delegate:
            return seats
        return tuple(int(index == self.places[party.delegate]) for index in range(len(seats)))

    def bound(self, rule: EventRule) -> tuple[int, ...]:
        """The people per group whom a rule binds, each counted once."""
        named = {(each.delegation, each.delegate) for each in rule.parties}
        chosen = rule.selections
        met = Counter[int]()
        for row in self.rows:
            for delegation in row.members:
                for delegate in delegation.delegates:
                    by_name = {(delegation.id, NO_DELEGATE), (delegation.id, delegate.id)} & named
                    if by_name or _is_chosen(chosen, delegation, delegate.traits):
                        met[self.places[delegate.id]] += 1
                if delegation.delegates:
                    continue
                if (delegation.id, NO_DELEGATE) in named or _is_chosen(chosen, delegation, {}):
                    met.update(dict(enumerate(row.seats)))
        return tuple(met[index] for index in range(len(next(iter(self.seats.values())))))

    def by_value(self, column: str) -> Mapping[str, list[int]]:
        """Value of a trait -> the people per group who have it."""
        people: dict[str, list[int]] = {}
        for row in self.rows:
            for value, index, count in row.seated(column, self.places):
                people.setdefault(value, [0] * len(row.seats))[index] += count
        return people

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
        if plan.columns and not own:
            own = tuple(each.traits.get(column) for column in plan.columns)
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
    return Census(tuple(rows), allocation.places, allocation.seats, allocation.officers)


def _is_chosen(
    chosen: Sequence[Selection], delegation: Delegation, traits: Mapping[str, str]
) -> bool:
    """Whether somebody of a delegation with these traits has one of the chosen values."""
    for each in chosen:
        if each.column in Selection.LABELS:
            said = delegation.region if each.column == "region" else delegation.category
        else:
            said = traits.get(each.column) or delegation.traits.get(each.column, "")
        if said in each.values:
            return True
    return False
