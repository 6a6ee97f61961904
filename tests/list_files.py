"""Writes the lists that intake is tested with."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook as Book

from allocator.findings import Finding, Severity
from allocator.intake import Examination, examine

Table = Sequence[Sequence[object]]


def a_csv(folder: Path, *lines: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    """A text file with these lines."""
    path = folder / name
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path


def a_workbook(folder: Path, rows: Table, *, name: str = "list.xlsx", **sheets: Table) -> Path:
    """A workbook whose sheet ``Delegations`` has these rows, and further sheets by name."""
    book = Book()
    first = book.worksheets[0]
    first.title = "Delegations"
    for title, table in (("Delegations", rows), *sheets.items()):
        sheet = first if title == "Delegations" else book.create_sheet(title)
        for row in table:
            sheet.append(list(row))
    path = folder / name
    book.save(path)
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


def lines(rows: Iterable[Sequence[object]], separator: str = ",") -> list[str]:
    """Rows as lines of a text file without quotation marks."""
    return [separator.join(str(value) for value in row) for row in rows]
