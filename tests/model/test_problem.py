"""Models of a problem: what is added to one, and what a copy keeps to itself."""

from dataclasses import replace

import pytest
from builders import a_plan, a_workshop
from ortools.sat.python import cp_model

from allocator.model.problem import Model, Problem


def least(model: Model) -> int:
    """The least value of the objective."""
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    return round(solver.objective_value)


def is_possible(model: Model) -> bool:
    """Whether anything keeps what was posted."""
    return cp_model.OPTIMAL == cp_model.CpSolver().solve(model.cp)


@pytest.mark.parametrize(("most", "above"), [(0, 4), (2, 2), (3, 1), (4, 0), (9, 0)])
def test_the_excess_is_the_people_above_a_number(most: int, above: int) -> None:
    """Four of eight people must sit in a group, and of so many there is room for ``most``."""
    problem = Problem(a_workshop(8), a_plan(2))
    model = problem.model()
    model.cp.minimize(model.excess(problem.seats.people().forms[0], most, 8))

    assert above == least(model)


def test_an_excess_of_everybody_is_possible() -> None:
    """The highest excess is as many people as there are, and no more."""
    problem = Problem(a_workshop(3), a_plan(1))
    people = problem.seats.people().forms[0]
    fits, does_not = problem.model(), problem.model()
    fits.excess(people, 0, 3)
    does_not.excess(people, 0, 2)

    assert is_possible(fits)
    assert not is_possible(does_not)


def test_a_copy_keeps_to_itself_what_is_added() -> None:
    """The model that was copied has the solutions that it had."""
    problem = Problem(a_workshop(3, 1), a_plan(2))
    model = problem.model()
    model.minimise(problem.aims[0])
    twin = model.copy()
    twin.cp.add(sum(twin.variables) == 0)

    assert not is_possible(twin)
    assert 0 == least(model)


def test_a_balanced_model_holds_every_goal_at_its_value() -> None:
    """Three people who stay together and one alone: a size of 2 and one small one apart."""
    plan = a_plan(2, goals=["size", "small"])
    problem = Problem(a_workshop(3, 1, seatings=["whole"]), plan)

    assert is_possible(problem.balanced((2, 1)))
    assert is_possible(problem.balanced((4, 1)))
    assert [False, False] == [is_possible(problem.balanced(each)) for each in ((1, 1), (0, 1))]
    with pytest.raises(ValueError, match="shorter"):
        problem.balanced((1,))


def test_two_models_may_stand_beside_each_other() -> None:
    """Each has seats of its own in the one model of the solver."""
    problem = Problem(a_workshop(1, 1), a_plan(2, goals=["size"]))
    first = problem.model()
    beside = problem.balanced((2,), beside=first.cp)
    first.cp.add(first.variables[0] == 2)
    beside.cp.add(beside.variables[0] == 0)

    assert first.cp is beside.cp
    assert is_possible(first)


def test_the_aims_are_those_of_the_plan_in_its_order() -> None:
    """With the unit and the limit of each."""
    plan = a_plan(2, goals=["region.delegates", "size"])
    problem = Problem(a_workshop(2, 1), replace(plan, seed=4))

    assert [("region.delegates", "people", 1), ("size", "people", 1)] == [
        (aim.name, aim.unit, aim.limit) for aim in problem.aims
    ]
    assert ("moves", "people", 0) == (
        problem.moves.name,
        problem.moves.unit,
        problem.moves.limit,
    )
