"""``allocator rebalance``: its options, what it shows on the terminal, and what it refuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rebalancing.renewals import (
    HEADS,
    a_list,
    allocated,
    answer,
    renewed,
    run,
    seats,
    table,
    told_moves,
    values,
    without_small,
)

#: The program as it is installed beside the interpreter.
PROGRAM = str(Path(sys.executable).with_name("allocator"))


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """The first version: 13 and 13 people, four small delegations in each group."""
    return allocated(a_list(tmp_path, HEADS))


@pytest.fixture
def fewer(rosters: Path) -> Path:
    """The list after all small delegations of Group 1 withdrew: 9 and 13 people, 0 and 4 small."""
    return a_list(rosters.parent, without_small(rosters, "Group 1", 4), "fewer.csv")


@pytest.mark.parametrize("lists", [(), ("--list", "--add")])
def test_neither_list_or_both_is_a_wrong_use(
    rosters: Path, fewer: Path, lists: tuple[str, ...]
) -> None:
    """Exit code 2, and which of the two is wanted."""
    words = [word for option in lists for word in (option, fewer)]
    result = run("rebalance", rosters, "-o", rosters.with_name("next.xlsx"), *words)

    assert 2 == result.exit_code
    assert "--list" in result.stderr
    assert "--add" in result.stderr
    assert not rosters.with_name("next.xlsx").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--max-moves", "-1"),
        ("--max-moves", "some"),
        ("--tolerance", "-1"),
        ("--frontier", "-1"),
        ("-g", "0"),
        ("-g", "99"),
        ("--seating", "whole"),
        ("--seed", "2"),
    ],
)
def test_a_wrong_option_ends_with_2(rosters: Path, fewer: Path, options: tuple[str, ...]) -> None:
    """Nothing is written; what rosters were made with (seed, seating) is no option."""
    output = rosters.with_name("next.xlsx")
    result = run("rebalance", rosters, "--list", fewer, "-o", output, *options)

    assert 2 == result.exit_code
    assert "Traceback" not in result.output
    assert not output.exists()


@pytest.mark.parametrize("name", ["rosters.xlsx", "fewer.csv", "link.xlsx", "next.csv"])
def test_an_output_that_is_an_input_or_no_workbook_is_refused(
    rosters: Path, fewer: Path, name: str
) -> None:
    """The rosters, the list, a link to the rosters: not even --force replaces them."""
    rosters.with_name("link.xlsx").symlink_to(rosters)
    before = rosters.read_bytes(), fewer.read_bytes()
    output = rosters.with_name(name)
    result = run("rebalance", rosters, "--list", fewer, "-o", output, "--force")

    assert 2 == result.exit_code
    assert before == (rosters.read_bytes(), fewer.read_bytes())


def test_the_settings_file_and_a_list_that_is_a_workbook_are_inputs_too(rosters: Path) -> None:
    """An output over the new list would lose it."""
    before = rosters.read_bytes()
    other = rosters.with_name("other.xlsx")
    other.write_bytes(before)
    result = run("rebalance", other, "--list", rosters, "-o", rosters, "--force")

    assert 2 == result.exit_code
    assert before == rosters.read_bytes()


def test_an_existing_output_is_replaced_only_when_told(rosters: Path, fewer: Path) -> None:
    """Exit code 6 without --force, and the file is as it was."""
    output = rosters.with_name("next.xlsx")
    output.write_bytes(b"my own work")
    words = ("rebalance", rosters, "--list", fewer, "-o", output)

    assert 6 == run(*words).exit_code
    assert b"my own work" == output.read_bytes()
    assert 0 == run(*words, "--force").exit_code
    assert output.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("tolerance", "taken"), [(0, 2), (2, 1), (4, 0)])
def test_a_frontier_of_none_shows_both_ends_and_what_was_taken(
    rosters: Path, fewer: Path, tolerance: int, taken: int
) -> None:
    """The same roster as with the whole frontier, and the same points at these numbers of moves."""
    options = ("--list", fewer, "--tolerance", tolerance)
    told = renewed(rosters, *options, "--frontier", 0)
    whole = renewed(rosters, *options, name="whole.xlsx")
    ends = {whole["frontier"][0]["moves"], whole["frontier"][-1]["moves"]}

    assert [each for each in whole["frontier"] if each["moves"] in {*ends, taken}] == (
        told["frontier"]
    )
    assert taken == sum(told_moves(told["moves"]).values())
    assert told["assignments"] == whole["assignments"]


def test_the_last_point_is_as_good_as_rosters_made_from_nothing(rosters: Path, fewer: Path) -> None:
    """The goals of ``allocate`` for the new list."""
    told = renewed(rosters, "--list", fewer)
    fresh = answer(run("allocate", fewer, "-o", rosters.with_name("f.xlsx"), "-g", 2, "--json"))
    last = told["frontier"][-1]["goals"]

    assert 0 == last.pop("seating")
    assert {goal["name"]: goal["value"] for goal in fresh["goals"]} == last


def test_fewer_moves_than_the_rules_need_are_no_roster(tmp_path: Path) -> None:
    """A group is closed and nobody may move: exit code 4 with the number that is needed."""
    three = allocated(a_list(tmp_path, HEADS), "-g", 3)
    lost = sum(n for (_, _), n in seats(three, ("Group 3",)).items())
    words = ("rebalance", three, "--list", tmp_path / "list.csv", "-g", 2)
    result = run(*words, "-o", tmp_path / "next.xlsx", "--max-moves", lost - 1)

    assert 4 == result.exit_code
    assert f"--max-moves {lost}" in result.stderr
    assert 0 == run(*words, "-o", tmp_path / "next.xlsx", "--max-moves", lost).exit_code


def test_nobody_moves_when_nobody_may(rosters: Path, fewer: Path) -> None:
    """P27: everybody who stays keeps the seat; the numbers are the best that this allows."""
    told = renewed(rosters, "--list", fewer, "--max-moves", 0)
    before, after = seats(rosters), seats(rosters.with_name("next.xlsx"))

    assert [] == told["moves"]
    assert after == before & after
    assert {"size": 4, "small": 4} == {
        goal["name"]: goal["value"] for goal in told["goals"] if goal["name"] in ("size", "small")
    }
    assert all(goal["value"] == goal["bound"] for goal in told["goals"])


@pytest.mark.parametrize(("language", "title"), [("fr", "Changements"), ("es", "Cambios")])
def test_the_next_version_can_be_in_another_language(
    rosters: Path, fewer: Path, language: str, title: str
) -> None:
    """The headings are; the groups keep the names under which people know them."""
    told = renewed(rosters, "--list", fewer, "--tolerance", 0, "--language", language)
    following = rosters.with_name("next.xlsx")

    assert ["Group 1", "Group 2"] == [group["name"] for group in told["groups"]]
    assert values(following, title)
    assert 0 == run("verify", following, "--prove", "--from", rosters).exit_code
    assert told["moves"] == answer(run("compare", rosters, following, "--json"))["moves"]


def test_the_terminal_shows_the_frontier_the_moves_and_who_is_told(
    rosters: Path, fewer: Path
) -> None:
    """Two moves for groups that are even; talk goes to standard error."""
    output = rosters.with_name("next.xlsx")
    result = run("rebalance", rosters, "--list", fewer, "-o", output, "--tolerance", 0)

    assert 0 == result.exit_code
    assert "What more moves would give" in result.stdout
    assert "→ 2" in result.stdout
    assert "2 of 22 people who had a seat must be told another group." in result.stdout
    assert "New: 0 people. Withdrawn: 4 people." in result.stdout
    assert f"Version 2 of the rosters written to {output}" in result.stdout.replace("\n", "")
    assert "notice[N-HEADER]" in result.stderr


def test_the_groups_and_rooms_of_the_rosters_hold(tmp_path: Path) -> None:
    """Names and rooms of the first version's settings file, without giving it again."""
    settings = tmp_path / "event.toml"
    settings.write_text(
        '[[group]]\nname = "Red"\nroom = "XVII"\n[[group]]\nname = "Blue"\n', encoding="utf-8"
    )
    first = allocated(a_list(tmp_path, HEADS), "--settings", settings)
    renewed(first, "--list", tmp_path / "list.csv")
    rows = table(first.with_name("next.xlsx"), "Groups", "Name", "Room")

    assert [("Red", "XVII"), ("Blue", None)] == [(row["Name"], row["Room"]) for row in rows]


def test_the_installed_program_does_the_same(rosters: Path, fewer: Path) -> None:
    """In a process of its own: one JSON object on standard output, the talk elsewhere, no trace."""
    told = renewed(rosters, "--list", fewer, "--tolerance", 0)
    output = rosters.with_name("again.xlsx")
    words = ["rebalance", str(rosters), "--list", str(fewer), "-o", str(output), "--json"]
    ran = subprocess.run(
        [PROGRAM, *words, "--tolerance", "0"], capture_output=True, text=True, check=True
    )
    again = json.loads(ran.stdout)

    assert told | {"seconds": {}} == again | {"seconds": {}}
    assert "Traceback" not in ran.stderr
