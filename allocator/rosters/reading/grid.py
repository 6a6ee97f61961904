"""The cells of a sheet, and the tables found in them by their headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allocator.findings import Place
from allocator.folding import fold
from allocator.rosters.problems import Problems

#: The longest number that is read from a text, in digits; Python refuses thousands of them.
MOST_DIGITS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The values of one sheet, rows from the first; empty cells are ``None``."""

    title: str
    rows: tuple[tuple[object, ...], ...]

    def row_with(self, headings: Sequence[str]) -> int:
        """The first row, counted from 1, that holds all these texts; 0 when there is none."""
        wanted = {fold(heading) for heading in headings}
        for number, row in enumerate(self.rows, start=1):
            if wanted <= {fold(cell) for cell in row if isinstance(cell, str)}:
                return number
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table; cells are asked for by field."""

    grid: Grid
    number: int
    columns: Mapping[str, int]
    problems: Problems

    def raw(self, field: str) -> object:
        """The value of a field's cell; ``None`` when it is empty or the table lacks the column."""
        cells, column = self.grid.rows[self.number - 1], self.columns.get(field, 0)
        return cells[column - 1] if 0 < column <= len(cells) else None

    def text(self, field: str) -> str:
        """The text of a field; a whole number in the cell is written without decimals."""
        value = self.raw(field)
        if value is None:
            return ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value)

    def number_of(self, field: str, *, least: int = 0) -> int:
        """The whole number of a field; what is none is told, and counts as ``least``."""
        value = self.raw(field)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, str) and value.strip().isdecimal() and len(value) <= MOST_DIGITS:
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            self.problems.no_number(self.place(field), self.text(field), least)
            return least
        return value

    def place(self, field: str) -> Place:
        """Where the field stands."""
        return self.problems.at(self.grid.title, self.number, self.columns.get(field, 0))

    def is_blank(self, fields: Sequence[str]) -> bool:
        """Whether all these fields are empty."""
        return not any(self.text(field).strip() for field in fields)


def rows_below(
    grid: Grid, headings: Mapping[str, str], required: Sequence[str], problems: Problems
) -> Iterator[Row]:
    """The rows below the heading row that holds the required fields, to the end of the sheet.

    ``headings``: field -> its heading. Rows whose required fields are all empty are left out:
    cutting a row in Excel leaves such a gap. Without a heading row there are no rows, and that is
    told as a problem.
    """
    wanted = [headings[field] for field in required]
    head = grid.row_with(wanted)
    if not head:
        problems.no_heading(grid.title, ", ".join(wanted))
        return
    columns = columns_of(grid.rows[head - 1], headings)
    for number in range(head + 1, len(grid.rows) + 1):
        row = Row(grid=grid, number=number, columns=columns, problems=problems)
        if not row.is_blank(required):
            yield row


def columns_of(cells: Sequence[object], headings: Mapping[str, str]) -> dict[str, int]:
    """Field -> column, counted from 1, for the headings that a row has; the first one counts."""
    places: dict[str, int] = {}
    for column, cell in enumerate(cells, start=1):
        if isinstance(cell, str):
            places.setdefault(fold(cell), column)
    return {
        field: places[fold(heading)]
        for field, heading in headings.items()
        if fold(heading) in places
    }
