"""Pairs that never meet, told to the solver as they are counted one by one."""

from collections.abc import Callable, Mapping
from itertools import combinations, product

import pytest
from builders import a_plan, a_workshop
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from allocator.allocation import Allocation
from allocator.delegation import DelegationId
from allocator.model.deal import deal
from allocator.model.history import History, histories_of
from allocator.model.meetings import apart_now, fewest_never_met, never_together
from allocator.model.problem import Aim, Problem
from allocator.workshop import Workshop
from examples import examples

#: Index of the group of each delegation.
Groups = tuple[int, ...]


def listed(delegations: int) -> Workshop:
    """So many delegations of one person each, and one that is heard in every group."""
    return a_workshop(*(1 for _ in range(delegations)), 6, regions="XY")


def in_one_group(workshop: Workshop) -> list[DelegationId]:
    """The delegations of one person."""
    return [each.id for each in workshop.delegations if each.head_count == 1]


def sat(workshop: Workshop, groups: Groups, k: int) -> Allocation:
    """The delegations of one person in these groups, the large one spread."""
    seats = {
        each: tuple(int(group == there) for group in range(k))
        for each, there in zip(in_one_group(workshop), groups, strict=True)
    }
    return Allocation(seats={**seats, workshop.delegations[-1].id: (6 // k,) * k})


@st.composite
def later_sessions(draw: st.DrawFn) -> tuple[Problem, Mapping[DelegationId, History]]:
    """The problem of the session after one or two others, and who sat where."""
    k, delegations = draw(st.sampled_from(((2, 6), (3, 5)))), draw(st.integers(2, 5))
    workshop, plan = listed(delegations), a_plan(k[0])
    places = st.tuples(*(st.integers(0, k[0] - 1) for _ in range(delegations)))
    earlier = [sat(workshop, draw(places), k[0]) for _ in range(draw(st.integers(1, 2)))]
    histories = histories_of(workshop, plan, earlier)
    return Problem(workshop, plan, histories=histories), histories


def fixed(problem: Problem, aim: Aim, numbers: Groups) -> tuple[int, bool]:
    """What the solver pays for an aim with these seats, and whether its hint is a solution."""
    model = problem.model()
    model.minimise(aim)
    model.hint(numbers)
    solver = cp_model.CpSolver()
    solver.parameters.fix_variables_to_their_hinted_value = True
    whole = cp_model.OPTIMAL == solver.solve(model.cp)
    for variable, number in zip(model.variables, numbers, strict=True):
        model.cp.add(variable == number)
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    return round(solver.objective_value), whole


def some_seats(problem: Problem, seed: int) -> Groups:
    """Seats that keep the rules, in a direction that the seed gives."""
    model = problem.model()
    model.cp.minimize(
        sum(((seed * 31 + n * 17) % 7 - 3) * each for n, each in enumerate(model.variables))
    )
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    return tuple(solver.value(variable) for variable in model.variables)


def apart_in(groups: Mapping[DelegationId, History]) -> int:
    """The pairs that share a group in none of the sessions."""
    return sum(
        all(here != there for here, there in zip(one, other, strict=True))
        for one, other in combinations(groups.values(), 2)
    )


def now_in(problem: Problem, numbers: Groups) -> dict[DelegationId, History]:
    """Delegation id -> the one group in which it sits."""
    seats = deal(problem, numbers).seats
    return {each: (seats[each].index(1),) for each in in_one_group(problem.workshop)}


def never(problem: Problem, least: int = 0) -> Aim:
    """The aim that counts who never met."""
    aim = never_together(problem.seats, least)
    assert aim is not None
    return aim


@examples(40)
@given(later_sessions(), st.integers(0, 99))
def test_pairs_apart_are_counted_pair_by_pair(
    case: tuple[Problem, Mapping[DelegationId, History]], seed: int
) -> None:
    """In this session, and in all; what the solver pays is that number, and its hint is whole."""
    problem, histories = case
    numbers = some_seats(problem, seed)
    now = now_in(problem, numbers)
    in_all = {each: (*histories[each], *now[each]) for each in now}
    counted: list[tuple[Callable[[Problem], Aim], int]] = [
        (lambda problem: apart_now(problem.seats), apart_in(now)),
        (never, apart_in(in_all)),
    ]

    assert now.keys() == histories.keys()
    for aim_of, pairs in counted:
        aim = aim_of(problem)
        assert ("meetings", "pairs", pairs) == (aim.name, aim.unit, aim.value(numbers))
        assert (pairs, True) == fixed(problem, aim, numbers)


@examples(15)
@given(later_sessions())
def test_the_fewest_pairs_that_never_met_are_found(
    case: tuple[Problem, Mapping[DelegationId, History]],
) -> None:
    """As few as any choice of groups leaves, whether minimised or held."""
    problem, histories = case
    fewest = min(
        apart_in(
            {each: (*histories[each], group) for each, group in zip(histories, groups, strict=True)}
        )
        for groups in product(range(problem.plan.k), repeat=len(histories))
    )
    minimal, held, below = problem.model(), problem.model(), problem.model()
    minimal.minimise(never(problem))
    held.hold(never(problem, fewest), fewest)
    below.hold(never(problem, fewest - 1), fewest - 1)
    solver = cp_model.CpSolver()

    assert cp_model.OPTIMAL == solver.solve(minimal.cp)
    assert fewest == round(solver.objective_value)
    assert cp_model.OPTIMAL == cp_model.CpSolver().solve(held.cp)
    assert fewest == 0 or cp_model.INFEASIBLE == cp_model.CpSolver().solve(below.cp)


def test_no_more_pairs_can_be_missed_than_were_strangers() -> None:
    """The limit is what is known from elsewhere, but never above the pairs that are left."""
    workshop, plan = listed(4), a_plan(2)
    histories = histories_of(workshop, plan, [sat(workshop, (0, 0, 1, 1), 2)])
    seats = Problem(workshop, plan, histories=histories).seats
    limits = [aim.limit for least in (0, 3, 9) if (aim := never_together(seats, least))]

    assert [0, 3, 4] == limits


@pytest.mark.parametrize(("k", "tells"), [(25, True), (26, False)])
def test_a_goal_with_too_many_products_is_not_told(k: int, tells: bool) -> None:  # noqa: FBT001 - a case
    """16 delegations in groups of their own are 120 pairs: 3,000 products in 25 groups."""
    workshop, plan = a_workshop(*(1 for _ in range(16))), a_plan(k)
    histories = {each.id: (number,) for number, each in enumerate(workshop.delegations)}
    seats = Problem(workshop, plan, histories=histories).seats

    assert tells == (never_together(seats, 0) is not None)


@pytest.mark.parametrize(
    ("delegations", "k", "apart", "never_met"),
    [
        (2, 2, 1, 1),
        (4, 2, 4, 2),
        (5, 2, 6, 3),
        (7, 2, 12, 6),
        (8, 2, 16, 8),
        (3, 3, 3, 3),
        (4, 3, 5, 4),
        (6, 3, 12, 9),
    ],
)
def test_the_bound_of_two_sessions_is_what_even_sessions_reach(
    delegations: int, k: int, apart: int, never_met: int
) -> None:
    """``apart`` pairs share no group in one session; the rest was counted over all choices."""
    assert never_met == fewest_never_met(delegations, k, 2, apart)


def test_with_sessions_enough_nobody_need_be_missed() -> None:
    """The bound is a number of pairs and never below 0; six in three sessions miss one pair."""
    assert [0, 0, 1] == [fewest_never_met(n, 2, 3, apart) for n, apart in ((4, 4), (5, 6), (6, 9))]
    assert 0 == fewest_never_met(9, 3, 4, 27)
