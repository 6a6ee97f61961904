"""The mistakes of every day: each is told by its cell, and all of them at once."""

from pathlib import Path

import pytest
from list_files import SHEET, a_csv, a_workbook, errors, notices, patched, problems, seats
from openpyxl import load_workbook

from allocator.errors import ListRefused
from allocator.file_errors import CannotRead
from allocator.intake import examine, read_list

HEADER = ("Delegation", "Delegates")


def test_all_problems_are_told_at_once_by_cell(tmp_path: Path) -> None:
    """Six faults in six rows give six errors, in the order of their places."""
    path = a_workbook(
        tmp_path,
        [HEADER, ("France", "3 pax"), ("Kenya", None), ("Chad", 0), ("Peru", 2.5), ("Fiji", -1),
         ("france ", 2), ("Togo", 501)],
    )  # fmt: skip

    assert errors(examine(path)) == [
        (
            'error[E-COUNT]: list.xlsx, sheet "Delegations", cell B2: "3 pax" is not a whole '
            "number. Write 3."
        ),
        (
            'error[E-COUNT]: list.xlsx, sheet "Delegations", cell B3: the number of delegates is '
            "missing. Write a number from 1 to 500 or remove the row."
        ),
        (
            'error[E-COUNT]: list.xlsx, sheet "Delegations", cell B4: a delegation of 0 delegates '
            "cannot be seated. Write a number from 1 to 500 or remove the row."
        ),
        (
            'error[E-COUNT]: list.xlsx, sheet "Delegations", cell B5: "2.5" is not a whole number. '
            "Write a whole number from 1 to 500."
        ),
        (
            'error[E-COUNT]: list.xlsx, sheet "Delegations", cell B6: "-1" is below 1. '
            "Write a whole number from 1 to 500."
        ),
        (
            'error[E-DUP]: list.xlsx, sheet "Delegations", cell A7: "france" is in row 2 already, '
            'written "France" there. Keep one row with the number of all its delegates.'
        ),
        (
            'error[E-COUNT]: list.xlsx, sheet "Delegations", cell B8: "501" is above 500. '
            "Write a whole number from 1 to 500."
        ),
    ]


@pytest.mark.parametrize(
    "cell", ["²", "TBC", "3-4", "1.000", "3,0", "three", True, 1e300, 0.03, "inf", "1e999", "1_000"]
)
def test_what_is_no_whole_number_is_refused(tmp_path: Path, cell: object) -> None:
    """Truth values, decimals, ranges and words are no head-counts."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", 2), ("France", cell)])

    assert problems(path) == [("E-COUNT", "B3")]


@pytest.mark.parametrize("cell", ["3", " 3 ", "3\xa0", "٣", "３"])
def test_digits_written_as_text_count_with_a_notice(tmp_path: Path, cell: str) -> None:
    """Digits of any script are a number, outer white space aside."""
    found = examine(a_workbook(tmp_path, [HEADER, ("Kenya", 2), ("France", cell)]))

    assert seats(found) == [("Kenya", 2), ("France", 3)]
    assert len(notices(found, "N-COUNT")) == 1


def test_numbers_of_a_text_file_need_no_notice(tmp_path: Path) -> None:
    """In a CSV every number is text."""
    found = examine(a_csv(tmp_path, "Delegation,Delegates", "Kenya,2"))

    assert seats(found) == [("Kenya", 2)]
    assert notices(found, "N-COUNT") == []


def test_a_row_without_a_delegation_is_refused(tmp_path: Path) -> None:
    """A head-count that belongs to nobody is told."""
    path = a_csv(tmp_path, "Delegation,Delegates,Region", "Kenya,2,Africa", ",3,Africa")

    assert problems(path) == [("E-NAME", "A3")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E-EMPTY"),
        (b"\xef\xbb\xbf", "E-EMPTY"),
        (b"Delegation,Delegates\r\n", "E-EMPTY"),
        (b"\r\n\r\n", "E-EMPTY"),
        (b"Kenya,2\r\nFrance,3\r\n", "E-HEADER"),
        (b"Delegation,Delegates,Delegates\r\nKenya,2,3\r\n", "E-HEADER"),
        (b"Delegation\r\nKenya\r\nFrance\r\n", "E-HEADER"),
    ],
)
def test_a_file_without_a_list_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    """Nothing at all, a header only, no header, a heading twice, nobody to seat."""
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    assert [each.code for each in examine(path).errors] == [code]


def test_the_two_columns_of_a_repeated_heading_are_named(tmp_path: Path) -> None:
    """The message names both cells."""
    path = a_workbook(
        tmp_path, [("Delegation", "Region", "Delegates", "Delegates"), ("Chad", "", 2, 2)]
    )

    assert problems(path) == [("E-HEADER", "D1")]
    assert '"Delegates" appears in C1 and D1' in errors(examine(path))[0]


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    """So does a folder; the exit code is 6."""
    for path in (tmp_path / "nothing.xlsx", tmp_path):
        with pytest.raises(CannotRead) as raised:
            read_list(path)
        assert raised.value.exit_code == 6


def test_a_refused_list_raises_all_its_errors_and_no_notice(tmp_path: Path) -> None:
    """``read_list`` raises what ``examine`` finds, without the notices."""
    path = a_csv(tmp_path, "Delegation,Delegates", " Kenya,0", "Chad,x")

    with pytest.raises(ListRefused) as raised:
        read_list(path)

    assert [each.code for each in raised.value.findings] == ["E-COUNT", "E-COUNT"]
    assert raised.value.findings == examine(path).errors


def test_a_formula_without_a_result_is_refused(tmp_path: Path) -> None:
    """Whoever wrote the workbook never calculated it."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", "=1+2"), ("Chad", 2)])

    assert problems(path) == [("E-FORMULA", "B2")]


def test_an_error_of_the_spreadsheet_is_refused(tmp_path: Path) -> None:
    """``#DIV/0!`` is no head-count, in a workbook and in a text file."""
    book = a_workbook(tmp_path, [HEADER, ("Kenya", 2)])
    workbook = load_workbook(book)
    workbook.worksheets[0]["B2"] = "#DIV/0!"
    workbook.save(book)

    assert problems(book) == [("E-CELLERR", "B2")]


def test_merged_cells_take_their_value_with_a_notice(tmp_path: Path) -> None:
    """A region merged over three rows holds for all three."""
    path = a_workbook(
        tmp_path,
        [("Region", *HEADER), ("My region", "Kenya", 2), (None, "Chad", 1), (None, "Peru", 3)],
    )
    book = load_workbook(path)
    book.worksheets[0].merge_cells("A2:A4")
    book.save(path)

    found = examine(path)

    assert found.workshop is not None
    assert [each.region for each in found.workshop.delegations] == ["My region"] * 3
    assert notices(found, "N-MERGED") == ["the cells A2:A4 are merged; all of them say the same."]


def test_hidden_rows_are_read_with_a_notice(tmp_path: Path) -> None:
    """A filtered list is read whole, and the hidden rows are named."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", 2), ("Chad", 1)])
    book = load_workbook(path)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(path)

    found = examine(path)

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]
    assert notices(found, "N-HIDDEN") == ["hidden rows were read like all others: 3."]


def test_formulas_are_read_by_their_stored_results(tmp_path: Path) -> None:
    """What the spreadsheet calculated is what is read, with a notice."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", "=1+2"), ("Chad", 2)])
    patched(path, SHEET, b"<f>1+2</f>", b"<f>1+2</f><v>3</v>")

    found = examine(path)

    assert seats(found) == [("Kenya", 3), ("Chad", 2)]
    assert len(notices(found, "N-FORMULA")) == 1
