"""What reading the list found worth telling, by sheet and cell."""

from collections.abc import Iterator, Sequence

from allocator.rosters.edition import Edition
from allocator.rosters.page import Field, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head
from allocator.text import told

#: Fields of a notice, and the width of each column in characters.
_WIDTHS = {"notice": 90, "code": 14, "file": 14, "sheet": 12, "line": 8, "column": 9, "found": 12}
#: How wide the columns of texts may become.
_MOST = {"file": 46, "sheet": 24, "found": 26}


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    head(page, edition, edition.say("notices.title"))
    page.skip()
    if not edition.outcome.workshop.notices:
        page.line([edition.say("notices.none")], "strong")
    numbers = {"line": "small", "column": "small"}
    columns = _columns(edition)
    fields = [
        Field(
            heading=edition.heading(name),
            width=_WIDTHS[name],
            most=_MOST.get(name, 0),
            style=numbers.get(name, "text"),
        )
        for name in columns
    ]
    rows = (row[: len(columns)] for row in _rows(edition))
    page.table(fields, rows, name="Notices")


def _columns(edition: Edition) -> tuple[str, ...]:
    """The fields of the sheet; the last one only when a notice has something in it."""
    names = tuple(_WIDTHS)
    return names if any(each.found for each in edition.outcome.workshop.notices) else names[:-1]


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    for notice in edition.outcome.workshop.notices:
        place, message = notice.place, told(notice.message, edition.language)
        yield [
            _sentence(message), notice.code, place.file, place.sheet, place.row or None,
            place.column or None, notice.found,
        ]  # fmt: skip


def _sentence(message: str) -> str:
    """The message with a capital letter: on a terminal it stands behind its place, here alone."""
    return message[:1].upper() + message[1:]
