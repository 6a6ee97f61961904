"""Sheets for the wall and the table: A4 upright, each text in the type that its place wants."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.properties import PageSetupProperties

from allocator.language import script
from allocator.rosters.book import empty_book
from allocator.rosters.edition import Edition
from allocator.rosters.look import FONT, INK, LINE, Look
from allocator.rosters.package import packed
from allocator.rosters.page import Page
from allocator.rosters.printing import set_up
from allocator.rosters.rows import Value, writable

#: What can be printed on between the margins: characters of 11 point across, points down.
WIDTH, HEIGHT = 94.0, 742.0
#: The order of reading of a cell's text. Source: ECMA-376 part 1, 18.8.1, readingOrder.
_FROM_RIGHT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a text looks: its ``size`` in points, colours as RRGGBB, what is drawn around it.

    ``at`` is left (where lines of the language begin) or center. ``lines`` names the sides of the
    cell with a line, as the first letters of top, bottom, left and right.
    """

    size: float = 11
    bold: bool = False
    ink: str = INK
    fill: str = ""
    at: str = "left"
    lines: str = ""
    indent: int = 0


class Faces(Look):
    """The looks of one workbook, each added when a cell first wants it."""

    def __init__(self, book: Book, *, from_right: bool) -> None:
        """Begin without a look; ``from_right`` says how the language is written."""
        super().__init__(book)
        self._book = book
        self.from_right = from_right
        self._known: dict[str, tuple[int, int]] = {}

    def name(self, face: Face) -> str:
        """The name by which cells of a page ask for a look."""
        name = repr(face)
        if name not in self._known:
            sheet = self._book.worksheets[0]
            cell = Cell(sheet, 1, 1)
            cell.font = Font(name=FONT, size=face.size, bold=face.bold, color=face.ink)
            cell.alignment = self._alignment(face)
            cell.border = _border(face.lines)
            if face.fill:
                cell.fill = PatternFill("solid", fgColor=face.fill)
            plain = cell.style_id
            cell.quotePrefix = True
            self._known[name] = plain, cell.style_id
        return name

    def number(self, style: str, *, quoted: bool = False) -> int:
        """The number that cells name a look by; ``quoted`` is for text like a formula."""
        if style in self._known:
            return self._known[style][quoted]
        return super().number(style, quoted=quoted)

    def _alignment(self, face: Face) -> Alignment:
        """Lines begin on the right where the language does."""
        begins = "right" if self.from_right else "left"
        return Alignment(
            horizontal="center" if face.at == "center" else begins,
            vertical="center",
            wrap_text=True,
            indent=face.indent,
            readingOrder=_FROM_RIGHT if self.from_right else 0,
        )


class Paper(Page):
    """A sheet to print, row by row; its faces stand in for the styles of the workbook."""

    def spread(self, parts: Sequence[tuple[Value, Face, int]], height: float) -> int:
        """Write one row of texts, each over so many columns; the height in points."""
        values: list[Value] = []
        styles: list[str] = []
        for value, face, span in parts:
            if span > 1:
                self.join(self.row + 1, len(values) + 1, columns=span)
            values += [value, *[None] * (span - 1)]
            styles += [self.face(face)] * span
        return self.line(values, styles, height=height)

    def join(self, row: int, column: int, *, rows: int = 1, columns: int = 1) -> None:
        """Make one cell of several."""
        self.sheet.merge_cells(
            start_row=row,
            start_column=column,
            end_row=row + rows - 1,
            end_column=column + columns - 1,
        )

    @property
    def from_right(self) -> bool:
        """Whether the language of the sheet is written from right to left."""
        return self._faces.from_right

    def face(self, face: Face) -> str:
        """The name of a look in this workbook."""
        return self._faces.name(face)

    @property
    def _faces(self) -> Faces:
        if not isinstance(self.look, Faces):
            message = "a sheet to print has faces"
            raise TypeError(message)
        return self.look


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sheet that is planned: the name of its tab, its colour, and what writes it."""

    title: str
    colour: str
    write: Callable[[Paper], None]


def print_ready(edition: Edition, drafts: Iterable[Draft], *, title: str) -> bytes:
    """The file of a workbook with these sheets, on A4 upright at their own size.

    ``title`` stands in the header and says what the sheets are.
    """
    book = empty_book()
    from_right = script(edition.language)["direction"] == "rtl"
    planned = tuple(drafts)
    sheets = [book.create_sheet(draft.title) for draft in planned]
    faces = Faces(book, from_right=from_right)
    pages = tuple(Paper(sheet, faces, book) for sheet in sheets)
    for draft, page in zip(planned, pages, strict=True):
        draft.write(page)
        page.sheet.sheet_properties.tabColor = draft.colour
        _set_up(page, edition, title, from_right=from_right)
    book.properties.title = writable(title)
    book.properties.language = edition.language
    book.properties.created = book.properties.modified = edition.stamp
    return packed(book, pages)


def _set_up(page: Paper, edition: Edition, title: str, *, from_right: bool) -> None:
    foot = edition.say(
        "overview.version", version=edition.outcome.version, date=f"{edition.stamp:%Y-%m-%d}"
    )
    set_up(page, edition, left=edition.meeting, right=title, foot=foot)
    page.sheet.page_setup.orientation = "portrait"
    # Excel heeds no page break of a sheet that it fits to the paper.
    page.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    page.sheet.sheet_view.rightToLeft = from_right or None


def _border(sides: str) -> Border:
    def side(letter: str) -> Side:
        return Side("thin", color=LINE) if letter in sides else Side()

    return Border(left=side("l"), right=side("r"), top=side("t"), bottom=side("b"))
