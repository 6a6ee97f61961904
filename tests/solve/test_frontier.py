"""The frontier: its ends, its order, and what becomes of it when time is short."""

from dataclasses import replace

import pytest
from builders import a_workshop
from real_lists import real_list

import allocator
from allocator.allocation import Allocation, Outcome
from allocator.workshop import Workshop


def uneven() -> tuple[Outcome, Workshop]:
    """Twelve delegations of one, all of them in the first of two groups."""
    workshop = a_workshop(*[1] * 12, regions="XYZ")
    before = allocator.allocate(workshop, groups=2)
    seats = {each.id: (1, 0) for each in workshop.delegations}
    return replace(before, allocation=Allocation(seats=seats)), workshop


def test_moves_rise_and_goals_never_worsen() -> None:
    """From nobody to the six who make the groups equal."""
    frontier = allocator.rebalance(*uneven(), tolerance=0).frontier

    assert [0, 1, 2, 3, 4, 5, 6] == [point.moves for point in frontier]
    assert [12, 10, 8, 6, 4, 2, 0] == [point.goals["size"] for point in frontier]
    assert all(point.proven and point.is_best for point in frontier)


def test_the_points_between_the_ends_are_capped() -> None:
    """Both ends and the chosen one are always there."""
    frontier = allocator.rebalance(*uneven(), frontier=1).frontier

    assert [0, 6] == [frontier[0].moves, frontier[-1].moves]
    assert 5 in [point.moves for point in frontier if point.chosen]
    assert len(frontier) <= 4


@pytest.mark.parametrize("seconds", [1.0, 3.0])
def test_a_search_without_time_still_gives_rosters(seconds: float) -> None:
    """They keep the rules and do not claim what was not proven."""
    workshop = allocator.read_list(real_list("04"))
    before = allocator.allocate(workshop, groups=3)
    after = allocator.rebalance(before, workshop, groups=4, time_limit=seconds)

    assert workshop.head_count == sum(count.delegates for count in after.counts())
    assert ("optimal" == after.status) == (not after.stopped)


def test_a_group_that_is_added_is_filled() -> None:
    """Everybody was told one of three groups; with a fourth the sizes are within the tolerance."""
    workshop = allocator.read_list(real_list("08"))
    before = allocator.allocate(workshop, groups=3)
    after = allocator.rebalance(before, workshop, groups=4)
    sizes = [count.delegates for count in after.counts()]

    assert max(sizes) - min(sizes) <= 2
    assert "optimal" == after.status


def test_a_choice_within_the_tolerance_may_be_worse_in_size() -> None:
    """One move brings the small delegations into the tolerance, and the sizes to its edge."""
    workshop = a_workshop(1, 1, 1, 1, 1, 1, 3, 3, 3, 3)
    before = allocator.allocate(workshop, groups=2)
    five, last = workshop.delegations[:5], workshop.delegations[5:6]
    seats = {each.id: (1, 0) for each in five} | {each.id: (0, 1) for each in last}
    seats |= {each.id: (1, 2) for each in workshop.delegations[6:]}
    moved = replace(before, allocation=Allocation(seats=seats))
    frontier = allocator.rebalance(moved, workshop).frontier
    (chosen,) = (point for point in frontier if point.chosen)

    assert (1, 2, 2) == (chosen.moves, chosen.goals["size"], chosen.goals["small"])
    assert not chosen.is_best
