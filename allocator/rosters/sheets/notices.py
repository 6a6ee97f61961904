"""What reading the list found worth telling, by sheet and cell."""

from collections.abc import Iterator, Sequence

from allocator.rosters.edition import Edition
from allocator.rosters.page import Field, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head

#: Fields of a notice, and the width of each column in characters.
_WIDTHS = {"notice": 90, "code": 14, "file": 30, "sheet": 18, "line": 8, "column": 9, "found": 26}


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    head(page, edition, edition.say("notices.title"))
    page.skip()
    if not edition.outcome.workshop.notices:
        page.line([edition.say("notices.none")], "strong")
    numbers = {"line": "small", "column": "small"}
    fields = [
        Field(heading=edition.heading(name), width=width, style=numbers.get(name, "text"))
        for name, width in _WIDTHS.items()
    ]
    page.table(fields, _rows(edition), name="Notices")


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    for notice in edition.outcome.workshop.notices:
        place = notice.place
        yield [
            notice.message, notice.code, place.file, place.sheet, place.row or None,
            place.column or None, notice.found,
        ]  # fmt: skip
