"""Rules of the event in a re-balance: kept, cut down by withdrawals, or in the way."""

from pathlib import Path

import pytest
from list_files import a_workbook
from rebalancing.renewals import (
    HEADS,
    a_list,
    a_named_list,
    edit,
    people_of,
    places,
    renewed,
    run,
    seats,
    values,
)

HEADINGS = ("Rule", "Who", "Group or With", "Number", "Note")
TWO = ("Group 1", "Group 2")


def rosters(folder: Path, *rules: tuple[object, ...], groups: int = 2) -> Path:
    """The rosters of the usual list under some rules."""
    table = (("Delegation", "Delegates"), *HEADS.items())
    source = a_workbook(folder, table, sheets={"Rules": [HEADINGS, *rules]})
    result = run("allocate", source, "-o", folder / "rosters.xlsx", "-g", groups)
    assert 0 == result.exit_code, result.stderr
    return folder / "rosters.xlsx"


def without(*names: str) -> dict[str, int]:
    """The usual list less some delegations."""
    return {name: people for name, people in HEADS.items() if name not in names}


def group_of(path: Path, name: str, groups: tuple[str, ...] = TWO) -> str:
    """The group of a delegation of one."""
    return next(group for delegation, group in seats(path, groups) if delegation == name)


def rules_in(path: Path) -> list[tuple[object, ...]]:
    """The rules that a workbook carries."""
    return [row for row in values(path, "Rules") if row[1]][1:]


def told_rules(told: dict[str, list[dict[str, str]]]) -> list[str]:
    """What is told of the rules."""
    return [each["message"] for each in told["notices"] if each["code"] == "N-RULE"]


def test_the_same_list_again_keeps_rules_and_seats(tmp_path: Path) -> None:
    """No moves, no notices, the same rules."""
    rules = [("in", "Kenya", "Group 2"), ("apart", "Malta", "Togo"), ("at most", "Fiji; Peru",
             "Group 1", 1)]  # fmt: skip
    first = rosters(tmp_path, *rules)
    told = renewed(first, "--list", a_list(tmp_path, HEADS))

    assert ([], [], "optimal") == (told["moves"], told_rules(told), told["status"])
    assert seats(first) == seats(tmp_path / "next.xlsx")
    assert rules_in(first) == rules_in(tmp_path / "next.xlsx")
    proof = run("verify", tmp_path / "next.xlsx", "--prove", "--from", first)
    assert 0 == proof.exit_code, proof.output


def test_newcomers_sit_by_the_rules_that_are_there_already(tmp_path: Path) -> None:
    """At most two of one region in a group: who comes late goes to the other one."""
    first = rosters(tmp_path, ("at most", "Chile; Cuba; Peru; region = GRULAC", "Group 1", 4))
    late = a_list(tmp_path, {"Haiti": 1, "Jamaica": 1, "Belize": 1}, "late.csv")
    renewed(first, "--add", late)
    there = [
        (name, people)
        for (name, group), people in seats(tmp_path / "next.xlsx").items()
        if group == "Group 1"
        and name in {"Brazil", "Chile", "Cuba", "Peru", "Haiti", "Jamaica", "Belize"}
    ]

    assert 4 >= sum(people for _, people in there)
    assert 0 == run("verify", tmp_path / "next.xlsx").exit_code


def test_a_rule_that_is_added_to_the_rosters_moves_whom_it_must(tmp_path: Path) -> None:
    """One delegation pinned to the other group by hand: it moves, and nobody without need."""
    first = rosters(tmp_path)
    target = next(group for group in TWO if group != group_of(first, "Kenya"))
    edit(first, lambda book: book["Rules"].append(["in", "Kenya", target]))
    told = renewed(first, "--list", a_list(tmp_path, HEADS))

    assert ("Kenya", target) in {(move["delegation"], move["to"]) for move in told["moves"]}
    assert 1 == sum(move["delegates"] for move in told["moves"])
    assert target == group_of(tmp_path / "next.xlsx", "Kenya")


