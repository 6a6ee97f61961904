"""Every rule that cannot be is refused by its cell, all at once."""

import json
from pathlib import Path

import openpyxl
import pytest
from list_files import Table, a_workbook
from rebalancing.renewals import run

HEADINGS = ("Rule", "Who", "Group or With", "Number", "Note")
#: Head-counts with a region, a category and a column of their own.
HEADS: Table = [
    ("Delegation", "Delegates", "Region", "Category", "Level"),
    ("Kenya", 4, "Africa", "State", "high"),
    ("Chad", 1, "Africa", "State", "low"),
    ("World Bank", 1, "Others", "IGO", "low"),
]
#: Two people of one name, told apart by their registration.
PEOPLE: Table = [
    ("Delegation", "First name", "Last name", "Registration"),
    ("Kenya", "Ann", "Abo", "R1"),
    ("Kenya", "Bo", "Cho", "R2"),
    ("Chad", "Ann", "Abo", "R3"),
]
#: A rule, the cell that is named, and words of the message.
CASES = [
    (("beside", "Kenya", "Chad"), "A", '"beside"'),
    ((None, "Kenya", "Chad"), "A", "the kind of rule is missing"),
    (("in", None, "Group 1"), "B", "nobody is named"),
    (("at most", "Kenya", None, "two"), "D", '"two"'),
    (("at most", "Kenya", None, -1), "D", '"-1"'),
    (("at most", "Kenya", None, 1.5), "D", '"1.5"'),
]
UNFOUND = [
    (("in", ";;;", "Group 1"), "B", "nobody is named"),
    (("at least", " ; ", None, 1), "B", "nobody is named"),
    (("in", "Kenia; Atlantis", "Group 1"), "B", '"Atlantis" is not in the list'),
    (("in", "World Bnak", "Group 1"), "B", 'Did you mean "World Bank"?'),
    (("not in", "Kenya", "Group 1; Group 9"), "C", 'there is no group "Group 9"; there are'),
    (("together", "Kenya", "Peru"), "C", '"Peru" is not in the list'),
    (("at least", "region = Asia", None, 1), "B", 'its values are "Africa", "Others"'),
    (("at least", "Level = none", None, 1), "B", 'its values are "high", "low"'),
    (
        ("at least", "colour = red", None, 1),
        "B",
        'no column "colour"; a rule may name "Level", "region"',
    ),
    (("apart", "region = Africa", "Kenya"), "B", '"apart" takes the names of delegations'),
    (("together", "Kenya", "Level: low"), "C", '"together" takes the names of delegations'),
    (("in", "TD", "Group 1"), "B", '"TD" is not in the list. ISO codes of three letters'),
    (("in", "Chad, Kenya", "Group 1"), "B", "Part them by semicolons: Chad; Kenya."),
    (("in", "Chad, Peru", "Group 1"), "B", '"Chad, Peru" is not in the list'),
    (("not in", "Kenya", "Group 1, group 2"), "C", "semicolons: Group 1; group 2."),
    (("in", "Kenya", "Group 1", 2), "D", '"in" takes no number'),
    (("apart", "Kenya", "Chad", 1), "D", '"apart" takes no number'),
]
INCOMPLETE = [
    (("in", "Kenya"), '"in" needs a group'),
    (("not in", "Kenya", None), '"not in" needs a group'),
    (("at least", "Kenya", "Group 1"), '"at least" needs a number'),
    (("at most", "Kenya"), '"at most" needs a number'),
    (("together", "Kenya"), "needs two who are to sit so"),
    (("apart", "Kenya"), "needs two who are to sit so"),
    (("apart", "Kenya", "KEN"), '"Kenya" is named twice'),
    (("together", "Chad; Kenya; Chad"), '"Chad" is named twice'),
]


def refused(folder: Path, table: Table, *rules: tuple[object, ...]) -> list[dict[str, object]]:
    """The findings of a list with these rules, each of which is in the sheet Rules."""
    source = a_workbook(folder, table, sheets={"Rules": [HEADINGS, *rules]})
    result = run("allocate", source, "-o", folder / "rosters.xlsx", "-g", 2, "--json")
    assert 3 == result.exit_code, result.output
    assert not (folder / "rosters.xlsx").exists()
    found: list[dict[str, object]] = json.loads(result.stdout)["findings"]
    errors = [each for each in found if each["severity"] == "error"]
    assert {("E-RULE", "Rules")} == {(each["code"], each["sheet"]) for each in errors}
    book = openpyxl.load_workbook(source)
    for each in errors:
        if each["column"]:
            cell = book["Rules"][f"{each['column']}{each['row']}"]
            assert str(each["found"]) in str(cell.value or "")
    return errors


