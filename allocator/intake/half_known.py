"""Headings that hold the word of a column which the list seems to lack: "Role in the groups"."""

from collections.abc import Iterator
from functools import cache

from allocator.findings import Finding
from allocator.folding import fold
from allocator.intake import told
from allocator.intake.header import Header
from allocator.intake.sheet import Sheet, filled, shown
from allocator.language import LANGUAGES
from allocator.vocabulary import in_language

#: Columns that change who sits where, so that it matters when they are not read.
_FIELDS = ("seating", "role", "language", "gender")


def half_known(sheet: Sheet, header: Header) -> Iterator[Finding]:
    """A question for each such heading, with the option that has its column read."""
    for index in filled(header.cells):
        if index in header.columns.values():
            continue
        text = shown(header.cells[index]).strip()
        words = set(fold(text).split())
        field = next((each for each in _FIELDS if words & _words(each)), "")
        if field and field not in header.columns:
            yield told.perhaps(sheet.place(header.row, index + 1), text, field)


@cache
def _words(field: str) -> frozenset[str]:
    """The headings of a field that are one word, in all languages."""
    headings = (in_language(code, "headings").get(field, ()) for code in LANGUAGES)
    return frozenset(word for each in headings for word in each if " " not in word)
