"""R1 to R12: what cannot be is refused with its place, and what can be is done and told."""

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from corpus.case import MEMORY, PATIENCE
from corpus.rebalances import REBALANCES, Rebalance
from corpus.runs import contents, rosters_of_yesterday, run
from corpus.table import ROW, row
from corpus.versions import (
    edited_everywhere,
    fewer_groups,
    no_change,
    renamed,
    saved_before,
    without,
)
from rebalancing.renewals import HEADS, moves_of_seats, opened, renewed, seats, told_moves

#: A place as it is told.
PLACE = re.compile(r'sheet "(?P<sheet>[^"]+)", (?P<kind>cell|row) (?P<cell>[A-Z]*\d+)')


def named(case: Rebalance) -> str:
    """The name of a case in the report of a run."""
    return f"{case.number}-{case.name}"


@pytest.mark.parametrize("case", REBALANCES, ids=named)
def test_what_went_wrong_between_two_versions_is_told(
    case: Rebalance, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Exit code, one line per problem, places that hold what is said; refused, nothing changes."""
    rosters, options = case.make(tmp_path)
    output = rosters_of_yesterday(tmp_path)
    before = contents(tmp_path)

    words = ["rebalance", rosters, *options, "-o", output, "--force"]
    found = run([str(word) for word in words])
    changed = {path for path, _ in before.items() ^ contents(tmp_path).items()}

    record_property(ROW, row(case.number, case.name, case.expected, found))
    assert case.expected == found.told
    assert [] == found.strays
    assert case.says in "\n".join((*found.lines, found.output))
    assert found.seconds < PATIENCE
    assert found.memory < MEMORY
    assert (set() if case.problems else {output}) == changed
    for line in found.lines:
        for place in PLACE.finditer(line if ": rosters.xlsx, " in line else ""):
            texts = held(rosters, place)
            assert line.startswith("notice") or all(text in line for text in texts)


@pytest.mark.parametrize("case", [each for each in REBALANCES if not each.problems], ids=named)
def test_what_can_be_is_done_and_counted(case: Rebalance, tmp_path: Path) -> None:
    """Moves that the sheets confirm, and a sound next version."""
    rosters, options = case.make(tmp_path)
    told = renewed(rosters, *options)
    titles = opened(rosters).sheetnames
    old = seats(rosters, [title for title in titles if title.startswith("Group ")])

    assert moves_of_seats(old, seats(tmp_path / "next.xlsx")) == told_moves(told["moves"])
    assert 0 == run(["verify", str(tmp_path / "next.xlsx")]).code


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
    label = openpyxl.load_workbook(rosters)[notice["sheet"]].cell(notice["row"], 1)
    assert "Checksum of the seats" == label.value
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


def held(rosters: Path, place: re.Match[str]) -> list[str]:
    """The texts of a cell or of the cells of a row; at least one."""
    sheet = openpyxl.load_workbook(rosters)[place["sheet"]]
    rows = (
        sheet.iter_rows() if place["kind"] == "row" else sheet[f"{place['cell']}:{place['cell']}"]
    )
    row = next(row for row in rows if place["cell"] in (str(row[0].row), row[0].coordinate))
    texts = [str(cell.value) for cell in row if cell.value is not None]
    assert texts
    return texts
