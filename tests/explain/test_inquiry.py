"""Answers to "why" as a reader sees them."""

from dataclasses import replace

import pytest
from outcomes import a_head_count_list, an_outcome

from allocator.allocation import Outcome, Score
from allocator.changes import Changes
from allocator.explain import (
    Elsewhere,
    Held,
    Whereabouts,
    elsewhere_sentence,
    held_sentence,
    whereabouts_lines,
)
from allocator.findings import Place
from allocator.remarks.wording import error, notice

#: 41, 40 and 40 people in three groups.
PRESENT = an_outcome(a_head_count_list({"France": 121}), groups=3)


def scored(outcome: Outcome, **values: int) -> tuple[Score, ...]:
    """The goals of an outcome with some other values."""
    return tuple(replace(each, value=values.get(each.name, each.value)) for each in outcome.goals)


def a_score(name: str, value: int, limit: int, unit: str = "people") -> Score:
    """A goal proven at its value."""
    return Score(name=name, value=value, bound=value, limit=limit, unit=unit)


def test_other_sizes_are_told_beside_those_of_now() -> None:
    """The sizes first, then each goal that would differ, best against now."""
    other = Elsewhere(group="Group 1", goals=scored(PRESENT, size=5), sizes=(43, 38, 40))

    assert (
        "In Group 1 instead: sizes 43/38/40 at best, now 41/40/40; "
        "Size of the groups 5 at best, now 1."
    ) == elsewhere_sentence(PRESENT, other)


def test_the_same_sizes_are_not_told() -> None:
    """Only the goals differ."""
    other = Elsewhere(group="Group 2", goals=scored(PRESENT, small=2), sizes=(41, 40, 40))

    assert "In Group 2 instead: Small delegations 2 at best, now 0." == elsewhere_sentence(
        PRESENT, other
    )


def test_several_goals_stand_in_their_order() -> None:
    """A semicolon between any two."""
    other = Elsewhere(group="Group 2", goals=scored(PRESENT, small=2, size=2), sizes=(41, 40, 40))

    assert (
        "In Group 2 instead: Size of the groups 2 at best, now 1; "
        "Small delegations 2 at best, now 0."
    ) == elsewhere_sentence(PRESENT, other)


def test_what_was_not_proven_is_best_so_far() -> None:
    """The time was too short for a proof."""
    other = Elsewhere(
        group="Group 3", goals=scored(PRESENT, size=2), sizes=(42, 39, 40), proven=False
    )

    assert (
        "In Group 3 instead: sizes 42/39/40 at best so far, now 41/40/40; "
        "Size of the groups 2 at best so far, now 1."
    ) == elsewhere_sentence(PRESENT, other)


def test_a_roster_as_good_was_drawn() -> None:
    """The seed is what decided between the two."""
    other = Elsewhere(group="Group 2", goals=PRESENT.goals, sizes=(40, 41, 40))

    assert "In Group 2 instead: just as good. The draw decided (seed 1)." == elsewhere_sentence(
        PRESENT, other
    )


@pytest.mark.parametrize(
    "outcome",
    [
        replace(PRESENT, changes=Changes()),
        replace(PRESENT, edits=(notice("N-EDITED", Place(), "moved"),)),
    ],
)
def test_after_a_re_balance_or_an_edit_no_draw_decided(outcome: Outcome) -> None:
    """People keep their seats, or were put there: the seed has no part in it."""
    other = Elsewhere(group="Group 2", goals=PRESENT.goals, sizes=(40, 41, 40))

    assert "In Group 2 instead: just as good." == elsewhere_sentence(outcome, other)


def test_what_forbids_a_group_is_told_with_its_place() -> None:
    """A seating has no row of its own."""
    rule = error("E-RULES", Place(sheet="Rules", row=5), "Kenya in Group 1")
    seating = error("E-RULES", Place(), "Kenya (2 people) sits in one group")
    other = Elsewhere(group="Group 2", forbidden=(seating, rule))

    assert (
        "In Group 2 instead: not possible. Kenya (2 people) sits in one group; Kenya in Group 1 "
        '(sheet "Rules", row 5).'
    ) == elsewhere_sentence(PRESENT, other)


def test_too_little_time_is_said() -> None:
    """Neither a roster nor a reason."""
    assert "In Group 2 instead: no answer was found in the time given." == elsewhere_sentence(
        PRESENT, Elsewhere(group="Group 2")
    )


def test_the_seats_come_first_and_empty_groups_are_left_out() -> None:
    """One person is a person; the sentences follow, one for each group."""
    found = Whereabouts(name="Kenya", seats=(1, 0, 2), others=(Elsewhere(group="Group 2"),))

    assert (
        "Kenya: 1 person in Group 1, 2 people in Group 3.",
        "In Group 2 instead: no answer was found in the time given.",
    ) == whereabouts_lines(PRESENT, found)


def test_fixed_seats_need_no_further_line() -> None:
    """The reason stands in the place of the other groups."""
    found = Whereabouts(name="Kenya", seats=(1, 1, 1), others=(), fixed="There is one way only.")

    assert (
        "Kenya: 1 person in Group 1, 1 person in Group 2, 1 person in Group 3.",
        "There is one way only.",
    ) == whereabouts_lines(PRESENT, found)


ABOVE = "Size of the groups: 3 people; arithmetic alone would allow 1."
THREE = a_score("size", 3, 1)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (Held(score=THREE, goals=("small",)),
         "It is kept there by Small delegations, which comes first."),
        (Held(score=THREE, demands=("Kenya in Group 1",)),
         'It is kept there by the rule "Kenya in Group 1", which comes first.'),
        (Held(score=THREE, goals=("small", "region.delegates"), demands=("A in B",)),
         'It is kept there by Small delegations, Regions: people and the rule "A in B", which come '  # noqa: ISC004 - one sentence
         "first."),
        (Held(score=THREE),
         "The list itself allows no less: no roster by the seating rules has fewer."),
        (Held(score=THREE, improvable=True),
         "A better roster exists: this one was edited by hand, re-balanced with few moves, or not "  # noqa: ISC004 - as above
         "searched to the end."),
        (Held(score=THREE, known=False),
         "What keeps it there could not be proven in the time given."),
    ],
)  # fmt: skip
def test_why_a_goal_is_not_lower(held: Held, sentence: str) -> None:
    """The value, what arithmetic would allow, and what stands in between."""
    assert f"{ABOVE} {sentence}" == held_sentence(held)


def test_a_goal_at_its_limit_has_the_arithmetic_alone() -> None:
    """One person is a person."""
    assert "Size of the groups: 1 person, the least that arithmetic allows." == held_sentence(
        Held(score=a_score("size", 1, 1))
    )
