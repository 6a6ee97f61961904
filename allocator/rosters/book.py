"""An edition as a workbook in memory."""

from openpyxl import Workbook as Book

from allocator.rosters.catalog import drafts
from allocator.rosters.edition import Edition
from allocator.rosters.look import Look
from allocator.rosters.package import packed
from allocator.rosters.page import Page
from allocator.rosters.printing import set_up
from allocator.rosters.rows import writable

#: Who wrote the file, as its properties say; never a person or a machine.
CREATOR = "allocator"


def written(book: Book, edition: Edition) -> tuple[Page, ...]:
    """Every sheet of the edition, written into the workbook, in order."""
    look = Look(book, from_right=edition.from_right)
    planned = tuple(drafts(edition))
    pages = tuple(Page(book.create_sheet(draft.title), look, book) for draft in planned)
    for draft, page in zip(planned, pages, strict=True):
        page.sheet.sheet_properties.tabColor = draft.colour
        draft.write(page)
        set_up(
            page,
            edition,
            left=edition.meeting,
            right=draft.heading or draft.title,
            foot=_foot(edition),
        )
    return pages


def file_of(edition: Edition) -> bytes:
    """The edition's workbook as a file; the same edition gives the same bytes."""
    book = empty_book()
    pages = written(book, edition)
    settings = edition.outcome.workshop.settings
    book.properties.title = writable(settings.meeting or edition.say("overview.title"))
    book.properties.subject = writable(settings.theme or "")
    book.properties.language = edition.language
    book.properties.created = book.properties.modified = edition.stamp
    return packed(book, pages)


def empty_book() -> Book:
    """A workbook without sheets, signed by the program."""
    book = Book()
    book.remove(book.worksheets[0])
    book.properties.creator = book.properties.lastModifiedBy = CREATOR
    return book


def _foot(edition: Edition) -> str:
    return edition.say(
        "overview.version", version=edition.outcome.version, date=f"{edition.stamp:%Y-%m-%d}"
    )
