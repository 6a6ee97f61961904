"""An empty list to fill in, with drop-downs."""

import os
from collections.abc import Callable

from allocator.language import catalogue
from allocator.remarks.rows import MOST_DELEGATES
from allocator.rosters.book import empty_book
from allocator.rosters.files import put
from allocator.rosters.look import TAB_EDIT, TAB_READ, Look
from allocator.rosters.package import packed
from allocator.rosters.page import HEAD_HEIGHT, Page, choices, whole_numbers
from allocator.rosters.phrases import Phrases
from allocator.rosters.printing import set_up
from allocator.rosters.rows import Value
from allocator.rosters.sheets import groups, rules, settings
from allocator.rosters.writing import present
from allocator.settings import Seating, Settings

#: Columns of the list, and their widths in characters.
_WIDTHS = {"delegation": 46, "delegates": 14, "region": 34, "category": 26, "seating": 16}
#: Rows made ready: more delegations than any intergovernmental meeting has had.
_ROWS = 400
#: Steps of the instructions, and the least height of each in points.
_STEPS = 7
_STEP_HEIGHT = 34
#: Widths of the number of a step and of its text, in characters.
_STEP_WIDTHS = (6, 110)


def write_template(
    path: str | os.PathLike[str], *, language: str = "en", force: bool = False
) -> None:
    """Write an empty list in a language (a code of ``LANGUAGES``).

    Raises:
        OutputExists: when the file is there and ``force`` is off.
        CannotWrite: when the system refuses.
    """
    put(path, template_file(language), force=force)


def template_file(language: str) -> bytes:
    """The template as the bytes of its file; the same every time for a ``SOURCE_DATE_EPOCH``."""
    phrases = Phrases(language=language)
    book = empty_book()
    look = Look(book, from_right=phrases.from_right)
    pages = []
    for key, colour, write in _SHEETS:
        sheet = book.create_sheet(phrases.say(f"sheets.{key}"))
        sheet.sheet_properties.tabColor = colour
        page = Page(sheet, look, book)
        write(page, phrases)
        title = phrases.say("template.title")
        set_up(page, phrases, left=title, right=sheet.title, foot="")
        pages.append(page)
    stamp = present().replace(tzinfo=None, microsecond=0)
    book.properties.title = phrases.say("template.title")
    book.properties.language = language
    book.properties.created = book.properties.modified = stamp
    return packed(book, pages)


def _list(page: Page, phrases: Phrases) -> None:
    """The list itself: headings in the first row, input cells below."""
    page.widths(_WIDTHS.values())
    page.line([phrases.heading(field) for field in _WIDTHS], "head", height=HEAD_HEIGHT)
    styles = ["input number" if field == "delegates" else "input" for field in _WIDTHS]
    for _ in range(_ROWS):
        page.line([None] * len(_WIDTHS), styles)
    error = phrases.say("template.choice_error")
    number = whole_numbers(
        1,
        MOST_DELEGATES,
        title=phrases.heading("delegates"),
        message=phrases.say("template.count_error"),
    )
    page.check(number, f"B2:B{page.row}")
    regions = choices(
        list(catalogue(phrases.language)["regions"].values()),
        title=phrases.heading("region"),
        message=error,
    )
    # A list may have regions of its own: the drop-down helps, it does not refuse.
    regions.showErrorMessage = False
    page.check(regions, f"C2:C{page.row}")
    seatings = [phrases.say(f"values.{value}") for value in Seating]
    page.check(
        choices(seatings, title=phrases.heading("seating"), message=error), f"E2:E{page.row}"
    )
    page.sheet.freeze_panes = "B2"
    page.sheet.print_title_rows = "1:1"


def _groups(page: Page, phrases: Phrases) -> None:
    """No group is named: while the table is empty the program may choose how many there are."""
    groups.write(page, phrases, (), note="template.groups_note")


def _rules(page: Page, phrases: Phrases) -> None:
    rules.write(page, phrases, (), note="template.rules_note")


def _settings(page: Page, phrases: Phrases) -> None:
    settings.write(page, phrases, Settings(language=phrases.language))


def _help(page: Page, phrases: Phrases) -> None:
    """How to fill in the list, step by step."""
    page.widths(_STEP_WIDTHS)
    page.line([phrases.say("template.title")], "headline")
    page.skip()
    chair, rapporteur = phrases.heading("chair"), phrases.heading("rapporteur")
    words = {
        "sheet": phrases.say("sheets.delegations"),
        "groups": phrases.say("sheets.groups"),
        "rules": phrases.say("sheets.rules"),
        "settings": phrases.say("sheets.settings"),
        **{key: phrases.heading(key) for key in ("role", "pin", "together", "apart")},
        "chair": chair,
        "rapporteur": rapporteur,
        "both": f"{chair} / {rapporteur}",
        "spread": phrases.say("values.spread"),
        "whole": phrases.say("values.whole"),
    }
    shown = {key: phrases.say("template.quoted", word=word) for key, word in words.items()}
    for step in range(1, _STEPS + 1):
        row: list[Value] = [step, phrases.say(f"template.step_{step}", **shown)]
        styles = ["number", "text"]
        page.line(row, styles, height=max(_STEP_HEIGHT, page.height_of(row, styles)))


#: The sheets of a template in order: key of the title, colour of the tab, and what writes it.
_SHEETS: tuple[tuple[str, str, Callable[[Page, Phrases], None]], ...] = (
    ("delegations", TAB_EDIT, _list),
    ("help", TAB_READ, _help),
    ("groups", TAB_EDIT, _groups),
    ("rules", TAB_EDIT, _rules),
    ("settings", TAB_EDIT, _settings),
)
