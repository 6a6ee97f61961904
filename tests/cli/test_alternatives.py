"""``allocator allocate -g 2,3`` and ``-g auto``: numbers of groups side by side, one taken."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from allocator.cli import main

LIST = """Delegation,Delegates,Region
France,5,WEOG
Ghana,4,African Group
Kenya,1,African Group
Peru,2,GRULAC
Fiji,1,Asia-Pacific Group
"""
#: Two rooms that hold ten of the thirteen people, and a third one.
SMALL_ROOMS = "\n".join(f'[[group]]\nname = "[{name}]"\ncapacity = 5' for name in "ABC")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small list as a file."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def allocate(source: Path, *options: str) -> Result:
    """Run the command; the rosters stand beside the list."""
    output = source.with_name("rosters.xlsx")
    return CliRunner().invoke(main, ["allocate", str(source), "-o", str(output), *options])


def answer(source: Path, *options: str) -> dict[str, Any]:
    """The JSON of a command that ends well."""
    result = allocate(source, *options, "--json", "--force")

    assert 0 == result.exit_code, result.stderr
    read: dict[str, Any] = json.loads(result.stdout)
    return read


def with_small_rooms(source: Path) -> list[str]:
    """The option that limits each of three groups to five people."""
    settings = source.with_name("event.toml")
    settings.write_text(SMALL_ROOMS, encoding="utf-8")
    return ["--settings", str(settings)]


@pytest.mark.parametrize("options", [[], ["-g", "auto"], ["-g", "2,3"], ["-g", "3, 2"]])
def test_two_and_three_groups_stand_side_by_side(source: Path, options: list[str]) -> None:
    """Auto is 2,3; the number taken is marked, and one sentence says why."""
    result = allocate(source, *options)

    assert 0 == result.exit_code
    lines = result.stdout.splitlines()
    head = next(line for line in lines if "3 groups" in line and "→" in line)
    assert ["→", "2", "groups", "3", "groups"] == head.split()
    assert any(line.split()[-4:] == ["2", "each", "3", "each"] for line in lines)
    assert "Taken: 2 groups, the smallest of these numbers" in result.stdout
    assert "at most 40 people in a group (up to 7 each" in result.stdout
    assert "Choose yourself with -g 3" in result.stdout


def test_the_answer_has_the_numbers_the_one_taken_and_why(source: Path) -> None:
    """``choice`` beside the outcomes of the others."""
    found = answer(source, "-g", "2,3,4", "--max-group-size", "5")

    assert {"numbers": [2, 3, 4], "taken": 3} == {
        key: found["choice"][key] for key in ("numbers", "taken")
    }
    assert "Taken: 3 groups" in found["choice"]["why"]
    assert 3 == len(found["groups"])
    assert [2, 4] == [len(other["groups"]) for other in found["others"]]
    assert ["optimal"] * 2 == [other["status"] for other in found["others"]]


@pytest.mark.parametrize("options", [["-g", "2"], ["--settings", "event.toml"]])
def test_one_number_is_no_choice(
    source: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number, or groups by name: nothing is compared, ``choice`` is null."""
    monkeypatch.chdir(source.parent)
    Path("event.toml").write_text('[[group]]\nname = "A"\n[[group]]\nname = "B"\n', "utf-8")
    found = answer(source, *options)

    assert (None, []) == (found["choice"], found["others"])
    assert "Taken" not in allocate(source, *options, "--force").stdout


def test_a_number_that_is_not_possible_is_never_taken_and_told(source: Path) -> None:
    """Two of the rooms are too small, so it is three, and the reason is on the screen."""
    options = [*with_small_rooms(source), "-g", "2,3"]
    text = allocate(source, *options).stdout
    found = answer(source, *options)

    assert 3 == found["choice"]["taken"] == len(found["groups"])
    assert [] == found["others"]
    assert "Not possible with 2 groups: the groups seat 5 + 5 = 10" in found["choice"]["why"]
    assert "not possible" in text
    assert found["choice"]["why"] in text


