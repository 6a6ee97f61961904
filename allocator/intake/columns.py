"""The columns of a list as a page shows them: heading, what it is read as, and an example."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.findings import column_letters
from allocator.intake.listing import Candidates, first_row_of_several
from allocator.intake.sheet import Row, Sheet, filled, is_blank, shown

#: Characters of an example.
LONGEST_EXAMPLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the list.

    ``field`` is what it is read as (``delegation``, ``delegates``, ``region``, ...), ``""`` for a
    column that is kept under its heading. ``example`` is the first text below the heading.
    """

    letter: str
    heading: str
    field: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where the list was looked for, whether or not it could be read.

    ``sheets`` are the names of all sheets; a text file has none. ``sheet`` is the one that was
    read, ``header_row`` the row of its headings: when none was recognised, the first row with
    several texts, and 0 when there is no such row either.
    """

    sheets: tuple[str, ...] = ()
    sheet: str = ""
    header_row: int = 0
    columns: tuple[Column, ...] = ()


def view_of(candidates: Candidates, recognised: Mapping[str, int] | None = None) -> View:
    """The likeliest sheet and its columns.

    Args:
        candidates: the sheets that may be the list.
        recognised: field -> index of its column, from 0; without it, what the headings say.
    """
    names = tuple(sheet.name for sheet in candidates.all if sheet.name)
    if not candidates.sheets:
        return View(sheets=names)
    sheet, header = candidates.sheets[0]
    row = header.row if header else first_row_of_several(sheet)
    if recognised is None:
        recognised = header.columns if header else {}
    meanings = {index: field for field, index in recognised.items()}
    below = [cells for number, cells in sheet.rows.items() if number > row]
    # A sub-head is no example of a delegation.
    below = [cells for cells in below if len(filled(cells)) > 1] or below
    columns = (
        Column(
            letter=column_letters(index + 1),
            heading=" ".join(_text(sheet.rows.get(row, ()), index).split()),
            field=meanings.get(index, ""),
            example=_example(below, index),
        )
        for index in range(_width(sheet, row))
    )
    return View(
        sheets=names,
        sheet=sheet.name,
        header_row=row,
        columns=tuple(each for each in columns if each.heading or each.example),
    )


def _width(sheet: Sheet, row: int) -> int:
    return len(sheet.rows.get(row, ()))


def _text(cells: Row, index: int) -> str:
    return shown(cells[index]) if index < len(cells) else ""


def _example(rows: list[Row], index: int) -> str:
    texts = (_text(cells, index) for cells in rows)
    return next((text[:LONGEST_EXAMPLE].strip() for text in texts if not is_blank(text)), "")
