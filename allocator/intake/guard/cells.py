"""How many cells openpyxl would make of the parts of a workbook, counted without a parser."""

import re
from collections.abc import Iterable

from allocator.errors import ListRefused
from allocator.findings import Place, column_number
from allocator.intake import refusals
from allocator.intake.grid import LAST_COLUMN, LAST_ROW
from allocator.text import say

#: Rows and cells that all parts may have together. Each takes half a kilobyte and 15 microseconds
#: to read (measured, openpyxl 3.1.5).
MOST_CELLS = 1_000_000
#: Formats of cells that a part may have: twice as many as Excel allows, which keeps two tables of
#: them. Each takes 0.1 milliseconds to read (measured, openpyxl 3.1.5).
MOST_FORMATS = 131_000
#: Cells that all merged ranges of a part may cover together.
MOST_MERGED = 100_000

_MERGED_TAG = re.compile(rb"[<:]mergeCell[\s/>]")
# Nobody writes anything else into it; what could be read in two ways is refused.
_MERGED = re.compile(
    rb"[<:]mergeCell\s+ref=[\"']\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?[\"']\s*/?>"
)


def require_few_cells(place: Place, parts: Iterable[bytes]) -> None:
    """Nothing, when a workbook has no more rows, cells and formats than a list can have.

    Whatever its name is, any of them may be called a sheet by another.

    Raises:
        ListRefused: E-RANGE; E-DAMAGED for a merged range that cannot be understood.
    """
    whole = 0
    for content in parts:
        rows = _count(content, b"row")
        if rows > LAST_ROW:
            _refuse(place, say("row {number:,}", number=rows))
        whole += rows + _count(content, b"c")
        if whole > MOST_CELLS:
            _refuse(place, say("the last of {number:,} rows and cells", number=whole))
        formats = _count(content, b"xf")
        if formats > MOST_FORMATS:
            _refuse(place, say("the last of {number:,} formats of cells", number=formats))
        if b"mergeCell" in content and _merged(content, place) > MOST_MERGED:
            _refuse(place, say("a merged range"))


def _count(content: bytes, name: bytes) -> int:
    """How many elements of a name there are; few others of a sheet begin with these letters."""
    count = content.count(b"<" + name)
    if b":" + name in content:
        count += len(re.findall(rb"<[^\s<>/:]+:" + name + rb"[\s/>]", content))
    return count


def _merged(content: bytes, place: Place) -> int:
    """The cells that all merged ranges cover together."""
    ranges = _MERGED.findall(content)
    if len(ranges) < len(_MERGED_TAG.findall(content)):
        raise ListRefused([refusals.damaged(place)])
    return sum(
        (1 + abs(_number(right or left) - _number(left))) * (1 + abs(int(bottom or top) - int(top)))
        for left, top, right, bottom in ranges
    )


def _number(letters: bytes) -> int:
    return column_number(letters.decode())


def _refuse(place: Place, what: str) -> None:
    raise ListRefused([refusals.too_far(place, what, LAST_ROW, LAST_COLUMN)])
