"""Everything a user can say, to be changed by the reader and read back."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum

from allocator.language import LANGUAGES
from allocator.rosters.page import Page, choices
from allocator.rosters.phrases import Phrases
from allocator.rosters.rows import Value
from allocator.settings import Seating, Settings, SmallSeating

#: Settings that have a sheet of their own.
_TABLES = ("group_table", "rules")
#: Settings that have a row.
KEYS = tuple(each.name for each in fields(Settings) if each.name not in _TABLES)
#: Between the parts of a setting that holds several texts.
SEPARATOR = "; "
#: Columns of the sheet, and their widths in characters.
_WIDTHS = {"setting": 34, "value": 42, "used": 34, "meaning": 80}
_STYLES = {"setting": "first", "value": "input", "used": "text", "meaning": "help"}


def write(
    page: Page, phrases: Phrases, settings: Settings, used: Mapping[str, Value] | None = None
) -> None:
    """Write the sheet; ``used`` tells what a roster was made with, a template has none."""
    shows = [name for name in _WIDTHS if name != "used" or used is not None]
    page.widths(_WIDTHS[name] for name in shows)
    page.line([phrases.say("settings.title")], "headline")
    note = "template.settings_note" if used is None else "settings.note"
    page.line([phrases.say(note)], "note")
    page.skip()
    page.head_row = page.line([phrases.heading(name) for name in shows], "head")
    for key in KEYS:
        cells = {
            "setting": phrases.say(f"settings.{key}"),
            "value": shown(getattr(settings, key), phrases),
            "used": (used or {}).get(key),
            "meaning": phrases.say(f"settings_help.{key}", languages=", ".join(LANGUAGES)),
        }
        values = [cells[name] for name in shows]
        styles = [_STYLES[name] for name in shows]
        row = page.line(values, styles)
        if words := _choices(key, phrases):
            title, message = phrases.say(f"settings.{key}"), phrases.say("template.choice_error")
            page.check(choices(words, title=title, message=message), f"B{row}")
    page.sheet.freeze_panes = f"A{page.head_row + 1}"


def shown(value: object, phrases: Phrases) -> Value:
    """A setting as its cell holds it."""
    if isinstance(value, StrEnum):
        return phrases.say(f"values.{value}")
    if isinstance(value, tuple):
        return SEPARATOR.join(map(str, value))
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int | str) else None


def _choices(key: str, phrases: Phrases) -> list[str]:
    """The values among which a setting chooses; empty when any text will do."""
    match key:
        case "language":
            return list(LANGUAGES)
        case "seating":
            return [phrases.say(f"values.{value}") for value in Seating]
        case "small_seating":
            return [phrases.say(f"values.{value}") for value in SmallSeating]
        case _:
            return []
