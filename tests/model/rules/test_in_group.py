"""Somebody sits in one of the groups that a rule names."""

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, a_rule, has_roster, ruled, sentences, verdict, with_traits

from allocator.model.rules.in_group import InGroup
from allocator.workshop import Workshop

#: Three women and two men of two delegations, one of them with an address and a number.
PEOPLE = Workshop(
    delegations=(
        a_named_delegation(
            "Ghana",
            {
                "Ama Mensah": {"gender": "F", "email": "ama@example.org", "registration": "A-7"},
                "Kofi Badu": {"gender": "M"},
                "Esi Owusu": {"gender": "F"},
            },
        ),
        a_named_delegation("Togo", {"Koku Agbo": {"gender": "M"}, "Afi Lawson": {"gender": "F"}}),
    )
)
SEATED = {"Ama Mensah": 0, "Kofi Badu": 1, "Esi Owusu": 2, "Koku Agbo": 0, "Afi Lawson": 0}


@pytest.mark.parametrize(
    ("other", "seats", "told"),
    [
        ("Group 2", (0, 2, 0), ()),
        ("Group 2", (2, 0, 0), ("D001 in Group 2: 2 sit elsewhere",)),
        ("Group 3; Group 1", (2, 0, 0), ()),
        ("group 3;GROUP 1", (0, 2, 0), ("D001 in Group 1 or Group 3: 2 sit elsewhere",)),
    ],
)
def test_a_small_delegation_sits_in_a_group_that_is_named(
    other: str, seats: tuple[int, ...], told: tuple[str, ...]
) -> None:
    """One group or several, however they are spelt; the other delegation sits where it likes."""
    workshop = a_workshop(2, 4)
    plan = ruled(workshop, a_rule("in", "D001", other))

    assert told == verdict(workshop, plan, {"D001": seats, "D002": (1, 1, 2)})


@pytest.mark.parametrize(
    ("other", "seats", "told"),
    [
        ("Group 1; Group 2", (1, 1, 0), ()),
        ("Group 1; Group 2", (1, 0, 1), ("D001 in Group 1 or Group 2: 1 sit elsewhere",)),
    ],
)
def test_people_who_sit_apart_share_the_groups_that_are_named(
    other: str, seats: tuple[int, ...], told: tuple[str, ...]
) -> None:
    """Two people of one delegation, each in a group of its own."""
    workshop = a_workshop(2)
    plan = ruled(workshop, a_rule("in", "D001", other), small_seating="apart")

    assert told == verdict(workshop, plan, {"D001": seats})


@pytest.mark.parametrize(
    ("other", "seating", "possible"),
    [
        ("Group 1", "spread", False),
        ("Group 1; Group 2", "spread", False),
        ("Group 1; Group 2; Group 3", "spread", True),
        ("Group 1", "whole", True),
    ],
)
def test_a_delegation_that_is_heard_everywhere_cannot_be_in_fewer_groups(
    other: str, seating: str, *, possible: bool
) -> None:
    """As many people as groups must be in each of them, unless they sit whole."""
    workshop = a_workshop(3, 1, seatings=[seating, ""])

    assert possible == has_roster(workshop, ruled(workshop, a_rule("in", "D001", other)))


@pytest.mark.parametrize(
    ("who", "bound"),
    [
        ("region = X", {"D001", "D002"}),
        ("Région: X", {"D001", "D002"}),
        ("region = Afrique", {"D003"}),
        ("category = NGO", {"D002"}),
        ("catégorie = ngo", {"D002"}),
        ("colour = Red", {"D001", "D003"}),
        ("colour = red; D002", {"D001", "D002", "D003"}),
        ("D001; D003", {"D001", "D003"}),
    ],
)
def test_everybody_with_a_value_is_bound(who: str, bound: set[str]) -> None:
    """Regions by any of their names, categories, further columns, and several of all of these."""
    workshop = with_traits(
        a_workshop(1, 1, 1, regions=["X", "X", "Africa"], categories=["State", "NGO", "State"]),
        "colour",
        ["red", "blue", "RED"],
    )
    plan = ruled(workshop, a_rule("in", who, "Group 3"))
    for name in ("D001", "D002", "D003"):
        seats = dict.fromkeys(("D001", "D002", "D003"), (0, 0, 1)) | {name: (1, 0, 0)}

        assert (name in bound) == bool(verdict(workshop, plan, seats))


@pytest.mark.parametrize(
    ("who", "other", "told"),
    [
        ("Ama Mensah", "Group 1", 0),
        ("ama@example.org", "Group 2", 1),
        ("A-7", "Group 1; Group 3", 0),
        ("Ama Mensah (Ghana)", "Group 3", 1),
        ("Kofi Badu; Koku Agbo", "Group 1", 1),
        ("gender = F", "Group 1; Group 3", 0),
        ("gender = F", "Group 1", 1),
        ("Genre = f; Kofi Badu", "Group 1; Group 3", 1),
        ("Togo", "Group 1", 0),
        ("Togo", "Group 2", 2),
    ],
)
def test_delegates_sit_in_a_group_that_is_named(who: str, other: str, told: int) -> None:
    """By name, address or number, by a value, or as a delegation: so many sit elsewhere."""
    plan = ruled(PEOPLE, a_rule("in", who, other))
    found = verdict(PEOPLE, plan, SEATED)

    assert told == sum(int(each.rpartition(": ")[2].split()[0]) for each in found)


def test_a_delegate_of_a_small_delegation_takes_the_others_along() -> None:
    """The delegation sits whole, so all of it is where its one delegate must be."""
    plan = ruled(PEOPLE, a_rule("in", "Koku Agbo", "Group 2"))

    assert verdict(PEOPLE, plan, SEATED)
    assert () == verdict(PEOPLE, plan, {**SEATED, "Koku Agbo": 1, "Afi Lawson": 1})


def test_two_rules_leave_what_both_allow() -> None:
    """In 1 or 2, and in 2 or 3: only the second is left."""
    workshop = a_workshop(1)
    rules = (a_rule("in", "D001", "Group 1; Group 2"), a_rule("in", "D001", "Group 2; Group 3"))
    plan = ruled(workshop, *rules)

    assert [True, False, True] == [
        bool(verdict(workshop, plan, {"D001": seats}))
        for seats in ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    ]


def test_the_rule_is_said_in_words() -> None:
    """A sentence for each row, all of them as the claim, and a claim without any row."""
    plan = ruled(PEOPLE, a_rule("in", "A-7; gender = m", "Group 3; Group 1"))

    assert ["Ama Mensah (Ghana) and gender = M in Group 1 or Group 3"] == sentences(plan)
    assert "Ama Mensah (Ghana) and gender = M in Group 1 or Group 3." == InGroup().claim(plan)
    assert "No rule of this kind was given." == InGroup().claim(a_plan(3))
