"""Cells of a workbook that are stored as numbers and are none."""

import re
from collections.abc import Iterator
from io import BytesIO

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # has no stubs
from openpyxl.utils.cell import range_boundaries

from allocator.findings import Finding
from allocator.intake import refusals
from allocator.intake.sheet import Sheet

# Excel stores at most 17 digits; beyond some hundred no program reads a number. Repetitions have an
# end, and none runs over a tag: a hostile part must not make the search slow.
_NUMBER = r"\s{0,9}[-+]?[0-9]{0,400}(?:\.[0-9]{0,400})?(?:[eE][-+]?[0-9]{1,9})?\s{0,9}"
_IS_NUMBER = re.compile(_NUMBER)
_OTHER = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>(?!" + _NUMBER.encode() + rb"</)")


def no_numbers(sheet: Sheet, part: bytes) -> Iterator[Finding]:
    """An error for each cell that its part stores as a number and that is none.

    openpyxl gives the whole workbook up at ``NaN``, and takes ``1_000`` for 1000.
    """
    # Texts are the usual reason; only where there is any is the part taken apart.
    if not _OTHER.search(part):
        return
    for _, element in iterparse(BytesIO(part)):
        if not element.tag.endswith("}c"):
            continue
        text = next((child.text or "" for child in element if child.tag.endswith("}v")), "")
        if element.get("t", "n") == "n" and not _IS_NUMBER.fullmatch(text):
            column, row, *_ = range_boundaries(element.get("r", ""))
            yield refusals.no_stored_number(sheet.place(row or 0, column or 0), text)
        element.clear()
