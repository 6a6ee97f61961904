"""Who holds an office is a candidate, sits in the group, and holds no other office."""

from dataclasses import replace

import pytest
from builders import a_workshop
from staffed import (
    CHAIR,
    RAPPORTEUR,
    a_named_workshop,
    a_staffed_plan,
    is_possible,
    with_officers,
)

import allocator
from allocator import audit
from allocator.delegation import DelegateId, DelegationId
from allocator.errors import NoAllocation
from allocator.event_rules import Party

PEOPLE = a_named_workshop(("X", ["chair", "rapporteur"]), ("Y", ["chair/rapporteur", ""]))
PLAN = a_staffed_plan(PEOPLE, 2)
SEATS = {"d1": (1, 1), "d2": (1, 1)}
PLACES = {"D1-1": 0, "D1-2": 1, "D2-1": 0, "D2-2": 1}


def test_candidates_in_their_group_are_allowed() -> None:
    """D1-1 chairs the first group, D2-1 reports for it, D1-2 for the second."""
    officers = with_officers(SEATS, PLACES, chair=("D1-1", ""), rapporteur=("D2-1", "D1-2"))

    assert is_possible(PEOPLE, PLAN, officers)
    assert () == audit.violations(PEOPLE, PLAN, officers)


def test_nobody_need_hold_an_office_who_may() -> None:
    """All offices vacant is the boundary: it breaks no rule."""
    assert is_possible(PEOPLE, PLAN, with_officers(SEATS, PLACES))
    assert () == audit.violations(PEOPLE, PLAN, with_officers(SEATS, PLACES))


@pytest.mark.parametrize(
    ("chair", "rapporteur", "breach"),
    [
        (("", "D1-1"), (), "the chair of Group 2 sits in another group"),
        (("", "D1-2"), (), "the chair of Group 2 is no candidate for it"),
        (("", "D2-2"), (), "the chair of Group 2 is no candidate for it"),
        (("", "d2"), (), "the chair of Group 2 is no candidate for it"),
        (("Zoe", ""), (), "the chair of Group 1 is not on the list"),
    ],
)
def test_anybody_else_is_a_violation(
    chair: tuple[str, ...], rapporteur: tuple[str, ...], breach: str
) -> None:
    """Neither somebody of another group, nor of another role, nor a stranger."""
    officers = with_officers(SEATS, PLACES, chair=chair, rapporteur=rapporteur)

    assert breach in audit.violations(PEOPLE, PLAN, officers)
    assert "Zoe" in chair or not is_possible(PEOPLE, PLAN, officers)


def test_nobody_holds_two_offices() -> None:
    """The only candidate of a group is chair or rapporteur, not both."""
    workshop = a_named_workshop(("X", ["chair/rapporteur"]))
    plan = a_staffed_plan(workshop, 1)
    both = with_officers({"d1": (1,)}, {"D1-1": 0}, chair=["D1-1"], rapporteur=["D1-1"])

    assert not is_possible(workshop, plan, both)
    assert ("D1-1 (D1) holds two offices",
            "D1 has 2 officers in Group 1 and fewer people") == audit.violations(
        workshop, plan, both
    )  # fmt: skip


def test_a_delegation_known_by_its_head_count_gives_one_officer() -> None:
    """Heard in both groups, it chairs one of them: somebody of it may, no more."""
    workshop = a_workshop(4, roles=["chair"])
    plan = a_staffed_plan(workshop, 2)
    once = with_officers({"d001": (2, 2)}, chair=("d001", ""))
    twice = with_officers({"d001": (2, 2)}, chair=("d001", "d001"))

    assert is_possible(workshop, plan, once)
    assert () == audit.violations(workshop, plan, once)
    assert not is_possible(workshop, plan, twice)
    assert ("D001 holds two offices",) == audit.violations(workshop, plan, twice)


def test_whoever_must_hold_an_office_holds_one() -> None:
    """Without it there is no solution, and the audit names the one."""
    workshop = a_named_workshop(("X", ["must chair"]))
    plan = a_staffed_plan(workshop, 1)
    idle = with_officers({"d1": (1,)}, {"D1-1": 0})

    assert not is_possible(workshop, plan, idle)
    assert ("D1-1 (D1) must hold an office and holds none",) == audit.violations(
        workshop, plan, idle
    )


