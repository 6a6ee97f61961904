"""``allocator check``: what a list holds, and every problem in it."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from allocator.cli import main


def check(source: Path, *options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["check", str(source), *options])


def test_json_counts_delegations_delegates_small_ones_and_regions(tmp_path: Path) -> None:
    """The keys of the contract, counted by hand."""
    source = tmp_path / "list.csv"
    source.write_text("Delegation,Delegates\nFrance,5\nGhana,2\nKenya,1\n", encoding="utf-8")
    answer = json.loads(check(source, "--json").stdout)

    assert (3, 8) == (answer["delegations"], answer["delegates"])
    assert 1 == answer["small"]
    assert {"delegations": 2, "delegates": 3} == answer["regions"]["African Group"]
    assert ["notice"] == [finding["severity"] for finding in answer["findings"]]


def test_every_problem_is_told_with_its_line(tmp_path: Path) -> None:
    """A missing count and a duplicate, at once, each where it stands."""
    source = tmp_path / "list.csv"
    source.write_text("Delegation,Delegates\nFrance,\nGhana,2\nghana,1\n", encoding="utf-8")
    result = check(source, "--json")
    answer = json.loads(result.stdout)
    errors = [each for each in answer["findings"] if each["severity"] == "error"]

    assert 3 == result.exit_code
    assert [("E-COUNT", 2), ("E-DUP", 4)] == [(each["code"], each["row"]) for each in errors]


def test_what_notices_ask_is_told_beside_the_errors(tmp_path: Path) -> None:
    """One round of corrections is enough: the spelling of a State is asked about at once."""
    source = tmp_path / "list.csv"
    source.write_text("Delegation,Delegates\nFrance,\nPhilipines,2\n", encoding="utf-8")
    told = check(source).stderr.splitlines()

    assert any("line 3, column A" in line and 'mean "Philippines"' in line for line in told)
    assert told[-1].startswith("error[E-COUNT]: list.csv, line 2, column B")


def test_a_good_list_is_summed_up_for_people(tmp_path: Path) -> None:
    """Numbers first, then the regions."""
    source = tmp_path / "list.csv"
    source.write_text("Delegation,Delegates\nFrance,5\nGhana,2\n", encoding="utf-8")
    result = check(source)

    assert 0 == result.exit_code
    assert "2 delegations, 7 delegates" in result.stdout
    assert "African Group" in result.stdout


def test_how_many_are_small_depends_on_the_number_of_groups(tmp_path: Path) -> None:
    """Two people are few for three groups, and enough for two."""
    source = tmp_path / "list.csv"
    source.write_text("Delegation,Delegates\nFrance,5\nGhana,2\nKenya,1\n", encoding="utf-8")

    assert 1 == json.loads(check(source, "-g", "2", "--json").stdout)["small"]
    assert 2 == json.loads(check(source, "-g", "3", "--json").stdout)["small"]


def test_columns_may_be_named(tmp_path: Path) -> None:
    """Headings that the program does not know; a field without a column."""
    source = tmp_path / "list.csv"
    source.write_text("Land,Anzahl,Type\nFrance,5,x\nGhana,2,y\n", encoding="utf-8")
    columns = ("--column", "delegation=A", "--column", "delegates=B", "--column", "category=")
    result = check(source, *columns, "--json")

    assert 3 == check(source).exit_code
    assert (2, 7) == tuple(json.loads(result.stdout)[key] for key in ("delegations", "delegates"))
    assert "(B) is the number of delegates" in result.stdout
    assert "is the category" not in result.stdout


@pytest.mark.parametrize(
    "columns", [("delegation",), ("region=A", "region=B"), ("country=A",), ("region=1",)]
)
def test_a_column_that_makes_no_sense_is_a_wrong_option(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    """Exit code 2, and what it may be."""
    source = tmp_path / "list.csv"
    source.write_text("Delegation,Delegates\nFrance,5\n", encoding="utf-8")
    result = check(source, *(each for column in columns for each in ("--column", column)))

    assert 2 == result.exit_code
    assert "error[E-USAGE]" in result.stderr


def test_a_copy_with_marks_is_written_with_the_refusal(tmp_path: Path) -> None:
    """Problems of the list and of its rules, each at its cell; exit code 3 as without it."""
    source, marked = tmp_path / "list.xlsx", tmp_path / "marked.xlsx"
    book = openpyxl.Workbook()
    sheet, rules = book.worksheets[0], book.create_sheet("Rules")
    for line in (("Delegation", "Delegates"), ("France", 5), ("Ghana", 2)):
        sheet.append(line)
    rules.append(("Rule", "Who", "Group or With"))
    rules.append(("in", "Atlantis", "Group 1"))
    book.save(source)
    result = check(source, "--marked", str(marked))
    copy = openpyxl.load_workbook(marked)
    comments = [
        (each.title, cell.coordinate)
        for each in copy.worksheets
        for row in each.iter_rows()
        for cell in row
        if cell.comment and cell.comment.text.startswith("error")
    ]

    assert 3 == result.exit_code
    assert "marked.xlsx" in result.stderr
    assert ["Rules"] == [title for title, _ in comments]


def test_the_marked_copy_goes_on_as_the_list(tmp_path: Path) -> None:
    """Corrected at its marks it is accepted; its last sheet is no list that was passed over."""
    source, marked = tmp_path / "list.csv", tmp_path / "marked.xlsx"
    source.write_text("Delegation,Delegates\nFrance,\nGhana,2\n", encoding="utf-8")
    check(source, "--marked", str(marked))
    book = openpyxl.load_workbook(marked)
    book.worksheets[0]["B2"] = 5
    book.save(marked)
    result = check(marked)

    assert 0 == result.exit_code
    assert "N-SHEET" not in result.stderr
    assert "2 delegations, 7 delegates" in result.stdout


def test_a_good_list_has_a_copy_too(tmp_path: Path) -> None:
    """With its notices, and only where nothing is lost."""
    source, marked = tmp_path / "list.csv", tmp_path / "marked.xlsx"
    source.write_text("Delegation,Delegates\nFrance,5\n", encoding="utf-8")

    assert 0 == check(source, "--marked", str(marked)).exit_code
    assert "N-HEADER" in openpyxl.load_workbook(marked)["List"]["A1"].comment.text
    assert 6 == check(source, "--marked", str(marked)).exit_code
    assert 0 == check(source, "--marked", str(marked), "--force").exit_code
    assert 2 == check(source, "--marked", str(tmp_path / "marked.csv")).exit_code


def test_a_file_that_cannot_be_opened_has_no_copy(tmp_path: Path) -> None:
    """That is told beside the error."""
    source, marked = tmp_path / "list.xlsx", tmp_path / "marked.xlsx"
    source.write_bytes(b"PK\x03\x04")
    result = check(source, "--marked", str(marked))

    assert 3 == result.exit_code
    assert "no copy" in result.stderr
    assert not marked.exists()
