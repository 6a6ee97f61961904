"""A delegation that sits whole has all its people in one group."""

from builders import a_plan, a_workshop
from seated import is_possible, seated

from allocator import audit
from allocator.delegation import DelegationId


def test_a_small_delegation_in_one_group_is_allowed() -> None:
    """Two people of one delegation sit together: the model and the audit agree."""
    workshop, plan = a_workshop(2), a_plan(3)

    assert is_possible(workshop, plan, {"D001": (0, 2, 0)})
    assert () == audit.violations(workshop, plan, seated({"D001": (0, 2, 0)}))


def test_a_small_delegation_in_two_groups_is_a_violation() -> None:
    """Two people in two groups have no solution and are named by the audit."""
    workshop, plan = a_workshop(2), a_plan(3)

    assert not is_possible(workshop, plan, {"D001": (1, 1, 0)})
    assert ("D001 sits in 2 groups and must sit in one",) == audit.violations(
        workshop, plan, seated({"D001": (1, 1, 0)})
    )


def test_the_largest_small_delegation_is_the_boundary() -> None:
    """With ``small`` at 4, four people stay together and five are spread."""
    plan = a_plan(3, small=4)

    assert is_possible(a_workshop(4), plan, {"D001": (4, 0, 0)})
    assert not is_possible(a_workshop(4), plan, {"D001": (2, 1, 1)})
    assert is_possible(a_workshop(5), plan, {"D001": (2, 2, 1)})
    assert not is_possible(a_workshop(5), plan, {"D001": (5, 0, 0)})


def test_a_large_delegation_stays_whole_when_its_list_says_so() -> None:
    """The delegation's own seating is stronger than the plan's."""
    workshop, plan = a_workshop(9, seatings=["whole"]), a_plan(3)

    assert is_possible(workshop, plan, {"D001": (9, 0, 0)})
    assert not is_possible(workshop, plan, {"D001": (3, 3, 3)})
    assert audit.violations(workshop, plan, seated({"D001": (3, 3, 3)}))


def test_people_who_may_sit_outside_in_a_rebalance_are_not_told() -> None:
    """Of two that sit alike, one had been seated so before; of the other one person is outside."""
    workshop, plan = a_workshop(4, 4, seatings=["whole"]), a_plan(2)
    seats = seated({"D001": (3, 1), "D002": (3, 1)})
    told = ("D002 sits in 2 groups and must sit in one",)

    assert told == audit.violations(workshop, plan, seats, {DelegationId("d001"): 1})
    assert () == audit.violations(
        workshop, plan, seats, {DelegationId("d001"): 1, DelegationId("d002"): 1}
    )
