"""Excel workbooks (.xlsx), read with openpyxl."""

import codecs
import re
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # has no stubs
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from allocator.errors import ListRefused
from allocator.findings import Finding, column_letters
from allocator.intake import refusals, told
from allocator.intake.archive import require_harmless
from allocator.intake.grid import LAST_COLUMN, LAST_ROW, fill_merged, with_value
from allocator.intake.sheet import Fault, Sheet, Value, filled
from allocator.intake.stored_numbers import no_numbers
from allocator.intake.upload import Upload

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

#: What openpyxl raises on broken workbooks; the errors of both XML parsers are syntax errors.
DAMAGE = (AttributeError, BadZipFile, EOFError, IndexError, InvalidFileException, KeyError,
          NotImplementedError, OSError, OverflowError, SyntaxError, TypeError, ValueError,
          zlib.error)  # fmt: skip
#: Cells that all merged ranges of a sheet may cover together: openpyxl makes each of them.
MOST_MERGED = LAST_ROW

_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_DECLARATION = re.compile(r"\A<\?xml.*?\?>", re.DOTALL)


def read_xlsx(upload: Upload) -> tuple[Sheet, ...]:
    """The worksheets of a workbook, hidden ones included, in their order.

    Formulas give the results that are stored; one without a result becomes a ``Fault``.

    Raises:
        ListRefused: E-DAMAGED, E-EXPAND, E-PASSWORD, E-XML or E-RANGE.
    """
    require_harmless(upload)
    try:
        with ZipFile(BytesIO(upload.content)) as archive:
            names = archive.namelist()
            parts = {
                name: _as_utf8(archive.read(name))
                for name in names
                # A sheet may be called anything, whatever Excel calls it.
                if not name.startswith("xl/media/")
            }
        _require_small(upload, parts)
        linked = any(name.startswith("xl/externalLinks/") for name in names)
        notices = (told.external_links(upload.place),) if linked else ()
        sheets = tuple(_sheets(upload, parts, frozenset(names)))
        return tuple(replace(sheet, notices=(*notices, *sheet.notices)) for sheet in sheets)
    except DAMAGE as error:
        raise ListRefused([refusals.damaged(upload.place)]) from error


def _require_small(upload: Upload, parts: Mapping[str, bytes]) -> None:
    """Nothing; rows and merged ranges that openpyxl would fill the memory with are refused."""
    for content in parts.values():
        rows = content.count(b"<row ") + content.count(b"<row>")
        if rows > LAST_ROW or _is_merged_too_far(content):
            what = "a merged range" if rows <= LAST_ROW else f"row {rows:,}"
            raise ListRefused([refusals.too_far(upload.place, what, LAST_ROW, LAST_COLUMN)])


def _is_merged_too_far(part: bytes) -> bool:
    """Whether a merged range ends outside of any list, or all of them are too many cells."""
    merged = 0
    for reference in _merged_ranges(part):
        left, top, right, bottom = (edge or 0 for edge in range_boundaries(reference))
        merged += (right - left + 1) * (bottom - top + 1)
        if right > LAST_COLUMN or bottom > LAST_ROW or merged > MOST_MERGED:
            return True
    return False


def _merged_ranges(part: bytes) -> Iterator[str]:
    """The merged ranges as openpyxl reads them; only a part that may have any is taken apart."""
    if b"mergeCell" not in part:
        return
    for _, element in iterparse(BytesIO(part)):
        if element.tag.endswith("}mergeCell"):
            yield element.get("ref", "")
        element.clear()


def _as_utf8(part: bytes) -> bytes:
    """A part without its NULs; one in UTF-16 in the encoding of all others."""
    if not part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return part.replace(b"\x00", b"")
    return _DECLARATION.sub("", part.decode("utf-16")).encode()


def _sheets(upload: Upload, parts: Mapping[str, bytes], names: frozenset[str]) -> Iterator[Sheet]:
    with warnings.catch_warnings():
        # openpyxl warns of drop-downs and styles that it does not keep; only values are wanted.
        warnings.simplefilter("ignore", UserWarning)
        reader = ExcelReader(BytesIO(upload.content), data_only=True, keep_links=False)
        try:
            reader.read()
        finally:
            targets = {each.name: relation.target for each, relation in reader.parser.find_sheets()}
            # Also, and all the more, where openpyxl gave up at one of them.
            _require_numbers(upload, {name: parts.get(targets[name], b"") for name in targets})
    # openpyxl leaves out a sheet whose part is elsewhere; a list would be missing without a word.
    if not targets or not names.issuperset(targets.values()):
        raise ListRefused([refusals.damaged(upload.place)])
    for worksheet in reader.wb.worksheets:
        if worksheet.max_row > LAST_ROW or worksheet.max_column > LAST_COLUMN:
            cell = f"cell {column_letters(worksheet.max_column)}{worksheet.max_row}"
            raise ListRefused([refusals.too_far(upload.place, cell, LAST_ROW, LAST_COLUMN)])
        yield _sheet(upload, worksheet, parts.get(targets.get(worksheet.title, ""), b""))


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
