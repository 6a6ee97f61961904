"""Rows that are no delegations are left out and told; no delegation is left out with them."""

from pathlib import Path

import pytest
from list_files import a_csv, a_workbook, notices, problems, seats
from openpyxl import load_workbook
from openpyxl.styles import Font

from allocator.intake import examine

LIST = ["Delegation,Delegates,Note", "Kenya,2,x", "Chad,1,y"]


def test_the_header_is_found_below_titles(tmp_path: Path) -> None:
    """Title rows, also with an empty row between, are left out and named."""
    found = examine(a_csv(tmp_path, "Council,,", "115th session,,", ",,", *LIST))

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]
    assert notices(found, "N-ROW") == ['left out as title: row 1 "Council", row 2 "115th session".']


@pytest.mark.parametrize(
    "label",
    ["TOTAL", "Total:", "Grand total", "Total général", "Suma", "Sous-total", "Total of delegates",
     "Total Africa", "Total (3)", "Subtotal"],
)  # fmt: skip
def test_total_rows_are_left_out(tmp_path: Path, label: str) -> None:
    """In three languages, with or without what is added up."""
    found = examine(a_csv(tmp_path, *LIST, f"{label},3,"))

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]
    assert notices(found, "N-TOTAL") == []


@pytest.mark.parametrize("name", ["Total S.A.", "TotalEnergies", "Sum of Us"])
def test_a_name_that_begins_like_a_total_is_a_delegation(tmp_path: Path, name: str) -> None:
    """Only what adds something up is a total."""
    found = examine(a_csv(tmp_path, *LIST, f"{name},3,"))

    assert seats(found)[-1] == (name, 3)


def test_a_total_that_differs_is_told(tmp_path: Path) -> None:
    """The rows count; the difference is a notice with both numbers."""
    found = examine(a_csv(tmp_path, *LIST, "TOTAL,4,"))

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]
    assert notices(found, "N-TOTAL") == [
        "the total in the list is 4, but its rows add up to 3. 3 was used; check the list."
    ]


def test_a_total_of_a_section_may_be_its_own_sum(tmp_path: Path) -> None:
    """A subtotal is compared with the rows since the last one, the grand total with all."""
    rows = ["Subtotal,3,", "Peru,4,", "Subtotal,4,", "Total,7,"]

    assert notices(examine(a_csv(tmp_path, *LIST, *rows)), "N-TOTAL") == []


@pytest.mark.parametrize(
    "label",
    ["Africa", "GRULAC", "ÁFRICA", "Observer States", "ONG", "Latin America & the Caribbean"],
)
def test_known_sub_heads_are_left_out(tmp_path: Path, label: str) -> None:
    """Regional groups and categories of participants head what follows."""
    found = examine(a_csv(tmp_path, LIST[0], f"{label},,", *LIST[1:]))

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]
    assert notices(found, "N-ROW") == [f'left out as sub-head: row 2 "{label}".']


def test_a_bold_row_alone_is_a_sub_head(tmp_path: Path) -> None:
    """So is one merged over several columns, whatever it says."""
    rows = [("Delegation", "Delegates"), ("Our friends", None), ("Kenya", 2), ("Our guests", None),
            ("Chad", 1)]  # fmt: skip
    path = a_workbook(tmp_path, rows)
    book = load_workbook(path)
    book.worksheets[0]["A2"].font = Font(bold=True)
    book.worksheets[0].merge_cells("A4:B4")
    book.save(path)

    assert seats(examine(path)) == [("Kenya", 2), ("Chad", 1)]


@pytest.mark.parametrize("name", ["Germany", "World Bank"])
def test_a_delegation_without_its_count_is_no_sub_head(tmp_path: Path, name: str) -> None:
    """A State, and any name that is not known as a sub-head, lacks its number."""
    path = a_csv(tmp_path, *LIST, f"{name},,", "Peru,3,")

    assert problems(path) == [("E-COUNT", "B4")]


def test_a_bold_state_without_its_count_is_no_sub_head(tmp_path: Path) -> None:
    """The name of a State is never left out."""
    path = a_workbook(tmp_path, [("Delegation", "Delegates"), ("Germany", None), ("Kenya", 2)])
    book = load_workbook(path)
    book.worksheets[0]["A2"].font = Font(bold=True)
    book.save(path)

    assert problems(path) == [("E-COUNT", "B2")]


@pytest.mark.parametrize(
    "text",
    ["* Head of delegation not known.", "Note: as of today", "Source: secretariat", "Provisional"],
)
def test_footnotes_are_left_out(tmp_path: Path, text: str) -> None:
    """What stands alone behind the list, after an empty row, is told and left out."""
    found = examine(a_csv(tmp_path, *LIST, ",,", f"{text},,"))

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]
    assert notices(found, "N-ROW") == [f'left out as footnote: row 5 "{text}".']


def test_a_state_behind_the_list_is_no_footnote(tmp_path: Path) -> None:
    """It lacks its number."""
    assert problems(a_csv(tmp_path, *LIST, ",,", "Peru,,")) == [("E-COUNT", "B5")]


def test_a_header_repeated_on_each_page_is_left_out(tmp_path: Path) -> None:
    """It is told as what it is."""
    found = examine(a_csv(tmp_path, *LIST, LIST[0], "Peru,3,z"))

    assert seats(found) == [("Kenya", 2), ("Chad", 1), ("Peru", 3)]
    assert notices(found, "N-ROW") == ['left out as repeated header: row 4 "Delegation".']


@pytest.mark.parametrize("status", ["Withdrawn", "rejeté", "CANCELADA", " declined "])
def test_who_does_not_come_is_left_out_and_counted(tmp_path: Path, status: str) -> None:
    """The status column of a registration export, in three languages."""
    found = examine(
        a_csv(tmp_path, "Country,Last name,Status", "Kenya,Abc,Completed", f"Kenya,Def,{status}")
    )

    assert seats(found) == [("Kenya", 1)]
    assert notices(found, "N-STATUS") == [
        f"rows left out because of their status: 1 ({status.strip()})."
    ]


def test_a_list_longer_than_allowed_is_refused(tmp_path: Path) -> None:
    """The limit is inclusive, and the option that raises it is named."""
    path = a_csv(tmp_path, *LIST)

    assert examine(path, max_rows=2).errors == ()
    assert [each.code for each in examine(path, max_rows=1).errors] == ["E-RANGE"]
    assert "--max-rows" in examine(path, max_rows=1).errors[0].message
