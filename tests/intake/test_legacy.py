"""Workbooks of LibreOffice: every kind of value, and sheets that are too large."""

from pathlib import Path

from list_files import notices, problems, seats
from ods_files import an_ods, day, number, text

from allocator.intake import examine

HEADER = text("Delegation") + text("Delegates") + text("Arrival")


def test_values_of_every_kind_are_read(tmp_path: Path) -> None:
    """Texts, numbers and dates."""
    found = examine(an_ods(tmp_path, HEADER, text("Kenya") + number(3) + day("2026-11-23")))

    assert seats(found) == [("Kenya", 3)]
    assert found.workshop is not None
    assert found.workshop.delegations[0].traits == {"Arrival": "2026-11-23"}


def test_problems_are_told_by_cell(tmp_path: Path) -> None:
    """A date and a decimal are no head-counts."""
    path = an_ods(tmp_path, HEADER, text("Kenya") + number(2.5), text("Chad") + day("2026-04-03"))

    assert problems(path) == [("E-COUNT", "B2"), ("E-COUNT", "B3")]


def test_an_error_of_the_spreadsheet_is_told(tmp_path: Path) -> None:
    """As its text."""
    assert problems(an_ods(tmp_path, HEADER, text("Kenya") + text("#N/A"))) == [("E-CELLERR", "B2")]


def test_a_sheet_that_repeats_its_rows_without_end_is_refused(tmp_path: Path) -> None:
    """A row that says to be there a hundred million times ends the reader's process, not ours."""
    row = text("Kenya", 'table:number-columns-repeated="16384"')
    path = an_ods(
        tmp_path, HEADER, f'{row}</table:table-row><table:table-row table:number-rows-repeated='
        f'"1048576">{row}',
    )  # fmt: skip

    assert [each.code for each in examine(path).errors] in (["E-RANGE"], ["E-DAMAGED"])


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    """In an .ods as in an .xlsx."""
    path = an_ods(tmp_path, HEADER, inside='<!DOCTYPE x [<!ENTITY a "aaaa">]>')

    assert [each.code for each in examine(path).errors] == ["E-XML"]


def test_an_empty_spreadsheet_is_told(tmp_path: Path) -> None:
    """There is nothing in it."""
    found = examine(an_ods(tmp_path))

    assert [each.code for each in found.errors] == ["E-EMPTY"]
    assert notices(found, "N-HEADER") == []
