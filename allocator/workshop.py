"""The workshop: the delegations of one session, and what their list says about it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from allocator.delegation import NO_TRAITS, Delegation
from allocator.enrolment.enrol import enrol
from allocator.enrolment.entry import Entry
from allocator.errors import ListRefused
from allocator.findings import Finding, Place
from allocator.remarks.rows import column_missing, heading_twice
from allocator.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

#: The columns of a frame that are more than traits.
FRAME_COLUMNS = ("delegation", "delegates", "region", "category", "seating")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a list came from: its name without folders, and the SHA-256 of its bytes in hex.

    Several files are parted by semicolons. ``saved`` is when a workbook says it was saved last, in
    ISO 8601 (UTC); empty where the file does not say.
    """

    file: str = ""
    sha256: str = ""
    saved: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """The delegations that one list holds, in the order of the list.

    ``settings`` is what the list's own ``Settings`` and ``Groups`` sheets say. ``notices`` is what
    was read, left out and trimmed. ``language`` is the language of the list's headers. ``seconds``
    is the time it took to read.
    """

    delegations: tuple[Delegation, ...]
    settings: Settings = Settings()
    notices: tuple[Finding, ...] = ()
    source: Source = Source()
    language: str = "en"
    seconds: float = field(default=0.0, compare=False)

    def __post_init__(self) -> None:
        """Identities are unique, and either every delegation names its delegates or none does."""
        if len({delegation.id for delegation in self.delegations}) < len(self.delegations):
            message = "two delegations of one workshop have the same identity"
            raise ValueError(message)
        if self.delegations and len({bool(each.delegates) for each in self.delegations}) > 1:
            message = "some delegations name their delegates and some do not"
            raise ValueError(message)

    @classmethod
    def from_frame(cls, frame: "pd.DataFrame") -> "Workshop":
        """The workshop of a data frame.

        Columns: ``delegation``, and ``delegates`` (people) for one row per delegation; without
        ``delegates`` each row is one delegate. Optional: ``region``, ``category``, ``seating``, and
        any other column, kept as a trait.

        Raises:
            ListRefused: with every problem in the frame, by row (the first data row is row 1).
        """
        delegations, notices = enrol(entries_of(frame))
        return cls(delegations=delegations, notices=notices)

    @cached_property
    def head_count(self) -> int:
        """All delegates of the workshop, in people."""
        return sum(delegation.head_count for delegation in self.delegations)

    @property
    def names_delegates(self) -> bool:
        """Whether the list has a row per delegate."""
        return bool(self.delegations) and bool(self.delegations[0].delegates)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns beside delegation, head-count, region and category, sorted."""
        traits = [each.traits for each in self.delegations]
        traits += [each.traits for those in self.delegations for each in those.delegates]
        return tuple(sorted({column for each in traits for column in each}))

    @cached_property
    def has_categories(self) -> bool:
        """Whether any delegation has a category."""
        return any(delegation.category for delegation in self.delegations)


def entries_of(frame: "pd.DataFrame") -> Iterator[Entry]:
    """The rows of a frame as entries, missing values as empty text.

    Raises:
        ListRefused: when the column ``delegation`` is missing or two columns have the same name.
    """
    names = [str(name) for name in frame.columns]
    _require_columns(names)
    columns = {name: number for number, name in enumerate(names, 1)}
    fields = [columns.get(name, 0) - 1 for name in FRAME_COLUMNS]
    traits = [(name, number - 1) for name, number in columns.items() if name not in FRAME_COLUMNS]
    values = frame.astype(object).where(frame.notna(), None)
    rows = zip(*(values.iloc[:, index].tolist() for index in range(len(names))), strict=True)
    for row, cells in enumerate(rows, 1):
        delegation, delegates, region, category, seating = (
            cells[index] if index >= 0 else None for index in fields
        )
        yield Entry(
            place=Place(row=row),
            delegation=_text(delegation),
            delegates=("" if delegates is None else delegates) if "delegates" in columns else None,
            region=_text(region),
            category=_text(category),
            seating=_text(seating),
            traits={key: _text(cells[index]) for key, index in traits if _text(cells[index])}
            if traits
            else NO_TRAITS,
            columns=columns,
        )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _require_columns(names: list[str]) -> None:
    problems = [heading_twice(name) for name, number in Counter(names).items() if number > 1]
    if "delegation" not in names:
        problems.append(column_missing("delegation", names))
    if problems:
        raise ListRefused(problems)
