"""Writes the lists that intake is tested with."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook as Book

from allocator.findings import Finding, Severity
from allocator.intake import Examination, examine

#: The part of a workbook that holds its first sheet.
SHEET = "xl/worksheets/sheet1.xml"

Table = Sequence[Sequence[object]]


def a_csv(folder: Path, *lines: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    """A text file with these lines."""
    path = folder / name
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path


def a_workbook(
    folder: Path, rows: Table, *, name: str = "list.xlsx", sheets: Mapping[str, Table] | None = None
) -> Path:
    """A workbook whose sheet ``Delegations`` has these rows, and further sheets by name."""
    book = Book()
    first = book.worksheets[0]
    first.title = "Delegations"
    for title, table in (("Delegations", rows), *(sheets or {}).items()):
        sheet = first if title == "Delegations" else book.create_sheet(title)
        for row in table:
            sheet.append(list(row))
    path = folder / name
    book.save(path)
    return path


def patched(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with some bytes of one of its parts replaced; they must be there."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old, new) if name == part else content)
    return path


def errors(found: Examination) -> list[str]:
    """The errors as the user reads them."""
    return [str(finding) for finding in found.findings if finding.severity is Severity.ERROR]


def problems(path: Path) -> list[tuple[str, str]]:
    """Code and place of each error of a list: (``E-COUNT``, ``B7``), a line as ``line 7``."""
    return [(each.code, where(each)) for each in examine(path).errors]


def notices(found: Examination, code: str) -> list[str]:
    """The notices of a code."""
    return [each.message for each in found.findings if each.code == code]


def where(finding: Finding) -> str:
    """The cell of a finding, else its row, else nothing."""
    place = finding.place
    return place.cell if place.column else (f"row {place.row}" if place.row else "")


def seats(found: Examination) -> list[tuple[str, int]]:
    """Name and head-count of each delegation; the list must have been accepted."""
    assert found.workshop is not None, errors(found)
    return [(each.name, each.head_count) for each in found.workshop.delegations]
