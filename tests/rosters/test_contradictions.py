"""``verify``: whatever is changed by hand in a rosters workbook is found, by sheet and cell."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from outcomes import STAMP, a_named_list, an_outcome

from allocator.allocation import Outcome
from allocator.findings import Finding
from allocator.rosters import contradictions, write_rosters
from allocator.settings import Group, Settings

Edit = Callable[[openpyxl.Workbook], object]


def edited(outcome: Outcome, folder: Path, edit: Edit) -> tuple[Finding, ...]:
    """What is found in the outcome's workbook after somebody edited it."""
    path = folder / "rosters.xlsx"
    write_rosters(outcome, path, stamp=STAMP)
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return contradictions(path)


def cells(findings: tuple[Finding, ...], sheet: str) -> set[str]:
    """The cells of a sheet that findings name."""
    return {finding.place.cell for finding in findings if finding.place.sheet == sheet}


def row_of(sheet: Worksheet, text: object) -> int:
    """The first row with this value in any cell."""
    return next(
        cell.row for row in sheet.iter_rows() for cell in row if cell.value == text and cell.row
    )


def move(source: Worksheet, target: Worksheet, text: object) -> None:
    """Cut the row with this value and paste it below the last row of another sheet."""
    row = row_of(source, text)
    target.append([cell.value for cell in source[row]])
    source.delete_rows(row)


def test_a_workbook_as_written_contradicts_nothing(tmp_path: Path) -> None:
    """Head-counts and names, with and without balanced columns."""
    named = an_outcome(a_named_list(), balance=("Level", "title"))

    assert () == edited(an_outcome(), tmp_path, lambda _: None)
    assert () == edited(named, tmp_path, lambda _: None)


@pytest.mark.parametrize("title", ["Overview", "Delegations", "Balance"])
def test_every_changed_number_is_found_in_its_cell(tmp_path: Path, title: str) -> None:
    """One more in every number of a sheet: each of these cells is named."""
    changed: set[str] = set()

    def add_one(book: openpyxl.Workbook) -> None:
        for row in book[title].iter_rows():
            for cell in row:
                if isinstance(cell.value, int):
                    cell.value += 1
                    changed.add(cell.coordinate)

    findings = edited(an_outcome(), tmp_path, add_one)

    assert changed
    if title == "Delegations":
        # Totals and numbers in the list are read back, so the rosters no longer fit the list.
        assert findings
    else:
        assert changed <= cells(findings, title)


@pytest.mark.parametrize("column", [4, 5])
def test_a_changed_number_of_a_delegation_is_found(tmp_path: Path, column: int) -> None:
    """People of a delegation in a group, on the sheet of all delegations."""
    findings = edited(an_outcome(), tmp_path, lambda book: book["Delegations"].cell(6, column, 9))

    assert {f"{'ABCDE'[column - 1]}6"} == cells(findings, "Delegations")


@pytest.mark.parametrize("column", ["C", "D", "E"])
def test_an_altered_goal_is_found_in_the_record(tmp_path: Path, column: str) -> None:
    """Value, bound or limit of a goal: one of the sheets then contradicts the others."""

    def better(book: openpyxl.Workbook) -> None:
        record = book["Record"]
        record[f"{column}{row_of(record, 'region.delegates')}"] = 99

    assert edited(an_outcome(), tmp_path, better)


def test_a_value_that_the_rosters_do_not_give_is_named_in_the_record(tmp_path: Path) -> None:
    """The cell of the value, with what was found and what is right."""
    outcome = an_outcome()
    right = next(score.value for score in outcome.goals if score.name == "region.delegates")

    def better(book: openpyxl.Workbook) -> None:
        record = book["Record"]
        record[f"C{row_of(record, 'region.delegates')}"] = 0

    findings = edited(outcome, tmp_path, better)
    (finding,) = (each for each in findings if each.place.column == 3)

    assert ("Record", "E-CONTRADICTION", "0") == (finding.place.sheet, finding.code, finding.found)
    assert f'"{right}"' in finding.message


def test_a_row_moved_by_hand_is_found_wherever_it_counts(tmp_path: Path) -> None:
    """A delegation on another roster: on the overview, in the list, in the balance."""
    findings = edited(
        an_outcome(), tmp_path, lambda book: move(book["Group 2"], book["Group 1"], "Kenya")
    )

    for title in ("Overview", "Group 1", "Group 2", "Delegations", "Balance"):
        assert cells(findings, title), title


