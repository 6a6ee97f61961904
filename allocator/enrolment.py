"""From the rows of a list to its delegations, with every problem told at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from allocator.delegation import Delegation, no_traits
from allocator.findings import Finding, Place


@dataclass(slots=True, kw_only=True)
class Entry:
    """One row of a list, as its cells say: nothing resolved, nothing trusted.

    ``delegates`` is the head-count cell (an int, float, bool, date or text), or ``None`` in a list
    with a row per delegate. ``columns`` maps a field (``delegation``, ``delegates``, ``region``,
    ...) to the number of its column, counted from 1; it is shared by all entries of a list.
    """

    place: Place
    delegation: str
    delegates: object = None
    region: str = ""
    category: str = ""
    seating: str = ""
    traits: Mapping[str, str] = field(default_factory=no_traits)


def enrol(entries: Iterable[Entry]) -> tuple[tuple[Delegation, ...], tuple[Finding, ...]]:
    """The delegations of the rows, in list order, and the notices about them.

    Raises:
        ListRefused: with every problem (counts, duplicates, unknown seatings), sorted by place.
    """
    raise NotImplementedError
