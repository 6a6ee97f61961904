"""A delegation with very many ways to sit: who is against its rule, told as counted by hand."""

from dataclasses import replace

import pytest
from builders import a_plan, a_workshop
from ortools.sat.python import cp_model
from seated import seated

from allocator.delegation import DelegationId
from allocator.model.blocks.free import FreeBlock
from allocator.model.problem import Problem
from allocator.model.undeal import numbers_of


@pytest.mark.parametrize(
    ("seating", "seats", "against"),
    [
        ("whole", (30, 0, 0), 0),
        ("whole", (0, 20, 10), 10),
        ("whole", (10, 10, 10), 20),
        ("spread", (10, 10, 10), 0),
        ("spread", (12, 10, 8), 2),
        ("spread", (30, 0, 0), 20),
        ("spread", (0, 15, 15), 10),
        # 31 people are 10, 10 and 11: who is too many, or who is missing, whichever is more.
        ("spread", (11, 10, 10), 0),
        ("spread", (12, 10, 9), 1),
        ("spread", (11, 11, 9), 1),
        ("spread", (13, 9, 9), 2),
        ("spread", (13, 10, 8), 2),
        ("spread", (12, 12, 7), 3),
    ],
)
def test_people_against_the_rule_are_paid_for(
    seating: str, seats: tuple[int, ...], against: int
) -> None:
    """A delegation that may sit anyhow; with these seats the solver pays what is counted."""
    workshop = a_workshop(sum(seats), seatings=[seating])
    free = frozenset({DelegationId("d001")})
    problem = Problem(workshop, replace(a_plan(3, goals=["seating"]), free=free))
    numbers = numbers_of(problem, seated({"D001": seats}))
    (block,) = problem.seats.blocks
    model = problem.model()
    model.minimise(problem.aims[0])
    model.hint(numbers)
    for variable, number in zip(model.variables, numbers, strict=True):
        model.cp.add(variable == number)
    solver = cp_model.CpSolver()

    assert isinstance(block, FreeBlock)
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    assert against == round(solver.objective_value) == problem.aims[0].value(numbers)
    assert [int(people > 0) for people in seats] == [
        block.delegations(group).value(numbers) for group in range(3)
    ]


def test_somebody_sits_somewhere_and_nobody_nowhere() -> None:
    """It is in one group at the least, and in no more than there are groups or people."""
    free = frozenset({DelegationId("d001")})
    many = Problem(a_workshop(30), replace(a_plan(3), free=free)).seats.delegations()
    few = Problem(a_workshop(5), replace(a_plan(9, small=1), free=free)).seats.delegations()

    assert (1, 3) == (many.least, many.most)
    assert (1, 5) == (few.least, few.most)


@pytest.mark.parametrize("seats", [(15, 15, 0), (29, 1, 0), (0, 0, 30)])
@pytest.mark.parametrize("present", [(1, 0, 0), (1, 1, 0), (0, 1, 1), (0, 0, 1), (1, 1, 1)])
def test_presence_is_where_people_are_and_nowhere_else(
    seats: tuple[int, ...], present: tuple[int, ...]
) -> None:
    """The solver cannot call a group empty that has somebody, nor the other way round."""
    free = frozenset({DelegationId("d001")})
    problem = Problem(a_workshop(30), replace(a_plan(3), free=free))
    (block,) = problem.seats.blocks
    model = problem.model()
    for group in range(3):
        model.cp.add(model.expression(block.people(group)) == seats[group])
        model.cp.add(model.expression(block.delegations(group)) == present[group])
    possible = cp_model.OPTIMAL == cp_model.CpSolver().solve(model.cp)

    assert possible == (present == tuple(int(people > 0) for people in seats))


def test_two_that_are_alike_are_never_counted_together() -> None:
    """Each of them has its own way to sit, although nothing else tells them apart."""
    free = frozenset({DelegationId("d001"), DelegationId("d002")})
    problem = Problem(a_workshop(30, 30), replace(a_plan(3), free=free))
    model = problem.model()

    assert 2 == len(problem.seats.blocks)
    assert cp_model.OPTIMAL == cp_model.CpSolver().solve(model.cp)
