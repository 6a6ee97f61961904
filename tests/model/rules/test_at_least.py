"""A group has at least so many people of some kind."""

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, a_rule, has_roster, ruled, sentences, verdict, with_traits

from allocator.model.rules.at_least import AtLeast
from allocator.workshop import Workshop

#: Two regions and two categories, a column that not everybody has; 4 + 2 + 1 + 1 people.
WORKSHOP = with_traits(
    a_workshop(4, 2, 1, 1, regions="XXYY", categories=["S", "N", "N", "S"]),
    "colour",
    ["red", "", "red", "blue"],
)
SEATED = {"D001": (2, 1, 1), "D002": (2, 0, 0), "D003": (0, 1, 0), "D004": (0, 0, 1)}
#: Women in every group, men in two of them.
PEOPLE = Workshop(
    delegations=(
        a_named_delegation(
            "Ghana",
            {"Ama": {"gender": "F"}, "Kofi": {"gender": "M"}, "Esi": {"gender": "F"},
             "Efua": {"gender": "F"}},
        ),
        a_named_delegation("Togo", {"Koku": {"gender": "M"}, "Afi": {"gender": "f"}}),
    )
)  # fmt: skip
PLACES = {"Ama": 0, "Kofi": 1, "Esi": 2, "Efua": 1, "Koku": 0, "Afi": 0}


@pytest.mark.parametrize(
    ("who", "counts"),
    [
        ("region = X", (4, 1, 1)),
        ("region = Y", (0, 1, 1)),
        ("category = N", (2, 1, 0)),
        ("colour = red", (2, 2, 1)),
        ("colour = blue; colour = red", (2, 2, 2)),
        ("D001", (2, 1, 1)),
        ("D001; region = X", (4, 1, 1)),
        ("D004; category = N", (2, 1, 1)),
    ],
)
@pytest.mark.parametrize(("more", "kept"), [(-1, True), (0, True), (1, False)])
@pytest.mark.parametrize("group", [0, 1, 2])
def test_a_group_has_at_least_the_number(
    who: str, counts: tuple[int, ...], more: int, group: int, *, kept: bool
) -> None:
    """One below what the group has, exactly that, one above; everybody is counted once."""
    number = max(0, counts[group] + more)
    plan = ruled(WORKSHOP, a_rule("at least", who, f"Group {group + 1}", number))
    told = verdict(WORKSHOP, plan, SEATED)

    assert kept == (told == ())
    assert kept or told[0].endswith(f": Group {group + 1} has {counts[group]}")


@pytest.mark.parametrize(
    ("who", "other", "number", "kept"),
    [
        ("gender = F", "", 1, True),
        ("gender = F", "", 2, False),
        ("gender = F", "Group 1", 2, True),
        ("gender = M", "", 1, False),
        ("gender = M", "Group 1; Group 2", 1, True),
        ("Ama; Afi; Koku", "Group 1", 3, True),
        ("Ama; Afi; Koku", "Group 1", 4, False),
        ("Ghana", "", 1, True),
        ("Ghana", "Group 2", 2, True),
        ("Ghana", "Group 3", 2, False),
    ],
)
def test_people_by_name_are_counted_where_they_sit(
    who: str, other: str, number: int, *, kept: bool
) -> None:
    """In every group, or in those that are named; a value is spelt as the list likes."""
    plan = ruled(PEOPLE, a_rule("at least", who, other, number))

    assert kept == (verdict(PEOPLE, plan, PLACES) == ())


@pytest.mark.parametrize(
    ("number", "possible"), [(0, True), (2, True), (3, False)], ids=["none", "all", "too many"]
)
def test_no_more_can_be_wanted_than_there_are(number: int, *, possible: bool) -> None:
    """Six people in three groups are two in each, and never three."""
    workshop = a_workshop(3, 3)
    plan = ruled(workshop, a_rule("at least", "region = Africa", "", number))

    assert possible == has_roster(workshop, plan)


def test_the_even_part_of_a_delegation_counts() -> None:
    """Seven people in three groups: two everywhere, and three in the group that wants them."""
    workshop = a_workshop(7)
    plan = ruled(workshop, a_rule("at least", "D001", "Group 2", 3))

    assert () == verdict(workshop, plan, {"D001": (2, 3, 2)})
    assert verdict(workshop, plan, {"D001": (3, 2, 2)})


def test_people_who_sit_apart_count_one_by_one() -> None:
    """Two delegations of two people, three groups: two of them meet in the group that is named."""
    workshop = a_workshop(2, 2)
    row = a_rule("at least", "D001; D002", "Group 3", 2)
    plan = ruled(workshop, row, small_seating="apart")

    assert () == verdict(workshop, plan, {"D001": (1, 0, 1), "D002": (0, 1, 1)})
    assert verdict(workshop, plan, {"D001": (1, 0, 1), "D002": (1, 1, 0)})


def test_the_rule_is_said_in_words() -> None:
    """A sentence for each row, all of them as the claim, and a claim without any row."""
    rows = (
        a_rule("at least", "gender = f; Koku", "", 1),
        a_rule("at least", "Togo", "Group 2;Group 1", 0),
    )
    plan = ruled(PEOPLE, *rows)

    assert [
        "at least 1 of gender = F and Koku (Togo) in every group",
        "at least 0 of Togo in Group 1 and Group 2",
    ] == sentences(plan)
    assert AtLeast().claim(plan).endswith("; at least 0 of Togo in Group 1 and Group 2.")
    assert "No rule of this kind was given." == AtLeast().claim(a_plan(3))
