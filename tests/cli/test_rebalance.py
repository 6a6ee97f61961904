"""``allocator rebalance``: its answer, and that its moves are those of the sheets."""

import hashlib
from pathlib import Path

import pytest
from rebalancing.renewals import (
    HEADS,
    TWO,
    a_list,
    a_named_list,
    allocated,
    answer,
    moves_of_people,
    moves_of_seats,
    people_of,
    places,
    renewed,
    run,
    seats,
    told_moves,
    values,
    without_small,
)


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """The first version: 13 and 13 people, four small delegations in each group."""
    return allocated(a_list(tmp_path, HEADS))


@pytest.fixture
def fewer(rosters: Path) -> Path:
    """The list after all small delegations of Group 1 withdrew: 9 and 13 people, 0 and 4 small."""
    return a_list(rosters.parent, without_small(rosters, "Group 1", 4), "fewer.csv")


def test_json_is_one_object_with_the_keys_of_the_contract(rosters: Path, fewer: Path) -> None:
    """Those of allocate, and moves and frontier with their own."""
    told = renewed(rosters, "--list", fewer, "--tolerance", 0)

    assert ("allocator/1", "optimal", 2) == (told["schema"], told["status"], told["version"])
    assert {"groups", "goals", "assignments", "notices", "seed", "workers", "seconds"} <= set(told)
    assert all(
        {"delegation", "delegate", "delegates", "from", "to"} <= set(move) for move in told["moves"]
    )
    assert all({"moves", "goals", "chosen"} <= set(point) for point in told["frontier"])
    assert all(
        [goal["name"] for goal in told["goals"]] == list(point["goals"])
        for point in told["frontier"]
    )
    assert {"version": 1, "file": "rosters.xlsx"} == {
        key: told["previous"][key] for key in ("version", "file")
    }


def test_the_frontier_never_worsens_and_one_point_of_it_was_taken(
    rosters: Path, fewer: Path
) -> None:
    """Each point is better than the one with fewer moves; the goals are those of the taken one."""
    told = renewed(rosters, "--list", fewer)
    points = [tuple(point["goals"].values()) for point in told["frontier"]]
    (chosen,) = [point for point in told["frontier"] if point["chosen"]]

    assert sorted(points, reverse=True) == points
    assert len(set(points)) == len(points)
    assert [0, 1, 2] == [point["moves"] for point in told["frontier"]][:3]
    assert {goal["name"]: goal["value"] for goal in told["goals"]} == chosen["goals"]
    assert chosen["moves"] == sum(move["delegates"] for move in told["moves"])


@pytest.mark.parametrize(
    ("options", "moves"),
    [((), 1), (("--tolerance", 0), 2), (("--tolerance", 4), 0), (("--max-moves", 0), 0),
     (("--max-moves", 1), 1), (("--tolerance", 2, "--frontier", 0), 1)],
)  # fmt: skip
def test_moves_are_those_of_the_sheets(
    rosters: Path, fewer: Path, options: tuple[object, ...], moves: int
) -> None:
    """JSON, the sheets counted here, and ``compare`` agree, for each choice of the point."""
    told = renewed(rosters, "--list", fewer, *options)
    following = rosters.with_name("next.xlsx")
    compared = answer(run("compare", rosters, following, "--json"))
    by_hand = moves_of_seats(seats(rosters), seats(following))

    assert moves == sum(by_hand.values())
    assert by_hand == told_moves(told["moves"]) == told_moves(compared["moves"])
    for part in ("moves", "joined", "left", "stayed"):
        assert told[part] == compared[part], part
    assert 4 == sum(each["delegates"] for each in told["left"])
    assert 22 == told["stayed"]


def test_moves_of_a_named_list_are_those_of_the_sheets(tmp_path: Path) -> None:
    """Person by person: six withdraw, one joins, and whoever moves is named."""
    old = allocated(a_named_list(tmp_path, people_of(HEADS)))
    leaving = [person for person, group in places(old).items() if group == "Group 1"][:6]
    stayers = [person for person in people_of(HEADS) if person not in leaving]
    new = a_named_list(tmp_path, [*stayers, ("Italy", "Gus", "Italo")], "late.csv")
    told = renewed(old, "--list", new, "--tolerance", 0)
    following = old.with_name("next.xlsx")
    compared = answer(run("compare", old, following, "--json"))
    by_hand = moves_of_people(places(old), places(following))

    assert by_hand
    assert by_hand == {
        (move["delegation"], *move["name"].split()): (move["from"], move["to"])
        for move in told["moves"]
    }
    assert set(leaving) == {(each["delegation"], *each["name"].split()) for each in told["left"]}
    assert ["Gus Italo"] == [each["name"] for each in told["joined"]]
    assert [1] * len(by_hand) == [move["delegates"] for move in told["moves"]]
    for part in ("moves", "joined", "left", "stayed"):
        assert told[part] == compared[part], part
    assert len(stayers) == told["stayed"]


