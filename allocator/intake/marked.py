"""A copy of the user's list in which every problem is marked where it stands."""

import warnings
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO

from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from allocator.errors import ListRefused
from allocator.findings import Finding, Place, column_letters
from allocator.intake import refusals
from allocator.intake.guard import Kind, require_harmless
from allocator.intake.header import find_header
from allocator.intake.manner import Reading
from allocator.intake.marks import mark, plain
from allocator.intake.reading import sheets_of
from allocator.intake.sheet import Sheet, Value, shown
from allocator.intake.upload import Upload
from allocator.intake.xlsx import DAMAGE
from allocator.language import LANGUAGES
from allocator.text import say, told

#: What a sheet without a name is called in the copy.
ONLY_SHEET = say("List")
#: Widths of columns, in characters.
NARROWEST, WIDEST = 9.0, 50.0


def marked_copy(
    upload: Upload, findings: Sequence[Finding], reading: Reading | None = None
) -> bytes:
    """The list as the bytes of an ``.xlsx`` with each problem marked at its cell.

    Of a workbook, values, formulas and look are kept as far as openpyxl keeps them; a list in
    another format is written anew from what was read, text always as text. The cells of errors are
    red, those of notices amber, and each has a comment with code and message. A last sheet lists
    all of it. What is said is in the language of the list's header.

    Raises:
        ListRefused: when the file cannot be taken apart.
    """
    file = require_harmless(upload)
    reading = reading or Reading()
    sheets = sheets_of(file, reading)
    language = _language(sheets, reading)
    only = told(ONLY_SHEET, language)
    book = _opened(upload) if file.kind is Kind.XLSX else _rebuilt(sheets, only)
    mark(book, findings, Place(file=upload.file, sheet=only), language)
    return _file(book)


def _language(sheets: Sequence[Sheet], reading: Reading) -> str:
    """The language of the header that is understood best; the default one when there is none."""
    headers = [header for sheet in sheets if (header := find_header(sheet.rows, reading))]
    best = max(headers, key=lambda header: header.score, default=None)
    return best.language if best else LANGUAGES[0]


def _opened(upload: Upload) -> Book:
    with warnings.catch_warnings():
        # openpyxl warns of extensions that it does not keep; what matters here are the cells.
        warnings.simplefilter("ignore", UserWarning)
        try:
            return load_workbook(BytesIO(upload.content))
        except DAMAGE as error:
            raise ListRefused([refusals.damaged(upload.place)]) from error


def _rebuilt(sheets: Sequence[Sheet], only: str) -> Book:
    """The sheets as a new workbook; ``only`` is what a sheet without a name is called."""
    book = Book()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(plain(sheet.name or only)[:31])
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        for number, row in sheet.rows.items():
            for column, value in enumerate(row, 1):
                _write(page.cell(number, column), value)
        for letters, width in _widths(sheet).items():
            page.column_dimensions[letters].width = width
    return book


def _widths(sheet: Sheet) -> dict[str, float]:
    """Letters of each column -> width in characters, so that usual texts show."""
    widths: dict[str, float] = {}
    for row in sheet.rows.values():
        for column, value in enumerate(row, 1):
            letters = column_letters(column)
            width = min(2 + len(shown(value)), WIDEST)
            widths[letters] = max(widths.get(letters, NARROWEST), width)
    return widths


def _write(cell: Cell, value: Value) -> None:
    """Put a value into a cell, text as text whatever it begins with."""
    if isinstance(value, bool | int | float | datetime | date | time):
        cell.value = value
    elif text := plain(shown(value)):
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _file(book: Book) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        _MemoryWriter(book, archive).save()
    return buffer.getvalue()


class _MemoryWriter(ExcelWriter):
    """openpyxl's writer, which would put every sheet into a temporary file first."""

    def __init__(self, book: Book, archive: zipfile.ZipFile) -> None:
        super().__init__(book, archive)
        self._parts = archive

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write one sheet in memory."""
        drawing = SpreadsheetDrawing()
        drawing.charts = list(ws._charts)  # type: ignore[attr-defined]  # noqa: SLF001 - no public list
        drawing.images = list(ws._images)  # type: ignore[attr-defined]  # noqa: SLF001 - as above
        ws._drawing = drawing  # type: ignore[attr-defined]  # noqa: SLF001 - where it is looked for
        part = BytesIO()
        writer = WorksheetWriter(ws, part)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - as openpyxl does
        self._parts.writestr(ws.path[1:], part.getvalue())
        self.manifest.append(ws)
