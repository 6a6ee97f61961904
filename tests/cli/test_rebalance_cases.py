"""R1 to R12 of a re-balance that goes wrong, or only seems to: each has its end and its words."""

import re
from pathlib import Path

import openpyxl
import pytest
from rebalancing.rebalance_cases import (
    Case,
    a_delegation_in_two_groups,
    a_person_in_two_groups,
    a_pin_to_a_lost_group,
    a_rule,
    a_template_for_rosters,
    another_event,
    before_the_addition,
    edited_everywhere,
    fewer_groups,
    misspelt_group,
    misspelt_group_of_a_person,
    no_change,
    renamed,
    saved_before,
    small_rooms,
    without,
)
from rebalancing.renewals import HEADS, moves_of_seats, renewed, run, seats, told_moves

#: An error as it is told: its code, the sheet and the cell where they are known, and the words.
TOLD = re.compile(
    r'error\[(?P<code>[A-Z-]+)\]: (?:[^:"]+, sheet "(?P<sheet>[^"]+)", cell (?P<cell>[A-Z]+\d+): )?'
    r"(?P<words>.*)"
)

REFUSED = [
    pytest.param(another_event, 3, "E-ROSTER", "is on the list", id="R1 another event"),
    pytest.param(a_template_for_rosters, 3, "E-ROSTER", "no rosters workbook", id="R1 no rosters"),
    pytest.param(misspelt_group, 3, "E-ROSTER", "Gruop 2", id="R2 group"),
    pytest.param(misspelt_group_of_a_person, 3, "E-ROSTER", "Gruop 2", id="R2 person"),
    pytest.param(a_delegation_in_two_groups, 3, "E-ROSTER", "1 + 1 = 2", id="R3 delegation"),
    pytest.param(a_person_in_two_groups, 3, "E-ROSTER", "already", id="R3 person"),
    pytest.param(without("Group 2"), 3, "E-ROSTER", "Group 2", id="R4 group"),
    pytest.param(without("Delegations"), 3, "E-ROSTER", "Delegations", id="R4 delegations"),
    pytest.param(without("Groups"), 3, "E-ROSTER", "Groups", id="R4 groups"),
    pytest.param(without("Settings"), 3, "E-ROSTER", "Settings", id="R4 settings"),
    pytest.param(a_pin_to_a_lost_group, 4, "E-RULES", "groups that are no more", id="R5 pin"),
    pytest.param(a_rule, 3, "E-RULE", "Group 9", id="a group that never was"),
    pytest.param(small_rooms, 4, "E-RULES", "7 + 8 = 15", id="R11 rooms"),
]


