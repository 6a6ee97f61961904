"""The way back from dealing: the seat variables of an allocation."""

from collections.abc import Iterator

from allocator.allocation import Allocation
from allocator.delegation import Delegation
from allocator.model.problem import Problem
from allocator.model.profiles import Profile
from allocator.offices import Office


def numbers_of(problem: Problem, allocation: Allocation) -> tuple[int, ...]:
    """The values of a problem's seat variables for an allocation that keeps every seating rule.

    Raises:
        KeyError: when somebody holds an office who may not.
    """
    numbers = [0] * problem.seats.used
    for block in problem.seats.blocks:
        for delegation in block.cohort.members:
            block.sit(numbers, _counts(problem, delegation, allocation))
    for number in _officers(problem, allocation):
        numbers[number] = 1
    return tuple(numbers)


def _officers(problem: Problem, allocation: Allocation) -> Iterator[int]:
    """The variables that are 1 because somebody holds an office."""
    if not problem.plan.slots:
        return
    regions = {
        identity: each.region
        for each in problem.workshop.delegations
        for identity in (each.id, *(delegate.id for delegate in each.delegates))
    }
    for office, holders in allocation.officers.items():
        for group, holder in enumerate(holders):
            if holder:
                yield problem.seats.officers.number_of(
                    (Office(office), group), holder, regions[holder]
                )


def _counts(
    problem: Problem, delegation: Delegation, allocation: Allocation
) -> dict[Profile, tuple[int, ...]]:
    """Profile -> people per group of one delegation."""
    rows = problem.profiles.members(delegation)
    if not rows:
        ((profile, _),) = problem.profiles.composition(delegation)
        return {profile: allocation.seats[delegation.id]}
    counts = {}
    for profile, delegates in rows.items():
        places = [allocation.places[delegate] for delegate in delegates]
        counts[profile] = tuple(map(places.count, range(problem.plan.k)))
    return counts
