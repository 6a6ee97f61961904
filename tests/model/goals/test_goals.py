"""Every goal, worked by hand, and told alike by the model and by the audit."""

from dataclasses import replace

import pytest
from builders import a_plan, a_workshop
from draws import workshops
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model
from seated import seated

from allocator import audit
from allocator.delegation import Delegation
from allocator.model.catalog import goals_for
from allocator.model.deal import deal
from allocator.model.goals.column import is_count
from allocator.model.problem import Problem
from allocator.model.undeal import numbers_of
from allocator.workshop import Workshop
from examples import examples

#: Six people of X, then two delegations of one and one of two.
WORKSHOP = a_workshop(6, 1, 1, 2, regions="XXYY", categories=["S", "S", "N", "S"])
SEATS = {"D001": (3, 3), "D002": (1, 0), "D003": (1, 0), "D004": (1, 1)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("size", 6 - 4),
        ("small", 2 - 0),
        ("region.delegations", (2 - 1) + (2 - 1)),
        ("region.delegates", (4 - 3) + (2 - 1)),
        ("category.delegations", (3 - 2) + (1 - 0)),
        ("category.delegates", (5 - 4) + (1 - 0)),
    ],
)
def test_a_goal_is_worked_out_by_hand(name: str, value: int) -> None:
    """The value of each goal for one roster, counted on paper."""
    plan = a_plan(2, goals=[name])

    assert (value,) == audit.measured(WORKSHOP, plan, seated(SEATS))


def with_trait(column: str, *texts: str) -> Workshop:
    """The workshop with a further column."""
    delegations: tuple[Delegation, ...] = tuple(
        replace(each, traits={column: text})
        for each, text in zip(WORKSHOP.delegations, texts, strict=True)
    )
    return Workshop(delegations=delegations)


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("red", "red", "blue", "blue"), (4 - 3) + (2 - 1)),
        (("2", "5", "0", "1"), (3 * 2 + 5 + 0 + 1) - (3 * 2 + 1)),
        (("2", "5", "", "1"), (3 * 2 + 5 + 0 + 1) - (3 * 2 + 1)),
        (("", "", "", ""), (4 + 2) - (3 + 1)),
        (("2", "5", "-1", "1"), (3 - 3) + (1 - 0) + (1 - 0) + (1 - 1)),
    ],
)
def test_a_column_is_balanced_by_value_or_by_its_sum(texts: tuple[str, ...], value: int) -> None:
    """Words are counted, numbers are added up; who has none counts 0, and -1 is a word."""
    workshop = with_trait("colour", *texts)
    plan = replace(a_plan(2, goals=["colour.delegates"]), balance=("colour",))
    problem = Problem(workshop, plan)

    assert (value,) == audit.measured(workshop, plan, seated(SEATS))
    assert value == problem.aims[0].value(numbers_of(problem, seated(SEATS)))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("0", True),
        ("123456789", True),
        ("1234567890", False),
        ("", False),
        ("-1", False),
        ("1.5", False),
        ("٣", False),
    ],
)
def test_a_whole_number_of_up_to_nine_digits_is_added_up(text: str, *, counts: bool) -> None:
    """So that no sum leaves the range of the solver."""
    assert counts == is_count(text)


def solved(problem: Problem, aim: int) -> tuple[tuple[int, ...], int]:
    """Seats with the least cost of one aim, and that cost."""
    model = problem.model()
    model.minimise(problem.aims[aim])
    solver = cp_model.CpSolver()
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    numbers = tuple(solver.value(variable) for variable in model.variables)
    return numbers, round(solver.objective_value)


@examples(40)
@given(workshops(most=10, largest=7), st.data())
def test_what_the_solver_pays_is_what_the_audit_measures(
    workshop: Workshop, data: st.DataObject
) -> None:
    """Cost, value and measure of each goal are one number, never below its limit."""
    names = [goal.name for goal in goals_for(workshop, ())]
    plan = a_plan(3, goals=names)
    problem = Problem(workshop, plan)
    aim = data.draw(st.integers(0, len(names) - 1))
    numbers, cost = solved(problem, aim)
    measured = audit.measured(workshop, plan, deal(problem, numbers))

    assert cost == problem.aims[aim].value(numbers) == measured[aim]
    assert tuple(each.value(numbers) for each in problem.aims) == measured
    assert cost >= problem.aims[aim].limit
