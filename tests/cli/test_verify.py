"""``allocator verify`` and ``allocator template``, from the command line."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from allocator.cli import main


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """The rosters of a small list."""
    source, output = tmp_path / "list.csv", tmp_path / "rosters.xlsx"
    source.write_text(
        "Delegation,Delegates\nFrance,5\nGhana,4\nKenya,1\nPeru,1\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["allocate", str(source), "-o", str(output), "-g", "2"])
    assert 0 == result.exit_code, result.output
    return output


def test_a_workbook_as_written_is_verified(rosters: Path) -> None:
    """Exit code 0, with and without the proof."""
    plain = CliRunner().invoke(main, ["verify", str(rosters)])
    proven = CliRunner().invoke(main, ["verify", str(rosters), "--prove", "--json"])

    assert (0, 0) == (plain.exit_code, proven.exit_code)
    assert "every seat, rule and number agrees" in plain.stdout
    assert "proven" == json.loads(proven.stdout)["status"]
    assert json.loads(proven.stdout)["goals"]


def test_a_changed_seat_is_a_contradiction(rosters: Path) -> None:
    """One number changed by hand on a roster: exit code 3, with sheet and cell."""
    book = openpyxl.load_workbook(rosters)
    sheet = book.worksheets[1]
    changed = next(
        cell for row in sheet.iter_rows(min_row=4) for cell in row if cell.value in (2, 3)
    )
    changed.value = 4
    book.save(rosters)
    result = CliRunner().invoke(main, ["verify", str(rosters)])

    assert 3 == result.exit_code
    assert "error[" in result.stderr


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_template_can_be_filled_in_and_allocated(tmp_path: Path, language: str) -> None:
    """The empty list, two rows typed in, becomes rosters."""
    path, output = tmp_path / "list.xlsx", tmp_path / "rosters.xlsx"
    made = CliRunner().invoke(main, ["template", "-o", str(path), "--language", language])
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    header = next(
        number
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
        if sum(value is not None for value in row) > 2
    )
    for row, (name, people) in enumerate([("France", 5), ("Ghana", 3)], start=header + 1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, people)
    book.save(path)
    result = CliRunner().invoke(
        main, ["allocate", str(path), "-o", str(output), "-g", "2", "--json"]
    )

    assert (0, 0) == (made.exit_code, result.exit_code), result.output
    assert 8 == sum(group["delegates"] for group in json.loads(result.stdout)["groups"])


@pytest.mark.parametrize("command", ["check", "allocate"])
def test_rosters_given_as_a_list_are_recognised(rosters: Path, command: str) -> None:
    """One error that says what the file is, and which command reads it."""
    output = ["-o", str(rosters.with_name("next.xlsx"))] if command == "allocate" else []
    result = CliRunner().invoke(main, [command, str(rosters), *output])

    assert 3 == result.exit_code
    assert 1 == result.stderr.count("error[")
    assert "this is a rosters workbook, not a list" in result.stderr
    assert "allocator verify" in result.stderr


def test_the_rosters_before_belong_to_a_proof_of_a_re_balance(rosters: Path) -> None:
    """--from without --prove, and for a first version, would be passed over: both are refused."""
    path = str(rosters)
    checked = CliRunner().invoke(main, ["verify", path, "--from", path])
    proven = CliRunner().invoke(main, ["verify", path, "--prove", "--from", path])

    assert (2, 2) == (checked.exit_code, proven.exit_code)
    assert "--from goes with --prove" in checked.stderr
    assert "is no re-balance" in proven.stderr


def test_a_row_moved_by_hand_is_told_in_a_few_lines(rosters: Path) -> None:
    """The sheets that are behind share a line, and every goal stands as recorded and as it is."""
    book = openpyxl.load_workbook(rosters)
    origin, target = book.worksheets[1:3]
    if "Kenya" not in [row[0] for row in origin.values]:
        origin, target = target, origin
    rows = list(origin.values)
    number = next(place for place, row in enumerate(rows, start=1) if row[0] == "Kenya")
    target.append(rows[number - 1])
    origin.delete_rows(number)
    book.save(rosters)
    result = CliRunner().invoke(main, ["verify", str(rosters)])
    whole = CliRunner().invoke(main, ["verify", str(rosters), "--json"])

    (behind,) = [line for line in result.stderr.splitlines() if "E-CONTRADICTION" in line]
    assert (3, 3) == (result.exit_code, whole.exit_code)
    assert '"Overview" (' in behind
    assert len(json.loads(whole.stdout)["findings"]) > 10
    small = next(line for line in result.stdout.splitlines() if "Small delegations" in line)
    assert ["0", "delegations", "2", "delegations"] == small.split()[2:]
    assert "The change breaks no rule." in result.stdout
    assert "allocator rebalance rosters.xlsx --list LIST --max-moves 0" in result.stdout
