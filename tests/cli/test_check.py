"""``allocator check``: what a list holds, and every problem in it."""

import json
from pathlib import Path

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