@pytest.mark.parametrize(
    ("rule", "gone", "kept", "words"),
    [
        (("in", "Kenya; Peru", "Group 1"), ("Kenya",), ("in", "Peru", "Group 1"),
         'goes on without "Kenya"'),
        (("in", "Kenya", "Group 1"), ("Kenya",), None, "ends: nobody is left"),
        (("at most", "Kenya; Peru; Fiji", None, 2), ("Kenya", "Fiji"), ("at most", "Peru", None, 2),
         'goes on without "Kenya", "Fiji"'),
        (("together", "Kenya", "Peru"), ("Peru",), None, "ends: nobody is left"),
        (("together", "Kenya", "Peru; Fiji"), ("Kenya",), ("together", "Peru; Fiji", None),
         'goes on without "Kenya"'),
        (("apart", "Kenya; Peru; Fiji"), ("Fiji",), ("apart", "Kenya; Peru", None),
         'goes on without "Fiji"'),
        (("apart", "Kenya; Peru", "Fiji"), ("Fiji",), None, "ends: nobody is left"),
        (("apart", "Kenya", "Peru; Fiji"), ("Peru",), ("apart", "Kenya", "Fiji"),
         'goes on without "Peru"'),
        (("at most", "region = Asia-Pacific Group", None, 1), ("Fiji", "Nepal"), None,
         "ends: nobody is left"),
        (("not in", "KEN; region = Asia-Pacific", "Group 2"), ("Fiji", "Nepal"),
         ("not in", "KEN", "Group 2"), 'goes on without "region = Asia-Pacific"'),
    ],
)  # fmt: skip
def test_a_rule_loses_those_who_withdrew(
    tmp_path: Path,
    rule: tuple[object, ...],
    gone: tuple[str, ...],
    kept: tuple[object, ...] | None,
    words: str,
) -> None:
    """It goes on without them, or ends where nobody is left; the cell of the rosters is told."""
    groups = 3 if rule[0] == "apart" else 2
    first = rosters(tmp_path, rule, groups=groups)
    told = renewed(first, "--list", a_list(tmp_path, without(*gone), "fewer.csv"))
    (message,) = told_rules(told)

    assert words in message
    found = [row[:3] for row in rules_in(tmp_path / "next.xlsx")]
    assert ([kept[:3]] if kept else []) == found
    assert 0 == run("verify", tmp_path / "next.xlsx").exit_code


def test_those_who_were_only_apart_from_somebody_gone_are_left_in_peace(tmp_path: Path) -> None:
    """Two who share a group keep it: the rule was about the one who withdrew."""
    first = rosters(
        tmp_path, ("together", "Kenya", "Peru"), ("apart", "Kenya; Peru", "Fiji"), groups=3
    )
    told = renewed(first, "--list", a_list(tmp_path, without("Fiji"), "fewer.csv"))
    three = ("Group 1", "Group 2", "Group 3")
    new = tmp_path / "next.xlsx"

    assert group_of(new, "Kenya", three) == group_of(new, "Peru", three)
    assert 0 == len(told["moves"])


def test_a_delegate_who_withdrew_is_taken_out_of_a_rule(tmp_path: Path) -> None:
    """By name; the others of the rule stay bound."""
    everybody = people_of(HEADS)
    source = a_named_list(tmp_path, everybody)
    event = tmp_path / "event.toml"
    event.write_text(
        '[[rule]]\nrule = "together"\nwho = "Ann Franceer; Ann Ghanaer"\nwith = "Bob Brazier"\n'
        '[[rule]]\nrule = "in"\nwho = "Ann Kenyaer"\ngroup = "Group 1"\n'.replace(
            "Brazier", "Braziler"
        ),
        encoding="utf-8",
    )
    first = tmp_path / "rosters.xlsx"
    result = run("allocate", source, "-o", first, "-g", 2, "--settings", event)
    assert 0 == result.exit_code, result.stderr
    left = [person for person in everybody if person != ("France", "Ann", "Franceer")]
    told = renewed(first, "--list", a_named_list(tmp_path, left, "fewer.csv"))
    where = places(tmp_path / "next.xlsx")

    assert 'goes on without "Ann Franceer"' in told_rules(told)[0]
    assert where["Ghana", "Ann", "Ghanaer"] == where["Brazil", "Bob", "Braziler"]
    assert "Group 1" == where["Kenya", "Ann", "Kenyaer"]


def test_a_rule_about_a_group_that_is_no_more_ends_with_4(tmp_path: Path) -> None:
    """Two groups after three: the rule and its row are named, and nothing is written."""
    first = rosters(tmp_path, ("not in", "Kenya", "Group 3"), groups=3)
    options = ("--list", a_list(tmp_path, HEADS), "-g", 2)
    result = run("rebalance", first, *options, "-o", tmp_path / "next.xlsx")

    assert 4 == result.exit_code
    assert '"Kenya" not in "Group 3"' in result.stderr
    assert 'sheet "Rules", row 5' in result.stderr
    assert not (tmp_path / "next.xlsx").exists()


def test_rules_that_nobody_can_keep_any_more_end_with_4(tmp_path: Path) -> None:
    """At least one of two people in every group, and one of them withdraws."""
    first = rosters(tmp_path, ("at least", "Kenya; Peru", None, 1))
    options = ("--list", a_list(tmp_path, without("Peru"), "fewer.csv"))
    result = run("rebalance", first, *options, "-o", tmp_path / "next.xlsx")

    assert 4 == result.exit_code
    assert "E-RULES" in result.stderr
    assert not (tmp_path / "next.xlsx").exists()


def test_nobody_moves_when_that_is_wanted_and_the_rules_allow_it(tmp_path: Path) -> None:
    """With --max-moves 0 rules still hold, and what they do not allow is refused."""
    first = rosters(tmp_path, ("apart", "Malta", "Togo"))
    same = ("--list", a_list(tmp_path, HEADS), "--max-moves", 0, "-o", tmp_path / "next.xlsx")
    assert 0 == run("rebalance", first, *same).exit_code
    target = next(group for group in TWO if group != group_of(first, "Kenya"))
    edit(first, lambda book: book["Rules"].append(["in", "Kenya", target]))

    result = run("rebalance", first, *same, "--force")

    assert 4 == result.exit_code
    assert "E-RULES" in result.stderr
