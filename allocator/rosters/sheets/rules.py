"""The place of the rules of the event; no drop-down offers what this version does not read."""

from allocator.rosters.page import Page
from allocator.rosters.phrases import Phrases

#: Fields of a rule, and the width of each column in characters.
WIDTHS = {"rule": 16, "who": 40, "with": 40, "number": 12, "note": 50}
#: Empty rows to fill in.
_SPARE = 20


def write(page: Page, phrases: Phrases) -> None:
    """Write the sheet with empty rows."""
    page.widths(WIDTHS.values())
    page.line([phrases.say("rules.title")], "headline")
    page.line([phrases.say("rules.note")], "note")
    page.skip()
    page.head_row = page.line([phrases.heading(name) for name in WIDTHS], "head")
    styles = ["input number" if name == "number" else "input" for name in WIDTHS]
    for _ in range(_SPARE):
        page.line([None] * len(WIDTHS), styles)
    page.sheet.freeze_panes = f"A{page.head_row + 1}"
