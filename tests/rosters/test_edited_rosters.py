"""Edits by hand that do no harm: what the group sheets say is read."""

from pathlib import Path

import openpyxl
from edits import edited
from outcomes import a_named_list, an_outcome


def test_a_row_moved_by_hand_is_respected(tmp_path: Path) -> None:
    """The rosters are the truth: the person sits where the row stands."""
    outcome = an_outcome(a_named_list())
    first = outcome.workshop.delegations[0].delegates[0]

    def move(book: openpyxl.Workbook) -> None:
        source, target = book["Group 1"], book["Group 2"]
        row = next(row[0].row for row in source.iter_rows(min_row=6) if row[0].value == 1)
        target.append([cell.value for cell in source[row or 0]])
        source.delete_rows(row or 0)

    assert 0 == outcome.allocation.places[first.id]
    assert 1 == edited(outcome, tmp_path, move).allocation.places[first.id]


def test_a_row_that_was_cut_may_leave_a_gap(tmp_path: Path) -> None:
    """Excel empties the cells of a row that is cut; the rows below it still count."""
    outcome = an_outcome()

    def cut(book: openpyxl.Workbook) -> None:
        source, target = book["Group 2"], book["Group 1"]
        row = next(row for row in source.iter_rows() if row[0].value == "Kenya")
        target.append([cell.value for cell in row])
        for cell in row:
            cell.value = None

    kenya = next(each for each in outcome.workshop.delegations if each.name == "Kenya")

    assert (0, 1) == outcome.allocation.seats[kenya.id]
    assert (1, 0) == edited(outcome, tmp_path, cut).allocation.seats[kenya.id]


def test_notices_may_be_taken_out(tmp_path: Path) -> None:
    """The rosters are read without them."""
    outcome = an_outcome()
    read = edited(outcome, tmp_path, lambda book: book.remove(book["Notices"]))

    assert () == read.workshop.notices
    assert outcome.allocation == read.allocation


def test_a_renamed_group_keeps_its_roster(tmp_path: Path) -> None:
    """A new name in the table of groups, the sheet left as it was."""

    def rename(book: openpyxl.Workbook) -> None:
        sheet = book["Groups"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Group 2")
        cell.value = "Red"

    outcome = an_outcome()
    read = edited(outcome, tmp_path, rename)

    assert ["Group 1", "Red"] == [group.name for group in read.plan.groups]
    assert outcome.allocation == read.allocation


def test_sheets_that_somebody_added_do_not_matter(tmp_path: Path) -> None:
    """A sheet of notes is no roster."""
    outcome = an_outcome()

    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("My notes", 1)["A1"] = "Delegation"

    assert outcome.allocation == edited(outcome, tmp_path, add).allocation
