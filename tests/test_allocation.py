"""An outcome as data frame and as counts."""

from builders import a_workshop

import allocator


def test_the_frame_has_a_row_per_delegation_and_group() -> None:
    """Columns of the contract, only seats that are taken, everybody once."""
    outcome = allocator.allocate(a_workshop(5, 1, regions="XY", categories=["State", "NGO"]), 2)
    frame = outcome.frame()

    columns = ["delegation", "iso3", "region", "category", "group", "delegates"]
    assert columns == list(frame.columns)
    assert {"D001": 5, "D002": 1} == frame.groupby("delegation")["delegates"].sum().to_dict()
    assert 3 == len(frame)
    assert frame["delegates"].min() >= 1


def test_the_counts_are_people_delegations_and_small_ones_present() -> None:
    """Counted by hand: five people over two groups, and one small delegation."""
    outcome = allocator.allocate(a_workshop(5, 1), 2)
    counts = outcome.counts()

    assert [3, 3] == [count.delegates for count in counts]
    assert [1, 2] == sorted(count.delegations for count in counts)
    assert [0, 1] == sorted(count.small_delegations for count in counts)


def test_an_outcome_is_optimal_only_when_every_goal_is_proven() -> None:
    """One open goal makes it feasible."""
    outcome = allocator.allocate(a_workshop(5, 1), 2)

    assert "optimal" == outcome.status
    assert all(score.proven for score in outcome.goals)
