"""How much room a text takes on paper: estimated, rather too much than too little."""

import math
import unicodedata
from collections.abc import Sequence
from functools import cache

#: The size of type, in points, in which the width of a column is counted.
STANDARD = 11.0
#: Height of a line of type, in sizes of its letters.
LEADING = 1.24
#: Widths of letters where a digit takes 1. Source: Carlito, which has the widths of Calibri.
_NARROW, _NARROW_WIDTH = frozenset("iljtfrI.,;:'’()[]-/| ·"), 0.57
_BROAD, _BROAD_WIDTH = frozenset("mwMW@%"), 1.75
_CAPITAL, _USUAL, _EAST_ASIAN = 1.17, 0.99, 2.05
#: What Unicode calls letters from right to left.
_RIGHT = frozenset({"R", "AL"})
#: Their widths in the face that LibreOffice takes for them (DejaVu Sans, measured).
_FROM_RIGHT = 1.2
#: Of these, one that stands alone.
_ALONE = 2.1
#: What bold letters take more.
_BOLD = 1.03


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in one line, in the unit of columns."""
    letters = _ALONE if _is_alone(text) else sum(map(_letter, text))
    return letters * size / STANDARD * (_BOLD if bold else 1)


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """The lines that a text takes when it is wrapped between words; at least one."""
    return sum(
        _wrapped([text_width(word, size, bold=bold) for word in line.split()], width, size)
        for line in text.split("\n")
    )


def fitting(
    text: str, width: float, sizes: Sequence[float], *, lines: int = 1, bold: bool = False
) -> tuple[float, int]:
    """The first of the sizes in which a text takes so many lines at most, and those it takes.

    Where none will do it is the last one, with as many lines as the text then needs.
    """
    for size in sizes:
        needed = lines_of(text, width, size, bold=bold)
        if needed <= lines:
            return size, needed
    return sizes[-1], lines_of(text, width, sizes[-1], bold=bold)


def size_for(
    text: str, width: float, sizes: Sequence[float], *, height: float, bold: bool = False
) -> float:
    """The first of the sizes in which a text is no higher than this, in points; else the last."""
    for size in sizes:
        if lines_of(text, width, size, bold=bold) * size * LEADING <= height:
            return size
    return sizes[-1]


def _wrapped(words: Sequence[float], width: float, size: float) -> int:
    """The lines of words of these widths; one that is wider than a line is broken."""
    space = _NARROW_WIDTH * size / STANDARD
    lines, used = 1, 0.0
    for word in words:
        if used and used + space + word > width:
            lines, used = lines + 1, 0.0
        used += word + (space if used else 0)
        more = max(0, math.ceil(used / width) - 1)
        lines, used = lines + more, used - more * width
    return lines


def _is_alone(text: str) -> bool:
    """Whether a text is one letter from right to left, which then has its widest form."""
    return len(text) == 1 and unicodedata.bidirectional(text) in _RIGHT


@cache
def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if letter in _NARROW:
        return _NARROW_WIDTH
    if letter in _BROAD:
        return _BROAD_WIDTH
    if unicodedata.east_asian_width(letter) in "WF":
        return _EAST_ASIAN
    if unicodedata.bidirectional(letter) in _RIGHT:
        return _FROM_RIGHT
    return _CAPITAL if letter.isupper() else _USUAL
