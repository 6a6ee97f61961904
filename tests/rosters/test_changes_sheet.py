"""The sheet of the changes, the frontier and its chart, and the record of a re-balance."""

import hashlib
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from outcomes import STAMP, an_outcome
from rebalancing.second_versions import GONE, changes_of, counted, following, named, renewed_evenly

from allocator.allocation import Outcome
from allocator.explain import goal_title, told_lines
from allocator.language import LANGUAGES, catalogue
from allocator.rosters import contradictions, read_rosters, rosters_file, write_rosters
from allocator.settings import Settings
from allocator.solve import Choice


@pytest.fixture
def renewed(tmp_path: Path) -> Outcome:
    """A version in which people moved, joined and withdrew."""
    return renewed_evenly(tmp_path)


def again(outcome: Outcome, folder: Path) -> Outcome:
    """The outcome after it was written and read."""
    write_rosters(outcome, folder / "next.xlsx", stamp=STAMP)
    return read_rosters(folder / "next.xlsx")


def rows(outcome: Outcome, title: str) -> list[list[object]]:
    """The rows of a sheet, without the empty cells at their ends."""
    content = BytesIO(rosters_file(outcome, stamp=STAMP))
    book = openpyxl.load_workbook(content, read_only=True)
    found: list[list[object]] = []
    for row in book[title].iter_rows(values_only=True):
        cells: list[object] = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        found.append(cells)
    return found


def test_a_first_version_has_no_such_sheet() -> None:
    """There was nothing before it."""
    book = openpyxl.load_workbook(BytesIO(rosters_file(an_outcome(), stamp=STAMP)))

    assert "Changes" not in book.sheetnames


@pytest.mark.parametrize("language", LANGUAGES)
def test_moved_new_and_withdrawn_stand_with_their_groups(tmp_path: Path, language: str) -> None:
    """In the language of the meeting, behind the balance; the line says how many are told."""
    words = catalogue(language)
    outcome = following(
        tmp_path,
        an_outcome(counted("Cuba", language=language)),
        counted(*GONE, language=language),
        Choice(tolerance=0),
    )
    sheet = rows(outcome, words["sheets"]["changes"])
    changes = changes_of(outcome)
    shown = [(row[0], row[1], row[2], *row[3:]) for row in sheet if len(row) > 3]

    assert changes.moved
    for kind, moves in (("moved", changes.moved), ("new", changes.joined), ("left", changes.left)):
        for move in moves:
            cells = [words["changes"][kind], move.delegation, move.people, move.origin or None,
                     move.target or None]  # fmt: skip
            assert tuple(cells if move.target else cells[:-1]) in shown
    assert [[line] for line in told_lines(changes, language)] == sheet[1:3]
    assert ["Cuba"] == [move.delegation for move in changes.joined]
    assert set(GONE) == {move.delegation for move in changes.left}


def test_the_names_stand_there_where_the_list_has_names(tmp_path: Path) -> None:
    """Everybody who moves, one by one."""
    outcome = following(tmp_path, an_outcome(named()), named(*GONE), Choice(tolerance=0))
    sheet = rows(outcome, "Changes")
    moved = [row for row in sheet if row[:1] == ["Moved"]]

    assert ["Change", "Delegation", "Delegate", "People", "From", "To"] in sheet
    assert moved
    assert [
        ["Moved", move.delegation, move.name, 1, move.origin, move.target]
        for move in changes_of(outcome).moved
    ] == moved


def test_nothing_that_changed_is_said_in_one_line(tmp_path: Path) -> None:
    """And no row stands below the headings."""
    sheet = rows(following(tmp_path, an_outcome(counted()), counted(), Choice()), "Changes")

    assert ["Nothing changed: the same people on the same seats."] == sheet[1]
    assert not [row for row in sheet if row[:1] in (["Moved"], ["New"], ["Withdrawn"])]


