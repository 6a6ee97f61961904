"""Edits by hand that do no harm: what the group sheets say is read."""

from dataclasses import replace
from pathlib import Path

import openpyxl
from edits import edited
from outcomes import a_head_count_list, a_named_list, an_outcome

from allocator.allocation import Outcome


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
    """A new name in the table of groups and on the tab of the roster."""

    def rename(book: openpyxl.Workbook) -> None:
        sheet = book["Groups"]
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Group 2")
        cell.value = book["Group 2"].title = "Red"

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


def codes(outcome: Outcome) -> list[str]:
    """The codes of the edits that reading noticed."""
    return [edit.code for edit in outcome.edits]


def delete(book: openpyxl.Workbook, name: str) -> None:
    """Take a delegation off every roster."""
    for title in ("Group 1", "Group 2"):
        sheet = book[title]
        for row in range(sheet.max_row, 5, -1):
            if sheet.cell(row, 1).value == name:
                sheet.delete_rows(row)


def test_rosters_as_written_have_no_edits(tmp_path: Path) -> None:
    """Nobody touched them."""
    for outcome in (an_outcome(), an_outcome(a_named_list())):
        assert () == edited(outcome, tmp_path, lambda _: None).edits


def test_a_delegation_taken_off_its_roster_is_left_out_and_told(tmp_path: Path) -> None:
    """Its only row was deleted: the rosters are the truth."""
    read = edited(an_outcome(), tmp_path, lambda book: delete(book, "Kenya"))
    (edit,) = read.edits

    assert "Kenya" not in [each.name for each in read.workshop.delegations]
    assert ("N-EDITED", "Delegations", "Kenya") == (edit.code, edit.place.sheet, edit.found)


def test_a_person_taken_off_the_roster_is_left_out_and_told(tmp_path: Path) -> None:
    """The delegation has one person less."""
    outcome = an_outcome(a_named_list())

    def last(book: openpyxl.Workbook) -> None:
        book["Group 1"].delete_rows(book["Group 1"].max_row)

    read = edited(outcome, tmp_path, last)

    assert outcome.workshop.head_count - 1 == read.workshop.head_count
    assert ["N-EDITED"] == codes(read)


def test_a_moved_row_is_told_with_both_places(tmp_path: Path) -> None:
    """The sheet of delegates still says the old group."""
    outcome = an_outcome(a_named_list())

    def move(book: openpyxl.Workbook) -> None:
        source, target = book["Group 1"], book["Group 2"]
        row = source.max_row
        target.append([cell.value for cell in source[row]])
        source.delete_rows(row)

    (edit,) = edited(outcome, tmp_path, move).edits

    assert ("N-EDITED", "Group 2") == (edit.code, edit.place.sheet)
    assert '"Group 1" in the sheet "Delegates"' in edit.message


def test_a_name_corrected_on_the_roster_is_kept_and_told(tmp_path: Path) -> None:
    """The person is known by the corrected name from now on."""
    outcome = an_outcome(a_named_list())

    def correct(book: openpyxl.Workbook) -> None:
        for title in ("Group 1", "Group 2"):
            for row in book[title].iter_rows(min_row=6):
                for cell in row:
                    if cell.value == "Souza":
                        cell.value = "Sousa"

    read = edited(outcome, tmp_path, correct)
    names = [each.name for of in read.workshop.delegations for each in of.delegates]

    assert "Ana Sousa" in names
    assert "Ana Souza" not in names
    assert ["N-EDITED"] == codes(read)


def test_an_organization_corrected_on_its_roster_is_kept_and_told(tmp_path: Path) -> None:
    """Only one delegation of the list has the seats, the region and the people of the new name."""
    outcome = an_outcome(a_head_count_list({"Wrld Bank": 2, "France": 5, "Fiji": 1}))

    def correct(book: openpyxl.Workbook) -> None:
        for title in ("Group 1", "Group 2"):
            for row in book[title].iter_rows(min_row=6):
                if row[0].value == "Wrld Bank":
                    row[0].value = "World Bank"

    read = edited(outcome, tmp_path, correct)

    assert ["World Bank", "France", "Fiji"] == [each.name for each in read.workshop.delegations]
    assert ["N-EDITED"] == codes(read)


def test_a_state_written_otherwise_on_its_roster_is_the_same_state(tmp_path: Path) -> None:
    """The ISO code finds it; the new spelling is kept."""

    def correct(book: openpyxl.Workbook) -> None:
        for title in ("Group 1", "Group 2"):
            for row in book[title].iter_rows(min_row=6):
                if row[0].value == "Côte d’Ivoire":
                    row[0].value = "Ivory Coast"

    outcome = an_outcome()
    read = edited(outcome, tmp_path, correct)

    assert outcome.allocation == read.allocation
    assert "Ivory Coast" in [each.name for each in read.workshop.delegations]
    assert "N-EDITED" in codes(read)


def test_rosters_without_a_record_are_read_from_what_is_visible(tmp_path: Path) -> None:
    """R8: seats, settings and version come from the other sheets; nothing is proven."""
    outcome = replace(an_outcome(), version=3)
    read = edited(outcome, tmp_path, lambda book: book.remove(book["Record"]))

    assert outcome.allocation == read.allocation
    assert outcome.plan == read.plan
    assert (3, ["N-EDITED"]) == (read.version, codes(read))
    assert [goal.value for goal in outcome.goals] == [goal.value for goal in read.goals]


def test_a_checksum_that_does_not_fit_is_told(tmp_path: Path) -> None:
    """R9: seats were changed in every sheet alike, so that only the checksum tells."""

    def swap(book: openpyxl.Workbook) -> None:
        for title in ("Group 1", "Group 2", "Delegations"):
            for row in book[title].iter_rows():
                for cell in row:
                    if cell.value in {"Kenya", "Fiji"}:
                        cell.value = {"Kenya": "Fiji", "Fiji": "Kenya"}[str(cell.value)]

    outcome = an_outcome(a_head_count_list({"Kenya": 1, "Fiji": 1, "France": 5}))
    read = edited(outcome, tmp_path, swap)

    assert outcome.allocation != read.allocation
    assert ["N-EDITED"] == codes(read)


def test_people_moved_by_their_numbers_are_told(tmp_path: Path) -> None:
    """One of France less in Group 1 and one more in Group 2."""

    def shift(book: openpyxl.Workbook) -> None:
        for title, step in (("Group 1", -1), ("Group 2", 1)):
            row = next(row for row in book[title].iter_rows() if row[0].value == "France")
            row[2].value = int(str(row[2].value)) + step

    (edit,) = edited(an_outcome(), tmp_path, shift).edits

    assert ("N-EDITED", "Group 1", "France") == (edit.code, edit.place.sheet, edit.found)
    assert "2/3 people" in edit.message
