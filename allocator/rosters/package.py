"""A workbook as bytes: without temporary files, and the same bytes for the same workbook."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from _typeshed import SizedBuffer
    from openpyxl.drawing.graphic import GraphicFrame

#: The date of every part of the file; the first that a zip archive can hold.
_PART_DATE = (1980, 1, 1, 0, 0, 0)


def packed(book: Book, alt_texts: Mapping[str, Sequence[str]]) -> bytes:
    """The workbook's file. ``alt_texts``: name of a sheet -> texts of its charts, in their order.

    The bytes depend on the workbook only, not on the clock; nothing touches the disk.
    """
    buffer = BytesIO()
    with _DatelessZip(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        _MemoryWriter(book, archive, alt_texts).write_data()
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
        frame.nvGraphicFramePr.cNvPr.descr = self.alt_texts[idx - 1]
        return frame


class _MemoryWriter(ExcelWriter):
    """openpyxl's writer, with every sheet made in memory."""

    def __init__(
        self, book: Book, archive: zipfile.ZipFile, alt_texts: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(book, archive)
        self._alt_texts = alt_texts
        self._parts = archive

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write one sheet; openpyxl's own would write names of delegates to a temporary file."""
        drawing = _DescribedDrawing()
        drawing.charts = list(ws._charts)  # type: ignore[attr-defined]  # noqa: SLF001 - no public list
        drawing.alt_texts = self._alt_texts.get(ws.title, ())
        ws._drawing = drawing  # type: ignore[attr-defined]  # noqa: SLF001 - where it is looked for
        part = BytesIO()
        writer = WorksheetWriter(ws, out=part)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - as openpyxl does
        self._parts.writestr(ws.path[1:], part.getvalue())
        self.manifest.append(ws)
