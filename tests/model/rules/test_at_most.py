"""A group has at most so many people of some kind."""

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, a_rule, has_roster, ruled, sentences, verdict, with_traits

from allocator.model.rules.at_most import AtMost
from allocator.workshop import Workshop

#: Two regions and two categories, a column that not everybody has; 4 + 2 + 1 + 1 people.
WORKSHOP = with_traits(
    a_workshop(4, 2, 1, 1, regions="XXYY", categories=["S", "N", "N", "S"]),
    "colour",
    ["red", "", "red", "blue"],
)
SEATED = {"D001": (2, 1, 1), "D002": (2, 0, 0), "D003": (0, 1, 0), "D004": (0, 0, 1)}
#: Two women in the first group, one in each of the others.
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
        ("région: y", (0, 1, 1)),
        ("category = N", (2, 1, 0)),
        ("colour = red", (2, 2, 1)),
        ("D001; D004", (2, 1, 2)),
        ("D004; category = N", (2, 1, 1)),
    ],
)
@pytest.mark.parametrize(("more", "kept"), [(1, True), (0, True), (-1, False)])
@pytest.mark.parametrize("group", [0, 1, 2])
def test_a_group_has_at_most_the_number(
    who: str, counts: tuple[int, ...], more: int, group: int, *, kept: bool
) -> None:
    """One above what the group has, exactly that, one below where that is a number."""
    number = max(0, counts[group] + more)
    plan = ruled(WORKSHOP, a_rule("at most", who, f"Group {group + 1}", number))
    told = verdict(WORKSHOP, plan, SEATED)
    kept = kept or counts[group] == 0

    assert kept == (told == ())
    assert kept or told[0].endswith(f": Group {group + 1} has {counts[group]}")


@pytest.mark.parametrize(
    ("who", "other", "number", "kept"),
    [
        ("gender = F", "", 2, True),
        ("gender = F", "", 1, False),
        ("gender = F", "Group 2; Group 3", 1, True),
        ("gender = M", "Group 3", 0, True),
        ("gender = M", "", 0, False),
        ("Ama; Afi; Koku", "Group 1", 3, True),
        ("Ama; Afi; Koku", "Group 1", 2, False),
        ("Ghana", "Group 2", 1, False),
    ],
)
def test_people_by_name_are_counted_where_they_sit(
    who: str, other: str, number: int, *, kept: bool
) -> None:
    """In every group, or in those that are named; a value is spelt as the list likes."""
    plan = ruled(PEOPLE, a_rule("at most", who, other, number))

    assert kept == (verdict(PEOPLE, plan, PLACES) == ())


@pytest.mark.parametrize(("number", "possible"), [(2, True), (1, False)])
def test_no_less_can_be_wanted_than_all_groups_take(number: int, *, possible: bool) -> None:
    """Four people in three groups: two somewhere, even if nobody cares where."""
    workshop = a_workshop(4)

    assert possible == has_roster(workshop, ruled(workshop, a_rule("at most", "D001", "", number)))


def test_nobody_is_a_number_too() -> None:
    """At most 0 keeps people out, as ``not in`` does."""
    workshop = a_workshop(2)
    plan = ruled(workshop, a_rule("at most", "D001", "Group 1", 0))

    assert () == verdict(workshop, plan, {"D001": (0, 2, 0)})
    assert verdict(workshop, plan, {"D001": (2, 0, 0)})


def test_people_who_sit_apart_count_one_by_one() -> None:
    """Two delegations of two people, three groups, at most one in the group that is named."""
    workshop = a_workshop(2, 2)
    row = a_rule("at most", "D001; D002", "Group 3", 1)
    plan = ruled(workshop, row, small_seating="apart")

    assert () == verdict(workshop, plan, {"D001": (1, 0, 1), "D002": (1, 1, 0)})
    assert verdict(workshop, plan, {"D001": (1, 0, 1), "D002": (0, 1, 1)})


def test_the_rule_is_said_in_words() -> None:
    """A sentence for each row, all of them as the claim, and a claim without any row."""
    rows = (
        a_rule("at most", "gender = F", "", 9),
        a_rule("at most", "Togo; Ama", "Group 1; Group 3", 2),
    )
    plan = ruled(PEOPLE, *rows)

    assert [
        "at most 9 of gender = F in every group",
        "at most 2 of Togo and Ama (Ghana) in Group 1 and Group 3",
    ] == sentences(plan)
    assert AtMost().claim(plan).startswith("at most 9 of gender = F in every group; ")
    assert "No rule of this kind was given." == AtMost().claim(a_plan(3))
