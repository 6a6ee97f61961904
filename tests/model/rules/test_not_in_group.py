"""Somebody sits in none of the groups that a rule names."""

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, a_rule, has_roster, ruled, sentences, verdict

from allocator.model.rules.not_in_group import NotInGroup
from allocator.workshop import Workshop

#: A delegation that is spread and one that sits together.
PEOPLE = Workshop(
    delegations=(
        a_named_delegation(
            "Ghana", {"Ama": {"gender": "F"}, "Kofi": {"gender": "M"}, "Esi": {"gender": "F"}}
        ),
        a_named_delegation("Togo", {"Koku": {"gender": "M"}, "Afi": {"gender": "F"}}),
    )
)
SEATED = {"Ama": 0, "Kofi": 1, "Esi": 2, "Koku": 0, "Afi": 0}


@pytest.mark.parametrize(
    ("other", "seats", "told"),
    [
        ("Group 1", (0, 2, 0), ()),
        ("Group 1", (2, 0, 0), ("D001 not in Group 1: 2 sit in Group 1",)),
        ("Group 1; Group 3", (0, 2, 0), ()),
        ("Group 3; Group 1", (0, 0, 2), ("D001 not in Group 1 or Group 3: 2 sit in Group 3",)),
    ],
)
def test_a_small_delegation_stays_out_of_the_groups_that_are_named(
    other: str, seats: tuple[int, ...], told: tuple[str, ...]
) -> None:
    """One group or several; the group that holds somebody is told."""
    workshop = a_workshop(2, 4)
    plan = ruled(workshop, a_rule("not in", "D001", other))

    assert told == verdict(workshop, plan, {"D001": seats, "D002": (1, 1, 2)})


def test_people_who_sit_apart_stay_out_of_a_group() -> None:
    """Two people of one delegation, three groups, one of them closed: one way is left."""
    workshop = a_workshop(2)
    plan = ruled(workshop, a_rule("not in", "D001", "Group 2"), small_seating="apart")

    assert [False, True, True] == [
        bool(verdict(workshop, plan, {"D001": seats}))
        for seats in ((1, 0, 1), (1, 1, 0), (0, 1, 1))
    ]


@pytest.mark.parametrize(
    ("people", "seating", "other", "possible"),
    [
        (3, "spread", "Group 1", False),
        (3, "whole", "Group 1", True),
        (3, "whole", "Group 1; Group 2", True),
        (3, "whole", "Group 1; Group 2; Group 3", False),
        (2, "", "Group 1; Group 2", True),
        (2, "", "Group 1; Group 2; Group 3", False),
        (2, "spread", "Group 1", True),
        (2, "spread", "Group 1; Group 2", False),
    ],
)
def test_somebody_needs_as_many_groups_as_the_seating_rule_says(
    people: int, seating: str, other: str, *, possible: bool
) -> None:
    """Spread: all of them, or one for each person; whole: one."""
    workshop = a_workshop(people, seatings=[seating] if seating else "")

    assert possible == has_roster(workshop, ruled(workshop, a_rule("not in", "D001", other)))


@pytest.mark.parametrize(
    ("who", "other", "told"),
    [
        ("Kofi", "Group 1", ()),
        ("Kofi", "Group 2", ("Kofi (Ghana) not in Group 2: 1 sit in Group 2",)),
        ("gender = F", "Group 2", ()),
        (
            "gender = F",
            "Group 1; Group 3",
            (
                "gender = F not in Group 1 or Group 3: 2 sit in Group 1",
                "gender = F not in Group 1 or Group 3: 1 sit in Group 3",
            ),
        ),
        ("Togo", "Group 1", ("Togo not in Group 1: 2 sit in Group 1",)),
        (
            "region = African Group",
            "Group 2",
            ("region = Africa not in Group 2: 1 sit in Group 2",),
        ),
    ],
)
def test_delegates_stay_out_of_the_groups_that_are_named(
    who: str, other: str, told: tuple[str, ...]
) -> None:
    """By name, by a value, as a delegation, or as a region under another of its names."""
    assert told == verdict(PEOPLE, ruled(PEOPLE, a_rule("not in", who, other)), SEATED)


def test_somebody_bound_twice_is_counted_once() -> None:
    """By name and by a value in one row: one person, not two."""
    plan = ruled(PEOPLE, a_rule("not in", "Ama; gender = F; Ghana", "Group 1"))

    assert verdict(PEOPLE, plan, SEATED)[0].endswith(": 2 sit in Group 1")


def test_the_rule_is_said_in_words() -> None:
    """A sentence for each row, all of them as the claim, and a claim without any row."""
    workshop = a_workshop(1, 2)
    plan = ruled(
        workshop, a_rule("not in", "D001", "Group 2"), a_rule("not in", "D002", "Group 3; Group 1")
    )

    assert ["D001 not in Group 2", "D002 not in Group 1 or Group 3"] == sentences(plan)
    assert "D001 not in Group 2; D002 not in Group 1 or Group 3." == NotInGroup().claim(plan)
    assert "No rule of this kind was given." == NotInGroup().claim(a_plan(3))
