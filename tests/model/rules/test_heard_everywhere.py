"""A delegation that is spread sits evenly over the groups."""

import pytest
from builders import a_plan, a_workshop
from seated import is_possible, seated

from allocator import audit
from allocator.delegation import DelegationId

ALLOWED = [{"D001": (3, 2, 2)}, {"D001": (2, 2, 3)}]
VIOLATED = [{"D001": (3, 3, 1)}, {"D001": (4, 2, 1)}, {"D001": (7, 0, 0)}]


@pytest.mark.parametrize("seats", ALLOWED)
def test_floor_or_ceil_in_every_group_is_allowed(seats: dict[str, tuple[int, ...]]) -> None:
    """Seven people over three groups sit 3, 2 and 2: the model and the audit agree."""
    workshop, plan = a_workshop(7), a_plan(3)

    assert is_possible(workshop, plan, seats)
    assert () == audit.violations(workshop, plan, seated(seats))


@pytest.mark.parametrize("seats", VIOLATED)
def test_two_more_in_one_group_than_in_another_is_a_violation(
    seats: dict[str, tuple[int, ...]],
) -> None:
    """An uneven seating has no solution and is named by the audit."""
    workshop, plan = a_workshop(7), a_plan(3)

    assert not is_possible(workshop, plan, seats)
    assert "D001" in "".join(audit.violations(workshop, plan, seated(seats)))


def test_as_many_people_as_groups_is_the_boundary() -> None:
    """Three people over three groups sit one in each, and no other way."""
    workshop, plan = a_workshop(3), a_plan(3)

    assert is_possible(workshop, plan, {"D001": (1, 1, 1)})
    assert not is_possible(workshop, plan, {"D001": (2, 1, 0)})


def test_small_delegations_that_sit_apart_never_share_a_group() -> None:
    """With small seating apart, two people sit in two groups."""
    workshop, plan = a_workshop(2), a_plan(3, small_seating="apart")

    assert is_possible(workshop, plan, {"D001": (1, 0, 1)})
    assert not is_possible(workshop, plan, {"D001": (2, 0, 0)})
    assert audit.violations(workshop, plan, seated({"D001": (2, 0, 0)}))


def test_each_uneven_delegation_is_told_whatever_stands_before_it() -> None:
    """The first sits evenly, the second may sit as it does in a re-balance, two others may not."""
    workshop, plan = a_workshop(7, 7, 7, 7), a_plan(3)
    uneven = (4, 2, 1)
    seats = {"D001": (3, 2, 2), "D002": uneven, "D003": uneven, "D004": (1, 3, 3)}

    told = audit.violations(workshop, plan, seated(seats), {DelegationId("d002"): 1})

    assert told == (
        "D003 has 4/2/1 people in the groups, which is not as even as 7 over 3 can be",
        "D004 has 1/3/3 people in the groups, which is not as even as 7 over 3 can be",
    )
