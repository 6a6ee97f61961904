"""The groups and their rooms, to be changed by the reader and read back."""

from collections.abc import Sequence

from allocator.rosters.page import Page, whole_numbers
from allocator.rosters.phrases import Phrases
from allocator.settings import Group

#: Fields of a group, and the width of each column in characters.
WIDTHS = {"name": 30, "room": 30, "capacity": 12, "languages": 22, "chair": 32, "rapporteur": 32}
#: Most people a capacity can name; a number beyond it is a slip.
_MOST = 100_000
#: Empty rows for further groups.
_SPARE = 6


def write(page: Page, phrases: Phrases, groups: Sequence[Group], *, note: str) -> None:
    """Write the sheet; spare rows stay empty, ``note`` is the key of the hint."""
    page.widths(WIDTHS.values())
    page.line([phrases.say("groups.title")], "headline")
    page.line([phrases.say(note)], "note")
    page.skip()
    page.head_row = page.line([phrases.heading(name) for name in WIDTHS], "head")
    styles = ["input number" if name == "capacity" else "input" for name in WIDTHS]
    for group in groups:
        languages = ", ".join(group.languages)
        page.line(
            [group.name, group.room, group.capacity, languages, group.chair, group.rapporteur],
            styles,
        )
    for _ in range(_SPARE):
        page.line([None] * len(WIDTHS), styles)
    rule = whole_numbers(
        1, _MOST, title=phrases.heading("capacity"), message=phrases.say("template.capacity_error")
    )
    page.check(rule, f"C{page.head_row + 1}:C{page.row}")
    page.sheet.freeze_panes = f"A{page.head_row + 1}"
