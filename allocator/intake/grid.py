"""What all sheets of cells have in common: their limits, and merged cells."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from allocator.findings import Finding, column_letters
from allocator.intake import told
from allocator.intake.sheet import Row, Sheet, Value, filled

#: The last row and column that may hold anything.
LAST_ROW = 100_100
LAST_COLUMN = 200

#: A merged range: top row, left column, bottom row, right column, each counted from 1, inclusive.
Range = tuple[int, int, int, int]


def fill_merged(
    sheet: Sheet,
    ranges: Iterable[Range],
    *,
    set_apart: frozenset[int] = frozenset(),
    notices: Sequence[Finding] = (),
) -> Sheet:
    """The sheet without its blank rows, and with merged cells that say the same in every row.

    A range in one row sets this row apart. In a range over several rows, the left cell of each
    takes its value; the cells to the right of it stay empty, as a reader sees one cell.
    """
    apart, rows, told_of = set(set_apart), sheet.rows, list(notices)
    for top, left, bottom, right in sorted(ranges):
        if top == bottom:
            apart.add(top)
            continue
        value = rows[top][left - 1] if top in rows and left <= len(rows[top]) else ""
        if value == "":
            continue
        for number in range(top, bottom + 1):
            if number in rows:
                rows[number] = with_value(rows[number], left - 1, rows[top][left - 1])
        area = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
        told_of.append(told.merged_filled(sheet.place(top, left), area))
    kept = {number: row for number, row in rows.items() if filled(row)}
    return replace(sheet, rows=kept, set_apart=frozenset(apart), notices=tuple(told_of))


def with_value(row: Row, index: int, value: Value) -> Row:
    """The row with another value in the cell of an index, from 0."""
    return (*row[:index], value, *row[index + 1 :])
