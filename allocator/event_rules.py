"""The rules of the event, with everybody and everything they name found in the list."""

from dataclasses import dataclass, field
from typing import ClassVar

from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.offices import Office
from allocator.settings import RuleRow
from allocator.text import joined, say

#: Stands for a delegation as a whole, where a party could be one of its delegates.
NO_DELEGATE = DelegateId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A delegation, or one of its delegates; ``name`` is what the list calls it."""

    delegation: DelegationId
    delegate: DelegateId = NO_DELEGATE
    name: str = field(default="", compare=False)

    def covers(self, delegation: Delegation, delegate: Delegate | None) -> bool:
        """Whether the party takes in a delegate, or all people of a head-count delegation."""
        if self.delegation != delegation.id:
            return False
        return not self.delegate or (delegate is not None and self.delegate == delegate.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Everybody with a value in a column; ``values`` are its spellings in the list.

    ``column`` is one of ``LABELS`` or the name of a trait. A delegate without the trait has that of
    the delegation.
    """

    LABELS: ClassVar[tuple[str, ...]] = ("region", "category")

    column: str
    values: tuple[str, ...]

    @property
    def name(self) -> str:
        """The selection as rules write it: ``gender = F``."""
        return f"{self.column} = {self.values[0]}"

    def covers(self, delegation: Delegation, delegate: Delegate | None) -> bool:
        """Whether a delegate, or all people of a head-count delegation, are meant."""
        if self.column in self.LABELS:
            return getattr(delegation, self.column) in self.values
        own = delegate.traits.get(self.column) if delegate else ""
        return (own or delegation.traits.get(self.column, "")) in self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """One rule of the event.

    ``who`` are those whom it binds, ``others`` those with whom they sit together or apart.
    ``groups`` are indices of groups in plan order, empty for every group. ``number`` counts people.
    ``pairs`` says that it speaks of parties beside each other, ``counts`` that it counts people.
    ``row`` is what somebody wrote, and where.
    """

    kind: str
    row: RuleRow
    who: tuple[Party | Selection, ...] = ()
    others: tuple[Party, ...] = ()
    groups: tuple[int, ...] = ()
    number: int = 0
    pairs: bool = False
    counts: bool = False

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every delegation and delegate that the rule names."""
        return (*(each for each in self.who if isinstance(each, Party)), *self.others)

    @property
    def selections(self) -> tuple[Selection, ...]:
        """Everybody else whom it binds."""
        return tuple(each for each in self.who if isinstance(each, Selection))

    @property
    def subject(self) -> str:
        """Those whom it binds, by name."""
        *others, last = (each.name for each in self.who)
        if not others:
            return last
        return say("{first} and {second}", first=joined(", ", others), second=last)

    def binds(self, delegation: Delegation, delegate: Delegate | None) -> bool:
        """Whether it binds a delegate, or the people of a head-count delegation."""
        return any(each.covers(delegation, delegate) for each in self.who)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Who holds an office of a group because the sheet Groups says so.

    ``group`` is the index of the group in plan order. ``party`` is ``None`` for somebody who is not
    on the list; ``text`` is what the cell says, and ``similar`` a name of the list that may have
    been meant, or empty.
    """

    office: Office
    group: int
    party: Party | None
    text: str = field(default="", compare=False)
    similar: str = field(default="", compare=False)
