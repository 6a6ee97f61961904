"""Which delegates of the new list are which of the old one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from allocator.delegation import DELEGATE_TRAITS, Delegate, Delegation
from allocator.folding import fold

#: A person and the delegation that the person belongs to.
Person = tuple[Delegation, Delegate]
#: What a person is known by; ``None`` for somebody who has no such thing.
Key = Callable[[Person], Hashable]

#: One registration in so many may come with another name; more, and the column counts the rows.
FEW = 5


@dataclass(slots=True)
class People:
    """The pairs found so far, and who is still without a partner.

    ``pairs``: old person and new person. ``doubtful`` are pairs that share a registration, an
    address or a name and contradict each other in something else: nobody can tell whether they are
    one person, so they are no pairs. ``columns`` are the traits by which people without a name are
    told apart. ``counts_rows`` says that registrations were passed over, because they number the
    rows of a list and not its people.
    """

    old: list[Person]
    new: list[Person]
    pairs: list[tuple[Person, Person]] = field(default_factory=list)
    doubtful: list[tuple[Person, Person]] = field(default_factory=list)
    columns: frozenset[str] = frozenset()
    counts_rows: bool = False
    registered: bool = False

    def nameless(self, person: Person) -> Hashable:
        """Delegation and traits of somebody who is known by nothing else; else ``None``.

        A registration tells people apart where both lists have them.
        """
        if email_of(person) or name_of(person) or (self.registered and registration_of(person)):
            return None
        delegation, delegate = person
        shown = sorted(self.columns - {"registration"})
        return (delegation.id, *(_trait(delegation, delegate, column) for column in shown))

    def pair(self, key: Key, *, against: Iterable[Key]) -> None:
        """Pair people by a key that one of each list has, unless they differ in another one."""
        others = tuple(against)
        for one, other in list(_matches(self.old, self.new, key)):
            if not any(_differ(each(one), each(other)) for each in others):
                self.pairs.append((one, other))
            elif (one, other) not in self.doubtful:
                self.doubtful.append((one, other))
        self._settle()

    def pair_in_order(self, alike: Key) -> None:
        """Pair people who cannot be told apart, in the order of the lists, where all of them stay.

        Where some have gone, all are left: nobody can say who. But those who differ in ``alike``
        cannot be counted together, and so the first ones are taken to stay.
        """
        new = by_key(self.new, self.nameless)
        for key, those in by_key(self.old, self.nameless).items():
            others = new.get(key, [])
            if len(those) <= len(others) or len(set(map(alike, others))) > 1:
                self.pairs += zip(those, others, strict=False)
        self._settle()

    def _settle(self) -> None:
        """Take whoever has a partner out of those without."""
        gone = {old.id for (_, old), _ in self.pairs}
        come = {new.id for _, (_, new) in self.pairs}
        self.old = [person for person in self.old if person[1].id not in gone]
        self.new = [person for person in self.new if person[1].id not in come]


def people_of(delegations: Iterable[Delegation]) -> list[Person]:
    """Everybody whom a list has a row for, in its order."""
    return [(delegation, each) for delegation in delegations for each in delegation.delegates]


def paired_people(
    old: list[Person],
    new: list[Person],
    *,
    counted_apart_by: Sequence[str] = (),
) -> People:
    """The same people in two lists: by registration, else e-mail, else name within the delegation.

    Whoever has none of these cannot be told from others of the delegation with the same traits, as
    far as both lists have them. ``counted_apart_by`` are the columns that the new rosters balance.
    """
    counts_rows = _counts_rows(old, new)
    people = People(
        old,
        new,
        columns=_columns(old, counted_apart_by) & _columns(new, counted_apart_by),
        counts_rows=counts_rows,
        registered=not counts_rows and any(map(registration_of, old)),
    )
    registered = () if counts_rows else (registration_of,)
    for key in registered:
        people.pair(key, against=())
    people.pair(email_of, against=registered)
    people.pair(name_of, against=(*registered, email_of))
    people.pair_in_order(
        lambda person: tuple(_trait(*person, column) for column in counted_apart_by)
    )
    return people


def registration_of(person: Person) -> Hashable:
    """The registration."""
    return person[1].traits.get("registration") or None


def email_of(person: Person) -> Hashable:
    """The e-mail address, whatever its case."""
    return person[1].traits.get("email", "").strip().casefold() or None


def name_of(person: Person) -> Hashable:
    """The name within the delegation, spelling aside."""
    delegation, delegate = person
    return (delegation.id, fold(delegate.name)) if delegate.name else None


def by_key(people: Iterable[Person], key: Key) -> dict[Hashable, list[Person]]:
    """People by a key, in their order; who has none is left out."""
    sorted_out: dict[Hashable, list[Person]] = defaultdict(list)
    for person in people:
        if (own := key(person)) is not None:
            sorted_out[own].append(person)
    return sorted_out


def _trait(delegation: Delegation, delegate: Delegate, column: str) -> str:
    return delegate.traits.get(column) or delegation.traits.get(column, "")


def _columns(people: Iterable[Person], balanced: Sequence[str]) -> frozenset[str]:
    """The known traits and balanced columns that a list has for anybody."""
    wanted = {*DELEGATE_TRAITS, *balanced}
    return frozenset(
        column
        for delegation, delegate in people
        for column in wanted
        if _trait(delegation, delegate, column)
    )


def _counts_rows(old: list[Person], new: list[Person]) -> bool:
    """Whether the same registrations belong to other people now, and not only here and there."""
    matches = list(_matches(old, new, registration_of))
    others = sum(
        _differ(name_of(one), name_of(other))
        if one[1].name and other[1].name
        else one[0].id != other[0].id
        for one, other in matches
    )
    return others * FEW > len(matches)


def _differ(one: Hashable, other: Hashable) -> bool:
    return one is not None and other is not None and one != other


def _matches(old: list[Person], new: list[Person], key: Key) -> Iterator[tuple[Person, Person]]:
    """The pairs whose key nobody else of either list has."""
    theirs = {key(person): person for person in new}
    once, once_new = (Counter(map(key, side)) for side in (old, new))
    for person in old:
        own = key(person)
        if own is not None and once[own] == once_new[own] == 1:
            yield person, theirs[own]
