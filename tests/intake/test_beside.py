"""Columns Pin, Together and Apart of a list are rules of the event, told by their cells."""

from pathlib import Path

import pytest
from list_files import a_csv, a_workbook, errors, notices

from allocator import allocate, rebalance
from allocator.intake import Examination, Reading, examine, examine_file, read_list
from allocator.settings import RuleRow

HEADER = ("Delegation", "Delegates", "Pin", "Together", "Apart")
PEOPLE = "Delegation,Name,E-mail,Pin,Together,Apart"


def rules(found: Examination) -> list[tuple[str, str, str]]:
    """Kind, who and whom of each rule; the list must have been accepted."""
    assert found.workshop is not None, errors(found)
    return [(each.kind, each.who, each.other) for each in found.workshop.settings.rules or ()]


def test_a_pin_is_a_rule_of_its_row(tmp_path: Path) -> None:
    """A number is the group that its name ends with; whoever has no pin sits anywhere."""
    path = a_workbook(tmp_path, [HEADER, ("Fiji", 1, 2), ("Chad", 1, "Group 1"), ("Togo", 1)])
    outcome = allocate(read_list(path), groups=2)
    groups = {each.name: outcome.seats_of(each) for each in outcome.workshop.delegations}

    assert [("in", "Fiji", "2"), ("in", "Chad", "Group 1")] == rules(examine(path))
    assert ((0, 1), (1, 0)) == (groups["Fiji"], groups["Chad"])


def test_the_same_mark_means_all_its_rows(tmp_path: Path) -> None:
    """Whatever the mark is, in any writing; two marks are two rules."""
    path = a_csv(
        tmp_path,
        "Delegation,Delegates,Together,Apart",
        "Chad,1,X,1",
        "Fiji,1,y,1",
        "Togo,1,x,1",
        "Peru,1,Y,",
    )

    assert [
        ("together", "Chad; Togo", ""),
        ("together", "Fiji; Peru", ""),
        ("apart", "Chad; Fiji; Togo", ""),
    ] == rules(examine(path))


def test_a_name_means_whoever_is_called_so(tmp_path: Path) -> None:
    """Also in another language, and several of them; two rows may name the same one."""
    path = a_csv(
        tmp_path,
        "Delegation;Delegates;Apart",
        "Chad;1;Tuvalu",
        "Fiji;1;Tuvalu",
        "Togo;1;'Tchad; Fidji'".replace("'", '"'),
        "Tuvalu;1;",
    )

    assert [
        ("apart", "Chad", "Tuvalu"),
        ("apart", "Fiji", "Tuvalu"),
        ("apart", "Togo", "Tchad; Fidji"),
    ] == rules(examine(path))


@pytest.mark.parametrize("between", ["; ", "؛ "])
def test_names_are_parted_by_a_semicolon_of_either_script(between: str, tmp_path: Path) -> None:
    """Arabic lists have their own."""
    path = a_csv(tmp_path, "Delegation,Delegates,Apart", f"Chad,1,Fiji{between}Togo", "Fiji,1,",
                 "Togo,1,")  # fmt: skip

    assert [("apart", "Chad", f"Fiji{between}Togo")] == rules(examine(path))
    assert allocate(read_list(path), groups=3).goals


def test_a_pin_of_the_only_one_holds_nobody_who_comes_later(tmp_path: Path) -> None:
    """Their delegation may sit over two groups then."""
    before = a_csv(tmp_path, PEOPLE, "Peru,Ana,,Group 1,,", "Chad,Bo,,,,", "Chad,Di,,,,")
    rosters = allocate(read_list(before), groups=2)
    after = a_csv(tmp_path, PEOPLE, "Peru,Ana,,,,", "Peru,Eva,,,,", "Chad,Bo,,,,", "Chad,Di,,,,")
    outcome = rebalance(rosters, read_list(after))
    peru = next(each for each in outcome.workshop.delegations if each.name == "Peru")

    assert (1, 1) == outcome.seats_of(peru)


