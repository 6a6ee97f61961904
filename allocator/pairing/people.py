"""Which delegates of the new list are which of the old one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
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
    one person, so they are no pairs. ``counts_rows`` says that registrations were passed over,
    because they number the rows of a list and not its people.
    """

    old: list[Person]
    new: list[Person]
    pairs: list[tuple[Person, Person]] = field(default_factory=list)
    doubtful: list[tuple[Person, Person]] = field(default_factory=list)
    counts_rows: bool = False

    def pair(self, key: Key, *, against: Iterable[Key]) -> None:
        """Pair people by a key that one of each list has, unless they differ in another one."""
        others = tuple(against)
        for one, other in list(_matches(self.old, self.new, key)):
            doubt = any(_differ(each(one), each(other)) for each in others)
            (self.doubtful if doubt else self.pairs).append((one, other))
        self._settle()

    def pair_in_order(self, key: Key) -> None:
        """Pair people who cannot be told apart, in the order of the lists, where all of them stay.

        Where some have gone, all are left: nobody can say who.
        """
        new = _by_key(self.new, key)
        for each, those in _by_key(self.old, key).items():
            others = new.get(each, [])
            if each is not None and len(those) <= len(others):
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


def paired_people(old: list[Person], new: list[Person]) -> People:
    """The same people in two lists: by registration, else e-mail, else name within the delegation.

    Whoever has none of these cannot be told from others of the delegation with the same traits.
    """
    people = People(old, new, counts_rows=_counts_rows(old, new))
    registered = () if people.counts_rows else (registration_of,)
    for key in registered:
        people.pair(key, against=())
    people.pair(email_of, against=registered)
    people.pair(name_of, against=(*registered, email_of))
    people.pair_in_order(anonymous)
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


def anonymous(person: Person) -> Hashable:
    """Delegation and traits of somebody without address and name."""
    if email_of(person) or name_of(person):
        return None
    delegation, delegate = person
    shown = (trait for trait in DELEGATE_TRAITS if trait != "registration")
    return (delegation.id, *(delegate.traits.get(trait, "") for trait in shown))


def _counts_rows(old: list[Person], new: list[Person]) -> bool:
    """Whether the same registrations belong to other people now, and not only here and there."""
    matches = list(_matches(old, new, registration_of))
    others = sum(
        _differ(name_of(one) or one[0].id, name_of(other) or other[0].id) for one, other in matches
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


def _by_key(people: list[Person], key: Key) -> dict[Hashable, list[Person]]:
    sorted_out: dict[Hashable, list[Person]] = defaultdict(list)
    for person in people:
        sorted_out[key(person)].append(person)
    return sorted_out