def test_the_frontier_stands_there_point_by_point(renewed: Outcome) -> None:
    """Moves, sizes, which was taken, proof, and every goal in its order."""
    points = changes_of(renewed).frontier
    sheet = rows(renewed, "Changes")
    head = next(number for number, row in enumerate(sheet) if row[:1] == ["People who move"])

    assert len(points) > 1
    assert [
        [point.moves, "/".join(map(str, point.sizes)), "Taken here" if point.chosen else None,
         "yes", *point.goals.values()]
        for point in points
    ] == sheet[head + 1 :]  # fmt: skip
    assert [goal_title(goal.name, "en") for goal in renewed.goals] == sheet[head][4:]


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(meeting="Council"), Settings(meeting="Council", date="Monday")],
)
@pytest.mark.parametrize("gone", [GONE, ()])
def test_the_chart_is_drawn_from_the_cells_with_the_numbers(
    tmp_path: Path, settings: Settings, gone: tuple[str, ...]
) -> None:
    """Whatever stands above them: each series is a goal that changes, the names are the moves."""
    uneven = an_outcome(counted(), settings=settings)
    outcome = following(tmp_path, uneven, counted(*gone), Choice(max_moves=0))
    content = rosters_file(outcome, stamp=STAMP)
    with ZipFile(BytesIO(content)) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "/chart" in name]
    (chart,) = [text for text in charts if "'Changes'!" in text]
    sheet = openpyxl.load_workbook(BytesIO(content))["Changes"]
    series = re.findall(r"<ser>.*?</ser>", chart)
    points = changes_of(outcome).frontier

    values = {goal.name: [point.goals[goal.name] for point in points] for goal in outcome.goals}
    told = [goal for goal in outcome.goals if len(set(values[goal.name])) > 1] or outcome.goals

    assert len(points) > 1
    assert len(told) == len(series)
    for goal, text in zip(told, series, strict=True):
        title, names, numbers = (each.replace("$", "").split("!")[1]
                                 for each in re.findall(r"<f>([^<]+)</f>", text))  # fmt: skip
        assert goal_title(goal.name, "en") == sheet[title].value
        assert [point.moves for point in points] == [cell.value for (cell,) in sheet[names]]
        assert values[goal.name] == [cell.value for (cell,) in sheet[numbers]]


def test_the_record_counts_on_and_names_the_workbook_before(
    tmp_path: Path, renewed: Outcome
) -> None:
    """Version 2, made from version 1, whose file has this checksum."""
    record = {row[0]: row[1] for row in rows(renewed, "Record") if len(row) == 2}
    checksum = hashlib.sha256((tmp_path / "first.xlsx").read_bytes()).hexdigest()
    changes = changes_of(renewed)

    assert (2, 1) == (record["Version"], record["Made from version"])
    assert ("first.xlsx", checksum) == (
        record["Made from the workbook"],
        record["SHA-256 of that workbook"],
    )
    assert (changes.stayed, changes.moves, 0) == (
        record["People who had a seat"],
        record["People who moved"],
        record["Option: tolerance"],
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choice", [Choice(tolerance=0), Choice(max_moves=0), Choice(between=0)])
def test_a_rebalance_comes_back_and_contradicts_nothing(
    tmp_path: Path, language: str, choice: Choice
) -> None:
    """Seats, goals, changes and frontier; and writing it again gives the same bytes."""
    old = an_outcome(counted("Cuba", language=language))
    outcome = following(tmp_path, old, counted(*GONE, language=language), choice)
    read = again(outcome, tmp_path)

    assert outcome.allocation == read.allocation
    assert (outcome.plan, outcome.goals) == (read.plan, read.goals)
    assert outcome.changes == read.changes
    assert changes_of(outcome).frontier == changes_of(read).frontier
    assert (2, "optimal") == (read.version, read.status)
    assert rosters_file(outcome, stamp=STAMP) == rosters_file(read, stamp=STAMP)
    assert () == contradictions(tmp_path / "next.xlsx")


def test_a_rebalance_of_names_comes_back(tmp_path: Path) -> None:
    """The names of who moved too; who it was stands on no sheet, and so the identity is empty."""
    outcome = following(tmp_path, an_outcome(named()), named(*GONE), Choice(tolerance=0))
    read = again(outcome, tmp_path)

    assert [replace(move, delegate="") for move in changes_of(outcome).moved] == list(
        changes_of(read).moved
    )
    assert rosters_file(outcome, stamp=STAMP) == rosters_file(read, stamp=STAMP)
    assert () == contradictions(tmp_path / "next.xlsx")
