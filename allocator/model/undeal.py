"""The way back from dealing: the seat variables of an allocation."""

from allocator.allocation import Allocation
from allocator.delegation import Delegation
from allocator.model.problem import Problem
from allocator.model.profiles import Profile


def numbers_of(problem: Problem, allocation: Allocation) -> tuple[int, ...]:
    """The values of a problem's seat variables for an allocation that keeps every seating rule."""
    numbers = [0] * sum(block.used for block in problem.seats.blocks)
    for block in problem.seats.blocks:
        for delegation in block.cohort.members:
            block.sit(numbers, _counts(problem, delegation, allocation))
    return tuple(numbers)


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
