"""How well a delegation sits when nobody is moved: by hand, and against every way to stay."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.published.staying import least_against, seats_against
from allocator.published.told import Told


def told(people: int, *seats: int) -> Told:
    """So many people now, with these old seats per group."""
    return Told(people=people, stayers=min(people, sum(seats)), seats=seats)


@pytest.mark.parametrize(
    ("seats", "whole", "against"),
    [
        ((3, 0, 0), True, 0),
        ((2, 1, 0), True, 1),
        ((1, 1, 1), False, 0),
        ((2, 1, 0), False, 1),
        ((3, 0, 0), False, 2),
        ((2, 2, 0), False, 1),
        ((3, 1, 1), False, 1),
    ],
)
def test_people_against_the_rule_are_counted(
    seats: tuple[int, ...], against: int, *, whole: bool
) -> None:
    """Outside the fullest group; or above the ceil or below the floor, whichever is more."""
    assert against == seats_against(seats, whole=whole)


@pytest.mark.parametrize(
    ("people", "seats", "whole", "against"),
    [
        (3, (2, 0, 0), False, 1),  # two become three: one goes elsewhere, one group stays without
        (2, (1, 1, 1), True, 1),  # three become two, who should sit together
        (2, (2, 0, 0), True, 0),
        (4, (2, 1, 1), False, 0),
        (5, (2, 1, 1), False, 0),
        (3, (2, 2, 2), False, 0),
        (3, (0, 0, 0), False, 0),  # their group is no more: they are placed anew
    ],
)
def test_a_change_leaves_as_few_against_the_rule_as_can_be(
    people: int, seats: tuple[int, ...], against: int, *, whole: bool
) -> None:
    """Leavers and newcomers are where that serves the rule best."""
    assert against == least_against([told(people, *seats)], whole=whole)


def test_people_told_apart_limit_where_the_others_may_stay() -> None:
    """Ann sits in the first group; of five others one is left, and may have sat beside her."""
    assert 0 == least_against([told(1, 1, 0, 0), told(1, 1, 3, 2)], whole=True)


benches = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)).filter(any), min_size=1,
    max_size=2,
)  # fmt: skip


@given(
    seats=benches, people=st.lists(st.integers(1, 5), min_size=2, max_size=2), whole=st.booleans()
)
def test_it_is_the_least_of_all_ways_to_stay(
    seats: list[tuple[int, int, int]], people: list[int], *, whole: bool
) -> None:
    """Every way for leavers to leave and newcomers to come, gone through one by one."""
    crews = [told(count, *own) for own, count in zip(seats, people, strict=False)]
    ways = product(*(list(_ways(each)) for each in crews))
    every = (tuple(map(sum, zip(*way, strict=True))) for way in ways)

    assert min(seats_against(each, whole=whole) for each in every) == least_against(
        crews, whole=whole
    )


def _ways(crew: Told) -> list[tuple[int, ...]]:
    """Seats of one crew with nobody moved."""
    every = product(range(crew.people + 1), repeat=len(crew.seats))
    shrinks = crew.people <= sum(crew.seats)
    return [
        way
        for way in every
        if sum(way) == crew.people
        and all(
            new <= old if shrinks else new >= old for new, old in zip(way, crew.seats, strict=True)
        )
    ]
