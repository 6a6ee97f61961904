"""A workbook as bytes: without temporary files, and the same bytes for the same workbook."""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import fromstring

from allocator.rosters.page import Page
from allocator.rosters.rows import sheet_data

if TYPE_CHECKING:
    from _typeshed import SizedBuffer
    from openpyxl.drawing.graphic import GraphicFrame

#: The date of every part of the file; the first that a zip archive can hold.
_PART_DATE = (1980, 1, 1, 0, 0, 0)


def packed(book: Book, pages: Sequence[Page]) -> bytes:
    """The file of a workbook with these pages, which are all its sheets.

    The bytes depend on workbook and pages only, not on the clock; nothing touches the disk.
    """
    buffer = BytesIO()
    with _DatelessZip(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        _MemoryWriter(book, archive, pages).write_data()
    return buffer.getvalue()


class _DatelessZip(zipfile.ZipFile):
    """A zip archive whose parts all have the same date."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a part under its name, without the date of today."""
        part = zipfile.ZipInfo(str(zinfo_or_arcname), _PART_DATE)
        part.external_attr = 0o600 << 16
        super().writestr(part, data, compress_type or self.compression, compresslevel)


class _DescribedDrawing(SpreadsheetDrawing):
    """A drawing whose charts carry the text that screen readers read."""

    #: openpyxl collects these anew for each class and writes nothing without them.
    __elements__ = SpreadsheetDrawing.__elements__
    tagname = SpreadsheetDrawing.tagname

    alt_texts: Sequence[str] = ()

    def _chart_frame(self, idx: int) -> "GraphicFrame":
        """The frame of a chart; openpyxl has no public way to describe one."""
        frame: GraphicFrame = super()._chart_frame(idx)  # type: ignore[misc]  # not in the stubs
        described = frame.nvGraphicFramePr.cNvPr
        described.descr = self.alt_texts[idx - 1]  # type: ignore[attr-defined]  # mistyped in the stubs
        return frame


class _SheetWriter(WorksheetWriter):
    """Writes a sheet whose rows are on its page; a sheet of openpyxl has no say in them."""

    def __init__(self, page: Page, out: BytesIO) -> None:
        super().__init__(page.sheet, out)
        self._page = page

    def write_dimensions(self) -> None:
        """Leave out the size of the sheet: readers that trust it lose rows when it is wrong."""

    def write_rows(self) -> None:
        """Write the rows."""
        self.xf.send(fromstring(sheet_data(self._page.lines, self._page.look)))


class _MemoryWriter(ExcelWriter):
    """openpyxl's writer, with every sheet made in memory from its page."""

    def __init__(self, book: Book, archive: zipfile.ZipFile, pages: Iterable[Page]) -> None:
        super().__init__(book, archive)
        self._parts = archive
        self._pages = {page.sheet.title: page for page in pages}

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write one sheet; openpyxl's own would write names of delegates to a temporary file."""
        page = self._pages[ws.title]
        drawing = _DescribedDrawing()
        drawing.charts = list(ws._charts)  # type: ignore[attr-defined]  # noqa: SLF001 - no public list
        drawing.alt_texts = page.alt_texts
        ws._drawing = drawing  # type: ignore[attr-defined]  # noqa: SLF001 - where it is looked for
        part = BytesIO()
        writer = _SheetWriter(page, part)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - as openpyxl does
        self._parts.writestr(ws.path[1:], part.getvalue())
        self.manifest.append(ws)