@pytest.mark.parametrize(("case", "code", "name", "words"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, case: Case, code: int, name: str, words: str
) -> None:
    """Exit code, code and words; a cell that is named holds what is said; the folder stays."""
    rosters, options = case(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    result = run("rebalance", rosters, *options, "-o", tmp_path / "next.xlsx")
    told = [found for line in result.stderr.splitlines() if (found := TOLD.match(line))]

    assert code == result.exit_code, result.output
    assert {name} == {found["code"] for found in told}
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}
    for found in told:
        if found["cell"]:
            assert str(held(rosters, found["sheet"], found["cell"])) in found["words"]


@pytest.mark.parametrize(
    ("case", "place"),
    [
        pytest.param(misspelt_group, ("Groups", "A6"), id="R2 group"),
        pytest.param(misspelt_group_of_a_person, ("Delegates", "E"), id="R2 person"),
        pytest.param(a_delegation_in_two_groups, ("Group 2", "C"), id="R3 delegation"),
        pytest.param(a_person_in_two_groups, ("Group 2", "A"), id="R3 person"),
        pytest.param(a_rule, ("Rules", "C"), id="a group that never was"),
    ],
)
def test_the_place_of_a_wrong_cell_is_named(
    tmp_path: Path, case: Case, place: tuple[str, str]
) -> None:
    """The sheet, and the cell or its row: the first problem told."""
    rosters, options = case(tmp_path)
    result = run("rebalance", rosters, *options, "-o", tmp_path / "next.xlsx")
    first = next(line for line in result.stderr.splitlines() if line.startswith("error"))
    sheet, cell = place

    assert re.search(rf'rosters.xlsx, sheet "{sheet}", (cell {cell}[0-9A-Z]*|row \d+): ', first)


ACCEPTED = [
    pytest.param(renamed, "N-SAME", id="R6 renamed"),
    pytest.param(saved_before, "N-OLDER", id="R7 saved before"),
    pytest.param(before_the_addition, "N-OLDER", id="R7 before the addition"),
    pytest.param(without("Record"), "N-EDITED", id="R8 no record"),
    pytest.param(edited_everywhere, "N-EDITED", id="R9 checksum"),
    pytest.param(fewer_groups, "N-GROUP", id="R10 fewer groups"),
    pytest.param(no_change, "", id="R12 no change"),
]


@pytest.mark.parametrize(("case", "code"), ACCEPTED)
def test_what_can_be_is_done_and_told(tmp_path: Path, case: Case, code: str) -> None:
    """Exit code 0, a notice whose cell holds something, and moves that the sheets confirm."""
    rosters, options = case(tmp_path)
    before = rosters.read_bytes()
    told = renewed(rosters, *options)
    notices = [each for each in told["notices"] if each["code"] == code]
    titles = openpyxl.load_workbook(rosters).sheetnames
    old = seats(rosters, [title for title in titles if title.startswith("Group ")])

    assert bool(code) == bool(notices)
    assert moves_of_seats(old, seats(tmp_path / "next.xlsx")) == told_moves(told["moves"])
    assert before == rosters.read_bytes()
    assert 0 == run("verify", tmp_path / "next.xlsx").exit_code
    for notice in notices:
        if notice["sheet"] and notice["row"] and notice["column"]:
            assert held(rosters, notice["sheet"], f"{notice['column']}{notice['row']}")


def test_a_renamed_organization_leaves_and_joins(tmp_path: Path) -> None:
    """R6: both are told, and the notice asks."""
    rosters, options = renamed(tmp_path)
    told = renewed(rosters, *options)
    (notice,) = [each for each in told["notices"] if each["code"] == "N-SAME"]

    assert {"World Bank Group": 2} == told_moves(told["left"])
    assert {"World Bank": 2} == told_moves(told["joined"])
    assert "World Bank Group" in notice["message"]
    assert "run again" in notice["message"]


def test_late_registrations_saved_before_the_rosters_are_told_too(tmp_path: Path) -> None:
    """R7: nobody has read them yet, so they are added; the notice names both moments."""
    rosters, (_, late) = saved_before(tmp_path)
    told = renewed(rosters, "--add", late)
    (notice,) = [each for each in told["notices"] if each["code"] == "N-OLDER"]

    assert 2 * sum(HEADS.values()) + 2 == sum(group["delegates"] for group in told["groups"])
    assert "2001-02-03 04:05:06" in notice["message"]


def test_rosters_without_a_record_keep_their_seats_and_version(tmp_path: Path) -> None:
    """R8: what is visible counts; nobody moves, and the versions go on."""
    rosters, options = without("Record")(tmp_path)
    told = renewed(rosters, *options)

    assert ([], [], [], 2) == (told["moves"], told["joined"], told["left"], told["version"])
    assert seats(rosters) == seats(tmp_path / "next.xlsx")


def test_what_was_edited_everywhere_is_the_new_start(tmp_path: Path) -> None:
    """R9, P32: nobody moves back; the checksum is named by its cell."""
    rosters, options = edited_everywhere(tmp_path)
    told = renewed(rosters, *options)
    (notice,) = [each for each in told["notices"] if each["code"] == "N-EDITED"]

    assert ([], [], []) == (told["moves"], told["joined"], told["left"])
    assert seats(rosters) == seats(tmp_path / "next.xlsx")
    assert "Checksum of the seats" == held(rosters, notice["sheet"], f"A{notice['row']}")
    assert "B" == notice["column"]


def test_a_group_that_is_closed_moves_its_people_and_no_others(tmp_path: Path) -> None:
    """R10: where any difference of the groups is tolerated."""
    rosters, options = fewer_groups(tmp_path)
    told = renewed(rosters, *options, "--tolerance", 26)

    assert {"Group 3"} == {move["from"] for move in told["moves"]}
    assert seats(rosters, ("Group 3",)).total() == sum(told_moves(told["moves"]).values())


def test_rooms_that_are_large_enough_for_everybody_but_not_here_move_people(tmp_path: Path) -> None:
    """R11, the neighbour: rooms that hold everybody, one of them smaller than the group was."""
    rosters, options = no_change(tmp_path)
    settings = tmp_path / "event.toml"
    rooms = "".join(f'[[group]]\nname = "Group {n}"\ncapacity = {9 * n}\n' for n in (1, 2))
    settings.write_text(rooms, encoding="utf-8")
    told = renewed(rosters, *options, "--settings", settings)

    assert {"Group 1"} == {move["from"] for move in told["moves"]}
    assert 4 <= sum(told_moves(told["moves"]).values())
    assert told["groups"][0]["delegates"] <= 9


def test_no_change_is_nothing_to_do(tmp_path: Path) -> None:
    """R12: zero moves, and it says so."""
    rosters, options = no_change(tmp_path)
    result = run("rebalance", rosters, *options, "-o", tmp_path / "next.xlsx")

    assert 0 == result.exit_code
    assert "Nothing changed: the same people on the same seats." in result.stdout


def held(path: Path, sheet: str, cell: str) -> object:
    """What a cell holds."""
    found = openpyxl.load_workbook(path)[sheet][cell]
    assert not isinstance(found, tuple)
    value: object = found.value
    return value
