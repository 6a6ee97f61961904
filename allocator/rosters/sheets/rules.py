"""The rules of the event, to be filled in by the reader: in, not in, together, apart ..."""

from allocator.rosters.page import Page, choices, whole_numbers
from allocator.rosters.phrases import Phrases

#: Fields of a rule, and the width of each column in characters.
WIDTHS = {"rule": 16, "who": 40, "with": 40, "number": 12, "note": 50}
#: The rules, as the command line calls them.
RULE_NAMES = ("in", "not in", "together", "apart", "at least", "at most")
#: Empty rows to fill in.
_SPARE = 20
_MOST = 100_000


def write(page: Page, phrases: Phrases) -> None:
    """Write the sheet with empty rows and drop-downs."""
    page.widths(WIDTHS.values())
    page.line([phrases.say("rules.title")], "headline")
    page.line([phrases.say("rules.note")], "note")
    page.skip()
    page.head_row = page.line([phrases.heading(name) for name in WIDTHS], "head")
    styles = ["input number" if name == "number" else "input" for name in WIDTHS]
    for _ in range(_SPARE):
        page.line([None] * len(WIDTHS), styles)
    words = [phrases.say(f"rule_words.{name}") for name in RULE_NAMES]
    first, last = page.head_row + 1, page.row
    rule = choices(
        words, title=phrases.heading("rule"), message=phrases.say("template.choice_error")
    )
    number = whole_numbers(
        1, _MOST, title=phrases.heading("number"), message=phrases.say("template.capacity_error")
    )
    page.check(rule, f"A{first}:A{last}")
    page.check(number, f"D{first}:D{last}")
    page.sheet.freeze_panes = f"A{first}"
