"""A re-balance in the terms of the witness: who was told what, found again by the documented rules.

People are matched here once more, from docs/method.md, and not by the package.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from builders import rows_of
from witness import Counts, Row, Session
from witness_moves import Crew, People, moves_of

from allocator.allocation import Outcome
from allocator.delegation import Delegate, DelegateId, Delegation
from allocator.workshop import Workshop

#: A person as lists know it: the delegation's identity, and the delegate.
Person = tuple[str, Delegate]
#: What people without a registration, an address and a name have in common.
SHOWN = ("title", "function", "gender", "language", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A crew of a delegation, and who it is on the new list; nobody where numbers are all."""

    delegation: Delegation
    crew: Crew
    members: tuple[DelegateId, ...] = ()

    def seats_in(self, outcome: Outcome) -> Counts:
        """People of this crew per group."""
        if not self.members:
            return outcome.allocation.seats[self.delegation.id]
        places = Counter(outcome.allocation.places[each] for each in self.members)
        return tuple(places[group] for group in range(outcome.plan.k))


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A re-balance as the witness sees it."""

    rows: list[Row]
    session: Session
    told: tuple[Told, ...]

    @property
    def question(self) -> tuple[list[Row], Session, People]:
        """What every question to the witness starts with."""
        crews: dict[str, list[Crew]] = defaultdict(list)
        for each in self.told:
            crews[each.delegation.name].append(each.crew)
        return self.rows, self.session, {name: tuple(those) for name, those in crews.items()}

    def moves_in(self, outcome: Outcome) -> int:
        """The moves of a roster, counted from its seats alone."""
        return sum(moves_of(each.crew, each.seats_in(outcome)) for each in self.told)


def the_case(before: Outcome, after: Outcome, column: str = "") -> Case:
    """The question that a re-balance answered; ``column`` is the one that is balanced."""
    plan = after.plan
    limits = tuple(group.capacity for group in plan.groups)
    session = Session(
        k=plan.k,
        seating=plan.seating,
        small=plan.small,
        small_seating=plan.small_seating,
        capacities=limits if any(each is not None for each in limits) else (),
    )
    rosters = _Rosters(before, after, column)
    return Case(
        rows=rows_of(after.workshop),
        session=session,
        told=tuple(each for those in after.workshop.delegations for each in rosters.told(those)),
    )


class _Rosters:
    """The published seats, as seen from a new list."""

    def __init__(self, before: Outcome, after: Outcome, column: str) -> None:
        names = [group.name for group in after.plan.groups]
        self._then = [group.name for group in before.plan.groups]
        self._names = names
        self._before = before
        self._column = column
        self._old = {each.id: each for each in before.workshop.delegations}
        self._partners = same_people(before.workshop, after.workshop)
        lists = (before.workshop, after.workshop)
        self._shown = tuple(
            trait for trait in SHOWN
            if all(any(each.traits.get(trait) for _, each in _people(one)) for one in lists)
        )  # fmt: skip

    def told(self, delegation: Delegation) -> Iterator[Told]:
        """The crews of a delegation of the new list."""
        if not self._before.workshop.names_delegates:
            seats = self._before.allocation.seats.get(delegation.id, (0,) * len(self._then))
            had = Counter(dict(enumerate(seats))).elements()
            everybody = tuple(each.id for each in delegation.delegates)
            crew = self._crew(delegation.head_count, had)
            yield Told(delegation=delegation, crew=crew, members=everybody)
            return
        crews: dict[tuple[Hashable, str], list[DelegateId]] = defaultdict(list)
        for each in delegation.delegates:
            crews[self._known_by(delegation, each), self._text(each)].append(each.id)
        places = self._before.allocation.places
        for (key, text), members in crews.items():
            if isinstance(key, tuple):
                old = self._old.get(delegation.id)
                alike = [
                    e.id for e in (old.delegates if old else ()) if shown(e, self._shown) == key
                ]
                had = iter([places[each] for each in alike])
            else:
                had = iter([key] * len(members) if isinstance(key, int) else [])
            crew = self._crew(len(members), had, text)
            yield Told(delegation=delegation, crew=crew, members=tuple(members))

    def _known_by(self, delegation: Delegation, delegate: Delegate) -> Hashable:
        """The old group of somebody who had a seat, the traits of somebody nameless, or nothing."""
        if shown(delegate):
            return shown(delegate, self._shown)
        partner = self._partners.get((delegation.id, delegate.id))
        return None if partner is None else self._before.allocation.places[partner]

    def _text(self, delegate: Delegate) -> str:
        return delegate.traits.get(self._column, "") if self._column else ""

    def _crew(self, people: int, had: Iterable[int], text: str = "") -> Crew:
        """A crew from its old groups."""
        seats = Counter(self._then[group] for group in had)
        old = tuple(seats.pop(name, 0) for name in self._names)
        return Crew(people=people, old=old, lost=seats.total(), text=text)


def shown(delegate: Delegate, columns: Sequence[str] = SHOWN) -> tuple[str, ...]:
    """What is left to tell somebody nameless by; empty for whoever can be told apart.

    ``columns`` are those that both lists have.
    """
    traits = delegate.traits
    if delegate.name or traits.get("email") or traits.get("registration"):
        return ()
    return ("nobody", *(traits.get(trait, "") for trait in columns))


def same_people(old: Workshop, new: Workshop) -> dict[tuple[str, str], DelegateId]:
    """(Delegation, delegate) of the new list -> the same person in the old one.

    By registration; else, when not both have one, by e-mail address; else, when they do not
    contradict each other in either, by name within the delegation.
    """
    known: dict[Hashable, list[Person]] = defaultdict(list)
    for person in _people(old):
        for key in _keys(person):
            known[key].append(person)
    partners = {}
    for person in _people(new):
        those = {
            each.id
            for key in _keys(person)
            for delegation, each in known[key]
            if _are_same((delegation, each), person)
        }
        if len(those) == 1:
            partners[person[0], str(person[1].id)] = those.pop()
    return partners


def _people(workshop: Workshop) -> list[Person]:
    return [(those.id, each) for those in workshop.delegations for each in those.delegates]


def _keys(person: Person) -> Sequence[Hashable]:
    delegation, delegate = person
    registration, email = (delegate.traits.get(each, "") for each in ("registration", "email"))
    keys = [("registration", registration), ("email", email.casefold()),
            ("name", delegate.name and (delegation, delegate.name.casefold()))]  # fmt: skip
    return [key for key in keys if key[1]]


def _are_same(one: Person, other: Person) -> bool:
    for trait in ("registration", "email"):
        first, second = (each[1].traits.get(trait, "").casefold() for each in (one, other))
        if first and second:
            return first == second
    names = [(delegation, each.name.casefold()) for delegation, each in (one, other)]
    return names[0] == names[1] and bool(one[1].name)