def test_more_who_must_than_offices_are_refused_by_arithmetic() -> None:
    """Two must chair the only group, and both are named; with two groups it is possible."""
    workshop = a_named_workshop(("X", ["must chair"]), ("Y", ["must chair"]))

    with pytest.raises(NoAllocation, match='"D2-1" must be chair, and 1 of these 1'):
        allocator.allocate(workshop, groups=1)
    assert 0 == allocator.allocate(workshop, groups=2).goals[0].value


def test_two_who_must_chair_and_sit_together_cannot() -> None:
    """A small delegation of two sits in one group, which has one chair: that is said."""
    workshop = a_named_workshop(("X", ["must chair", "must chair"]), ("Y", ["", "", ""]))

    with pytest.raises(NoAllocation, match="an office must be held by D1-1, D1-2"):
        allocator.allocate(workshop, groups=3)


def test_whom_the_sheet_groups_names_holds_that_office() -> None:
    """The one who is named need be no candidate; nobody else will do, and the seat follows."""
    named = Party(delegation=DelegationId("d2"), delegate=DelegateId("D2-2"), name="D2-2")
    plan = a_staffed_plan(PEOPLE, 2, {(CHAIR, 1): named})
    right = with_officers(SEATS, PLACES, chair=("D1-1", "D2-2"))
    wrong = with_officers(SEATS, PLACES, chair=("D1-1", ""))
    away = {**PLACES, "D2-2": 0, "D2-1": 1}

    assert is_possible(PEOPLE, plan, right)
    assert () == audit.violations(PEOPLE, plan, right)
    assert not is_possible(PEOPLE, plan, wrong)
    assert ("the chair of Group 2 is not D2-2, whom the sheet Groups names",) == audit.violations(
        PEOPLE, plan, wrong
    )
    assert not is_possible(PEOPLE, plan, with_officers(SEATS, away, chair=("", "D2-2")))


def test_a_delegation_named_for_two_offices_needs_two_people_there() -> None:
    """The sheet Groups may give a delegation both offices of a group where it has two people."""
    both = {
        (CHAIR, 0): Party(delegation=DelegationId("d001"), name="D001"),
        (RAPPORTEUR, 0): Party(delegation=DelegationId("d001"), name="D001"),
    }
    for people, possible in ((4, True), (3, True), (2, False)):
        workshop = a_workshop(people)
        plan = a_staffed_plan(workshop, 2, both)
        here = people // 2 + people % 2
        seats = {"d001": (here, people - here)}
        officers = with_officers(seats, chair=("d001", ""), rapporteur=("d001", ""))

        assert possible == is_possible(workshop, plan, officers)
        assert possible == (not audit.violations(workshop, plan, officers))


def test_an_office_held_from_outside_is_nobody_elses() -> None:
    """A chair who is not on the list leaves no place for a candidate."""
    plan = a_staffed_plan(PEOPLE, 2, {(CHAIR, 0): None})
    taken = with_officers(SEATS, PLACES, chair=("D1-1", ""))

    assert not is_possible(PEOPLE, plan, taken)
    assert 1 == len(audit.violations(PEOPLE, plan, taken))


def test_people_are_called_by_name_where_the_list_has_one() -> None:
    """Else by their identity; the delegation follows."""
    bare = a_named_workshop(("X", ["must chair", "must chair"]))
    (delegation,) = bare.delegations
    named, nameless = (
        replace(each, traits={**each.traits, "name": name})
        for each, name in zip(delegation.delegates, ("Ama Mensah", ""), strict=True)
    )
    workshop = replace(bare, delegations=(replace(delegation, delegates=(named, nameless)),))
    idle = with_officers({"d1": (2,)}, {"D1-1": 0, "D1-2": 0})

    assert (
        "Ama Mensah (D1) must hold an office and holds none",
        "D1-2 (D1) must hold an office and holds none",
    ) == audit.violations(workshop, a_staffed_plan(workshop, 1), idle)