@pytest.mark.parametrize("cases", [CASES, UNFOUND])
def test_all_problems_are_told_by_their_cells(
    tmp_path: Path, cases: list[tuple[tuple[object, ...], str, str]]
) -> None:
    """One message for each row, with the cell that holds what is wrong."""
    told = refused(tmp_path, HEADS, *(rule for rule, _, _ in cases))

    assert [(number, column) for number, (_, column, _) in enumerate(cases, start=2)] == [
        (each["row"], each["column"]) for each in told
    ]
    for each, (_, _, words) in zip(told, cases, strict=True):
        assert words in str(each["message"])


def test_rules_that_cannot_be_read_and_names_that_are_not_there_are_told_at_once(
    tmp_path: Path,
) -> None:
    """Nobody corrects one cell only to hear of the next."""
    told = refused(tmp_path, HEADS, UNFOUND[4][0], CASES[0][0], UNFOUND[5][0], CASES[3][0])

    expected = ["C2", "A3", "C4", "D5"]
    assert expected == [f"{each['column']}{each['row']}" for each in told]


def test_what_a_rule_lacks_is_told_by_its_row(tmp_path: Path) -> None:
    """A group, a number, a second one to sit with, or somebody else."""
    told = refused(tmp_path, HEADS, *(rule for rule, _ in INCOMPLETE))

    assert list(range(2, len(INCOMPLETE) + 2)) == [each["row"] for each in told]
    for each, (_, words) in zip(told, INCOMPLETE, strict=True):
        assert words in str(each["message"])


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (("in", "Ann Abo", "Group 1"), '"Ann Abo" stands for 2 in the list'),
        (("apart", "R1", "Kenya"), "a delegate is named beside the own delegation"),
        (("together", "R1", "Ann Abo (Kenya)"), "is named twice"),
        (("in", "R9", "Group 1"), '"R9" is not in the list'),
    ],
)
def test_people_who_cannot_be_told_are_refused(
    tmp_path: Path, rule: tuple[object, ...], words: str
) -> None:
    """Two of one name, a delegate beside the own delegation, one twice, a number of nobody."""
    (told,) = refused(tmp_path, PEOPLE, rule)

    assert words in str(told["message"])


def test_two_of_one_name_are_told_apart_by_delegation_or_number(tmp_path: Path) -> None:
    """As the message advises."""
    rules = [HEADINGS, ("in", "Ann Abo (Chad)", "Group 2"), ("in", "R1", "Group 1")]
    source = a_workbook(tmp_path, PEOPLE, sheets={"Rules": rules})
    result = run("allocate", source, "-o", tmp_path / "rosters.xlsx", "-g", 2, "--json")
    assert 0 == result.exit_code, result.output
    where = {each["delegate"]: each["group"] for each in json.loads(result.stdout)["delegates"]}

    assert ["Group 1", "Group 2", "Group 2"] == [where[each] for each in sorted(where)]


def test_problems_of_a_settings_file_are_told_by_its_line(tmp_path: Path) -> None:
    """The line on which the table begins, for each of them."""
    source = a_workbook(tmp_path, HEADS)
    event = tmp_path / "event.toml"
    event.write_text(
        '[[rule]]\nrule = "in"\nwho = "Atlantis"\ngroup = "Group 1"\n'
        '[[rule]]\nrule = "at most"\nwho = "Kenya"\n',
        encoding="utf-8",
    )
    options = ("-g", 2, "--settings", event)
    result = run("allocate", source, "-o", tmp_path / "rosters.xlsx", *options)

    assert 3 == result.exit_code
    assert 'error[E-RULE]: event.toml, line 1: "Atlantis" is not in the list.' in result.stderr
    assert 'error[E-RULE]: event.toml, line 5: "at most" needs a number.' in result.stderr


def test_a_sheet_of_rules_without_headings_is_refused(tmp_path: Path) -> None:
    """Rules that nobody reads would be passed over in silence."""
    source = a_workbook(tmp_path, HEADS, sheets={"Rules": [("in", "Kenya", "Group 1")]})
    result = run("allocate", source, "-o", tmp_path / "rosters.xlsx", "-g", 2)

    assert 3 == result.exit_code
    assert 'sheet "Rules": the rules have no header row' in result.stderr


def test_check_tells_the_same_problems(tmp_path: Path) -> None:
    """Before anybody asks for rosters."""
    rules = [HEADINGS, ("in", "Atlantis", "Group 1")]
    result = run("check", a_workbook(tmp_path, HEADS, sheets={"Rules": rules}))

    assert 3 == result.exit_code
    assert 'sheet "Rules", cell B2: "Atlantis" is not in the list' in result.stderr
