"""Writes workbooks cell by cell, so that a sheet can hold what no program would write."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from list_files import SHEET, a_workbook

from allocator.findings import column_letters

HEADER = ("Delegation", "Delegates")
_START = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@dataclass(frozen=True, slots=True)
class Raw:
    """A cell as XML: what stands between its tags, and its attributes beside its name."""

    inside: str
    attributes: str = ""


def value(text: str, attributes: str = "") -> Raw:
    """A cell that stores this text as its value."""
    return Raw(f"<v>{text}</v>", attributes)


def inline(xml: str) -> Raw:
    """A cell with this text, which may hold references to characters."""
    return Raw(f"<is><t>{xml}</t></is>", 't="inlineStr"')


Cell = str | int | Raw


def a_row(number: int, *cells: Cell, attributes: str = "") -> str:
    """One row of a sheet."""
    inside = "".join(_cell(f"{column_letters(i)}{number}", each) for i, each in enumerate(cells, 1))
    return f'<row r="{number}" {attributes}>{inside}</row>'


def a_part(*rows: str, before: str = "", behind: str = "") -> bytes:
    """The part of a sheet with these rows."""
    return f"{_START}{before}<sheetData>{''.join(rows)}</sheetData>{behind}</worksheet>".encode()


def a_list(folder: Path, *rows: tuple[Cell, ...], header: tuple[Cell, ...] = HEADER) -> Path:
    """A workbook with a header in row 1 and these rows below."""
    lines = (a_row(number, *cells) for number, cells in enumerate((header, *rows), 1))
    return a_book(folder, {SHEET: a_part(*lines)})


def a_book(folder: Path, parts: Mapping[str, bytes | None], *, name: str = "list.xlsx") -> Path:
    """A sound workbook of one list, some of whose parts are replaced, added or (None) left out."""
    path = a_workbook(folder, [HEADER, ("Kenya", 2), ("Chad", 1)], name=name)
    with ZipFile(path) as archive:
        kept = {each: archive.read(each) for each in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for each, content in {**kept, **parts}.items():
            if content is not None:
                archive.writestr(each, content)
    return path


def _cell(name: str, cell: Cell) -> str:
    if isinstance(cell, int):
        return _cell(name, value(str(cell)))
    if isinstance(cell, str):
        return _cell(name, inline(escape(cell))) if cell else ""
    return f'<c r="{name}" {cell.attributes}>{cell.inside}</c>'
