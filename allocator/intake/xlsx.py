"""Excel workbooks (.xlsx), read with openpyxl."""

import re
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from allocator.errors import ListRefused
from allocator.findings import Finding, column_letters
from allocator.intake import refusals, told
from allocator.intake.archive import require_harmless
from allocator.intake.grid import LAST_COLUMN, LAST_ROW, fill_merged
from allocator.intake.sheet import Fault, Row, Sheet, Value, filled
from allocator.intake.upload import Upload

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook as Book
    from openpyxl.worksheet.worksheet import Worksheet

#: What openpyxl raises on workbooks that are broken in one way or another.
DAMAGE = (AttributeError, BadZipFile, EOFError, IndexError, InvalidFileException, KeyError,
          NotImplementedError, OSError, OverflowError, ParseError, TypeError, ValueError,
          zlib.error)  # fmt: skip
#: Cells that all merged ranges of a sheet may cover together.
MOST_MERGED = 1_000_000

_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:$]+)[\"']")


def read_xlsx(upload: Upload) -> tuple[Sheet, ...]:
    """The worksheets of a workbook, hidden ones included, in their order.

    Formulas give the results that are stored; one without a result becomes a ``Fault``.

    Raises:
        ListRefused: E-DAMAGED, E-EXPAND, E-PASSWORD, E-XML or E-RANGE.
    """
    require_harmless(upload)
    try:
        has_formulas = _scan(upload)
        values = _load(upload, data_only=True)
        formulas = _load(upload, data_only=False) if has_formulas else None
        return tuple(_sheets(upload, values, formulas))
    except DAMAGE as error:
        raise ListRefused([refusals.damaged(upload.place)]) from error


def _scan(upload: Upload) -> bool:
    """Whether any sheet has formulas; merged ranges that would fill the memory are refused."""
    has_formulas = False
    with ZipFile(BytesIO(upload.content)) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
                continue
            content = archive.read(name).replace(b"\x00", b"")
            has_formulas = has_formulas or _FORMULA.search(content) is not None
            areas = [_area(ref.decode()) for ref in _MERGED.findall(content)]
            if sum(areas) > MOST_MERGED:
                message = refusals.too_far(upload.place, "a merged range", LAST_ROW, LAST_COLUMN)
                raise ListRefused([message])
    return has_formulas


def _area(reference: str) -> int:
    left, top, right, bottom = (edge or 0 for edge in range_boundaries(reference))
    return (right - left + 1) * (bottom - top + 1)


def _load(upload: Upload, *, data_only: bool) -> "Book":
    with warnings.catch_warnings():
        # openpyxl warns of drop-downs and styles that it does not keep; only values are wanted.
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(upload.content), data_only=data_only, keep_links=False)


def _sheets(upload: Upload, values: "Book", formulas: "Book | None") -> Iterator[Sheet]:
    for worksheet in values.worksheets:
        if worksheet.max_row > LAST_ROW or worksheet.max_column > LAST_COLUMN:
            cell = f"cell {column_letters(worksheet.max_column)}{worksheet.max_row}"
            raise ListRefused([refusals.too_far(upload.place, cell, LAST_ROW, LAST_COLUMN)])
        yield _sheet(upload, worksheet, formulas[worksheet.title] if formulas else None)


def _sheet(upload: Upload, worksheet: "Worksheet", formulas: "Worksheet | None") -> Sheet:
    sheet = Sheet(
        file=upload.file,
        name=worksheet.title,
        rows={},
        hidden=worksheet.sheet_state != "visible",
        hidden_rows=frozenset(
            row for row, dimension in worksheet.row_dimensions.items() if dimension.hidden
        ),
    )
    bold: set[int] = set()
    for number, cells in enumerate(worksheet.iter_rows(), 1):
        row = tuple(_value(cell) for cell in cells)
        if len(used := filled(row)) == 1 and cells[used[0]].font.b:
            bold.add(number)
        sheet.rows[number] = row
    notices = tuple(_mark_formulas(sheet, formulas)) if formulas else ()
    ranges = [
        (area.min_row, area.min_col, area.max_row, area.max_col)
        for area in worksheet.merged_cells.ranges
    ]
    return fill_merged(sheet, ranges, set_apart=frozenset(bold), notices=notices)


def _value(cell: "Cell | MergedCell") -> Value:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if cell.data_type == "e":
            return Fault("E-CELLERR", value)
        return unescape(value) if "_x" in value else value
    return value if isinstance(value, Value) else str(value)


def _mark_formulas(sheet: Sheet, formulas: "Worksheet") -> Iterator[Finding]:
    """Put a fault where a formula has no result, and tell how many have one."""
    stored = []
    for cells in formulas.iter_rows():
        for cell in cells:
            if cell.data_type != "f" or cell.row not in sheet.rows:
                continue
            row, index = sheet.rows[cell.row], cell.column - 1
            if row[index] == "":
                text = getattr(cell.value, "text", None) or str(cell.value)
                sheet.rows[cell.row] = _with(row, index, Fault("E-FORMULA", text))
            else:
                stored.append(sheet.place(cell.row, cell.column))
    if stored:
        yield told.stored_results(stored[0], len(stored))


def _with(row: Row, index: int, value: Value) -> Row:
    return (*row[:index], value, *row[index + 1 :])
