"""``allocator compare``: two workbooks side by side, counted from their sheets."""

import json
from pathlib import Path

import openpyxl
import pytest
from rebalancing.renewals import (
    HEADS,
    a_list,
    a_named_list,
    allocated,
    answer,
    edit,
    moves_of_people,
    moves_of_seats,
    people_of,
    places,
    renewed,
    run,
    seats,
    told_moves,
)


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """The first version."""
    return allocated(a_list(tmp_path, HEADS))


@pytest.fixture
def following(rosters: Path) -> Path:
    """The second: Ghana sends two more, Fiji one, Kenya nobody, and Chad is new."""
    changed = {**HEADS, "Ghana": 6, "Fiji": 2, "Chad": 2}
    del changed["Kenya"]
    renewed(rosters, "--list", a_list(rosters.parent, changed, "new.csv"), "--tolerance", 0)
    return rosters.with_name("next.xlsx")


def test_json_is_one_object_with_its_keys(rosters: Path, following: Path) -> None:
    """Versions, who moved, joined and left, every goal before and after, what was noticed."""
    told = answer(run("compare", rosters, following, "--json"))

    assert {"schema", "versions", "stayed", "moves", "joined", "left", "goals", "notices"} == set(
        told
    )
    assert ("allocator/1", {"old": 1, "new": 2}) == (told["schema"], told["versions"])
    assert all({"name", "before", "after", "unit"} == set(goal) for goal in told["goals"])


def test_who_joined_and_left_is_counted(rosters: Path, following: Path) -> None:
    """And nobody else."""
    told = answer(run("compare", rosters, following, "--json"))

    assert {"Ghana": 2, "Fiji": 1, "Chad": 2} == told_moves(told["joined"])
    assert {"Kenya": 1} == told_moves(told["left"])
    assert 25 == told["stayed"]
    assert moves_of_seats(seats(rosters), seats(following)) == told_moves(told["moves"])


def test_the_goals_are_those_of_both_answers(rosters: Path, following: Path) -> None:
    """As allocate and rebalance told them; seating was no goal before, and nobody sat against."""
    told = answer(run("compare", rosters, following, "--json"))
    fresh = rosters.with_name("fresh.xlsx")
    old = answer(run("allocate", rosters.with_name("list.csv"), "-o", fresh, "-g", 2, "--json"))[
        "goals"
    ]
    new = renewed(rosters, "--list", rosters.with_name("new.csv"), "--tolerance", 0, name="3.xlsx")

    assert {goal["name"]: goal["value"] for goal in old} | {"seating": 0} == {
        goal["name"]: goal["before"] for goal in told["goals"]
    }
    assert {goal["name"]: goal["value"] for goal in new["goals"]} == {
        goal["name"]: goal["after"] for goal in told["goals"]
    }


def test_the_terminal_says_the_same_in_words(rosters: Path, following: Path) -> None:
    """A table of goals, one of changes, and how many are told."""
    result = run("compare", rosters, following)

    assert 0 == result.exit_code
    assert "Version 1 and version 2" in result.stdout
    assert "Size of the groups" in result.stdout
    assert "Withdrawn" in result.stdout
    assert "New: 5 people. Withdrawn: 1 person." in result.stdout


def test_a_workbook_beside_itself_changed_in_nothing(rosters: Path) -> None:
    """And it is said."""
    result = run("compare", rosters, rosters)

    assert 0 == result.exit_code
    assert "Nothing changed" in result.stdout


def test_a_move_by_hand_is_counted_and_told(tmp_path: Path) -> None:
    """A row cut and pasted to the other roster: one move, and N-EDITED at its place."""
    first = allocated(a_named_list(tmp_path, people_of(HEADS)))
    by_hand = first.with_name("by-hand.xlsx")
    by_hand.write_bytes(first.read_bytes())

    def move(book: openpyxl.Workbook) -> None:
        source, target = book["Group 1"], book["Group 2"]
        target.append([cell.value for cell in source[source.max_row]])
        source.delete_rows(source.max_row)

    edit(by_hand, move)
    told = answer(run("compare", first, by_hand, "--json"))
    ((person, where),) = moves_of_people(places(first), places(by_hand)).items()

    assert [(person[0], " ".join(person[1:]), *where)] == [
        (each["delegation"], each["name"], each["from"], each["to"]) for each in told["moves"]
    ]
    assert ["N-EDITED"] == [notice["code"] for notice in told["notices"]]
    assert "Group 2" == told["notices"][0]["sheet"]


def test_rosters_in_two_languages_are_compared(rosters: Path) -> None:
    """Headings do not matter: the same seats are the same seats."""
    renewed(rosters, "--list", rosters.with_name("list.csv"), "--language", "es")
    told = answer(run("compare", rosters, rosters.with_name("next.xlsx"), "--json"))

    assert ([], [], [], 26) == (told["moves"], told["joined"], told["left"], told["stayed"])
    assert all(goal["before"] == goal["after"] for goal in told["goals"])


def test_nothing_is_written(rosters: Path, following: Path) -> None:
    """Both files and the folder are as they were."""
    before = {path: path.read_bytes() for path in rosters.parent.iterdir()}
    run("compare", rosters, following)
    run("compare", following, rosters, "--json")

    assert before == {path: path.read_bytes() for path in rosters.parent.iterdir()}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_no_rosters_workbook_is_refused(rosters: Path, order: tuple[int, int]) -> None:
    """A list in either place: exit code 3, E-ROSTER or E-TYPE, no trace."""
    files = (rosters, rosters.with_name("list.csv"))
    result = run("compare", *(files[index] for index in order), "--json")

    assert 3 == result.exit_code
    assert "refused" == json.loads(result.stdout)["status"]
    assert "list.csv" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "code"), [((), 2), (("one.xlsx",), 2), (("a.xlsx", "b.xlsx"), 6)]
)
def test_a_workbook_that_is_missing_is_told(words: tuple[str, ...], code: int) -> None:
    """Too few arguments are a wrong use; a file that is not there cannot be read."""
    result = run("compare", *words)

    assert code == result.exit_code
    assert "Traceback" not in result.output
