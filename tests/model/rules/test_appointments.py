"""Whom the sheet Groups names for an office, and what that leaves to the others."""

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

from allocator import audit
from allocator.allocation import Allocation
from allocator.delegation import DelegateId, DelegationId
from allocator.event_rules import Party
from allocator.model.problem import Problem
from allocator.workshop import Workshop

#: Two people who sit in the first and in the second group.
SEATS, PLACES = {"d1": (1, 1)}, {"D1-1": 0, "D1-2": 1}


def person(name: str) -> Party:
    """Somebody of a delegation, by the name that says which."""
    delegation = DelegationId(name.partition("-")[0].casefold())
    return Party(delegation=delegation, delegate=DelegateId(name), name=name)


def test_an_office_held_from_outside_is_told_to_whoever_else_holds_it() -> None:
    """So is one that the list has no candidates for."""
    workshop = a_named_workshop(("X", ["chair", ""]))
    outside = a_staffed_plan(workshop, 2, {(CHAIR, 0): None})
    told = "is somebody from outside by the sheet Groups, or not looked for"

    assert (f"the chair of Group 1 {told}",) == audit.violations(
        workshop, outside, with_officers(SEATS, PLACES, chair=("D1-1", ""))
    )
    assert (f"the rapporteur of Group 2 {told}",) == audit.violations(
        workshop, outside, with_officers(SEATS, PLACES, rapporteur=("", "D1-2"))
    )


@pytest.mark.parametrize(("role", "possible"), [("chair", False), ("must chair", True)])
def test_people_of_a_delegation_that_is_named_hold_no_further_office(
    role: str,
    possible: bool,  # noqa: FBT001 - a case
) -> None:
    """The cell stands for them, but for those who must hold one."""
    workshop = a_named_workshop(("X", ["chair", role]))
    whole = Party(delegation=DelegationId("d1"), name="D1")
    plan = a_staffed_plan(workshop, 2, {(CHAIR, 0): whole})
    officers = with_officers(SEATS, PLACES, chair=("d1", "D1-2"))
    told = ("the chair of Group 2 is of D1, which the sheet Groups names already",)

    assert possible == is_possible(workshop, plan, officers)
    assert (() if possible else told) == audit.violations(workshop, plan, officers)


def test_who_must_hold_an_office_and_is_named_for_one_holds_that_one() -> None:
    """And no other; the other one is free for somebody else."""
    workshop = a_named_workshop(("X", ["must chair", "chair"]))
    plan = a_staffed_plan(workshop, 2, {(CHAIR, 0): person("D1-1")})
    right = with_officers(SEATS, PLACES, chair=("D1-1", "D1-2"))
    both = with_officers(SEATS, PLACES, chair=("D1-1", "D1-1"))

    assert is_possible(workshop, plan, right)
    assert () == audit.violations(workshop, plan, right)
    assert "D1-1 (D1) holds two offices" in audit.violations(workshop, plan, both)


def test_where_no_officers_are_looked_for_nobody_must_be_one() -> None:
    """The roles of the list count only where the plan seeks them; the sheet Groups always does."""
    workshop = a_named_workshop(("X", ["chair", "must chair"]))
    plan = replace(a_staffed_plan(workshop, 2, {(CHAIR, 0): person("D1-1")}), sought=())
    officers = with_officers(SEATS, PLACES, chair=("D1-1", ""))

    assert is_possible(workshop, plan, officers)
    assert () == audit.violations(workshop, plan, officers)


def test_a_delegation_holds_an_office_only_where_it_has_somebody() -> None:
    """One person sits in the first group and cannot chair the second."""
    workshop = a_workshop(1, roles=["chair"])
    plan = a_staffed_plan(workshop, 2)
    away = with_officers({"d001": (1, 0)}, chair=("", "d001"))

    assert not is_possible(workshop, plan, away)
    assert "the chair of Group 2 sits in another group" in audit.violations(workshop, plan, away)
    assert is_possible(workshop, plan, with_officers({"d001": (1, 0)}, chair=("d001", "")))


def test_a_delegation_that_is_named_is_not_taken_for_another_one() -> None:
    """Two delegations of one person are alike, but for the office of one of them."""
    workshop = a_workshop(1, 1)
    first = Party(delegation=DelegationId("d001"), name="D001")
    plan = a_staffed_plan(workshop, 2, {(CHAIR, 0): first})
    here = with_officers({"d001": (1, 0), "d002": (0, 1)}, chair=("d001", ""))
    away = with_officers({"d001": (0, 1), "d002": (1, 0)}, chair=("d001", ""))

    assert is_possible(workshop, plan, here)
    assert not is_possible(workshop, plan, away)
    assert "the chair of Group 1 sits in another group" in audit.violations(workshop, plan, away)


@pytest.mark.parametrize(
    ("officers", "vacant"), [({}, 2), ({"chair": ()}, 2), ({"chair": ("D1-1",)}, 1)]
)
def test_an_office_that_a_roster_does_not_mention_is_vacant(
    officers: dict[str, tuple[str, ...]], vacant: int
) -> None:
    """Whole columns may be missing, or the last groups."""
    workshop = a_named_workshop(("X", ["chair", "chair"]))
    plan = a_staffed_plan(workshop, 2)
    seated = with_officers(SEATS, PLACES)
    allocation = Allocation(seats=seated.seats, places=seated.places, officers=officers)

    assert () == audit.violations(workshop, plan, allocation)
    assert vacant == audit.measured(workshop, plan, allocation)[0]


@pytest.mark.parametrize(
    ("workshop", "named", "vacant"),
    [
        # One delegation gives one officer, whatever its size.
        (a_workshop(4, 4, roles=["chair", ""]), {}, 1),
        # The only candidate is named for the first group, so the second has none.
        (a_named_workshop(("X", ["chair", ""])), {(CHAIR, 0): person("D1-1")}, 1),
        # The only one who could report chairs; of two who could chair one is too many.
        (
            a_named_workshop(("X", ["chair", "chair"]), ("Y", ["rapporteur", ""])),
            {(CHAIR, 0): person("D2-1")},
            2,
        ),
        # Somebody who could do either does one of the two.
        (a_named_workshop(("X", ["chair/rapporteur", "", ""])), {}, 3),
        # Nobody need be found for an office that is held from outside.
        (a_named_workshop(("X", ["chair", "rapporteur"])), {(RAPPORTEUR, 1): None}, 1),
    ],
)
def test_no_more_offices_are_held_than_candidates_are_left(
    workshop: Workshop, named: dict[tuple[object, int], Party | None], vacant: int
) -> None:
    """Two groups: what arithmetic knows before any search of the offices that stay vacant."""
    plan = a_staffed_plan(workshop, 2, named)  # type: ignore[arg-type] # offices are written as such

    assert vacant == Problem(workshop, plan).aims[0].limit
