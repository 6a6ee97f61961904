"""One row of a list, before anything in it is trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from allocator.delegation import no_traits
from allocator.findings import Place


@dataclass(slots=True, kw_only=True)
class Entry:
    """One row of a list, as its cells say: nothing resolved, nothing trusted.

    ``delegates`` is the head-count cell (an int, float, bool, date or text), or ``None`` in a list
    with a row per delegate. ``columns`` maps a field (``delegation``, ``delegates``, ``region``,
    ...) to the number of its column, counted from 1; it is shared by all entries of a list.
    ``rules`` has what the row says in the columns of rules (``pin``, ``together``, ``apart``).
    """

    place: Place
    delegation: str
    delegates: object = None
    region: str = ""
    category: str = ""
    seating: str = ""
    traits: Mapping[str, str] = field(default_factory=no_traits)
    columns: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)

    def place_of(self, name: str) -> Place:
        """The cell of a field; the row alone where the field has no column."""
        column = self.columns.get(name, 0)
        return replace(self.place, column=column) if column else self.place
