"""Delegations or delegates who never sit in the same group."""

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, a_rule, has_roster, ruled, sentences, verdict

from allocator.model.rules.apart import Apart
from allocator.workshop import Workshop

#: Three who are spread, two who sit together, and one.
PEOPLE = Workshop(
    delegations=(
        a_named_delegation("Ghana", {"Ama": {}, "Kofi": {}, "Esi": {}}),
        a_named_delegation("Togo", {"Koku": {}, "Afi": {}}),
        a_named_delegation("Fiji", {"Jone": {}}),
    )
)
SEATED = {"Ama": 0, "Kofi": 1, "Esi": 2, "Koku": 0, "Afi": 0, "Jone": 1}


@pytest.mark.parametrize(("who", "other"), [("D001", "D002"), ("D001; D002", "")])
def test_two_delegations_that_sit_whole_have_different_groups(who: str, other: str) -> None:
    """Named in one column or in both; the group that they share is told."""
    workshop = a_workshop(2, 1)
    plan = ruled(workshop, a_rule("apart", who, other))

    assert () == verdict(workshop, plan, {"D001": (0, 2, 0), "D002": (1, 0, 0)})
    assert ("D001 apart from D002: both sit in Group 2",) == verdict(
        workshop, plan, {"D001": (0, 2, 0), "D002": (0, 1, 0)}
    )


@pytest.mark.parametrize(
    ("who", "other", "pairs"),
    [
        ("D001; D002; D003", "", {"D001 D002", "D001 D003", "D002 D003"}),
        ("D001", "D002; D003", {"D001 D002", "D001 D003"}),
        ("D001; D002", "D003", {"D001 D003", "D002 D003"}),
    ],
)
def test_those_in_one_column_are_apart_from_those_in_the_other(
    who: str, other: str, pairs: set[str]
) -> None:
    """Without anybody in the second column, those in the first are apart from each other."""
    workshop = a_workshop(1, 1, 1)
    plan = ruled(workshop, a_rule("apart", who, other))
    names = ("D001", "D002", "D003")
    for one, two, alone in (names, ("D001", "D003", "D002"), ("D002", "D003", "D001")):
        seats = {one: (1, 0, 0), two: (1, 0, 0), alone: (0, 1, 0)}

        assert (f"{one} {two}" in pairs) == bool(verdict(workshop, plan, seats))


@pytest.mark.parametrize(("groups", "possible"), [(3, True), (2, False)])
def test_as_many_groups_as_delegations_is_the_boundary(groups: int, *, possible: bool) -> None:
    """Three that are apart from each other need three groups."""
    workshop = a_workshop(1, 1, 1)
    plan = ruled(workshop, a_rule("apart", "D001; D002; D003"), groups=groups)

    assert possible == has_roster(workshop, plan)


@pytest.mark.parametrize(
    ("heads", "small_seating", "possible"),
    [
        ((3, 1), "together", False),
        ((2, 1), "together", True),
        ((2, 1), "apart", True),
        ((2, 2), "apart", False),
        ((2, 2), "together", True),
    ],
)
def test_together_they_need_no_more_groups_than_there_are(
    heads: tuple[int, ...], small_seating: str, *, possible: bool
) -> None:
    """Whoever is heard everywhere is apart from nobody; two and two people need four groups."""
    workshop = a_workshop(*heads)
    plan = ruled(workshop, a_rule("apart", "D001", "D002"), small_seating=small_seating)

    assert possible == has_roster(workshop, plan)


def test_people_who_sit_apart_leave_one_group_to_another() -> None:
    """Two people in two of three groups, and one in the third."""
    workshop = a_workshop(2, 1)
    plan = ruled(workshop, a_rule("apart", "D001", "D002"), small_seating="apart")

    assert () == verdict(workshop, plan, {"D001": (1, 0, 1), "D002": (0, 1, 0)})
    assert verdict(workshop, plan, {"D001": (1, 0, 1), "D002": (0, 0, 1)})


@pytest.mark.parametrize(
    ("who", "other", "told"),
    [
        ("Ama", "Kofi", 0),
        ("Ama", "Koku", 1),
        ("Ama", "Jone", 0),
        ("Kofi", "Togo", 0),
        ("Ama", "Togo", 1),
        ("Togo", "Fiji", 0),
        ("Ghana", "Fiji", 1),
        ("Ama; Jone; Esi", "", 0),
        ("Koku; Ama; Kofi; Jone", "", 2),
        ("Ama; Kofi", "Koku; Jone", 2),
    ],
)
def test_delegates_sit_apart(who: str, other: str, told: int) -> None:
    """From each other, from a delegation that sits whole or everywhere: so many pairs share."""
    plan = ruled(PEOPLE, a_rule("apart", who, other))

    assert told == len(verdict(PEOPLE, plan, SEATED))


def test_two_delegates_of_a_small_delegation_cannot_be_apart() -> None:
    """It sits in one group, unless its people are to sit apart anyway."""
    row = a_rule("apart", "Koku", "Afi")

    assert not has_roster(PEOPLE, ruled(PEOPLE, row))
    assert has_roster(PEOPLE, ruled(PEOPLE, row, small_seating="apart"))


def test_the_rule_is_said_in_words() -> None:
    """A sentence for each row, all of them as the claim, and a claim without any row."""
    plan = ruled(PEOPLE, a_rule("apart", "Togo; jone"), a_rule("apart", "Esi; Afi", "Ama; Jone"))

    assert [
        "Togo and Jone (Fiji) apart",
        "Esi (Ghana) and Afi (Togo) apart from Ama (Ghana) and Jone (Fiji)",
    ] == sentences(plan)
    assert Apart().claim(plan).startswith("Togo and Jone (Fiji) apart; ")
    assert "No rule of this kind was given." == Apart().claim(a_plan(3))
