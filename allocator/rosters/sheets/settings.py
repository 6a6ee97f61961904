"""Everything a user can say, to be changed by the reader and read back."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum

from allocator.language import LANGUAGES
from allocator.rosters.page import Page, choices, height_of
from allocator.rosters.phrases import Phrases
from allocator.rosters.rows import Value
from allocator.settings import Seating, Settings, SmallSeating

#: Settings that have a row; the groups have a sheet of their own.
KEYS = tuple(each.name for each in fields(Settings) if each.name != "group_table")
#: Between the parts of a setting that holds several texts.
SEPARATOR = "; "
_WIDTHS = (36, 50, 50, 96)


def write(page: Page, phrases: Phrases, settings: Settings, used: Mapping[str, Value]) -> None:
    """Write the sheet; ``used`` tells what a roster was made with, empty in a template."""
    page.widths(_WIDTHS)
    page.line([phrases.say("settings.title")], "headline")
    page.line([phrases.say("settings.note")], "note")
    page.skip()
    headings = ["setting", "value", "used", "meaning"]
    page.head_row = page.line([phrases.heading(name) for name in headings], "head")
    for key in KEYS:
        said = shown(getattr(settings, key), phrases)
        help_text = phrases.say(f"settings_help.{key}")
        values = [phrases.say(f"settings.{key}"), said, used.get(key), help_text]
        styles = ["first", "input", "text", "note"]
        row = page.line(values, styles, height=height_of(values, _WIDTHS))
        if words := _choices(key, phrases):
            title, message = phrases.say(f"settings.{key}"), phrases.say("template.choice_error")
            page.check(choices(words, title=title, message=message), f"B{row}")
    page.sheet.freeze_panes = f"A{page.head_row + 1}"


def shown(value: object, phrases: Phrases) -> Value:
    """A setting as its cell holds it."""
    if isinstance(value, StrEnum):
        return phrases.say(f"values.{value}")
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
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
