"""The people of an edition with their groups, addresses and changes: the rows of most formats."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from allocator.changes import Move
from allocator.delegation import Delegate, DelegateId, Delegation
from allocator.explain import GroupRow
from allocator.interpretation import languages_in
from allocator.language import LANGUAGES
from allocator.rosters.edition import Edition
from allocator.text import Text, say

#: What is taken for an e-mail address: no spaces or quotes, and a domain with a dot.
#: Source: the form of HTML's ``input type=email``, with letters of any script.
_ADDRESS = re.compile(r"[\w.!#$%&'*/?^_`{|}~+-][\w.!#$%&'*/=?^_`{|}~+-]*@[\w-]+(?:\.[\w-]+)+")
_BETWEEN = re.compile(r"[\s;,<>]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A delegate with a seat.

    ``move`` is what a re-balance changed for exactly this person; ``None`` for whoever sits where
    they sat, and for those who cannot be told apart from others.
    """

    delegation: Delegation
    delegate: Delegate
    group: GroupRow
    move: Move | None = None

    def trait(self, name: str) -> str:
        """A trait as the list has it; empty where it says nothing."""
        return self.delegate.traits.get(name, "")

    @property
    def full_name(self) -> str:
        """Title and name, as far as the list has them."""
        return " ".join(part for part in (self.trait("title"), self.delegate.name) if part)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The e-mail addresses of the list's cell, mostly one."""
        return addresses_in(self.trait("email"))

    @property
    def address(self) -> str:
        """The first e-mail address; empty without one."""
        return next(iter(self.addresses), "")

    def language(self, usual: str) -> str:
        """The language to write in: the person's where there is a catalogue for it, else another.

        ``usual`` is the meeting's; somebody who follows several is written to in it if it is one.
        """
        known = languages_in(self.trait("language")).intersection(LANGUAGES)
        return usual if usual in known or not known else min(known, key=LANGUAGES.index)


def people(edition: Edition) -> tuple[Person, ...]:
    """Everybody of a named list, group by group, then delegations and names A to Z."""
    places, groups = edition.outcome.allocation.places, edition.groups
    moves = moves_of_people(edition)
    seated: dict[int, list[Person]] = defaultdict(list)
    for delegation in edition.a_to_z:
        for delegate in edition.by_name(delegation.delegates):
            index = places[delegate.id]
            seated[index].append(
                Person(
                    delegation=delegation,
                    delegate=delegate,
                    group=groups[index],
                    move=moves.get(delegate.id),
                )
            )
    return tuple(person for index in range(len(groups)) for person in seated[index])


def missing_addresses(edition: Edition) -> tuple[int, int]:
    """How many people have no e-mail address, and how many there are; nobody is put in order."""
    texts = [
        each.traits.get("email", "")
        for delegation in edition.outcome.workshop.delegations
        for each in delegation.delegates
    ]
    return sum(not addresses_in(text) for text in texts), len(texts)


def with_address(everybody: Iterable[Person]) -> tuple[Person, ...]:
    """Those who can be written to."""
    return tuple(person for person in everybody if person.address)


def apart(persons: Iterable[Person]) -> tuple[Person, ...]:
    """Those who can be told apart by their addresses: of people who share one, the first."""
    first: dict[str, Person] = {}
    for person in persons:
        first.setdefault(person.address.casefold(), person)
    return tuple(first.values())


def shared(persons: Iterable[Person]) -> Iterator[Text]:
    """How many people are left out because somebody before them has their address."""
    everybody = tuple(persons)
    missing = len(everybody) - len(apart(everybody))
    if missing:
        yield say(
            "left out because somebody else has the same e-mail address: {people} of {all}. Give "
            "each person an address of their own.",
            people=missing,
            all=len(everybody),
        )


def addresses_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses of a text such as ``Ama <ama@example.org>; office@example.org``."""
    if not text:
        return ()
    parts = _BETWEEN.split(text.strip())
    return tuple(dict.fromkeys(part for part in parts if _ADDRESS.fullmatch(part)))


def moves_of_people(edition: Edition) -> Mapping[DelegateId, Move]:
    """Delegate id -> the move or the joining that means this person and nobody else.

    A move without a name, or whose name two delegates of the delegation and group share, means
    nobody in particular.
    """
    changes = edition.outcome.changes
    if changes is None:
        return {}
    places, names = edition.outcome.allocation.places, [each.name for each in edition.groups]
    meant: dict[tuple[str, str, str], list[DelegateId]] = defaultdict(list)
    for delegation in edition.outcome.workshop.delegations:
        for each in delegation.delegates:
            for name in {each.name, str(each.id)} - {""}:
                meant[delegation.name, name, names[places[each.id]]].append(each.id)
    found: dict[DelegateId, Move] = {}
    for move in (*changes.moved, *changes.joined):
        whom = meant.get((move.delegation, move.name or move.delegate, move.target), [])
        if len(whom) == 1:
            found[whom[0]] = move
    return found
