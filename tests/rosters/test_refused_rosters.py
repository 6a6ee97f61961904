"""Rosters that cannot be read back are refused with every problem by sheet and cell."""

import re
from pathlib import Path

import openpyxl
import pytest
from edits import refused
from outcomes import a_named_list, an_outcome

from allocator.errors import ListRefused
from allocator.file_errors import CannotRead
from allocator.rosters import read_rosters


@pytest.mark.parametrize("title", ["Delegations", "Groups", "Settings", "Group 1"])
def test_a_missing_sheet_is_named(tmp_path: Path, title: str) -> None:
    """Whichever sheet was deleted."""
    (finding,) = refused(an_outcome(), tmp_path, lambda book: book.remove(book[title]))

    assert "E-ROSTER" == finding.code
    assert title in finding.message


def test_a_delegation_with_too_many_seats_is_named_with_its_cell(tmp_path: Path) -> None:
    """One more in one group: the seats no longer fit the delegation."""

    def add(book: openpyxl.Workbook) -> None:
        book["Group 2"]["C6"].value += 1

    (finding,) = refused(an_outcome(), tmp_path, add)

    assert ("Group 2", "C6") == (finding.place.sheet, finding.place.cell)
    assert re.search(r"has \d \+ \d = 4 seats for 3 people", finding.message)


def test_a_number_of_thousands_of_digits_is_named_with_its_cell(tmp_path: Path) -> None:
    """Python does not read it, and no group has as many seats."""

    def write(book: openpyxl.Workbook) -> None:
        book["Group 2"]["C6"].value = "9" * 5_000

    found = refused(an_outcome(), tmp_path, write)

    assert ("Group 2", "C6") in [(each.place.sheet, each.place.cell) for each in found]


def test_the_cell_that_differs_from_the_list_is_named(tmp_path: Path) -> None:
    """The number was changed in the first of two rosters, and the second is as it was."""
    changed: list[str] = []

    def add(book: openpyxl.Workbook) -> None:
        others = {row[0].value for row in book["Group 2"].iter_rows(min_row=6)}
        cells = (row for row in book["Group 1"].iter_rows(min_row=6) if row[0].value in others)
        cell = next(cells)[2]
        cell.value = int(str(cell.value)) + 1
        changed.append(cell.coordinate)

    (finding,) = refused(an_outcome(), tmp_path, add)

    assert ("Group 1", changed) == (finding.place.sheet, [finding.place.cell])


def test_a_person_on_two_rosters_is_named_with_both_places(tmp_path: Path) -> None:
    """A row that was copied and not cut."""

    def copy(book: openpyxl.Workbook) -> None:
        row = [cell.value for cell in book["Group 1"][6]]
        book["Group 2"].append(row)

    (finding,) = refused(an_outcome(a_named_list()), tmp_path, copy)

    assert "Group 2" == finding.place.sheet
    assert 'sheet "Group 1", cell A6 already' in finding.message


def test_a_person_who_is_not_on_the_list_is_named(tmp_path: Path) -> None:
    """A number that the list of delegates does not have."""

    def add(book: openpyxl.Workbook) -> None:
        book["Group 2"].append([99, "France"])

    (finding,) = refused(an_outcome(a_named_list()), tmp_path, add)

    assert ("Group 2", "99") == (finding.place.sheet, finding.found)


