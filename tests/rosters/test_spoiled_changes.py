"""``verify`` of a re-balance: what was changed by hand on the sheet of the changes is found."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from outcomes import STAMP
from rebalancing.renewals import edit
from rebalancing.second_versions import renewed_evenly

from allocator.findings import Finding
from allocator.rosters import contradictions, rosters_file

#: Another word for each kind of change.
OTHERWISE = {"Moved": "New", "New": "Withdrawn", "Withdrawn": "Moved"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of a version in which people moved, joined and withdrew."""
    return rosters_file(renewed_evenly(tmp_path_factory.mktemp("renewed")), stamp=STAMP)


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    """The same, opened: whatever is changed in it is put back."""
    return openpyxl.load_workbook(BytesIO(content))


def spoiled(book: openpyxl.Workbook, path: Path, cell: str, value: object) -> tuple[Finding, ...]:
    """What is found when a cell of the changes holds something else."""
    changed = book["Changes"][cell]
    was, changed.value = changed.value, value
    book.save(path)
    changed.value = was
    return contradictions(path)


def cells(book: openpyxl.Workbook) -> dict[str, object]:
    """Every cell of the changes that is not empty."""
    rows = book["Changes"].iter_rows()
    return {c.coordinate: c.value for row in rows for c in row if c.value is not None}


def test_what_is_opened_and_saved_contradicts_nothing(
    book: openpyxl.Workbook, tmp_path: Path
) -> None:
    """So what is found in the other tests is what they changed."""
    book.save(tmp_path / "next.xlsx")

    assert () == contradictions(tmp_path / "next.xlsx")


def test_every_changed_number_is_found(book: openpyxl.Workbook, tmp_path: Path) -> None:
    """People of a change, moves and goals of the frontier: one by one."""
    numbers = {cell: value for cell, value in cells(book).items() if isinstance(value, int)}

    assert len(numbers) > 20
    for cell, value in numbers.items():
        assert spoiled(book, tmp_path / "next.xlsx", cell, value + 1), cell


def test_a_size_of_thousands_of_digits_is_found(book: openpyxl.Workbook, tmp_path: Path) -> None:
    """Python does not read it."""
    sizes = [cell for cell, value in cells(book).items() if re.fullmatch(r"\d+/.*", str(value))]

    assert sizes
    for cell in sizes:
        assert spoiled(book, tmp_path / "next.xlsx", cell, f"{'9' * 5_000}/3"), cell


def test_a_change_that_is_called_otherwise_is_found(
    book: openpyxl.Workbook, tmp_path: Path
) -> None:
    """Who moved is said to be new, who is new to have withdrawn, who withdrew to have moved."""
    kinds = {cell: str(value) for cell, value in cells(book).items() if value in OTHERWISE}

    assert set(OTHERWISE) == set(kinds.values())
    for cell, kind in kinds.items():
        assert spoiled(book, tmp_path / "next.xlsx", cell, OTHERWISE[kind]), cell


def test_a_change_that_was_deleted_is_found(
    book: openpyxl.Workbook, content: bytes, tmp_path: Path
) -> None:
    """One line less, whichever it is."""
    path = tmp_path / "next.xlsx"
    lines = [cell for cell, value in cells(book).items() if value in OTHERWISE]

    assert lines
    for line in lines:
        path.write_bytes(content)
        delete(path, int(line[1:]))
        assert contradictions(path), line


def delete(path: Path, line: int) -> None:
    """Take a line out of the changes."""
    edit(path, lambda book: book["Changes"].delete_rows(line))


@pytest.mark.parametrize("text", ["Taken here", "yes"])
def test_another_choice_or_verdict_is_found(
    book: openpyxl.Workbook, tmp_path: Path, text: str
) -> None:
    """What was taken and what is proven stands on the overview too."""
    told = [cell for cell, value in cells(book).items() if value == text]

    assert told
    for cell in told:
        assert spoiled(book, tmp_path / "next.xlsx", cell, None), cell


def test_sizes_that_differ_from_the_overview_are_found(
    book: openpyxl.Workbook, tmp_path: Path
) -> None:
    """People per group of a point of the frontier."""
    sizes = [cell for cell, value in cells(book).items() if "/" in str(value)]

    assert sizes
    for cell in sizes:
        assert spoiled(book, tmp_path / "next.xlsx", cell, "20/4"), cell


@pytest.mark.parametrize("item", ["Version", "Made from version", "People who had a seat",
                                  "People who moved", "Fewest moves proven"])  # fmt: skip
def test_another_record_is_found(content: bytes, tmp_path: Path, item: str) -> None:
    """The rows of the record that other sheets tell of too."""
    path = tmp_path / "next.xlsx"
    path.write_bytes(content)

    def change(book: openpyxl.Workbook) -> None:
        cell = next(row[1] for row in book["Record"].iter_rows() if row[0].value == item)
        cell.value = cell.value + 1 if isinstance(cell.value, int) else "no"

    edit(path, change)

    assert contradictions(path)


@pytest.mark.parametrize(
    ("column", "text"), [("B", "Nobody"), ("D", "Group 1"), ("E", "Group 2"), ("E", "Group 9")]
)
def test_a_move_that_the_rosters_contradict_is_found_in_its_line(
    book: openpyxl.Workbook, tmp_path: Path, column: str, text: str
) -> None:
    """Nobody of the name, from a group to itself, to a group where nobody of it sits."""
    sheet = book["Changes"]
    moved = [
        row for row in range(1, sheet.max_row + 1)
        if sheet.cell(row, 1).value == "Moved" and sheet[f"{column}{row}"].value != text
    ]  # fmt: skip
    line = next(row for row in moved if sheet[f"E{row}"].value == "Group 1")
    findings = spoiled(book, tmp_path / "next.xlsx", f"{column}{line}", text)

    assert ("Changes", line) in {(each.place.sheet, each.place.row) for each in findings}


@pytest.mark.parametrize("heading", ["People who move", "Size of the groups"])
def test_a_taken_point_that_the_seats_contradict_is_found(
    content: bytes, tmp_path: Path, heading: str
) -> None:
    """The number is changed on the sheet of the changes and on the overview alike."""
    path = tmp_path / "next.xlsx"
    path.write_bytes(content)

    def lie(book: openpyxl.Workbook) -> None:
        for title in ("Changes", "Overview"):
            sheet = book[title]
            head = next(
                cell
                for row in sheet.iter_rows()
                for cell in row
                if cell.value == heading and sheet.cell(cell.row + 1, cell.column).value is not None
            )
            for row in range(head.row + 1, head.row + 20):
                texts = [str(cell.value) for cell in sheet[row]]
                if any("Taken here" in text for text in texts):
                    sheet.cell(row, head.column).value = 9

    edit(path, lie)

    assert contradictions(path)


def test_sizes_that_are_none_are_found(book: openpyxl.Workbook, tmp_path: Path) -> None:
    """A text where the people per group stand."""
    cell = next(cell for cell, value in cells(book).items() if "/" in str(value))

    assert spoiled(book, tmp_path / "next.xlsx", cell, "X")


def test_a_re_balance_without_its_changes_is_found(content: bytes, tmp_path: Path) -> None:
    """The sheet was deleted: the record still says that there was a version before."""
    path = tmp_path / "next.xlsx"
    path.write_bytes(content)
    edit(path, lambda book: book.remove(book["Changes"]))
    (finding,) = contradictions(path)

    assert '"Changes" is missing' in finding.message
