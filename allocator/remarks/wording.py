"""How remarks are worded: their severity, and the names and lists in them."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, Severity
from allocator.text import Text, joined, say

#: Names and rows that one notice spells out.
MOST_NAMED = 10


def error(code: str, place: Place, message: str, found: object = "") -> Finding:
    """A finding that refuses the list."""
    return Finding(
        severity=Severity.ERROR, code=code, message=message, place=place, found=str(found)
    )


def notice(code: str, place: Place, message: str, found: object = "") -> Finding:
    """A finding that only tells."""
    return Finding(
        severity=Severity.NOTICE, code=code, message=message, place=place, found=str(found)
    )


def named(texts: Sequence[object]) -> Text:
    """The first texts, parted by commas, and how many more there are."""
    shown, *others = texts[:MOST_NAMED] or [""]
    for other in others:
        shown = say("{first}, {second}", first=shown, second=other)
    if len(texts) <= MOST_NAMED:
        return joined("", [shown])
    return say("{names} and {number} more", names=shown, number=len(texts) - MOST_NAMED)


def parted(texts: Sequence[object]) -> Text:
    """All of the texts, parted by semicolons."""
    together, *others = texts
    for other in others:
        together = say("{first}; {second}", first=together, second=other)
    return joined("", [together])


def listed(texts: Sequence[object]) -> object:
    """All of the texts, parted by "and"."""
    together, *others = texts
    for other in others:
        together = say("{first} and {second}", first=together, second=other)
    return together
