"""``door-sheets``: a page for the door of each room, with the delegations that meet behind it."""

from functools import partial

from openpyxl.worksheet.pagebreak import Break

from allocator.exports.export import Export
from allocator.exports.flow import Flow, flow
from allocator.exports.group_head import group_texts, write_group_head
from allocator.exports.group_sheets import sheet_per_group
from allocator.exports.marks import marks
from allocator.exports.paper import HEIGHT, WIDTH, Face, Paper
from allocator.rosters.edition import Edition
from allocator.text import say

#: Columns of the sheet: those of the names, one to three, are made of them.
_COLUMNS = 6
#: Of them, those of the mark and those of the texts beside it.
_SPANS = (2, 4)
#: Points: the size of the mark, the least height of it, the space below it.
_MARK, _LEAST, _SPACE = 96, 140, 14


def make(edition: Edition) -> bytes:
    """A sheet per group; of one page, unless the delegations are very many."""
    write = partial(_write, edition=edition)
    return sheet_per_group(edition, write, title=say("Door sheets"))


def _write(page: Paper, *, edition: Edition, index: int) -> None:
    page.widths([WIDTH / _COLUMNS] * _COLUMNS)
    taken = write_group_head(
        page,
        marks(edition)[index],
        group_texts(edition, index),
        spans=_SPANS,
        width=WIDTH * _SPANS[1] / _COLUMNS,
        size=_MARK,
        least=_LEAST,
    )
    page.spread([(None, Face(lines="b"), _COLUMNS)], _SPACE)
    page.sheet.print_title_rows = f"1:{page.row}"
    names = [each.name for each in edition.a_to_z if edition.outcome.seats_of(each)[index]]
    _write_names(page, flow(names, HEIGHT - taken - _SPACE))


def _write_names(page: Paper, names: Flow) -> None:
    """The names, with the head above them on every page."""
    span = _COLUMNS // names.columns
    # From the right, LibreOffice indents some of the cells that are made of several (7.4).
    face = page.face(Face(size=names.size, indent=0 if page.from_right else 1))
    for number, placed in enumerate(names.pages):
        if number:
            page.sheet.row_breaks.append(Break(id=page.row))
        rows: dict[int, list[str | None]] = {}
        for each in placed:
            first, column = page.row + each.row + 1, each.column * span
            for row in range(each.row, each.row + each.rows):
                rows.setdefault(row, [None] * _COLUMNS)
            rows[each.row][column] = each.name
            page.join(first, column + 1, rows=each.rows, columns=span)
        for row in sorted(rows):
            page.line(rows[row], face, height=names.row_height)


EXPORT = Export(
    name="door-sheets",
    about=say("a page for the door of each room: its group in large type, and the delegations"),
    ending=".xlsx",
    make=make,
)
