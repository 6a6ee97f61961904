"""``allocator explain``, from the command line."""

from pathlib import Path

import openpyxl
import pytest
from forms import faults
from list_files import Table, a_workbook
from rebalancing.renewals import (
    HEADS,
    a_list,
    a_named_list,
    allocated,
    answer,
    people_of,
    run,
    seats,
)

#: A rule of each of two kinds, in rows 2 and 3 of the sheet Rules.
RULES = [
    ["Rule", "Who", "Group or With"],
    ["in", "Kenya", "Group 1"],
    ["together", "Peru; Fiji; Cuba", ""],
]


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """The rosters of a small list in two groups, without rules."""
    return allocated(a_list(tmp_path, HEADS))


@pytest.fixture
def ruled(tmp_path: Path) -> Path:
    """The rosters of the same list with two rules and a room."""
    rows: list[list[object]] = [["Delegation", "Delegates"], *map(list, HEADS.items())]
    groups: list[list[object]] = [["Group", "Capacity"], ["Group 1", None], ["Group 2", 20]]
    sheets: dict[str, Table] = {"Rules": RULES, "Groups": groups}
    return allocated(a_workbook(tmp_path, rows, sheets=sheets), "-g", 2)


def test_the_text_has_the_seats_and_a_line_for_each_other_group(rosters: Path) -> None:
    """A small delegation sits in one group, and there is one other."""
    result = run("explain", rosters, "Kenya")
    first, second = result.stdout.splitlines()
    own = seats(rosters)["Kenya", "Group 2"]

    assert (0, "") == (result.exit_code, result.stderr)
    assert f"Kenya: 1 person in Group {1 + own}." == first
    assert f"In Group {2 - own} instead: just as good. The draw decided (seed 1)." == second


def test_the_json_of_somebody_has_the_documented_keys(ruled: Path) -> None:
    """The form of docs/json.md, and no other key; the rule that forbids has its row."""
    told = answer(run("explain", ruled, "Kenya", "--json"))
    (other,) = told["elsewhere"]
    (reason,) = other["forbidden"]

    assert [] == faults("explain_who", told)
    assert ("allocator/1", "Kenya", "") == (told["schema"], told["who"], told["fixed"])
    assert [1, 0] == [seat["delegates"] for seat in told["seats"]]
    assert ([], {}) == (other["sizes"], other["goals"])
    assert {
        "severity": "error", "code": "E-RULES", "sheet": "Rules", "column": None,
        "message": "Kenya in Group 1", "found": "",
    } == {key: value for key, value in reason.items() if key != "row"}  # fmt: skip
    assert "Kenya" == openpyxl.load_workbook(ruled)["Rules"].cell(reason["row"], 2).value
    assert other["sentence"] in run("explain", ruled, "Kenya").stdout


def test_the_json_of_a_roster_has_the_documented_keys(ruled: Path) -> None:
    """Every rule with its row and whether it is kept, and every goal with what holds it."""
    told = answer(run("explain", ruled, "--json"))

    assert [] == faults("explain_roster", told)
    assert ["spread", "whole", "capacity", "in", "together"] == [
        rule["rule"] for rule in told["rules"]
    ]
    assert all(rule["kept"] for rule in told["rules"])
    assert ["", "", "", "Rules", "Rules"] == [rule["sheet"] for rule in told["rules"]]


def test_the_text_of_a_roster_has_rules_and_goals(ruled: Path) -> None:
    """The rules in a table with their rows, then a sentence for each goal."""
    result = run("explain", ruled)
    told = answer(run("explain", ruled, "--json"))

    assert 0 == result.exit_code
    assert 'sheet "Rules", row' in " ".join(result.stdout.split())
    assert "broken" not in result.stdout
    assert [goal["sentence"] for goal in told["goals"]] == result.stdout.splitlines()[-4:]


def test_a_delegate_is_found_by_name(tmp_path: Path) -> None:
    """With the delegation behind the name."""
    rosters = allocated(a_named_list(tmp_path, people_of({"France": 3, "Kenya": 1, "Peru": 2})))
    told = answer(run("explain", rosters, "Ann Kenyaer", "--json"))

    assert "Ann Kenyaer (Kenya)" == told["who"]
    assert [0, 1] == sorted(seat["delegates"] for seat in told["seats"])
    assert 1 == len(told["elsewhere"])


def test_an_unknown_name_is_refused(rosters: Path) -> None:
    """Exit code 3, with what may be meant; the same as JSON."""
    text = run("explain", rosters, "Kenyo")
    told = run("explain", rosters, "Kenyo", "--json")

    assert (3, 3, "") == (text.exit_code, told.exit_code, text.stdout)
    assert (
        'error[E-NAME]: rosters.xlsx: "Kenyo" is not on these rosters. Did you mean "Kenya"?'
        == text.stderr.strip()
    )
    assert '"code": "E-NAME"' in told.stdout


def test_a_name_of_two_is_refused(tmp_path: Path) -> None:
    """Two delegates have it: the message says how to tell them apart."""
    people = [("France", "Ann", "Roy"), ("Kenya", "Ann", "Roy"), ("Peru", "Eva", "Paz")]
    result = run("explain", allocated(a_named_list(tmp_path, people)), "Ann Roy")

    assert 3 == result.exit_code
    assert '"Ann Roy" stands for 2 on these rosters.' in result.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("there.xlsx", "Kenya", "Peru"), 2),
        (("there.xlsx", "Kenya", "--time-limit", 0), 2),
        (("there.xlsx", "Kenya"), 6),
        (("there.xlsx",), 6),
    ],
)
def test_what_is_typed_wrongly_or_cannot_be_read(words: tuple[object, ...], code: int) -> None:
    """2 for the command line, 6 for a file that is not there; nothing on standard output."""
    result = run("explain", *words)

    assert (code, "") == (result.exit_code, result.stdout)


def test_a_list_is_no_rosters_workbook(tmp_path: Path) -> None:
    """Exit code 3, and the command that makes rosters is named."""
    path = a_workbook(tmp_path, [["Delegation", "Delegates"], ["Kenya", 1]])
    result = run("explain", path, "Kenya")

    assert 3 == result.exit_code
    assert "Give the file that allocator allocate wrote." in result.stderr
