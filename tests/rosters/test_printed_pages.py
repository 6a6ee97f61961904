"""What paper shows: space where it belongs, and rows that a page can hold."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from outcomes import STAMP, a_head_count_list

import allocator
from allocator.language import LANGUAGES, word
from allocator.rosters import rosters_file
from allocator.rosters.page import LINE_HEIGHT
from allocator.rosters.phrases import Phrases
from allocator.settings import Group, RuleRow, Settings


def rules_sheet(who: str = "Kenya", note: str = "") -> tuple[Worksheet, int]:
    """The sheet Rules of rosters with one rule, and the row of the rule."""
    rule = RuleRow(kind="in", who=who, other="Group 1", note=note)
    workshop = replace(a_head_count_list(), settings=Settings(rules=(rule,)))
    content = rosters_file(allocator.allocate(workshop, groups=2), stamp=STAMP)
    sheet = openpyxl.load_workbook(BytesIO(content))["Rules"]
    row = next(cell.row for cell in sheet["B"] if cell.value == who)
    return sheet, row


@pytest.mark.parametrize("note", ["why " * 700, "line\n" * 200], ids=["long", "many lines"])
def test_a_long_note_of_a_rule_is_whole_in_its_cell_and_short_on_paper(note: str) -> None:
    """The row is four lines high, and they are the first four."""
    sheet, row = rules_sheet(note=note.strip())

    assert note.strip() == sheet.cell(row, 5).value
    assert 57 == sheet.row_dimensions[row].height
    assert "top" == sheet.cell(row, 5).alignment.vertical


def test_a_rule_about_many_is_printed_with_all_their_names() -> None:
    """Names are the rule: they are not cut, and no row is higher than Excel allows."""
    few, at_few = rules_sheet("; ".join(["Kenya"] * 40))
    many, at_many = rules_sheet("; ".join(["Kenya"] * 2000))
    short, at_short = rules_sheet(note="as agreed")

    assert 5 * LINE_HEIGHT <= (few.row_dimensions[at_few].height or 0) <= 8 * LINE_HEIGHT
    assert 400 == many.row_dimensions[at_many].height
    assert short.row_dimensions[at_short].height is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_of_a_report_stands_apart_from_the_last_line(language: str) -> None:
    """An empty row is between them, on the page of every group."""
    workshop = a_head_count_list(language=language)
    content = rosters_file(allocator.allocate(workshop, groups=2), stamp=STAMP)
    sheet = openpyxl.load_workbook(BytesIO(content))[word(language, "sheets.reports")]
    note = word(language, "reports.note")
    rows = [cell.row for cell in sheet["A"] if cell.value == note]

    assert 2 == len(rows)
    for row in rows:
        assert sheet.cell(row - 1, 1).value is None
        assert 10 == sheet.cell(row - 2, 1).value


LONG = "International Organization for Migration and Development Cooperation in the Mountains"


def rosters_of(name: str, settings: Settings, groups: int = 2) -> openpyxl.Workbook:
    """Rosters of a list in which one delegation has this name."""
    workshop = replace(a_head_count_list({name: 4, "Kenya": 3, "Fiji": 1}), settings=settings)
    return openpyxl.load_workbook(
        BytesIO(rosters_file(allocator.allocate(workshop, groups=groups), stamp=STAMP))
    )


def test_a_row_is_as_high_as_its_longest_text() -> None:
    """Wrapped between words; rows of one line are left to the program that opens the file."""
    long, short = (rosters_of(name, Settings())["Group 1"] for name in (LONG, "Chad"))
    heights = {
        str(row[0].value): long.row_dimensions[row[0].row or 0].height for row in long.iter_rows()
    }

    assert 2 * LINE_HEIGHT == heights[LONG]
    assert 14 == heights["Kenya"] == short.row_dimensions[short.max_row].height


def test_the_sheet_of_groups_shows_all_of_a_long_name() -> None:
    """Its names are wrapped too, and their row has room for them."""
    groups = (Group(name="Xrot", chair=LONG), Group(name="Xblau"))
    sheet = rosters_of(LONG, Settings(group_table=groups))["Groups"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Xrot")

    assert 3 * LINE_HEIGHT == sheet.row_dimensions[row].height


def test_the_edge_of_the_paper_has_the_whole_name_of_a_group() -> None:
    """The name of its sheet is cut to what Excel allows."""
    name = "Group on labour migration and remittances of families"
    book = rosters_of("Chad", Settings(group_table=(Group(name=name), Group(name="B"))))
    sheet = book.worksheets[1]

    assert sheet.oddHeader
    assert (name, name[:31]) == (sheet.oddHeader.right.text, sheet.title)


@pytest.mark.parametrize(("room", "said"), [("XVII", "Room: XVII"), ("Room XVII", "Room XVII")])
def test_a_room_is_called_so_once(room: str, said: str) -> None:
    """Where its name says itself that it is a room, that is enough."""
    sheet = rosters_of("Chad", Settings(group_table=(Group(name="A", room=room), Group(name="B"))))

    assert str(sheet["A"]["A2"].value).startswith(f"{said} · ")


@pytest.mark.parametrize(
    ("language", "parts", "line"),
    [
        ("en", ("Room I", "", "47 people"), "Room I · 47 people"),
        ("en", ("قاعة 5", "47 people"), "قاعة 5\u200e · \u200e47 people"),
        ("ar", ("القاعة I", "47 شخصا"), "القاعة I\u200f · \u200f47 شخصا"),
        ("ar", ("القاعة 5", "47 شخصا"), "القاعة 5 · 47 شخصا"),
        ("ar", ("Ms Ito", "المقرر"), "Ms Ito · المقرر"),
    ],
)
def test_numbers_stay_with_their_words(language: str, parts: tuple[str, ...], line: str) -> None:
    """Behind letters of the other direction, a mark keeps a number from joining them."""
    assert line == Phrases(language=language).dots(parts)


@pytest.mark.parametrize(("name", "kind"), [("Group A", "col"), ("Group on climate change", "bar")])
def test_long_names_of_groups_stand_beside_their_bars(name: str, kind: str) -> None:
    """Below bars that stand, they would be written askew."""
    book = rosters_of("Chad", Settings(group_table=(Group(name=name), Group(name="B"))))
    (people, _) = book.worksheets[0]._charts  # type: ignore[attr-defined] # noqa: SLF001 - no public list

    assert kind == people.type
