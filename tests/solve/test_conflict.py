"""When the rooms and the seating cannot hold together, the message says what would work."""

import re

import pytest
from builders import a_workshop, groups_of
from events import a_rule, ruled

import allocator
from allocator.errors import NoAllocation
from allocator.solve import allocate_plan


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


CASES = [
    ((10, 10, 10), (5, None), "spread"),
    ((10, 10, 10), (5, 25), "spread"),
    ((4, 4, 4), (6, 6), "whole"),
    ((2, 2), (1, 1, 2), "spread"),
    ((9, 2, 2, 2), (4, 20), "spread"),
]


@pytest.mark.parametrize(("heads", "capacities", "seating"), CASES)
def test_every_other_seating_that_is_named_gives_a_roster(
    heads: tuple[int, ...], capacities: tuple[int | None, ...], seating: str
) -> None:
    """What the message advises has been tried: doing it works, and what works is advised."""
    workshop, groups = a_workshop(*heads), groups_of(capacities)
    with pytest.raises(NoAllocation) as told:
        allocator.allocate(workshop, groups, seating=seating)
    other = "whole" if seating == "spread" else "spread"

    for option, settings in (
        (f"--seating {other}", {"seating": other}),
        ("--small-seating apart", {"seating": seating, "small_seating": "apart"}),
    ):
        works = True
        try:
            allocator.allocate(workshop, groups, **settings)  # type: ignore[arg-type] # all are texts
        except NoAllocation:
            works = False
        assert works == (option in str(told.value))


def test_rules_that_contradict_each_other_are_what_is_in_the_way() -> None:
    """Both are named, and no room; a delegation that is spread may be seated whole instead."""
    workshop = a_workshop(2, 5)
    rows = (a_rule("in", "D001", "Group 1"), a_rule("not in", "D001", "Group 1"))
    with pytest.raises(NoAllocation) as told:
        allocate_plan(workshop, ruled(workshop, *rows))
    with pytest.raises(NoAllocation) as spread:
        allocate_plan(workshop, ruled(workshop, a_rule("in", "D002", "Group 1")))

    assert ["D001 in Group 1", "D001 not in Group 1"] == [
        finding.message for finding in told.value.findings
    ]
    assert "Write whole for D002 in the column Seating of the list." in spread.value.message
