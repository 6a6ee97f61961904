"""Moves are counted from the variables as people would count them, and never too many demanded."""

import pytest
from builders import a_plan, a_workshop
from earlier_seats import GOALS, Late, late_head_counts, late_named_lists
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from allocator import audit
from allocator.model.deal import deal
from allocator.model.problem import Model, Problem
from allocator.model.undeal import numbers_of
from allocator.published.seats import NOWHERE, Bench, Published
from examples import examples

late_lists = st.one_of(late_head_counts(), late_named_lists())


def problem_of(late: Late) -> Problem:
    """The problem of a list whose people had seats."""
    return Problem(late.workshop, late.plan, late.published)


def solved(model: Model) -> cp_model.CpSolver:
    """A solver that has found the optimum."""
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    return solver


def numbers_in(model: Model, solver: cp_model.CpSolver) -> tuple[int, ...]:
    """The values of the seat variables."""
    return tuple(solver.value(variable) for variable in model.variables)


def some_numbers(problem: Problem, seed: int) -> tuple[int, ...]:
    """Seats that keep the rules, in a direction that the seed gives."""
    model = problem.model()
    model.cp.minimize(
        sum(((seed * 31 + n * 17) % 7 - 3) * each for n, each in enumerate(model.variables))
    )
    return numbers_in(model, solved(model))


def has_solution(model: Model) -> bool:
    """Whether anything keeps all that was posted."""
    return cp_model.OPTIMAL == cp_model.CpSolver().solve(model.cp)


@examples(40)
@given(late_lists, st.integers(0, 99))
def test_any_roster_has_as_many_moves_as_people_moved(late: Late, seed: int) -> None:
    """Whatever the roster; the same for the people who sit against their rule and every goal."""
    problem = problem_of(late)
    numbers = some_numbers(problem, seed)
    allocation = deal(problem, numbers)
    values = tuple(aim.value(numbers) for aim in problem.aims)

    assert late.moved(allocation) == problem.moves.value(numbers)
    assert late.against(allocation) == values[late.plan.goals.index("seating")]
    assert audit.measured(late.workshop, late.plan, allocation) == values
    assert all(aim.limit <= value for aim, value in zip(problem.aims, values, strict=True))
    assert numbers == numbers_of(problem, allocation)


@examples(40)
@given(late_lists, st.integers(0, 99))
def test_what_is_counted_lies_between_what_arithmetic_allows(late: Late, seed: int) -> None:
    """Delegations and people in all groups together, and those of each region."""
    problem = problem_of(late)
    numbers = some_numbers(problem, seed)
    seats = problem.seats
    for region in "XY":
        people = seats.people(lambda cohort, its=region: cohort.kind.region == its)  # type: ignore[misc] # a lambda with a default
        present = seats.delegations(lambda cohort, its=region: cohort.kind.region == its)  # type: ignore[misc] # a lambda with a default
        for counts in (people, present):
            in_all = sum(form.value(numbers) for form in counts.forms)
            assert counts.least <= in_all <= counts.most
            assert all(
                counts.lowest <= form.value(numbers) <= counts.highest for form in counts.forms
            )
        assert people.is_fixed


@examples(40)
@given(late_lists)
def test_the_fewest_moves_are_found_and_never_below_the_limit(late: Late) -> None:
    """What an enumeration of all ways to sit finds, delegation by delegation."""
    problem = problem_of(late)
    model = problem.model()
    model.minimise(problem.moves)
    solver = solved(model)
    numbers = numbers_in(model, solver)

    assert late.fewest() == round(solver.objective_value) == late.moved(deal(problem, numbers))
    assert problem.moves.limit <= late.fewest()


@examples(40)
@given(late_lists)
def test_moves_are_held_at_the_fewest_and_not_below(late: Late) -> None:
    """Holding adds to its own model only; where the fewest are no moves, there is nothing below."""
    problem, fewest = problem_of(late), late.fewest()
    model = problem.model()
    held, below = (model.with_at_most(problem.moves, value) for value in (fewest, fewest - 1))

    assert has_solution(held)
    assert late.moved(deal(problem, numbers_in(held, solved(held)))) == fewest
    assert fewest == problem.moves.limit or not has_solution(below)
    assert has_solution(model)


@examples(40)
@given(late_lists, st.integers(0, 99))
def test_a_hint_is_a_whole_solution(late: Late, seed: int) -> None:
    """Every further variable of every aim is told too, at the value that the roster gives it."""
    problem = problem_of(late)
    numbers = some_numbers(problem, seed)
    for aim in (*problem.aims, problem.moves):
        model = problem.model()
        model.minimise(aim)
        model.hint(numbers)
        solver = cp_model.CpSolver()
        solver.parameters.fix_variables_to_their_hinted_value = True

        assert len(model.cp.proto.variables) == len(model.cp.proto.solution_hint.vars)
        assert cp_model.OPTIMAL == solver.solve(model.cp)
        assert (numbers, aim.value(numbers)) == (
            numbers_in(model, solver),
            round(solver.objective_value),
        )


@pytest.mark.parametrize(
    ("heads", "seating", "told", "limit"),
    [
        # The first old group is no more: whoever sat there gets another group.
        ((4,), "whole", [(4, 0, 0)], 4),
        ((4, 4), "whole", [(4, 0, 0), (4, 0, 0)], 8),
        ((4, 4), "whole", [(4, 0, 0), (0, 4, 0)], 4),
        # Two sat there and two in either group that is left: the best is three together.
        ((4,), "whole", [(2, 1, 1)], 2),
        ((4, 4), "whole", [(2, 1, 1), (2, 1, 1)], 4),
        ((4,), "spread", [(2, 1, 1)], 2),
        ((4,), "spread", [(0, 2, 2)], 0),
        # One who had a seat there has withdrawn, nobody can say which.
        ((3,), "whole", [(4, 0, 0)], 3),
    ],
)
def test_arithmetic_knows_moves_that_nobody_can_avoid(
    heads: tuple[int, ...], seating: str, told: list[tuple[int, ...]], limit: int
) -> None:
    """Two groups of three are left; counted by hand, and no roster has fewer."""
    workshop = a_workshop(*heads, seatings=[seating])
    names = [each.id for each in workshop.delegations]
    published = Published(
        groups=("Rome", "Group 1", "Group 2"),
        now=(NOWHERE, 0, 1),
        benches={name: (Bench(seats=seats),) for name, seats in zip(names, told, strict=True)},
        known=frozenset(names),
    )
    late = Late(workshop=workshop, plan=a_plan(2, goals=GOALS), published=published)

    assert limit == problem_of(late).moves.limit == late.fewest()
