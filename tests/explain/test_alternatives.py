"""Numbers of groups side by side in words: rows, columns, and why one was taken."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from outcomes import a_head_count_list, an_outcome

from allocator.alternatives import Alternative, Alternatives
from allocator.errors import NoAllocation, TimeIsUp
from allocator.explain import alternative_columns, alternative_rows, why_taken
from allocator.language import LANGUAGES

HEADS = {"France": 7, "Kenya": 1, "Brazil": 4}


def a_choice(
    *numbers: int, taken: int, most: int = 40, refused: Sequence[int] = (), late: Sequence[int] = ()
) -> Alternatives:
    """Twelve people in these numbers of groups; some are not possible, some not found in time."""
    errors = {
        **{number: NoAllocation("the rooms are too small.") for number in refused},
        **{number: TimeIsUp(10) for number in late},
    }
    workshop = a_head_count_list(HEADS)
    tried = tuple(
        Alternative(number=number, error=errors[number])
        if number in errors
        else Alternative(number=number, outcome=an_outcome(workshop, number))
        for number in numbers
    )
    outcome = an_outcome(workshop, taken)
    return Alternatives(numbers=numbers, taken=outcome, tried=tried, people=12, most=most)


def cells(choice: Alternatives) -> dict[str, tuple[str, ...]]:
    """Name of the line -> its cells."""
    return {row.name: row.cells for row in alternative_rows(choice, "en")}


def test_each_number_has_its_sizes_and_what_it_costs() -> None:
    """Sizes, the largest group, small delegations, who hears one group only, rooms and chairs."""
    shown = cells(a_choice(1, 2, 3, taken=2))

    assert ("12", "6, 6", "4, 4, 4") == shown["sizes"]
    assert ("12", "6", "4") == shown["largest"]
    assert ("0", "0, 1", "0, 1, 0") == shown["small_per_group"]
    assert ("3", "1", "1") == shown["one_group"]
    assert ("1 each", "2 each", "3 each") == shown["needed"]


def test_many_groups_are_told_by_the_smallest_and_the_largest() -> None:
    """Five sizes would be a list; equal ones are one number."""
    shown = cells(a_choice(4, 5, taken=4))

    assert ("3", "1–5") == shown["sizes"]


def test_goals_stand_in_order_with_the_best_possible_in_brackets() -> None:
    """Those of the outcome, between the costs and the proof."""
    choice = a_choice(2, 3, taken=2)
    rows = alternative_rows(choice, "en")
    goals = [row for row in rows if row.is_goal]

    assert [score.name for score in choice.taken.goals] == [row.name for row in goals]
    assert ("0 (0)", "0 (0)") == goals[0].cells
    assert ("proof", ("proven", "proven")) == (rows[-1].name, rows[-1].cells)


def test_a_number_without_a_roster_has_no_values() -> None:
    """Dashes, and the verdict tells what is not possible from what was not found."""
    shown = cells(a_choice(2, 3, 4, taken=2, refused=[3], late=[4]))

    assert ("6, 6", "–", "–") == shown["sizes"]
    assert ("0 (0)", "–", "–") == shown["size"]
    assert ("proven", "not possible", "none found") == shown["proof"]


def test_what_is_not_proven_says_so() -> None:
    """A goal whose bound is below its value."""
    choice = a_choice(2, 3, taken=2)
    (score, *_) = choice.taken.goals
    open_ = replace(choice.taken, goals=(replace(score, value=2, bound=1),))
    first = Alternative(number=2, outcome=open_)
    shown = cells(replace(choice, taken=open_, tried=(first, choice.tried[1])))

    assert "2 (1)" == shown["size"][0]
    assert ("not proven", "proven") == shown["proof"]


def test_the_columns_mark_the_one_taken_and_give_reasons() -> None:
    """One group has no plural."""
    columns = alternative_columns(a_choice(1, 2, 3, taken=2, refused=[3]), "en")

    assert ["1 group", "2 groups", "3 groups"] == [column.title for column in columns]
    assert [False, True, False] == [column.taken for column in columns]
    assert ["", "", "the rooms are too small."] == [column.refusal for column in columns]


@pytest.mark.parametrize(
    ("taken", "most", "told"),
    [
        (2, 6, "Taken: 2 groups, the smallest of these numbers that is possible with at most 6"),
        (3, 4, "Taken: 3 groups, the smallest of these numbers that is possible with at most 4"),
        (3, 3, "Taken: 3 groups, the largest of these numbers that is possible: at most 3 people"),
    ],
)
def test_the_sentence_says_what_was_taken_and_why(taken: int, most: int, told: str) -> None:
    """By the largest group of an even division."""
    assert why_taken(a_choice(2, 3, taken=taken, most=most), "en").startswith(told)


def test_every_number_that_is_not_possible_is_told_with_its_reason() -> None:
    """What was only not found in time is no reason."""
    told = why_taken(a_choice(2, 3, 4, taken=3, refused=[2], late=[4]), "en")

    assert told.endswith("Not possible with 2 groups: the rooms are too small.")
    assert "4 groups" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_speaks_every_language(language: str) -> None:
    """Numbers are in every sentence, whatever the language."""
    choice = a_choice(1, 2, taken=2, refused=[1])

    assert ["1", "2"] == [
        column.title.split()[0] for column in alternative_columns(choice, language)
    ]
    assert "the rooms are too small." in why_taken(choice, language)
    assert all(row.title for row in alternative_rows(choice, language))
