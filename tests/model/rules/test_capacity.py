"""No room holds more people than it seats."""

import pytest
from builders import a_plan, a_workshop
from seated import is_possible, seated

from allocator import audit


@pytest.mark.parametrize(("capacity", "possible"), [(5, True), (4, True), (3, False)])
def test_a_group_holds_at_most_its_capacity(capacity: int, *, possible: bool) -> None:
    """Four people fit a room for five and a room for four, and not a room for three."""
    workshop, plan = a_workshop(3, 2, 3), a_plan(2, capacities=[capacity, None])
    seats = {"D001": (2, 1), "D002": (1, 1), "D003": (1, 2)}
    told = audit.violations(workshop, plan, seated(seats))

    assert possible == is_possible(workshop, plan, seats)
    assert possible == (told == ())
    assert possible or told == ("Group 1 holds 4 people; its capacity is 3",)
