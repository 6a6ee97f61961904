"""The rules of the event, to be changed by the reader and read back."""

from collections.abc import Sequence

from allocator.language import catalogue
from allocator.rosters.page import Page, choices, whole_numbers
from allocator.rosters.phrases import Phrases
from allocator.rosters.rows import Value
from allocator.settings import RuleRow

#: Fields of a rule, and the width of each column in characters.
WIDTHS = {"rule": 16, "who": 46, "with": 46, "number": 12, "note": 50}
#: Most people that a rule can count; a number beyond it is a slip.
_MOST = 100_000
#: Empty rows to fill in.
_SPARE = 20
#: Most points of height for a note, four lines; longer ones are whole in the cell and cut on paper.
#: LibreOffice, whose lines are closer, prints no tips of a fifth (measured with 7.4).
_NOTE_HEIGHT = 57
#: Points of the highest row; Excel allows 409.5, and a page is higher.
_HIGHEST = 400


def write(page: Page, phrases: Phrases, rules: Sequence[RuleRow], *, note: str) -> None:
    """Write the sheet, with empty rows behind the rules; ``note`` is the key of the hint."""
    page.widths(WIDTHS.values())
    page.line([phrases.say("rules.title")], "headline")
    page.line([phrases.say(note)], "note")
    page.skip()
    page.head_row = page.line([phrases.heading(name) for name in WIDTHS], "head")
    styles = ["input number" if name == "number" else "input" for name in WIDTHS]
    for rule in rules:
        kind = phrases.say(f"rule_words.{rule.kind}")
        row = [kind, rule.who, rule.other, rule.number, rule.note]
        own = [*styles[:-1], "input long"]
        page.line(row, own, height=_height(page, row, own))
    blank: list[Value] = [None] * len(WIDTHS)
    for _ in range(_SPARE):
        page.line(blank, styles)
    kinds = list(catalogue(phrases.language)["rule_words"].values())
    title, error = phrases.heading("rule"), phrases.say("template.choice_error")
    page.check(choices(kinds, title=title, message=error), f"A{page.head_row + 1}:A{page.row}")
    number = whole_numbers(
        0, _MOST, title=phrases.heading("number"), message=phrases.say("template.count_error")
    )
    page.check(number, f"D{page.head_row + 1}:D{page.row}")
    page.sheet.freeze_panes = f"A{page.head_row + 1}"


def _height(page: Page, row: Sequence[Value], styles: Sequence[str]) -> float:
    """The height of a rule's row in points: as its names need, and a few lines of its note."""
    before = len(row) - 1
    note = page.height_of([*[None] * before, row[-1]], styles)
    return min(max(page.height_of(row[:-1], styles), min(note, _NOTE_HEIGHT)), _HIGHEST)