def test_in_a_list_of_people_the_row_is_a_person(tmp_path: Path) -> None:
    """By name and delegation, also whoever is alone, since others may come; namesakes by mail."""
    path = a_csv(
        tmp_path,
        PEOPLE,
        "Kenya,Ama Bo,,Group 1,,",
        "Kenya,Li Wei,li@example.org,,a,",
        "Kenya,Li Wei,wei@example.org,,a,",
        "Peru,Ana,,,,Ama Bo (Kenya)",
    )

    assert [
        ("in", "Ama Bo (Kenya)", "Group 1"),
        ("together", "li@example.org; wei@example.org", ""),
        ("apart", "Ana (Peru)", "Ama Bo (Kenya)"),
    ] == rules(examine(path))
    assert allocate(read_list(path), groups=2).goals


def test_a_mark_that_stands_alone_is_refused_at_its_cell(tmp_path: Path) -> None:
    """It may be a slip of a name, or the other row was forgotten."""
    found = examine(a_workbook(tmp_path, [HEADER, ("Chad", 1, "", "Tgo"), ("Togo", 1)]))

    assert [
        (
            'error[E-RULE]: list.xlsx, sheet "Delegations", cell D2: "Tgo" is no name of the list, '
            "and no other row has it in this column. Write a name, or the same mark beside all who "
            "are meant."
        )
    ] == errors(found)


def test_somebody_whom_nothing_tells_from_others_has_no_rule(tmp_path: Path) -> None:
    """A delegation of several rows without names cannot have one of them pinned."""
    found = examine(
        a_csv(tmp_path, "Delegation,Title,Pin", "Kenya,Mr,Group 1", "Kenya,Mr,", "Peru,Ms,")
    )

    assert [
        (
            'error[E-RULE]: list.csv, line 2, column C: "Group 1" stands beside somebody whom '
            "nothing tells from others of the delegation. Give the row a name, an e-mail address "
            "or a registration number."
        )
    ] == errors(found)


def test_rules_beside_rows_come_behind_those_of_the_sheet(tmp_path: Path) -> None:
    """Both hold, and each is told with the place where it stands."""
    sheet = [("Rule", "Who", "Group or With"), ("not in", "Chad", "Group 2")]
    path = a_workbook(tmp_path, [HEADER, ("Chad", 1), ("Fiji", 1, "1")], sheets={"Rules": sheet})
    workshop = read_list(path)
    places = [(each.place.sheet, each.place.row) for each in workshop.settings.rules or ()]

    assert [("not in", "Chad", "Group 2"), ("in", "Fiji", "1")] == rules(examine(path))
    assert [("Rules", 2), ("Delegations", 3)] == places


@pytest.mark.parametrize(
    "header",
    ["Délégation;Délégués;Groupe imposé;Ensemble;Séparés",
     "Delegación;Delegados;Grupo fijo;Juntos;Separados"],
)  # fmt: skip
def test_the_columns_are_known_in_other_languages(tmp_path: Path, header: str) -> None:
    """As the other columns are."""
    path = a_csv(tmp_path, header, "Tchad;1;;a;", "Togo;1;;a;", "Fidji;1;1;;Togo")

    assert ["in", "together", "apart"] == [kind for kind, _, _ in rules(examine(path))]


def test_the_columns_are_told_and_can_be_left_unread(tmp_path: Path) -> None:
    """A column of PIN codes is no column of groups; unread, it is a column like any other."""
    path = a_csv(tmp_path, "Delegation,Delegates,PIN", "Chad,1,4711", "Togo,2,4712")
    unread = examine_file(path, Reading(columns={"pin": ""}))

    assert '"PIN" (C) is the fixed group' in notices(examine(path), "N-HEADER")[0]
    assert [] == rules(unread)
    assert unread.workshop is not None
    assert ("PIN",) == unread.workshop.columns


def test_without_the_columns_there_are_no_rules(tmp_path: Path) -> None:
    """Empty cells say nothing either."""
    path = a_csv(tmp_path, "Delegation,Delegates,Pin,Together", "Chad,1,,", "Togo,2,,")
    workshop = read_list(path)

    assert workshop.settings.rules is None
    assert RuleRow(kind="in", who="Chad") not in (workshop.settings.rules or ())
