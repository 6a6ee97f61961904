"""What rosters workbooks hold, read without the program."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from openpyxl.utils.escape import unescape

#: Rows of the Record that say which file the list was.
OF_THE_SOURCE = ("List", "SHA-256 of the list")
#: Notices that tell how a file was written: its columns and its encoding.
OF_THE_FORM = ("N-HEADER", "N-ENCODING")

Rows = list[tuple[object, ...]]


def cells(path: Path) -> dict[str, Rows]:
    """Sheet -> the values of its rows."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [tuple(map(read, row)) for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }


def read(value: object) -> object:
    """A value as Excel shows it: ``_x005F_`` in a file is an underscore before ``x0041_``."""
    return unescape(value) if isinstance(value, str) else value


def kinds(path: Path) -> set[str]:
    """What kinds of cells there are, as openpyxl calls them: ``s`` text, ``f`` formula ..."""
    book = openpyxl.load_workbook(path)
    return {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}


def but_for_the_source(path: Path) -> Mapping[str, object]:
    """Everything in a workbook except what it says of the file that the list was read from.

    Part of the workbook -> its bytes, without the sheets Record and Notices; ``Record`` -> its rows
    without ``OF_THE_SOURCE``; ``Notices`` -> their texts and codes without places and without
    ``OF_THE_FORM``.
    """
    content = path.read_bytes()
    sheets = cells(path)
    titles = list(sheets)
    apart = {f"xl/worksheets/sheet{titles.index(title) + 1}.xml" for title in ("Record", "Notices")}
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in apart}
    record = [row for row in sheets["Record"] if row[0] not in OF_THE_SOURCE]
    notices = [row[:2] for row in sheets["Notices"] if row[1] not in OF_THE_FORM]
    return {**parts, "Record": record, "Notices": notices}