def test_a_rule_that_names_a_group_needs_a_number_that_has_it(source: Path) -> None:
    """There is no Group 3 of two, so it is three; the reason is told without code and place."""
    settings = source.with_name("event.toml")
    settings.write_text('[[rule]]\nrule = "in"\nwho = "Kenya"\nwith = "Group 3"\n', "utf-8")
    choice = answer(source, "-g", "2,3", "--settings", str(settings))["choice"]

    assert 3 == choice["taken"]
    assert 'Not possible with 2 groups: there is no group "Group 3"' in choice["why"]


def test_when_no_number_is_possible_the_preferred_one_says_why(source: Path) -> None:
    """Exit code 4, nothing written."""
    result = allocate(source, *with_small_rooms(source), "-g", "1,2", "--max-group-size", "7")

    assert 4 == result.exit_code
    assert "5 + 5 = 10 people" in result.stderr
    assert not source.with_name("rosters.xlsx").exists()


def test_the_settings_sheet_says_the_number_taken_and_rebalances(source: Path) -> None:
    """The next version has as many groups, also when there are people for more."""
    assert 0 == allocate(source, "-g", "2,3").exit_code
    rosters, new = source.with_name("rosters.xlsx"), source.with_name("new.csv")
    settings = openpyxl.load_workbook(rosters)["Settings"]
    said = {row[0]: row[1] for row in settings.iter_rows(values_only=True)}
    new.write_text(f"{LIST}Chad,200,African Group\n", encoding="utf-8")
    options = ["--list", str(new), "-o", str(source.with_name("next.xlsx")), "--json"]
    again = CliRunner().invoke(main, ["rebalance", str(rosters), *options])

    assert 2 == said["Number of groups"]
    assert 0 == again.exit_code, again.stderr
    found = json.loads(again.stdout)
    assert (2, None) == (len(found["groups"]), found["choice"])


def test_several_numbers_in_the_settings_sheet_of_rosters_are_read_back(source: Path) -> None:
    """Somebody writes ``2; 3`` into it: the next version takes one by size."""
    assert 0 == allocate(source, "-g", "3").exit_code
    rosters = source.with_name("rosters.xlsx")
    book = openpyxl.load_workbook(rosters)
    (cell,) = [row[1] for row in book["Settings"].iter_rows() if row[0].value == "Number of groups"]
    cell.value = "2; 3"
    book.save(rosters)
    options = ["--list", str(source), "-o", str(source.with_name("next.xlsx")), "--json"]
    again = CliRunner().invoke(main, ["rebalance", str(rosters), *options])

    assert 0 == again.exit_code, again.stderr
    assert 2 == len(json.loads(again.stdout)["groups"])


def test_names_in_brackets_are_only_text(source: Path) -> None:
    """A balanced column called [/b] is shown as it is called."""
    head, *rows = LIST.splitlines()
    text = "\n".join([f"{head},[/b]", *(f"{row},x" for row in rows)])
    source.write_text(text, encoding="utf-8")
    result = allocate(source, "-g", "2,3", "--balance", "[/b]")

    assert 0 == result.exit_code, result.stderr
    assert "[/b]: people" in result.stdout


@pytest.mark.parametrize("width", [80, 100])
def test_no_number_is_cut_off_beside_four_others(
    source: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five columns go on a terminal of 80 characters, each goal as value (best possible)."""
    monkeypatch.setattr("allocator.cli.terminal.WIDTH", width)
    lines = allocate(source, "-g", "2,3,4,5,6").stdout.splitlines()
    proof = next(line for line in lines if line.strip().startswith("Proof"))
    sizes = next(line for line in lines if "(1)" in line or "(0)" in line)

    assert ["Proof", *["proven"] * 5] == proof.split()
    assert 5 == sizes.count("(")
    assert all(len(line) <= width for line in lines if not line.startswith(("Taken", "Rosters")))
