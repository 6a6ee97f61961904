"""What is said about head-counts: each text once."""

from allocator.findings import Finding, Place, quoted
from allocator.remarks.rows import MOST_DELEGATES
from allocator.remarks.wording import error, notice
from allocator.text import Text, say


def count_missing(place: Place) -> Finding:
    """A delegation has no head-count."""
    message = say("the number of delegates is missing. {advice}", advice=_number_or_no_row())
    return error("E-COUNT", place, message)


def count_zero(place: Place, found: str) -> Finding:
    """A delegation has nobody."""
    message = say(
        "a delegation of 0 delegates cannot be seated. {advice}", advice=_number_or_no_row()
    )
    return error("E-COUNT", place, message, found)


def count_outside(place: Place, found: str, *, is_below: bool) -> Finding:
    """A head-count is below 1 or above 500."""
    side = say("below 1") if is_below else say("above {most}", most=MOST_DELEGATES)
    message = say("{found} is {side}. {advice}", found=quoted(found), side=side, advice=_number())
    return error("E-COUNT", place, message, found)


def count_no_number(place: Place, found: str, wanted: int | None) -> Finding:
    """A head-count is no whole number; ``wanted`` is the one number it holds, if so."""
    advice = say("Write {number}.", number=wanted) if wanted else _number()
    message = say("{found} is not a whole number. {advice}", found=quoted(found), advice=advice)
    return error("E-COUNT", place, message, found)


def counts_read_from_text(place: Place, number: int) -> Finding:
    """Head-counts that are text were read as numbers."""
    message = say(
        "numbers written as text were read as numbers: {number}, the first one here.", number=number
    )
    return notice("N-COUNT", place, message)


def delegation_twice(place: Place, name: str, other: str, first: Place) -> Finding:
    """Two rows of a list of head-counts are the same delegation."""
    same = say("{name} is in row {row} already", name=quoted(name), row=first.row)
    if name != other:
        same = say("{same}, written {other} there", same=same, other=quoted(other))
    message = say("{same}. Keep one row with the number of all its delegates.", same=same)
    return error("E-DUP", place, message, name)


def _number() -> Text:
    return say("Write a whole number from 1 to {most}.", most=MOST_DELEGATES)


def _number_or_no_row() -> Text:
    return say("Write a number from 1 to {most} or remove the row.", most=MOST_DELEGATES)
