"""Cells that hold one of a few words, or several texts."""

from enum import StrEnum
from typing import TypeVar

from allocator.folding import fold
from allocator.language import LANGUAGES, catalogue
from allocator.rosters.reading.grid import Row
from allocator.rosters.sheets.settings import SEPARATOR

Choice = TypeVar("Choice", bound=StrEnum)


def choice_of(row: Row, field: str, kinds: type[Choice]) -> Choice | None:
    """The value that a cell names in any language; ``None`` when it is empty.

    What is no such value is told as a problem, and counts as empty.
    """
    text = fold(row.text(field))
    for value in kinds:
        words = {catalogue(code)["values"][value] for code in LANGUAGES} | {str(value)}
        if text in map(fold, words):
            return value
    if text:
        row.problems.no_value(row.place(field), row.text(field), field)
    return None


def parts_of(text: str) -> tuple[str, ...]:
    """The texts of a cell that holds several."""
    parts = [part.strip() for part in text.split(SEPARATOR.strip())]
    return tuple(part for part in parts if part)


def group_field(session: int) -> str:
    """The field of the sheet of delegates that tells the groups of a session."""
    return "group" if session == 1 else f"group {session}"
