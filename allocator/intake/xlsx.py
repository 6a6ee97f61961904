"""Excel workbooks (.xlsx), read with openpyxl."""

import re
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # has no stubs
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from allocator.errors import ListRefused
from allocator.findings import Finding, column_letters
from allocator.intake import refusals, told
from allocator.intake.grid import LAST_COLUMN, LAST_ROW, fill_merged, with_value
from allocator.intake.guard import Harmless
from allocator.intake.sheet import Fault, Sheet, Value, filled
from allocator.intake.stored_numbers import no_numbers
from allocator.intake.upload import Upload
from allocator.text import say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

#: What openpyxl raises on broken workbooks; the errors of both XML parsers are syntax errors.
DAMAGE = (AttributeError, BadZipFile, EOFError, IndexError, InvalidFileException, KeyError,
          NotImplementedError, OSError, OverflowError, SyntaxError, TypeError, ValueError,
          zlib.error)  # fmt: skip

_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


def read_xlsx(file: Harmless) -> tuple[Sheet, ...]:
    """The worksheets of a workbook, hidden ones included, in their order.

    Formulas give the results that are stored; one without a result becomes a ``Fault``.

    Raises:
        ListRefused: E-DAMAGED, E-RANGE or E-COUNT.
    """
    place = file.upload.place
    linked = any(name.startswith("xl/externalLinks/") for name in file.parts)
    notices = (told.external_links(place),) if linked else ()
    try:
        return tuple(replace(sheet, notices=(*notices, *sheet.notices)) for sheet in _sheets(file))
    except DAMAGE as error:
        raise ListRefused([refusals.damaged(place)]) from error


class _Parts(ZipFile):
    """The archive as the guard read it: nothing is unpacked again, and no other part is seen."""

    def __init__(self, file: Harmless) -> None:
        super().__init__(BytesIO(file.upload.content))
        self._parts = file.parts

    def open(self, name: str | ZipInfo, *_how: object, **_more: object) -> IO[bytes]:
        """A part that the guard read.

        Raises:
            KeyError: for one that is not there, as openpyxl expects it.
            OSError: for any other; pictures, which nobody needs here, are left out then.
        """
        path = self.getinfo(name).filename if isinstance(name, str) else name.filename
        if path not in self._parts:
            raise OSError(path)
        return BytesIO(self._parts[path])


def _sheets(file: Harmless) -> Iterator[Sheet]:
    upload = file.upload
    with warnings.catch_warnings():
        # openpyxl warns of drop-downs and styles that it does not keep; only values are wanted.
        warnings.simplefilter("ignore", UserWarning)
        reader = ExcelReader(BytesIO(upload.content), data_only=True, keep_links=False)
        reader.archive = _Parts(file)
        try:
            reader.read()
        finally:
            targets = {each.name: relation.target for each, relation in reader.parser.find_sheets()}
            # Also, and all the more, where openpyxl gave up at one of them.
            parts = {name: file.parts.get(targets[name], b"") for name in targets}
            _require_numbers(upload, parts)
    # openpyxl leaves out a sheet whose part is elsewhere; a list would be missing without a word.
    if not targets or not file.parts.keys() >= set(targets.values()):
        raise ListRefused([refusals.damaged(upload.place)])
    for worksheet in reader.wb.worksheets:
        if worksheet.max_row > LAST_ROW or worksheet.max_column > LAST_COLUMN:
            last = f"{column_letters(worksheet.max_column)}{worksheet.max_row}"
            cell = say("cell {cell}", cell=last)
            raise ListRefused([refusals.too_far(upload.place, cell, LAST_ROW, LAST_COLUMN)])
        yield _sheet(upload, worksheet, parts.get(worksheet.title, b""))


def _require_numbers(upload: Upload, parts: Mapping[str, bytes]) -> None:
    found = [
        finding
        for name, part in parts.items()
        for finding in no_numbers(Sheet(file=upload.file, name=name, rows={}), part)
    ]
    if found:
        raise ListRefused(found)


def _sheet(upload: Upload, worksheet: "Worksheet", part: bytes) -> Sheet:
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
    notices = tuple(_mark_formulas(sheet, part)) if _FORMULA.search(part) else ()
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


def _mark_formulas(sheet: Sheet, part: bytes) -> Iterator[Finding]:
    """Put a fault where a formula has no result, and tell how many have one."""
    stored = []
    for cell, formula in _formulas(part):
        column, row, *_ = range_boundaries(cell)
        if row not in sheet.rows or column is None:
            continue
        if sheet.rows[row][column - 1] == "":
            fault = Fault("E-FORMULA", f"={formula}")
            sheet.rows[row] = with_value(sheet.rows[row], column - 1, fault)
        else:
            stored.append(sheet.place(row, column))
    if stored:
        yield told.stored_results(stored[0], len(stored))


def _formulas(part: bytes) -> Iterator[tuple[str, str]]:
    """The name of each cell with a formula, and the formula."""
    for _, element in iterparse(BytesIO(part)):
        if element.tag.endswith("}c"):
            for child in element:
                if child.tag.endswith("}f"):
                    yield element.get("r", ""), child.text or ""
            element.clear()
