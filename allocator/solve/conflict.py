"""Why no roster exists, in words, with the smallest change that helps."""

from allocator.errors import NoAllocation
from allocator.model.catalog import RULES
from allocator.model.problem import Problem
from allocator.settings import Seating
from allocator.solve.search import Question, Search


def explained(problem: Problem, search: Search) -> NoAllocation:
    """The error for rooms that cannot hold the delegations as they are to sit.

    Without capacities the seating rules always hold, so the capacities are what is in the way; one
    more solve finds the fewest extra seats with which they no longer are.
    """
    model = problem.model(rules=tuple(rule for rule in RULES if rule.name != "capacity"))
    seated = problem.seats.people()
    limited = [
        (group.name, group.capacity, form)
        for group, form in zip(problem.plan.groups, seated.forms, strict=True)
        if group.capacity is not None
    ]
    excess = [model.excess(form, capacity, seated.total) for _, capacity, form in limited]
    model.cp.minimize(sum(excess))
    numbers = search.solve(model, Question(goal="rules", seconds=search.left)).numbers
    changes = [
        f"{name} from {capacity} to {form.value(numbers)}"
        for name, capacity, form in limited
        if form.value(numbers) > capacity
    ]
    spread = problem.plan.seating is Seating.SPREAD
    return NoAllocation(
        "the capacities and the seating cannot hold together, although there are seats enough. "
        f"Raise the capacity of {' and of '.join(changes)}, or let delegations "
        f"{'sit whole with --seating whole' if spread else 'spread with --seating spread'}."
    )
