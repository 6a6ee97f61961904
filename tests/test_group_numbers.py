"""Which number of groups is preferred, and what is a list of numbers."""

import pytest
from builders import a_workshop, groups_of

from allocator.group_numbers import by_preference, is_choice, numbers_asked, numbers_in
from allocator.planning.defaults import plan_for
from allocator.settings import Settings


@pytest.mark.parametrize(
    ("people", "order"),
    [
        (80, (2, 3, 4)),
        (81, (3, 4, 2)),
        (120, (3, 4, 2)),
        (121, (4, 3, 2)),
        (400, (4, 3, 2)),
    ],
)
def test_the_smallest_number_that_fits_is_preferred(people: int, order: tuple[int, ...]) -> None:
    """Then the larger ones; behind them those with too large groups, the largest number first."""
    assert order == by_preference(Settings(groups=(2, 3, 4)), people)


def test_the_plan_has_the_preferred_number() -> None:
    """Of 100 people in two, three or four groups: three, unless more may sit in a group."""
    several = (2, 3, 4)

    assert 3 == plan_for(a_workshop(100), Settings(groups=several)).k
    assert 2 == plan_for(a_workshop(100), Settings(groups=several, max_group_size=50)).k
    assert 4 == plan_for(a_workshop(100), Settings(groups=several, max_group_size=10)).k


def test_of_the_groups_that_are_named_the_first_are_taken() -> None:
    """Three rooms and two groups: the third room stays free."""
    settings = Settings(groups=(2, 3), group_table=groups_of([None] * 3))

    assert ["Group 1", "Group 2"] == [g.name for g in plan_for(a_workshop(9), settings).groups]


@pytest.mark.parametrize(
    ("settings", "numbers"),
    [
        (Settings(), (2, 3)),
        (Settings(groups="auto"), (2, 3)),
        (Settings(groups=(2, 4)), (2, 4)),
        (Settings(groups=3), ()),
        (Settings(group_table=groups_of([None] * 3)), ()),
    ],
)
def test_auto_is_two_or_three_and_one_number_is_no_choice(
    settings: Settings, numbers: tuple[int, ...]
) -> None:
    """So are groups by name, unless several numbers are asked for."""
    assert numbers == numbers_asked(settings)
    assert bool(numbers) == is_choice(settings)


@pytest.mark.parametrize(
    ("text", "numbers"), [("2,3", (2, 3)), (" 4 ; 2", (2, 4)), ("1,2", (1, 2))]
)
def test_numbers_are_read_in_ascending_order(text: str, numbers: tuple[int, ...]) -> None:
    """Parted by commas or semicolons, with or without spaces."""
    assert numbers == numbers_in(text)


@pytest.mark.parametrize(
    "text", ["2,,x", "0,2", "2,2", "2,", "2", "", "-1,2", "2,3,4,5,6,7", "²,3"]
)
def test_a_malformed_list_is_no_list(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="numbers"):
        numbers_in(text)
