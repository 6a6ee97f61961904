"""Delegations, and the delegates who make them up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NewType

from allocator.settings import Seating

DelegationId = NewType("DelegationId", str)
DelegateId = NewType("DelegateId", str)

NO_TRAITS: Mapping[str, str] = MappingProxyType({})


def no_traits() -> Mapping[str, str]:
    """The traits of somebody about whom the list says nothing more."""
    return NO_TRAITS


#: Traits of a delegate that rosters print and read back, in the order of their columns.
#: Every other column of a list serves goals and rules only and is never printed.
DELEGATE_TRAITS = ("title", "first_name", "last_name", "name", "function", "gender", "language",
                   "role", "email", "registration")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """One person of a named list.

    ``traits`` maps a trait (``DELEGATE_TRAITS``, or the header of another column as the list writes
    it) to its text; what the list leaves blank is missing.
    """

    id: DelegateId
    traits: Mapping[str, str] = field(default_factory=no_traits)

    @property
    def name(self) -> str:
        """The name as rosters print it: title aside, in the order the list gives; may be empty."""
        whole = self.traits.get("name", "")
        first, last = self.traits.get("first_name", ""), self.traits.get("last_name", "")
        return whole or " ".join(part for part in (first, last) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A State or organization and its people.

    ``id`` is the ISO 3166 alpha-3 code where the name resolves to one, else the folded name.
    ``name`` is the text of the list, unchanged. ``region`` and ``category`` are the labels it is
    counted under. ``delegates`` is empty when the list gives head-counts only; otherwise it has
    ``head_count`` members.
    """

    id: DelegationId
    name: str
    head_count: int
    region: str = ""
    category: str = ""
    iso3: str = ""
    seating: Seating | None = None
    traits: Mapping[str, str] = field(default_factory=no_traits)
    delegates: tuple[Delegate, ...] = ()

    def __post_init__(self) -> None:
        """A delegation has at least one person, and as many as it names."""
        if self.head_count < 1:
            message = f"{self.name} has {self.head_count} delegates; a delegation has at least 1"
            raise ValueError(message)
        if self.delegates and len(self.delegates) != self.head_count:
            message = f"{self.name} names {len(self.delegates)} of {self.head_count} delegates"
            raise ValueError(message)
