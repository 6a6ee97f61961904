"""R2: the name of a group that does not fit is refused by sheet and cell."""

from pathlib import Path

import openpyxl
from edits import refused
from outcomes import a_named_list, an_outcome


def test_a_group_that_does_not_exist_is_named_with_its_cell(tmp_path: Path) -> None:
    """R2: a misspelt group in the list of delegates."""

    def misspell(book: openpyxl.Workbook) -> None:
        sheet = book["Delegates"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Group 2")
        cell.value = "Gruop 2"

    (finding,) = refused(an_outcome(a_named_list()), tmp_path, misspell)

    assert ("Delegates", "Gruop 2") == (finding.place.sheet, finding.found)
    assert finding.place.cell


def test_a_group_that_is_renamed_in_one_place_only_is_named_in_both(tmp_path: Path) -> None:
    """R2: the table of groups says one name and the tab of the roster another."""

    def misspell(book: openpyxl.Workbook) -> None:
        sheet = book["Groups"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Group 2")
        cell.value = "Gruop 2"

    first, second = refused(an_outcome(), tmp_path, misspell)

    assert ("Groups", "A6", "Gruop 2") == (first.place.sheet, first.place.cell, first.found)
    assert "Group 2" == second.place.sheet
