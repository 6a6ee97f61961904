"""An independent reading of the rules of the event: a checker, an enumeration and a solver.

Nothing here imports the package: it is written from docs/method.md alone. ``broken`` checks one
roster, ``brute_force`` goes through all of them, and ``optimum`` asks CP-SAT with a variable for
every person, or bundle of people that no rule tells apart, and group.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product

from witness import Counts, Row, Session, ways

#: What a rule names: (delegation, "") or (delegation, person).
Who = tuple[str, str]
#: A column and a value.
Value = tuple[str, str]
#: The people of each member per group.
Placement = tuple[Counts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person, or all people of a delegation who are known by number only."""

    name: str = ""
    people: int = 1
    traits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """A delegation and who it is."""

    row: Row
    members: tuple[Member, ...]

    def has(self, member: Member, value: Value) -> bool:
        """Whether somebody has a value of a column."""
        column, text = value
        if column in ("region", "category"):
            return str(getattr(self.row, column)) == text
        return member.traits.get(column, "") == text


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One rule; ``groups`` are counted from 0 and empty for every group."""

    kind: str
    who: tuple[Who, ...] = ()
    values: tuple[Value, ...] = ()
    others: tuple[Who, ...] = ()
    groups: tuple[int, ...] = ()
    number: int = 0

    def binds(self, crowd: Crowd, member: Member) -> bool:
        """Whether somebody is bound, by name or by a value."""
        name = crowd.row.delegation
        by_name = (name, "") in self.who or (bool(member.name) and (name, member.name) in self.who)
        return by_name or any(crowd.has(member, value) for value in self.values)

    @property
    def pairs(self) -> list[tuple[Who, Who]]:
        """The pairs that a rule about sitting together or apart speaks of."""
        if self.kind == "together":
            return list(combinations((*self.who, *self.others), 2))
        return list(product(self.who, self.others) if self.others else combinations(self.who, 2))

    def counts_of(self, crowd: Crowd, placement: Placement) -> Counts:
        """The people bound per group."""
        bound = [
            seats
            for member, seats in zip(crowd.members, placement, strict=True)
            if self.binds(crowd, member)
        ]
        return total(bound, len(placement[0]))


@dataclass(frozen=True, kw_only=True)
class Event:
    """A list, a session and its rules; ``offers``: the languages of each group, empty for all."""

    crowds: tuple[Crowd, ...]
    session: Session
    demands: tuple[Demand, ...] = ()
    offers: tuple[frozenset[str], ...] = ()

    @cached_property
    def rows(self) -> list[Row]:
        """The list as the other witnesses read it."""
        return [crowd.row for crowd in self.crowds]

    def closed(self, crowd: Crowd, member: Member) -> set[int]:
        """The groups in which somebody must not sit, whoever else sits there."""
        groups = set(range(self.session.k))
        shut: set[int] = set()
        for demand in self.demands:
            if demand.kind in ("in", "not in") and demand.binds(crowd, member):
                shut |= set(demand.groups) if demand.kind == "not in" else groups - {*demand.groups}
        spoken = {each.strip() for each in member.traits.get("language", "").split("/")} - {""}
        for group, offered in enumerate(self.offers):
            if spoken and offered and not spoken & offered:
                shut.add(group)
        return shut

    def may_sit(self, crowd: Crowd, placement: Placement) -> bool:
        """Whether a placement keeps everything that concerns the delegation alone."""
        return all(
            not seats[group]
            for member, seats in zip(crowd.members, placement, strict=True)
            for group in self.closed(crowd, member)
        )


def total(counts: Iterable[Counts], k: int) -> Counts:
    """Counts added up group by group."""
    return tuple(map(sum, zip((0,) * k, *counts, strict=True)))


def placements(crowd: Crowd, session: Session) -> list[Placement]:
    """Every way to seat the people of a delegation that its seating rule allows."""
    allowed = ways(crowd.row, session)
    if not crowd.members[0].name:
        return [(seats,) for seats in allowed]
    every = product(range(session.k), repeat=len(crowd.members))
    return [
        tuple(tuple(int(at == group) for group in range(session.k)) for at in places)
        for places in every
        if tuple(map(places.count, range(session.k))) in allowed
    ]


def groups_of(who: Who, crowd: Crowd, placement: Placement) -> frozenset[int]:
    """The groups in which a delegation, or one of it, is."""
    _, person = who
    seats = [
        each
        for member, each in zip(crowd.members, placement, strict=True)
        if not person or member.name == person
    ]
    return frozenset(group for row in seats for group, people in enumerate(row) if people)


def broken(event: Event, roster: Mapping[str, Placement]) -> list[str]:
    """What a roster that keeps the seating rules breaks of the others, in words."""
    crowds = {crowd.row.delegation: crowd for crowd in event.crowds}
    told = [
        f"somebody of {name} sits in a group that is closed"
        for name, crowd in crowds.items()
        if not event.may_sit(crowd, roster[name])
    ]
    for demand in event.demands:
        where = {
            who: groups_of(who, crowds[who[0]], roster[who[0]])
            for who in (*demand.who, *demand.others)
        }
        counts = total(
            (demand.counts_of(crowd, roster[name]) for name, crowd in crowds.items()),
            event.session.k,
        )
        if not holds(demand, where, counts):
            told.append(f"{demand} is broken")
    for group, limit in enumerate(event.session.capacities):
        people = sum(seats[group] for each in roster.values() for seats in each)
        if limit is not None and people > limit:
            told.append(f"{people} people sit in group {group}, which holds {limit}")
    return told


def holds(demand: Demand, where: Mapping[Who, frozenset[int]], counts: Counts) -> bool:
    """Whether a rule about several delegations, or about numbers, is kept."""
    if demand.kind == "together":
        pairs = [sorted((where[one], where[other]), key=len) for one, other in demand.pairs]
        return all(fewer <= more for fewer, more in pairs)
    if demand.kind == "apart":
        return all(where[one].isdisjoint(where[other]) for one, other in demand.pairs)
    asked = [counts[group] for group in demand.groups or range(len(counts))]
    if demand.kind == "at least":
        return min(asked) >= demand.number
    return demand.kind != "at most" or max(asked) <= demand.number
