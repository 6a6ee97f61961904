"""``csv`` and ``json``: who sits where, for whatever reads tables or JSON."""

import json
from pathlib import Path

import pytest
from exporting import PEOPLE, counted, named, rows_of

import allocator
from allocator.answers import allocation_answer
from allocator.exports.making import export
from allocator.exports.table import guarded


def test_a_row_per_delegation_and_group_of_head_counts() -> None:
    """The people of the rows are those of the groups, in the columns that the headings say."""
    outcome = counted()
    head, *rows = rows_of(export(outcome, "csv"))
    seats = {(row[0], row[3]): (int(row[5]), int(row[6])) for row in rows}

    assert ["Delegation", "Code", "Region", "Group", "Room", "In this group", "Of"] == head
    assert {
        (each.name, group.name): (people, each.head_count)
        for each in outcome.workshop.delegations
        for group, people in zip(outcome.plan.groups, outcome.seats_of(each), strict=True)
        if people
    } == seats
    assert {"Salle Âme", "Room; B"} == {row[4] for row in rows}


def test_a_row_per_person_and_no_text_is_a_formula() -> None:
    """What would calculate has an apostrophe before it; an address stays one."""
    outcome = named()
    head, *rows = rows_of(export(outcome, "csv"))
    kenya = dict(zip(head, next(row for row in rows if row[0] == "Kenya"), strict=True))

    assert len(PEOPLE) == len(rows)
    assert ("'=SUM(A1)", "'+Official", "+ali.k@example.org") == (
        kenya["Last name"],
        kenya["Function"],
        kenya["E-mail"],
    )
    assert {"Ñandú", "البوسعيدي", "Souza, Jr", '"Hot"'} <= {text for row in rows for text in row}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("=a@example.org", "'=a@example.org"),
        ("+1@example.org|x", "'+1@example.org|x"),
        ("-5", "-5"),
        ("+41,5", "+41,5"),
        ("-a.b@example.org", "-a.b@example.org"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_calculate_is_text(text: str, safe: str) -> None:
    """Numbers and addresses stay usable."""
    assert safe == guarded(text)


def test_all_sessions_stand_in_one_table() -> None:
    """With the session in the first column; one with a single session has no such column."""
    outcome = allocator.allocate(named().workshop, groups=2, sessions=2)
    head, *rows = rows_of(export(outcome, "csv", language="fr"))

    assert ("Séance", "Délégation") == tuple(head[:2])
    assert 2 * len(PEOPLE) == len(rows)
    assert {"1", "2"} == {row[0] for row in rows}


def test_the_table_is_a_list_again(tmp_path: Path) -> None:
    """``allocator`` reads people in it: the same names in the same delegations."""
    workshop = named("es").workshop
    (tmp_path / "list.csv").write_bytes(export(named("es"), "csv"))
    again = allocator.read_list(tmp_path / "list.csv")

    assert {each.name: each.head_count for each in workshop.delegations} == {
        each.name: each.head_count for each in again.delegations
    }


def test_json_is_the_answer_of_allocate() -> None:
    """As ``allocate --json`` prints it, but for how long it took."""
    outcome = named()
    told = {**allocation_answer(outcome), "seconds": dict.fromkeys(outcome.seconds, 0.0)}

    assert told == json.loads(export(outcome, "json"))


def test_the_json_of_a_workbook_is_the_same_each_time(tmp_path: Path) -> None:
    """However long it took to read."""
    allocator.write_rosters(named(), tmp_path / "rosters.xlsx")
    first, second = (
        export(allocator.read_rosters(tmp_path / "rosters.xlsx"), "json") for _ in range(2)
    )

    assert first == second
