"""Head-counts: from what a cell says to a number of people."""

import math
import re
from datetime import date, time
from numbers import Integral

from allocator.enrolment.entry import Entry
from allocator.findings import Finding, Place
from allocator.remarks.counts import (
    count_missing,
    count_no_number,
    count_outside,
    count_zero,
)
from allocator.remarks.rows import MOST_DELEGATES

#: Digits that no head-count needs; longer numbers are not even converted.
_DIGITS = 12
_NUMBER = re.compile(r"\d+")
_MINUS = re.compile(r"[-−–]\s*(\d{1,12})$")


def people(entry: Entry) -> int | Finding:
    """The number of people that the head-count cell says, from 1 to 500, or what is wrong with it.

    Whole floats and text made of digits (of any script, outer white space aside) count as numbers;
    truth values and dates do not.
    """
    cell = entry.delegates
    number = _whole(cell)
    if number is not None and 1 <= number <= MOST_DELEGATES:
        return number
    place = entry.place_of("delegates")
    if number is None:
        return _refused(cell, place)
    if number == 0:
        return count_zero(place, _shown(cell))
    return count_outside(place, _shown(cell), is_below=number < 0)


def is_plain(cell: object) -> bool:
    """Whether a head-count is a number, and not a text that was read as one."""
    return not isinstance(cell, str)


def _whole(cell: object) -> int | None:
    if type(cell) is int:
        return cell
    if isinstance(cell, bool):
        return None
    if isinstance(cell, Integral):
        return int(cell)
    if isinstance(cell, float):
        return int(cell) if math.isfinite(cell) and cell.is_integer() else None
    return _whole_text(cell.strip()) if isinstance(cell, str) else None


def _whole_text(text: str) -> int | None:
    if text.isdecimal():
        return int(text) if len(text) <= _DIGITS else 10**_DIGITS
    below = _MINUS.match(text)
    return -int(below[1]) if below else None


def _refused(cell: object, place: Place) -> Finding:
    text = _shown(cell)
    if not text:
        return count_missing(place)
    numbers = _NUMBER.findall(text) if isinstance(cell, str) else []
    wanted = int(numbers[0]) if len(numbers) == 1 and len(numbers[0]) <= _DIGITS else 0
    return count_no_number(place, text, wanted if 1 <= wanted <= MOST_DELEGATES else None)


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell).strip()
