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
from allocator.settings import RuleRow, Settings


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
