"""The rows of a sheet as XML: text is text and never a formula."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from allocator.rosters.look import Look

#: What a cell of a roster can hold.
Value = str | int | float | None

#: Characters that no XML holds; a file with one of them does not open.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Text that Excel reads as a coded character, and the code that keeps its first sign as it is.
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_KEPT = "_x005F_"
#: Text that Excel takes for a formula when somebody edits the cell.
_FORMULA_STARTS = ("=", "+", "-", "@")

letters = cache(get_column_letter)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its values from the first column on, the name of each one's style, its height.

    The height is in points; 0 leaves it to the program that opens the file.
    """

    values: Sequence[Value] = ()
    styles: Sequence[str] = ()
    height: float = 0


def writable(text: str) -> str:
    """The text with a replacement character for each that no XML can hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def sheet_data(lines: Iterable[Line], look: Look) -> str:
    """The ``sheetData`` element of a sheet with these rows, the first being row 1."""
    return f"<sheetData>{''.join(_rows(lines, look))}</sheetData>"


def _rows(lines: Iterable[Line], look: Look) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if line.values:
            height = f' ht="{line.height:g}" customHeight="1"' if line.height else ""
            cells = "".join(_cells(number, line, look))
            yield f'<row r="{number}"{height}>{cells}</row>'


def _cells(number: int, line: Line, look: Look) -> Iterator[str]:
    pairs = zip(line.values, line.styles, strict=True)
    for column, (value, style) in enumerate(pairs, start=1):
        if value is None or value == "":
            yield f'<c r="{letters(column)}{number}" s="{look.number(style)}"/>'
        elif isinstance(value, str):
            index = look.number(style, quoted=value.startswith(_FORMULA_STARTS))
            text = _CODED.sub(_KEPT, escape(writable(value)))
            space = "" if value == value.strip() else ' xml:space="preserve"'
            yield (
                f'<c r="{letters(column)}{number}" s="{index}" t="inlineStr">'
                f"<is><t{space}>{text}</t></is></c>"
            )
        else:
            yield f'<c r="{letters(column)}{number}" s="{look.number(style)}"><v>{value}</v></c>'
