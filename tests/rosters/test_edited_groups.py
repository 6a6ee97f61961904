"""Edits by hand that concern groups, delegations and the record: told, kept or refused by cell."""

from pathlib import Path

import openpyxl
import pytest
from edits import edited, refused
from openpyxl.worksheet.worksheet import Worksheet
from outcomes import STAMP, a_named_list, an_outcome

from allocator.allocation import Outcome
from allocator.rosters import read_rosters, write_rosters
from allocator.solve import rebalance


def cell_with(sheet: Worksheet, text: object) -> openpyxl.cell.Cell:
    """The first cell of a sheet that holds a value."""
    found = next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert isinstance(found, openpyxl.cell.Cell)
    return found


def rename(book: openpyxl.Workbook) -> None:
    """Group 2 is Red, in the table of groups and on the tab."""
    cell_with(book["Groups"], "Group 2").value = "Red"
    book["Group 2"].title = "Red"


def test_a_renamed_group_of_people_is_told_once(tmp_path: Path) -> None:
    """The sheet of delegates has the old name in every row; nobody moves."""
    outcome = an_outcome(a_named_list())
    read = edited(outcome, tmp_path, rename)
    (edit,) = read.edits

    assert outcome.allocation == read.allocation
    assert 'the group "Group 2" is called "Red" now' in edit.message


def test_a_group_that_was_taken_out_with_its_roster_is_refused(tmp_path: Path) -> None:
    """Its people would be lost: the sheet of delegations still has its column."""

    def remove(book: openpyxl.Workbook) -> None:
        book.remove(book["Group 3"])
        cell_with(book["Groups"], "Group 3").value = None

    (finding,) = refused(an_outcome(groups=3), tmp_path, remove)

    assert ("Delegations", "Group 3") == (finding.place.sheet, finding.found)
    assert finding.place.cell


def test_groups_in_another_order_are_no_edit(tmp_path: Path) -> None:
    """Two rows of the table of groups change places."""

    def swap(book: openpyxl.Workbook) -> None:
        first, second = (cell_with(book["Groups"], f"Group {number}") for number in (1, 2))
        first.value, second.value = second.value, first.value

    outcome = an_outcome()
    read = edited(outcome, tmp_path, swap)

    assert ["Group 2", "Group 1"] == [group.name for group in read.plan.groups]
    assert () == read.edits
    assert 0 == len(rebalance(outcome, read.workshop).moves)


def test_another_delegation_on_a_roster_of_people_is_refused(tmp_path: Path) -> None:
    """A person's delegation is changed in the list."""

    def change(book: openpyxl.Workbook) -> None:
        for title in ("Group 1", "Group 2"):
            for row in book[title].iter_rows(min_row=6):
                if row[1].value == "Brazil":
                    row[1].value = "Peru"

    (finding,) = refused(an_outcome(a_named_list()), tmp_path, change)

    assert "Peru" == finding.found
    assert '"Brazil" in the sheet "Delegates"' in finding.message


def test_a_row_without_a_number_says_how_people_come_in(tmp_path: Path) -> None:
    """Somebody wrote a late delegate below the roster; nothing else is wrong."""

    def pencil(book: openpyxl.Workbook) -> None:
        book["Group 2"].append([None, "France", "Ms"])

    (finding,) = refused(an_outcome(a_named_list()), tmp_path, pencil)

    assert "allocator rebalance --add" in finding.message


@pytest.mark.parametrize(("column", "text"), [(2, "Nowhere"), (4, 9)])
def test_a_region_or_a_total_changed_on_a_roster_is_passed_over_and_told(
    tmp_path: Path, column: int, text: object
) -> None:
    """The list is where it can be changed."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Group 2"]
        sheet.cell(cell_with(sheet, "Kenya").row, column).value = text  # type: ignore[assignment] # any value

    outcome = an_outcome()
    read = edited(outcome, tmp_path, change)
    (edit,) = read.edits

    assert outcome.workshop.delegations == read.workshop.delegations
    assert (str(text), "Group 2") == (edit.found, edit.place.sheet)
    assert "Change it in the list" in edit.message


@pytest.mark.parametrize(
    ("label", "column", "value"),
    [
        ("Option: tolerance", 1, None),
        ("People who had a seat", 1, None),
        ("Written", 2, "25/11/2026"),
        ("Time limit (seconds)", 2, "long"),
        ("region.delegates", 1, "region.delegate"),
    ],
)
def test_a_spoiled_record_of_a_re_balance_is_refused(
    tmp_path: Path, label: str, column: int, value: str | None
) -> None:
    """A row that is missing, and values that are none."""

    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book["Record"]
        sheet.cell(cell_with(sheet, label).row, column).value = value

    outcome = an_outcome()
    findings = refused(rebalance(outcome, outcome.workshop), tmp_path, spoil)

    assert {("Record", "E-ROSTER")} == {(each.place.sheet, each.code) for each in findings}


def test_what_was_told_of_one_step_is_not_told_of_the_next(tmp_path: Path) -> None:
    """An edit by hand is told when it is taken in, and not again."""
    outcome = an_outcome(a_named_list())

    def last(book: openpyxl.Workbook) -> None:
        book["Group 1"].delete_rows(book["Group 1"].max_row)

    second = rebalance(edited(outcome, tmp_path, last), outcome.workshop, late=True)
    third = rebalance(again(second, tmp_path), outcome.workshop, late=True)

    assert "N-EDITED" in [each.code for each in second.workshop.notices]
    assert "N-EDITED" not in [each.code for each in third.workshop.notices]


def again(outcome: Outcome, folder: Path) -> Outcome:
    """The outcome, written and read."""
    write_rosters(outcome, folder / "again.xlsx", stamp=STAMP)
    return read_rosters(folder / "again.xlsx")
