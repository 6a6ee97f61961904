"""Several sessions in one workbook: a sheet per group of each, written, read back and verified."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from edits import edited, refused
from outcomes import STAMP, a_head_count_list, a_named_list

import allocator
from allocator.allocation import Outcome
from allocator.rosters import contradictions, read_rosters, rosters_file, write_rosters
from allocator.workshop import Workshop

LISTS = (a_head_count_list(), a_named_list(), a_head_count_list(language="fr"))


def in_two_sessions(workshop: Workshop | None = None, *, sessions: int = 2) -> Outcome:
    """The outcome of several sessions in two groups."""
    return allocator.allocate(workshop or a_head_count_list(), groups=2, sessions=sessions)


def moved(book: openpyxl.Workbook, source: str, target: str, name: str) -> None:
    """Cut the row of a delegation out of one roster and paste it below another."""
    row = next(row for row in book[source].iter_rows() if row[0].value == name)
    book[target].append([cell.value for cell in row])
    for cell in row:
        cell.value = None


@pytest.mark.parametrize("workshop", LISTS, ids=["head-counts", "names", "French"])
def test_every_session_is_read_as_it_was_written(workshop: Workshop, tmp_path: Path) -> None:
    """Seats, places, goals and the goal of the meetings come back, and nothing contradicts them."""
    outcome = in_two_sessions(workshop, sessions=3)
    write_rosters(outcome, tmp_path / "rosters.xlsx", stamp=STAMP)
    read = read_rosters(tmp_path / "rosters.xlsx")

    assert outcome.allocations == read.allocations
    assert outcome.scores == read.scores
    assert outcome.plan.sessions == read.plan.sessions
    assert () == read.edits
    assert () == contradictions(tmp_path / "rosters.xlsx")


def test_the_sheets_of_the_sessions_follow_one_another(tmp_path: Path) -> None:
    """Group by group, session by session, each with its session at the head."""
    write_rosters(in_two_sessions(), tmp_path / "rosters.xlsx", stamp=STAMP)
    book = openpyxl.load_workbook(tmp_path / "rosters.xlsx")

    assert ["Group 1", "Group 2", "S2 Group 1", "S2 Group 2"] == book.sheetnames[1:5]
    assert "Group 2 · session 2 of 2" == book["S2 Group 2"]["A1"].value


@pytest.mark.parametrize(("sessions", "said"), [(1, 0), (2, 2)])
def test_the_charts_say_of_which_session_they_are(sessions: int, said: int) -> None:
    """Of the first; where there is only one, no session is spoken of."""
    with ZipFile(BytesIO(rosters_file(in_two_sessions(sessions=sessions), stamp=STAMP))) as parts:
        charts = [parts.read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2)]
        drawing = parts.read("xl/drawings/drawing1.xml").decode()

    assert said == sum("session 1 of 2" in chart for chart in charts)
    assert said == drawing.count("session 1 of 2")


def test_one_session_is_written_as_before(tmp_path: Path) -> None:
    """Neither sheets nor the record speak of sessions."""
    outcome = allocator.allocate(a_head_count_list(), groups=2)
    write_rosters(outcome, tmp_path / "rosters.xlsx", stamp=STAMP)
    book = openpyxl.load_workbook(tmp_path / "rosters.xlsx")
    record = [row[0].value for row in book["Record"].iter_rows()]

    assert ["Group 1", "Group 2", "Delegations"] == book.sheetnames[1:4]
    assert "Group 1" == book["Group 1"]["A1"].value
    assert "Sessions" not in record


def test_everybody_finds_all_groups_in_one_row(tmp_path: Path) -> None:
    """The sheet of the delegates has a column for each session."""
    outcome = in_two_sessions(a_named_list())
    write_rosters(outcome, tmp_path / "rosters.xlsx", stamp=STAMP)
    sheet = openpyxl.load_workbook(tmp_path / "rosters.xlsx")["Delegates"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[-1]]
    people = [each for those in outcome.workshop.delegations for each in those.delegates]
    wanted = {
        number: tuple(f"Group {session.places[each.id] + 1}" for session in outcome.allocations)
        for number, each in enumerate(people, start=1)
    }

    assert ("Group", "S2 Group") == rows[0][-2:]
    assert wanted == {row[0]: row[-2:] for row in rows[1:]}


def test_a_move_by_hand_counts_in_its_own_session(tmp_path: Path) -> None:
    """A row that is pasted into another group of session 2 leaves session 1 as it was."""
    outcome = in_two_sessions()
    kenya = next(each for each in outcome.workshop.delegations if each.name == "Kenya")
    seats = outcome.sessions[0].seats[kenya.id]
    source, target = ("S2 Group 1", "S2 Group 2") if seats[0] else ("S2 Group 2", "S2 Group 1")
    read = edited(outcome, tmp_path, lambda book: moved(book, source, target, "Kenya"))

    assert outcome.allocation == read.allocation
    assert seats[::-1] == read.sessions[0].seats[kenya.id]
    assert ["N-EDITED"] == [each.code for each in read.edits]
    assert contradictions(tmp_path / "rosters.xlsx")


def test_whoever_is_taken_out_of_one_session_only_is_refused(tmp_path: Path) -> None:
    """Everybody of the list sits in every session."""
    outcome = in_two_sessions()

    def take_out(book: openpyxl.Workbook) -> None:
        for title in ("S2 Group 1", "S2 Group 2"):
            for row in book[title].iter_rows():
                if row[0].value == "Kenya":
                    for cell in row:
                        cell.value = None

    findings = refused(outcome, tmp_path, take_out)

    assert [("E-ROSTER", "Kenya")] == [(each.code, each.found) for each in findings]
    assert "session 2" in findings[0].message


def test_a_roster_of_a_session_that_is_missing_is_refused(tmp_path: Path) -> None:
    """The message names it as its tab did."""
    findings = refused(in_two_sessions(), tmp_path, lambda book: book.remove(book["S2 Group 1"]))

    assert ["S2 Group 1"] == [each.found for each in findings]


def test_without_the_record_the_settings_tell_how_many_sessions(tmp_path: Path) -> None:
    """The rosters of every session are read; nothing of them is proven any more."""
    outcome = in_two_sessions()
    read = edited(outcome, tmp_path, lambda book: book.remove(book["Record"]))

    assert outcome.allocations == read.allocations
    assert read.meetings is not None
    assert outcome.meetings is not None
    assert (outcome.meetings.value, 0) == (read.meetings.value, read.meetings.bound)


@pytest.mark.parametrize("number", [0, 7, 10**12, "two"])
def test_a_record_of_too_many_sessions_is_refused(number: object, tmp_path: Path) -> None:
    """No more than there can be: the cell is named, and nothing else is looked for."""

    def change(book: openpyxl.Workbook) -> None:
        row = next(row for row in book["Record"].iter_rows() if row[0].value == "Sessions")
        row[1].value = number  # type: ignore[assignment] # whatever somebody types

    findings = refused(in_two_sessions(), tmp_path, change)

    assert [("E-ROSTER", "Record", str(number))] == [
        (each.code, each.place.sheet, each.found) for each in findings
    ]