def test_a_seat_that_is_no_number_is_named(tmp_path: Path) -> None:
    """Text in the column of the seats."""

    def spoil(book: openpyxl.Workbook) -> None:
        book["Group 2"]["C6"] = "two"

    findings = refused(an_outcome(), tmp_path, spoil)

    assert '"two" is not a whole number' in findings[0].message
    assert "C6" == findings[0].place.cell


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Two cells in two sheets."""

    def spoil(book: openpyxl.Workbook) -> None:
        book["Group 1"]["A6"] = "Nowhere"
        book["Group 2"]["A6"] = "Elsewhere"

    found = {finding.found for finding in refused(an_outcome(), tmp_path, spoil)}

    assert {"Nowhere", "Elsewhere"} <= found


def test_a_setting_that_cannot_be_is_named(tmp_path: Path) -> None:
    """The settings are read as those of any list."""

    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book["Settings"]
        row = next(row for row in sheet.iter_rows() if row[0].value == "Seed")
        row[1].value = "often"

    (finding,) = refused(an_outcome(), tmp_path, spoil)

    assert "Settings" == finding.place.sheet
    assert "often" in finding.found


def test_a_roster_without_its_group_is_named(tmp_path: Path) -> None:
    """A row that was taken out of the table of groups."""

    def remove(book: openpyxl.Workbook) -> None:
        sheet = book["Groups"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Group 1")
        cell.value = None

    (finding,) = refused(an_outcome(), tmp_path, remove)

    assert ("Group 1", "E-ROSTER") == (finding.place.sheet, finding.code)


def test_rosters_without_any_group_are_refused(tmp_path: Path) -> None:
    """The table of groups was emptied."""

    def remove(book: openpyxl.Workbook) -> None:
        for row in book["Groups"].iter_rows(min_row=5):
            row[0].value = None

    findings = refused(an_outcome(), tmp_path, remove)

    assert {"Groups", "Group 1", "Group 2"} == {finding.place.sheet for finding in findings}


def test_a_delegation_that_is_listed_twice_is_named_with_both_places(tmp_path: Path) -> None:
    """A row of the sheet of delegations that was copied."""

    def copy(book: openpyxl.Workbook) -> None:
        sheet = book["Delegations"]
        sheet.append([cell.value for cell in sheet[5]])

    findings = refused(an_outcome(), tmp_path, copy)

    assert "Delegations" == findings[0].place.sheet
    assert "cell A5 already" in findings[0].message


def test_a_person_who_is_on_a_roster_only_is_named(tmp_path: Path) -> None:
    """The row was deleted from the list of delegates, and stands on the roster."""

    def delete(book: openpyxl.Workbook) -> None:
        sheet = book["Delegates"]
        sheet.delete_rows(sheet.max_row)

    (finding,) = refused(an_outcome(a_named_list()), tmp_path, delete)

    assert finding.place.sheet.startswith("Group")


def test_a_person_of_an_unknown_delegation_is_named(tmp_path: Path) -> None:
    """A name in the list of delegates that the list of delegations lacks."""

    def misspell(book: openpyxl.Workbook) -> None:
        sheet = book["Delegates"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Kenya")
        cell.value = "Nowhere"

    (finding, *_) = refused(an_outcome(a_named_list()), tmp_path, misspell)

    assert ("Delegates", "Nowhere") == (finding.place.sheet, finding.found)


@pytest.mark.parametrize(("label", "value"), [("Seed", None), ("Seating", "sometimes")])
def test_a_spoiled_record_is_named(tmp_path: Path, label: str, value: str | None) -> None:
    """A row without its label, and a value that is none."""

    def spoil(book: openpyxl.Workbook) -> None:
        row = next(row for row in book["Record"].iter_rows() if row[0].value == label)
        if value is None:
            row[0].value = None
        else:
            row[1].value = value

    (finding,) = refused(an_outcome(), tmp_path, spoil)

    assert "Record" == finding.place.sheet
    assert (value or label) in finding.message


def test_another_workbook_is_no_rosters(tmp_path: Path) -> None:
    """Its sheets have other names."""
    path = tmp_path / "other.xlsx"
    book = openpyxl.Workbook()
    for title in ("Delegations", "Groups", "Settings"):
        book.create_sheet(title)
    book.save(path)
    with pytest.raises(ListRefused, match="no rosters workbook") as caught:
        read_rosters(path)

    assert 1 == len(caught.value.findings)


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A text with the ending of a workbook, a CSV, a file that is not there."""
    text = tmp_path / "text.xlsx"
    text.write_text("Delegation,Delegates", encoding="utf-8")
    table = tmp_path / "list.csv"
    table.write_text("Delegation,Delegates\nKenya,1\n", encoding="utf-8")
    for path in (text, table):
        with pytest.raises(ListRefused):
            read_rosters(path)
    with pytest.raises(CannotRead):
        read_rosters(tmp_path / "missing.xlsx")
