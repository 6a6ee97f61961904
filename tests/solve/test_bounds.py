"""What arithmetic refuses is told with the number to change."""

import pytest
from builders import a_plan, a_workshop, groups_of

import allocator
from allocator.errors import NoAllocation
from allocator.solve.bounds import require_room


def test_too_few_seats_are_told_with_how_many_are_missing() -> None:
    """80 seats for 84 people: 4 more are wanted."""
    with pytest.raises(NoAllocation, match=r"40 \+ 40 = 80 people .* 84.*by 4 in all") as told:
        require_room(a_workshop(42, 42), a_plan(2, capacities=[40, 40]))

    assert 4 == told.value.exit_code


def test_exactly_enough_seats_are_enough() -> None:
    """84 seats for 84 people: no objection, and a roster."""
    outcome = allocator.allocate(a_workshop(42, 42), groups_of([42, 42]))

    assert [42, 42] == [count.delegates for count in outcome.counts()]


def test_a_delegation_too_large_for_every_room_is_named() -> None:
    """Whole seating and no room large enough."""
    workshop = a_workshop(30, 2, seatings=["whole"])

    with pytest.raises(NoAllocation, match=r"D001 has 30 people .* largest capacity is 20"):
        require_room(workshop, a_plan(2, capacities=[20, 20]))
