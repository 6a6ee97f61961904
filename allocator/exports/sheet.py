"""A workbook of one sheet for another program: text is text, and nothing depends on the clock."""

from collections.abc import Iterable, Sequence

from allocator.rosters.book import empty_book
from allocator.rosters.edition import Edition
from allocator.rosters.look import Look
from allocator.rosters.package import packed
from allocator.rosters.page import Field, Page
from allocator.rosters.printing import set_up
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head

#: The name of the sheet, and of its table, that Word asks for in a mail merge.
PLAIN_TITLE = "Merge"


def plain_sheet(
    edition: Edition, headings: Sequence[str], rows: Iterable[Sequence[Value]]
) -> bytes:
    """Headings in the first row and nothing above them, as a mail merge wants it."""
    fields = [Field(heading=heading, width=18, most=60) for heading in headings]
    return _file(edition, fields, rows, sheet=PLAIN_TITLE)


def titled_sheet(  # noqa: PLR0913 - what stands on the sheet, each by its name
    edition: Edition,
    fields: Sequence[Field],
    rows: Iterable[Sequence[Value]],
    *,
    sheet: str,
    title: str,
    note: str = "",
) -> bytes:
    """A page to work with: the meeting, a title and a note above the table.

    ``sheet`` is its name, of at most 31 characters.
    """
    return _file(edition, fields, rows, sheet=sheet, title=title, note=note)


def _file(  # noqa: PLR0913 - what stands on the sheet, each by its name
    edition: Edition,
    fields: Sequence[Field],
    rows: Iterable[Sequence[Value]],
    *,
    sheet: str,
    title: str = "",
    note: str = "",
) -> bytes:
    book = empty_book()
    look = Look(book)
    page = Page(book.create_sheet(sheet), look, book)
    if title:
        head(page, edition, title)
        if note:
            page.line([note], "note")
        page.skip()
    page.table(fields, rows, name=PLAIN_TITLE)
    foot = edition.say(
        "overview.version", version=edition.outcome.version, date=f"{edition.stamp:%Y-%m-%d}"
    )
    set_up(page, edition, left=edition.meeting, right=title, foot=foot)
    book.properties.language = edition.language
    book.properties.created = book.properties.modified = edition.stamp
    return packed(book, (page,))
