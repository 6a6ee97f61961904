"""Asking the model about seats that the test names: fixing variables is how a test speaks."""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from allocator.allocation import Allocation
from allocator.delegation import DelegationId
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.workshop import Workshop


def seated(seats: Mapping[str, Sequence[int]]) -> Allocation:
    """The allocation with these people per group, by delegation name."""
    return Allocation(
        seats={DelegationId(name.casefold()): tuple(row) for name, row in seats.items()}
    )


def is_possible(workshop: Workshop, plan: Plan, seats: Mapping[str, Sequence[int]]) -> bool:
    """Whether the model has a solution in which each cohort's people sit like this."""
    problem = Problem(workshop, plan)
    model = problem.model()
    for block in problem.seats.blocks:
        alone = problem.seats.people(lambda cohort, its=block.cohort: cohort is its)  # type: ignore[misc] # a lambda with a default
        for group, form in enumerate(alone.forms):
            people = sum(seats[member.name][group] for member in block.cohort.members)
            expression = sum(weight * model.variables[number] for number, weight in form.terms)
            model.cp.add_linear_constraint(
                expression, people - form.constant, people - form.constant
            )
    return cp_model.CpSolver().solve(model.cp) == cp_model.OPTIMAL
