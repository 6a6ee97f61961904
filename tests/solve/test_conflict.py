"""When the rooms and the seating cannot hold together, the message says what would work."""

import re

import pytest
from builders import a_workshop, groups_of

import allocator
from allocator.errors import NoAllocation


def test_the_named_capacity_is_the_smallest_that_works() -> None:
    """Raising the capacity as the message says gives a roster; one less does not."""
    workshop = a_workshop(10, 10, 10)
    with pytest.raises(NoAllocation) as told:
        allocator.allocate(workshop, groups_of([5, None]))
    found = re.search(r"Group 1 from 5 to (\d+)", str(told.value))

    assert found
    enough = int(found.group(1))
    assert enough == allocator.allocate(workshop, groups_of([enough, None])).counts()[0].delegates
    with pytest.raises(NoAllocation):
        allocator.allocate(workshop, groups_of([enough - 1, None]))


def test_the_other_way_out_is_the_other_seating() -> None:
    """Spread delegations may sit whole, whole ones may spread."""
    with pytest.raises(NoAllocation, match="--seating whole"):
        allocator.allocate(a_workshop(10, 10, 10), groups_of([5, None]))
    with pytest.raises(NoAllocation, match="--seating spread"):
        allocator.allocate(a_workshop(4, 4, 4), groups_of([6, 6]), seating="whole")
