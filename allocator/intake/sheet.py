"""What a file holds: sheets of rows of values, whatever the format was."""

from dataclasses import dataclass
from datetime import date, datetime, time

from allocator.findings import Finding, Place


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a value: ``E-FORMULA`` (no stored result) or ``E-CELLERR`` (``#N/A``)."""

    code: str
    text: str


Value = str | int | float | bool | date | datetime | time | Fault
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; a text file is one sheet without a name.

    ``rows`` maps the number of each row that is not blank (from 1; in a text file the line) to its
    cells, in order; empty cells are ``""``. ``set_apart`` are rows that are merged over several
    columns or printed bold. ``notices`` tell of merged cells that were filled.
    """

    file: str
    name: str
    rows: dict[int, Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    set_apart: frozenset[int] = frozenset()
    notices: tuple[Finding, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        """A place in this sheet; row and column count from 1, 0 means the whole."""
        return Place(file=self.file, sheet=self.name, row=row, column=column)


def shown(value: Value) -> str:
    """The text of a value as a reader of the list would write it; a whole float as a whole."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value.text if isinstance(value, Fault) else str(value)


def is_blank(value: Value) -> bool:
    """Whether a cell says nothing: empty, or white space only."""
    return isinstance(value, str) and (not value or value.isspace())


def filled(row: Row) -> list[int]:
    """The indices, from 0, of the cells of a row that say something."""
    return [index for index, value in enumerate(row) if not is_blank(value)]
