"""The fair share of groups whose rooms differ."""

import pytest
from builders import a_plan

from allocator.model.shares import fair_shares


@pytest.mark.parametrize(
    ("capacities", "people", "shares"),
    [
        ((None, None), 7, (0, 0)),
        ((4, 4), 7, (0, 0)),
        ((4, 3), 7, (0, 0)),
        ((10, 20), 30, (10, 20)),
        ((10, 20), 15, (0, 0)),
        ((10, 30), 30, (8, 22)),
        ((20, None, None), 84, (20, 32, 32)),
        ((1, 50, 50), 10, (0, 5, 5)),
    ],
)
def test_a_share_follows_capacity_only_where_an_even_split_does_not_fit(
    capacities: tuple[int | None, ...], people: int, shares: tuple[int, ...]
) -> None:
    """Worked by hand; 0 everywhere stands for the same share for all."""
    assert shares == fair_shares(a_plan(capacities=capacities), people)
