"""Finds in a list whom a text names: a delegation, a delegate, or everybody with a value."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property

from allocator.countries import resolve
from allocator.delegation import Delegate, Delegation
from allocator.event_rules import Party, Selection
from allocator.folding import fold
from allocator.vocabulary import keys_of
from allocator.workshop import Workshop

#: What parts a column from a value, the first one that names a column.
_SIGNS = ("=", ":")
#: How alike a name must be to be suggested, from 0 to 1.
_ALIKE = 0.75


class UnknownError(Exception):
    """No delegation and no delegate has the name; ``similar`` is one of a like name, or empty."""

    def __init__(self, similar: str) -> None:
        """Keep what may have been meant."""
        super().__init__(similar)
        self.similar = similar


class AmbiguousError(Exception):
    """Several delegates have the name."""

    def __init__(self, number: int) -> None:
        """Keep how many they are."""
        super().__init__(number)
        self.number = number


class Directory:
    """The delegations and delegates of a workshop by every name they can be called by."""

    def __init__(self, workshop: Workshop) -> None:
        """Look nothing up yet."""
        self._workshop = workshop

    def party(self, text: str) -> Party:
        """The delegation of a name, else the delegate of a name, an e-mail or a registration.

        A delegation is also found by any official name of its State, or its three-letter ISO code.

        Raises:
            UnknownError: when there is none.
            AmbiguousError: when there are several.
        """
        delegation = self._by_name.get(fold(text)) or self._by_id.get(self._identity(text))
        if delegation is not None:
            return Party(delegation=delegation.id, name=delegation.name)
        found = self._delegates.get(fold(text)) or self._in_brackets(text)
        if len(found) > 1:
            raise AmbiguousError(len(found))
        if not found:
            raise UnknownError(self._similar(text))
        ((delegation, delegate),) = found
        return Party(
            delegation=delegation.id,
            delegate=delegate.id,
            name=f"{delegate.name or delegate.id} ({delegation.name})",
        )

    def knows(self, text: str) -> bool:
        """Whether a name stands for one party."""
        try:
            self.party(text)
        except (UnknownError, AmbiguousError):
            return False
        return True

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns that a selection may name."""
        return tuple(self._columns.values())

    def selection(self, text: str) -> Selection | None:
        """Everybody with a value such as ``gender = F``; ``None`` when no column is named.

        Without anybody who has the value, the selection has no values.
        """
        for sign in _SIGNS:
            name, parted, value = text.partition(sign)
            column = self._columns.get(fold(name)) or self._columns.get(
                keys_of("headings").get(fold(name), "")
            )
            if parted and column:
                return Selection(column=column, values=self._spellings(column, value.strip()))
        return None

    def values_of(self, column: str) -> tuple[str, ...]:
        """The values of a column in the list, sorted."""
        return tuple(sorted(set(self._texts(column)) - {""}))

    def _spellings(self, column: str, value: str) -> tuple[str, ...]:
        """How the list writes a value: spellings that differ in case and accents are one."""
        wanted = _key(column, value)
        return tuple(each for each in self.values_of(column) if _key(column, each) == wanted)

    def _texts(self, column: str) -> Iterable[str]:
        delegations = self._workshop.delegations
        if column in Selection.LABELS:
            return (getattr(each, column) for each in delegations)
        traits = [each.traits for each in delegations]
        traits += [each.traits for those in delegations for each in those.delegates]
        return (each.get(column, "") for each in traits)

    @cached_property
    def _columns(self) -> dict[str, str]:
        """Folded name -> column of the list."""
        labels = ("region", *(("category",) if self._workshop.has_categories else ()))
        return {fold(column): column for column in (*self._workshop.columns, *labels)}

    @cached_property
    def _by_name(self) -> dict[str, Delegation]:
        return {fold(each.name): each for each in reversed(self._workshop.delegations)}

    @cached_property
    def _by_id(self) -> dict[str, Delegation]:
        return {each.id: each for each in self._workshop.delegations}

    @cached_property
    def _delegates(self) -> dict[str, list[tuple[Delegation, Delegate]]]:
        """Every name, e-mail and registration, folded -> the delegates it stands for."""
        found: dict[str, list[tuple[Delegation, Delegate]]] = {}
        for delegation in self._workshop.delegations:
            for delegate in delegation.delegates:
                for text in _names(delegation, delegate):
                    found.setdefault(text, []).append((delegation, delegate))
        return found

    def _in_brackets(self, text: str) -> Sequence[tuple[Delegation, Delegate]]:
        """Who a text such as ``Ana Ruiz (Spain)`` names, whatever the language of the State."""
        name, opened, state = text.strip().removesuffix(")").rpartition(" (")
        found = self._delegates.get(fold(name), ()) if opened else ()
        return [each for each in found if each[0].id == self._identity(state)]

    def _identity(self, text: str) -> str:
        return text.strip() if text.strip() in self._by_id else resolve(text)[0]

    def _similar(self, text: str) -> str:
        names = {fold(each.name): each.name for each in self._workshop.delegations}
        names |= {
            fold(delegate.name): delegate.name
            for each in self._workshop.delegations
            for delegate in each.delegates
            if delegate.name
        }
        close = get_close_matches(fold(text), names, 1, _ALIKE)
        return names[close[0]] if close else ""


def _key(column: str, value: str) -> str:
    """What two spellings of a value share; a UN regional group has many names."""
    return keys_of("regions").get(fold(value), fold(value)) if column == "region" else fold(value)


def _names(delegation: Delegation, delegate: Delegate) -> set[str]:
    traits = delegate.traits
    first, last = traits.get("first_name", ""), traits.get("last_name", "")
    names = {delegate.name, f"{last} {first}".strip(), f"{last}, {first}".strip(", ")}
    names |= {traits.get("email", ""), traits.get("registration", "")}
    names |= {f"{name} ({delegation.name})" for name in names if name}
    return {fold(name) for name in names if name}
