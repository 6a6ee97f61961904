"""The settings sheet, back to settings."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from allocator.folding import fold
from allocator.language import LANGUAGES, catalogue
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Row, rows_below
from allocator.rosters.sheets.settings import SEPARATOR
from allocator.settings import Group, Seating, Settings, SmallSeating

_Choice = TypeVar("_Choice", bound=StrEnum)


def read_settings(binder: Binder, groups: tuple[Group, ...]) -> Settings:
    """What the sheet says; empty cells say nothing. The groups are those of their own sheet.

    Problems are left with the binder.
    """
    phrases = binder.phrases
    headings = {field: phrases.heading(field) for field in ("setting", "value")}
    rows = rows_below(binder.sheets["settings"], headings, ("setting",), binder.problems)
    keys = {fold(title): key for key, title in catalogue(phrases.language)["settings"].items()}
    said: dict[str, Any] = {}
    for row in rows:
        key = keys.get(fold(row.text("setting")), "")
        if key in _READERS and row.text("value").strip():
            said[key] = _READERS[key](row)
    return Settings(group_table=groups, **said)


def choice_of(row: Row, kinds: type[_Choice]) -> _Choice | None:
    """The value of a drop-down, in any language; what is none is told."""
    text = fold(row.text("value"))
    for value in kinds:
        words = {catalogue(code)["values"][value] for code in LANGUAGES} | {str(value)}
        if text in map(fold, words):
            return value
    row.problems.no_value(row.place("value"), row.text("value"), row.text("setting"))
    return None


def parts_of(text: str) -> tuple[str, ...]:
    """The texts of a cell that holds several."""
    parts = [part.strip() for part in text.split(SEPARATOR.strip())]
    return tuple(part for part in parts if part)


def _text(row: Row) -> str:
    return row.text("value")


def _language(row: Row) -> str | None:
    code = row.text("value").strip().casefold()
    if code not in LANGUAGES:
        row.problems.no_value(row.place("value"), row.text("value"), row.text("setting"))
        return None
    return code


def _groups(row: Row) -> int | str:
    return "auto" if fold(row.text("value")) == "auto" else row.number_of("value", least=1)


def _seconds(row: Row) -> float:
    value = row.raw("value")
    if isinstance(value, float) and value > 0:
        return value
    return float(row.number_of("value", least=1))


_READERS: dict[str, Callable[[Row], object]] = {
    **dict.fromkeys(("meeting", "theme", "date", "time", "venue"), _text),
    "language": _language,
    "groups": _groups,
    "seating": lambda row: choice_of(row, Seating),
    "small_seating": lambda row: choice_of(row, SmallSeating),
    "balance": lambda row: parts_of(row.text("value")),
    "priority": lambda row: parts_of(row.text("value")),
    "small": lambda row: row.number_of("value"),
    "seed": lambda row: row.number_of("value"),
    "max_group_size": lambda row: row.number_of("value", least=1),
    "workers": lambda row: row.number_of("value", least=1),
    "time_limit": _seconds,
}