def test_a_person_moved_by_hand_is_found_in_the_list_of_delegates(tmp_path: Path) -> None:
    """The group beside the name is no longer right."""

    def swap(book: openpyxl.Workbook) -> None:
        move(book["Group 1"], book["Group 2"], "Ñandú")

    outcome = an_outcome(a_named_list())
    findings = edited(outcome, tmp_path, swap)
    wrong = [each for each in findings if each.place.sheet == "Delegates"]

    assert ["Group 1"] == [each.found for each in wrong]


def test_a_broken_seating_rule_is_told_at_the_delegation(tmp_path: Path) -> None:
    """A small delegation split over two groups, every other number left as it was."""

    def split(book: openpyxl.Workbook) -> None:
        _clear(book, "Brazil")
        for title in ("Group 1", "Group 2"):
            book[title].append(["Brazil", "GRULAC", 1, 2])

    outcome = an_outcome(groups=[*_two(), Group(name="Group 3")])
    findings = edited(outcome, tmp_path, split)
    broken = [each for each in findings if "Brazil sits in 2 groups" in each.message]

    assert ["Delegations"] == [each.place.sheet for each in broken]
    assert broken[0].place.cell.startswith("A")


def test_a_group_above_its_capacity_is_told_at_the_group(tmp_path: Path) -> None:
    """A capacity that was lowered by hand."""
    outcome = an_outcome(groups=[Group(name="Group 1", capacity=20), Group(name="Group 2")])

    def lower(book: openpyxl.Workbook) -> None:
        book["Groups"]["C5"] = 3

    findings = edited(outcome, tmp_path, lower)

    assert any("its capacity is 3" in each.message for each in findings)
    assert "A5" in cells(findings, "Groups")


def test_a_row_too_many_and_a_row_too_few_are_found(tmp_path: Path) -> None:
    """A line of the balance that was deleted, and one that was made up."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Balance"]
        sheet.delete_rows(row_of(sheet, "GRULAC"))
        sheet.cell(40, 1).value = "Atlantis"
        sheet.cell(40, 2).value = 7

    messages = [each.message for each in edited(an_outcome(), tmp_path, change)]

    assert any("do not give this row" in message and "Atlantis" in message for message in messages)
    assert any("a row is missing" in message and "GRULAC" in message for message in messages)


def test_a_sorted_list_contradicts_nothing(tmp_path: Path) -> None:
    """The filters of a table sort its rows; their order is nobody's statement."""

    def sort(book: openpyxl.Workbook) -> None:
        for title in ("Delegations", "Group 1"):
            sheet = book[title]
            (table,) = sheet.tables.values()
            rows = [[cell.value for cell in row] for row in sheet[table.ref]][1:]
            first = sheet[table.ref][0][0].row or 0
            for number, row in enumerate(sorted(rows, key=lambda row: -int(str(row[-1]))), 1):
                for column, value in enumerate(row, 1):
                    sheet.cell(first + number, column).value = value

    assert () == edited(an_outcome(), tmp_path, sort)


def test_what_is_written_into_free_space_contradicts_nothing(tmp_path: Path) -> None:
    """The chair's name on the dots, a signature, a remark beside a table, a new rule or room."""

    def write(book: openpyxl.Workbook) -> None:
        group = book["Group 1"]
        dots = next(c for row in group.iter_rows() for c in row if "…" in str(c.value))
        dots.value = "Chair: Ms. Example"
        group["K9"] = "was late"
        book["Reports to plenary"]["B6"] = "A point"

    named = an_outcome(a_named_list(), settings=Settings(meeting="Council"))

    assert () == edited(named, tmp_path, write)


def test_a_workbook_that_cannot_be_read_back_says_where(tmp_path: Path) -> None:
    """Refusals of reading are contradictions too."""

    def misspell(book: openpyxl.Workbook) -> None:
        sheet = book["Group 1"]
        sheet.cell(row_of(sheet, "France"), 1).value = "Francce"

    (finding, *_) = edited(an_outcome(), tmp_path, misspell)

    assert "E-ROSTER" == finding.code
    assert ("Group 1", "Francce") == (finding.place.sheet, finding.found)


def _two() -> list[Group]:
    return [Group(name="Group 1"), Group(name="Group 2")]


def _clear(book: openpyxl.Workbook, name: str) -> None:
    """Take a delegation off every roster."""
    for title in ("Group 1", "Group 2", "Group 3"):
        sheet = book[title]
        for row in range(sheet.max_row, 5, -1):
            if sheet.cell(row, 1).value == name:
                sheet.delete_rows(row)
