"""The offices of a group, and who may or must hold one: what the column Role says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from allocator.delegation import Delegate, Delegation
from allocator.folding import fold
from allocator.vocabulary import words

#: The trait that says who may or must hold an office.
ROLE = "role"
#: Signs between the roles of a text.
_BETWEEN = re.compile(r"[/;,+&|()\[\]:!?\n–—]")


class Office(StrEnum):
    """What somebody does for a group: leads its discussion, or reports it to the plenary."""

    CHAIR = "chair"
    RAPPORTEUR = "rapporteur"


#: Every office of a group, in the order in which they are printed.
OFFICES = tuple(Office)


@dataclass(frozen=True, slots=True)
class Role:
    """The offices that somebody may hold, one of them at a time; none for everybody else.

    ``must`` says that one of them is to be held.
    """

    offices: tuple[Office, ...] = ()
    must: bool = False


#: The role of whoever holds no office.
NO_ROLE = Role()


def role_of(delegation: Delegation, delegate: Delegate | None) -> Role:
    """The role of a delegate, or of a delegation known by its head-count, by the column Role."""
    own = delegate.traits.get(ROLE) if delegate else ""
    return role_said(own or delegation.traits.get(ROLE, ""))


def candidates(delegation: Delegation) -> Iterator[tuple[Delegate | None, Role]]:
    """Everybody of a delegation who may hold an office; ``None`` is one of its people, unnamed."""
    for each in delegation.delegates or (None,):
        role = role_of(delegation, each)
        if role.offices:
            yield each, role


def sought_in(delegations: Iterable[Delegation]) -> tuple[Office, ...]:
    """The offices for which a list has candidates."""
    roles = (role for each in delegations for _, role in candidates(each))
    sought = {office for role in roles for office in role.offices}
    return tuple(office for office in OFFICES if office in sought)


@cache
def role_said(text: str) -> Role:
    """What a text such as ``Chair / Rapporteur`` or ``must chair`` says, in any language.

    A part of it that is more than an office, such as ``Vice-Chair``, names none. ``must``, in words
    or as an exclamation mark, counts for the whole text.
    """
    if not text:
        return NO_ROLE
    known = words("offices")
    must, offices = "!" in text, set()
    for part in _parts(text, known["and"]):
        said, is_must = _without(part, known["must"])
        said, _ = _without(said, known["may"])
        must = must or is_must
        offices |= {office for office in OFFICES if said in known[office]}
    return Role(tuple(each for each in OFFICES if each in offices), must) if offices else NO_ROLE


def _parts(text: str, between: tuple[str, ...]) -> Iterator[str]:
    """The roles that a text lists, folded."""
    for part in _BETWEEN.split(text):
        listed: list[str] = []
        for each in (*fold(part).split(), between[0]):
            if each in between:
                yield " ".join(listed)
                listed = []
            else:
                listed.append(each)


def _without(part: str, phrases: tuple[str, ...]) -> tuple[str, bool]:
    """A part without the longest phrase before or behind it, and whether there was one."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if part == phrase:
            return "", True
        if part.startswith(f"{phrase} "):
            return part.removeprefix(f"{phrase} "), True
        if part.endswith(f" {phrase}"):
            return part.removesuffix(f" {phrase}"), True
    return part, False
