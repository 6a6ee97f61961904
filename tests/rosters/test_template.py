"""The template: an empty list that the program reads once it is filled in."""

import re
from pathlib import Path

import openpyxl
import pytest

from allocator.errors import ListRefused
from allocator.file_errors import OutputExists
from allocator.intake import read_list
from allocator.language import LANGUAGES, catalogue
from allocator.offices import Office, Role, role_said
from allocator.rosters import write_template
from allocator.settings import Seating


def filled_in(language: str, folder: Path) -> Path:
    """A template with three delegations, their regions and seatings from the drop-downs."""
    path = folder / "list.xlsx"
    write_template(path, language=language)
    book = openpyxl.load_workbook(path)
    words = catalogue(language)
    rows = [
        ("France", 4, words["regions"]["WEOG"], None, words["values"]["whole"]),
        ("Kenya", 1, None, None, None),
        ("Brazil", 3, None, None, words["values"]["spread"]),
    ]
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            book.worksheets[0].cell(number, column).value = value
    groups, settings = book[words["sheets"]["groups"]], book[words["sheets"]["settings"]]
    groups["A5"], groups["C5"], groups["A6"] = "Red", 20, "Blue"
    settings["B5"] = "Council"
    book.save(path)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_that_was_filled_in_is_read(tmp_path: Path, language: str) -> None:
    """Delegations, head-counts, seatings, groups and settings, in every language."""
    workshop = read_list(filled_in(language, tmp_path))
    groups = workshop.settings.group_table or ()

    assert [("FRA", 4), ("KEN", 1), ("BRA", 3)] == [
        (each.id, each.head_count) for each in workshop.delegations
    ]
    assert [Seating.WHOLE, None, Seating.SPREAD] == [each.seating for each in workshop.delegations]
    assert [("Red", 20), ("Blue", None)] == [(group.name, group.capacity) for group in groups]
    assert "Council" == workshop.settings.meeting
    assert language == workshop.language


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_has_no_delegation(tmp_path: Path, language: str) -> None:
    """Neither instructions nor drop-downs are taken for rows of the list."""
    path = tmp_path / "list.xlsx"
    write_template(path, language=language)

    with pytest.raises(ListRefused):
        read_list(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_of_a_template_begin_with_the_list(tmp_path: Path, language: str) -> None:
    """The list, how to fill it in, and what can be said about the session."""
    path = tmp_path / "list.xlsx"
    write_template(path, language=language)
    titles = catalogue(language)["sheets"]

    assert [
        titles[key] for key in ("delegations", "help", "groups", "rules", "settings")
    ] == openpyxl.load_workbook(path).sheetnames


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_tells_that_allocate_reads_its_sheets(tmp_path: Path, language: str) -> None:
    """Groups, rules and settings name the command that reads them; no other is spoken of."""
    path = tmp_path / "list.xlsx"
    write_template(path, language=language)
    book, titles = openpyxl.load_workbook(path), catalogue(language)["sheets"]

    for key in ("groups", "rules", "settings"):
        note = str(book[titles[key]]["A2"].value)
        assert "allocator allocate" in note
        assert "rebalance" not in note


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instructions_name_the_sheets_and_the_roles_that_are_understood(
    tmp_path: Path, language: str
) -> None:
    """Every sheet to fill in, the column of the roles, and words for it that are read as meant."""
    path = tmp_path / "list.xlsx"
    write_template(path, language=language)
    titles, words = catalogue(language)["sheets"], catalogue(language)["headings"]
    rows = openpyxl.load_workbook(path)[titles["help"]].iter_rows(values_only=True)
    text = "\n".join(str(cell) for row in rows for cell in row if cell)
    step = next(line for line in text.splitlines() if words["role"] in line)
    said = [role_said(each.strip(" \xa0")) for each in re.findall(r'[«"](.+?)[»"]', step)]

    for key in ("delegations", "groups", "rules", "settings"):
        assert titles[key] in text
    assert [
        Role((Office.CHAIR,)),
        Role((Office.RAPPORTEUR,)),
        Role((Office.CHAIR, Office.RAPPORTEUR)),
        Role((Office.CHAIR,), must=True),
    ] == said[-4:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_of_rules_that_the_instructions_name_are_read(
    tmp_path: Path, language: str
) -> None:
    """Added behind the others under the names that stand there."""
    path = filled_in(language, tmp_path)
    titles, words = catalogue(language)["sheets"], catalogue(language)["headings"]
    book = openpyxl.load_workbook(path)
    help_rows = book[titles["help"]].iter_rows(values_only=True)
    step = next(str(row[1]) for row in help_rows if words["pin"] in str(row[1]))
    names = [each.strip(" \xa0\u202f") for each in re.findall(r'[«"](.+?)[»"]', step)]
    sheet = book[titles["delegations"]]
    for column, (name, cells) in enumerate(
        zip(names, (("1",), ("x", "x"), ("y", "", "y")), strict=True), 6
    ):
        for row, cell in enumerate((name, *cells), start=1):
            sheet.cell(row, column, cell or None)
    book.save(path)
    rules = read_list(path).settings.rules or ()

    assert [words[key] for key in ("pin", "together", "apart")] == names
    assert [
        ("in", "France", "1"),
        ("together", "France; Kenya", ""),
        ("apart", "France; Brazil", ""),
    ] == [(each.kind, each.who, each.other) for each in rules]


def test_the_settings_of_a_template_speak_of_no_roster(tmp_path: Path) -> None:
    """Nothing was used yet."""
    path = tmp_path / "list.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    headings = [cell.value for cell in book["Settings"][4]]

    assert ["Setting", "Value", "What it means"] == headings


def test_cells_offer_and_check_what_belongs_in_them(tmp_path: Path) -> None:
    """Whole numbers from 1, the regional groups as an offer, the seatings as a choice."""
    path = tmp_path / "list.xlsx"
    write_template(path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    number, region, seating = sheet.data_validations.dataValidation

    assert ("whole", "1") == (number.type, number.formula1)
    assert not region.showErrorMessage
    assert '"spread,whole"' == seating.formula1
    assert seating.showErrorMessage


def test_a_template_replaces_a_file_only_when_told(tmp_path: Path) -> None:
    """As rosters do."""
    path = tmp_path / "list.xlsx"
    write_template(path)
    with pytest.raises(OutputExists):
        write_template(path)
    write_template(path, force=True)
