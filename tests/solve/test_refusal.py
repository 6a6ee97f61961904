"""A conflict of rules is there in its parts, and in the reader's language."""

from dataclasses import replace

import pytest
from builders import a_workshop, groups_of
from events import a_rule, ruled

import allocator
from allocator.clash import Clash
from allocator.errors import NoAllocation
from allocator.findings import Place
from allocator.planning.defaults import plan_of
from allocator.settings import RuleRow, Settings
from allocator.solve import allocate_plan
from allocator.solve.several import taken
from allocator.text import told
from allocator.workshop import Workshop


def refused(workshop: Workshop, *rules: RuleRow) -> NoAllocation:
    """The error for some rules, which stand in rows 5, 6 and so on of the sheet Rules."""
    rows = [
        replace(rule, place=Place(sheet="Rules", row=number))
        for number, rule in enumerate(rules, start=5)
    ]
    with pytest.raises(NoAllocation) as error:
        allocate_plan(workshop, ruled(workshop, *rows))
    return error.value


def in_parts(clash: Clash) -> tuple[str, list[str], str, list[str]]:
    """What a page shows of a conflict: claim, demands, reason and remedies."""
    return clash.claim, [each.message for each in clash.demands], clash.reason, [*clash.remedies]


def test_the_parts_of_a_conflict_are_those_of_its_message() -> None:
    """What clashes, why, and what helps; the message tells the same in lines."""
    error = refused(a_workshop(2, 5), a_rule("at least", "D001", number=1))

    (clash,) = error.clashes
    assert (
        "this rule cannot hold as delegations are to sit:",
        ["at least 1 of D001 in every group"],
        "3 x 1 = 3 people are asked for; D001: 2 people.",
        ['Remove the rule "at least 1 of D001 in every group" (sheet "Rules", row 5).'],
    ) == in_parts(clash)
    assert error.findings == clash.demands
    assert error.message == (
        "this rule cannot hold as delegations are to sit:\n"
        '  sheet "Rules", row 5: at least 1 of D001 in every group\n'
        "3 x 1 = 3 people are asked for; D001: 2 people.\n"
        "The smallest change that helps (tried): Remove the rule "
        '"at least 1 of D001 in every group" (sheet "Rules", row 5).'
    )


def test_two_conflicts_are_two() -> None:
    """Each has its own demands and remedies."""
    error = refused(
        a_workshop(2, 2, 5),
        a_rule("in", "D001", "Group 1"),
        a_rule("not in", "D001", "Group 1"),
        a_rule("together", "D001; D002"),
        a_rule("apart", "D001; D002"),
    )

    assert error.message.startswith("there are 2 conflicts.\n")
    assert [2, 2] == [len(clash.demands) for clash in error.clashes]
    assert error.findings == tuple(each for clash in error.clashes for each in clash.demands)
    remedies = [remedy for clash in error.clashes for remedy in clash.remedies]
    assert all(remedy in error.message for remedy in remedies)


def test_a_conflict_is_told_in_french() -> None:
    """Every part of it, down to the words between names."""
    error = refused(
        a_workshop(2, 2, 5), a_rule("together", "D001; D002"), a_rule("apart", "D001; D002")
    )

    assert [
        "ces règles sont incompatibles entre elles\u202f:",
        "D001 et D002 ensemble",
        "D001 et D002 séparément",
    ] == [
        told(each, "fr")
        for clash in error.clashes
        for each in (clash.claim, *(demand.message for demand in clash.demands))
    ]
    lines = told(error.message, "fr").split("\n")
    assert lines[0] == "ces règles sont incompatibles entre elles\u202f:"
    assert lines[-2].startswith(
        "Le plus petit changement qui suffit (essayé)\u202f: "
        "Supprimez la règle «\u202fD001 et D002 "
    )
    assert lines[-1].startswith("Ou bien\u202f: Supprimez la règle «\u202fD001 et D002 ")


def test_rooms_and_seating_have_their_remedies_apart() -> None:
    """No demand is named, as they all clash; each change that helps is one remedy."""
    with pytest.raises(NoAllocation) as error:
        allocator.allocate(a_workshop(4, 4, 4), groups_of([6, 6]), seating="whole")

    (clash,) = error.value.clashes
    assert ((), "") == (clash.demands, clash.reason)
    assert " ".join((clash.claim, clash.remedies[0])) == error.value.message.partition(" Or: ")[0]
    assert len(clash.remedies) == 1 + error.value.message.count(" Or: ")
    assert told(error.value.message, "es").startswith(
        "las capacidades y la distribución son incompatibles, aunque hay plazas suficientes. "
        "Aumente la capacidad de "
    )


def test_each_number_of_groups_has_its_own_conflicts() -> None:
    """Where several numbers are asked for and none will do."""
    rows = (
        a_rule("in", "D001", "Group 1"),
        a_rule("not in", "D001", "Group 1"),
        a_rule("at least", "D002", number=2),
    )
    settings = Settings(groups=(2, 3), group_table=groups_of([None] * 3), rules=rows)
    with pytest.raises(NoAllocation) as error:
        taken(replace(a_workshop(2, 3), settings=settings), plan_of)

    assert {2, 3} == {clash.groups for clash in error.value.clashes}
    assert all(clash.claim in error.value.message for clash in error.value.clashes)
    assert "Avec 2 groupes\u202f: " in told(error.value.message, "fr")
