"""Delegations or delegates who sit together."""

from dataclasses import replace

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, a_rule, has_roster, ruled, sentences, verdict

import allocator
from allocator.model.rules.together import Together
from allocator.settings import Settings
from allocator.workshop import Workshop

#: Three who are spread, two who sit together, and one.
PEOPLE = Workshop(
    delegations=(
        a_named_delegation("Ghana", {"Ama": {}, "Kofi": {}, "Esi": {}}),
        a_named_delegation("Togo", {"Koku": {}, "Afi": {}}),
        a_named_delegation("Fiji", {"Jone": {}}),
    )
)
SEATED = {"Ama": 0, "Kofi": 1, "Esi": 2, "Koku": 0, "Afi": 0, "Jone": 0}


@pytest.mark.parametrize(("who", "other"), [("D001", "D002"), ("D001; D002", "")])
def test_two_delegations_that_sit_whole_share_their_group(who: str, other: str) -> None:
    """Named in one column or in both."""
    workshop = a_workshop(2, 1, 1)
    plan = ruled(workshop, a_rule("together", who, other))
    there, elsewhere = (0, 1, 0), (0, 0, 1)

    assert () == verdict(workshop, plan, {"D001": (0, 2, 0), "D002": there, "D003": elsewhere})
    assert ("D001 and D002 together: they sit in different groups",) == verdict(
        workshop, plan, {"D001": (0, 2, 0), "D002": elsewhere, "D003": there}
    )


@pytest.mark.parametrize(
    ("other", "third", "kept"),
    [("D002; D003", (0, 1, 0), True), ("D002; D003", (1, 0, 0), False)],
)
def test_of_three_every_two_are_together(other: str, third: tuple[int, ...], *, kept: bool) -> None:
    """The second and the third share a group too."""
    workshop = a_workshop(1, 1, 1)
    plan = ruled(workshop, a_rule("together", "D001", other))
    seats = {"D001": (0, 1, 0), "D002": (0, 1, 0), "D003": third}

    assert kept == (verdict(workshop, plan, seats) == ())


def test_where_one_is_heard_everywhere_the_other_may_sit_anywhere() -> None:
    """A delegation with somebody in every group is together with everybody."""
    workshop = a_workshop(4, 2)
    plan = ruled(workshop, a_rule("together", "D001", "D002"))

    for seats in ((2, 0, 0), (0, 2, 0), (0, 0, 2)):
        assert () == verdict(workshop, plan, {"D001": (2, 1, 1), "D002": seats})


@pytest.mark.parametrize(
    ("seats", "kept"), [((1, 1, 0), True), ((1, 0, 1), False), ((0, 1, 1), False)]
)
def test_two_delegations_whose_people_sit_apart_have_the_same_groups(
    seats: tuple[int, ...], *, kept: bool
) -> None:
    """Two people each, in the same two of three groups."""
    workshop = a_workshop(2, 2)
    plan = ruled(workshop, a_rule("together", "D001", "D002"), small_seating="apart")

    assert kept == (verdict(workshop, plan, {"D001": (1, 1, 0), "D002": seats}) == ())


@pytest.mark.parametrize(
    ("one", "kept"), [((1, 0, 0), True), ((0, 1, 0), True), ((0, 0, 1), False)]
)
def test_one_person_sits_where_any_of_two_apart_does(one: tuple[int, ...], *, kept: bool) -> None:
    """Whoever is in fewer groups is only where the other is too."""
    workshop = a_workshop(2, 1)
    plan = ruled(workshop, a_rule("together", "D001", "D002"), small_seating="apart")

    assert kept == (verdict(workshop, plan, {"D001": (1, 1, 0), "D002": one}) == ())


def test_a_large_delegation_that_sits_whole_is_in_one_group() -> None:
    """The delegation's own seating decides in how many groups it is."""
    workshop = a_workshop(5, 5, seatings=["whole"])
    plan = ruled(workshop, a_rule("together", "D001", "D002"))

    assert () == verdict(workshop, plan, {"D001": (0, 5, 0), "D002": (0, 5, 0)})
    assert verdict(workshop, plan, {"D001": (0, 5, 0), "D002": (5, 0, 0)})


@pytest.mark.parametrize(
    ("who", "other", "kept"),
    [
        ("Ama", "Koku", True),
        ("Kofi", "Koku", False),
        ("Ama", "Kofi", False),
        ("Ama", "Togo", True),
        ("Esi", "Togo", False),
        ("Ghana", "Togo", True),
        ("Togo", "Fiji", True),
        ("Jone; Ama; Koku", "", True),
        ("Jone; Kofi; Koku", "", False),
    ],
)
def test_delegates_sit_together(who: str, other: str, *, kept: bool) -> None:
    """With each other, with a delegation that sits whole, with one that is heard everywhere."""
    plan = ruled(PEOPLE, a_rule("together", who, other))

    assert kept == (verdict(PEOPLE, plan, SEATED) == ())


def test_two_delegates_of_one_delegation_that_is_spread_evenly_cannot_share_a_group() -> None:
    """Three people in three groups sit one in each; four leave room for a pair."""
    three, four = (
        Workshop(delegations=(a_named_delegation("Ghana", {name: {} for name in names}),))
        for names in (("Ama", "Kofi", "Esi"), ("Ama", "Kofi", "Esi", "Yaw"))
    )
    row = a_rule("together", "Ama", "Kofi")

    assert not has_roster(three, ruled(three, row))
    assert () == verdict(four, ruled(four, row), {"Ama": 0, "Kofi": 0, "Esi": 1, "Yaw": 2})


@pytest.mark.parametrize("who", ["D001; D002", "D002; D001"])
def test_who_is_named_first_moves_nobody(who: str) -> None:
    """Somebody of three withdraws; the two who stay in two groups are together with either."""
    before, after = a_workshop(3, 1, 1, 1), a_workshop(2, 1, 1, 1)
    said = Settings(groups=3, rules=(a_rule("together", who),))
    rosters = allocator.allocate(replace(before, settings=said))

    assert 0 == sum(each.people for each in allocator.rebalance(rosters, after, max_moves=0).moves)


def test_the_rule_is_said_in_words() -> None:
    """A sentence for each row, all of them as the claim, and a claim without any row."""
    plan = ruled(PEOPLE, a_rule("together", "Togo; Jone", "ama"), a_rule("together", "Esi", "Togo"))

    assert [
        "Togo, Jone (Fiji) and Ama (Ghana) together",
        "Esi (Ghana) and Togo together",
    ] == sentences(plan)
    assert Together().claim(plan).endswith("; Esi (Ghana) and Togo together.")
    assert "No rule of this kind was given." == Together().claim(a_plan(3))
