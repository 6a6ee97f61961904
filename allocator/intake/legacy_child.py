"""Reads an .xls or .ods workbook from standard input in a process of its own, as JSON.

A hostile file makes the reader's process abort, or ask for all memory. This file is run as a
script, so that it loads nothing of the package.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

#: Memory and processor time that reading may take, in bytes and seconds.
MEMORY = 1_000_000_000
SECONDS = 20
#: As in grid.py, which this script cannot import.
LAST_ROW = 100_100
LAST_COLUMN = 200


def main() -> int:
    """Write the sheets, or what is wrong with the file, to standard output."""
    _limit()
    try:
        answer = _answer()
    except (ImportError, MemoryError):
        # A library that is installed and cannot be loaded: there is no room for it.
        answer = {"error": "memory"}
    json.dump(answer, sys.stdout)
    return 0


def _answer() -> dict[str, Any]:
    from python_calamine import (  # noqa: PLC0415 - only within the limits
        CalamineError,
        CalamineWorkbook,
        PasswordError,
    )

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
        return {"sheets": [_sheet(book, each) for each in book.sheets_metadata]}
    except PasswordError:
        return {"error": "password"}
    except _TooFarError as error:
        return {"error": "far", "row": error.row, "column": error.column}
    except (CalamineError, OSError, ValueError) as error:
        return {"error": "damaged", "reason": str(error)}


class _TooFarError(Exception):
    """A cell stands outside of any list."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(row, column)
        self.row, self.column = row, column


def _sheet(book: Any, metadata: Any) -> dict[str, Any]:  # noqa: ANN401 - calamine is loaded late
    sheet = book.get_sheet_by_name(metadata.name)
    if sheet.total_height > LAST_ROW or sheet.total_width > LAST_COLUMN:
        raise _TooFarError(sheet.total_height, sheet.total_width)
    rows = sheet.to_python(skip_empty_area=False)
    return {
        "name": metadata.name,
        "hidden": "Visible" not in str(metadata.visible),
        "rows": [[_plain(value) for value in row] for row in rows],
        "merged": [[top + 1, left + 1, bottom + 1, right + 1]
                   for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()],
    }  # fmt: skip


def _plain(value: object) -> object:
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    return str(value) if isinstance(value, timedelta) else value


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows lacks it

    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        # Whoever started us may have a lower limit, which nobody can raise.
        _, hard = resource.getrlimit(limit)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    sys.exit(main())