@pytest.mark.parametrize("named", [False, True])
def test_the_same_list_again_changes_nothing(tmp_path: Path, *, named: bool) -> None:
    """P21: no moves, the same cells on every roster, and it is said; so it is at a third time."""
    source = a_named_list(tmp_path, people_of(HEADS)) if named else a_list(tmp_path, HEADS)
    first = allocated(source)
    second, third = tmp_path / "2.xlsx", tmp_path / "3.xlsx"
    result = run("rebalance", first, "--list", source, "-o", second)
    again = run("rebalance", second, "--list", source, "-o", third)

    for each in (result, again):
        assert 0 == each.exit_code, each.output
        assert "Nothing changed" in each.stdout
    for group in TWO:
        assert values(first, group) == values(second, group) == values(third, group)
    assert [] == answer(run("compare", first, third, "--json"))["moves"]


def test_a_rebalance_of_the_rebalance_moves_nobody(rosters: Path, fewer: Path) -> None:
    """P22: the same list and the same tolerance again."""
    for tolerance in (0, 2):
        options = ("--list", fewer, "--tolerance", tolerance)
        renewed(rosters, *options, name=f"{tolerance}-2.xlsx")
        told = renewed(
            rosters.with_name(f"{tolerance}-2.xlsx"), *options, name=f"{tolerance}-3.xlsx"
        )

        assert ([], [], []) == (told["moves"], told["joined"], told["left"])
        assert 3 == told["version"]


def test_late_registrations_are_added(rosters: Path) -> None:
    """Two more of Ghana and a new delegation; everybody else is still there."""
    late = a_list(rosters.parent, {"Ghana": 2, "Chad": 1}, "late.csv")
    told = renewed(rosters, "--add", late)
    following = seats(rosters.with_name("next.xlsx"))

    assert ({"Ghana": 2, "Chad": 1}, []) == (told_moves(told["joined"]), told["left"])
    assert 29 == sum(following.values())
    assert moves_of_seats(seats(rosters), following) == told_moves(told["moves"])


def test_fewer_groups_than_before_move_those_of_the_last(tmp_path: Path) -> None:
    """R10: everybody of the third group gets another one, and the moves count them."""
    three = allocated(a_list(tmp_path, HEADS), "-g", 3)
    told = renewed(three, "--list", tmp_path / "list.csv", "-g", 2)
    old = seats(three, (*TWO, "Group 3"))
    new = seats(three.with_name("next.xlsx"))

    assert list(TWO) == [group["name"] for group in told["groups"]]
    assert moves_of_seats(old, new) == told_moves(told["moves"])
    assert sum(n for (_, group), n in old.items() if group == "Group 3") <= sum(
        move["delegates"] for move in told["moves"]
    )
    assert ["N-GROUP"] == [each["code"] for each in told["notices"] if each["code"] == "N-GROUP"]


def test_the_rosters_that_were_read_are_never_changed(rosters: Path, fewer: Path) -> None:
    """Byte by byte; the new version says what it was made from."""
    before = rosters.read_bytes()
    told = renewed(rosters, "--list", fewer, "--tolerance", 0)

    assert before == rosters.read_bytes()
    assert hashlib.sha256(before).hexdigest() == told["previous"]["sha256"]


@pytest.mark.parametrize("number", [0, 2])
def test_the_result_is_verified_and_proven(rosters: Path, fewer: Path, number: int) -> None:
    """With the rosters it came from; without them exit code 2 names the file that is wanted."""
    renewed(rosters, "--list", fewer, "--tolerance", number)
    following = rosters.with_name("next.xlsx")
    proven = run("verify", following, "--prove", "--from", rosters, "--json")
    without = run("verify", following, "--prove")
    other = run("verify", following, "--prove", "--from", following)

    assert 0 == run("verify", following).exit_code
    assert "proven" == answer(proven)["status"]
    assert "moves" == answer(proven)["goals"][0]["name"]
    assert (2, 2) == (without.exit_code, other.exit_code)
    assert "rosters.xlsx" in without.stderr
    assert "another workbook" in other.stderr
