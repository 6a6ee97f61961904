"""The design: two delegations of different beginnings share a group at most once."""

from itertools import combinations, product

import pytest
from builders import a_plan, a_workshop
from ortools.sat.python import cp_model

from allocator.allocation import Allocation
from allocator.delegation import DelegationId
from allocator.model.deal import deal
from allocator.model.design import design, designed_group, designed_sessions, follow
from allocator.model.history import Histories, History
from allocator.model.meetings import fewest_never_met
from allocator.model.problem import Model, Problem
from allocator.workshop import Workshop


@pytest.mark.parametrize("k", [2, 3, 5])
def test_two_delegations_share_a_group_at_most_once(k: int) -> None:
    """For a prime number of groups and ``k + 1`` sessions: exactly once, then everybody met."""
    sessions = designed_sessions(k, k + 1)
    histories = {
        begun: (*begun, *(designed_group(begun, session, k) for session in sessions))
        for begun in product(range(k), repeat=2)
    }

    assert {1} == {
        sum(here == there for here, there in zip(one, other, strict=True))
        for one, other in combinations(histories.values(), 2)
    }


def test_there_are_as_many_designed_sessions_as_lines() -> None:
    """Two groups: the third session; three groups: the third and the fourth."""
    assert [[], [3], [3], [3, 4]] == [
        list(designed_sessions(k, sessions)) for k, sessions in ((2, 2), (2, 6), (3, 3), (3, 6))
    ]


@pytest.mark.parametrize(("k", "sessions"), [(2, 2), (2, 3), (3, 2)])
@pytest.mark.parametrize("delegations", [2, 4, 5, 6])
def test_no_even_sessions_are_below_the_bound(k: int, sessions: int, delegations: int) -> None:
    """By brute force over all sessions whose groups are as even as they can be."""
    masks = set()
    apart = []
    for groups in product(range(k), repeat=delegations):
        sizes = [groups.count(group) for group in range(k)]
        if max(sizes) - min(sizes) <= 1:
            pairs = [one != other for one, other in combinations(groups, 2)]
            masks.add(sum(1 << index for index, each in enumerate(pairs) if each))
            apart.append(sum(pairs))
    best = min(_together(choice).bit_count() for choice in product(sorted(masks), repeat=sessions))

    assert fewest_never_met(delegations, k, sessions, min(apart)) <= best


def _together(masks: tuple[int, ...]) -> int:
    result = -1
    for mask in masks:
        result &= mask
    return result


def begun(workshop: Workshop, *groups: int) -> dict[DelegationId, History]:
    """Where each delegation sat in the first session."""
    return {each.id: (group,) for each, group in zip(workshop.delegations, groups, strict=True)}


def solved(problem: Problem, model: Model) -> tuple[Allocation, int]:
    """The best seats, and what they miss of the design."""
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    numbers = tuple(solver.value(variable) for variable in model.variables)
    return deal(problem, numbers), round(solver.objective_value)


def second_session(
    workshop: Workshop, k: int, histories: Histories, last: int
) -> tuple[Histories, int]:
    """Who sits where after the second session, and what the later ones miss of the design."""
    plan, values = a_plan(k, goals=["size"]), (len(workshop.delegations) % k > 0,)
    second = Problem(workshop, plan, histories=histories)
    model = second.balanced(values)
    design(model, second, Problem(workshop, plan), values, last)
    allocation, missing = solved(second, model)
    after = {each: (*begun, allocation.seats[each].index(1)) for each, begun in histories.items()}
    return after, missing


def test_a_second_session_is_chosen_that_leads_to_balanced_ones() -> None:
    """Nine delegations in three groups: one in each cell, and two further sessions of three."""
    workshop = a_workshop(*(1 for _ in range(9)))
    after, missing = second_session(workshop, 3, begun(workshop, 0, 0, 0, 1, 1, 1, 2, 2, 2), 4)

    assert sorted(product(range(3), repeat=2)) == sorted(after.values())
    assert 0 == missing


def test_cells_are_as_even_as_they_can_be() -> None:
    """Of five who shared a group two or three go to each of the next; six are three and three."""
    workshop = a_workshop(*(1 for _ in range(11)))
    after, _ = second_session(workshop, 2, begun(workshop, *(0,) * 5, *(1,) * 6), 2)
    cells = [list(after.values()).count(cell) for cell in product(range(2), repeat=2)]

    assert [2, 3] == sorted(cells[:2])
    assert [3, 3] == cells[2:]


@pytest.mark.parametrize(("regions", "heads", "missing"), [("X", 2, 1), ("XY", 2, 1), ("X", 4, 0)])
def test_what_a_later_session_misses_of_the_design_is_counted(
    regions: str, heads: int, missing: int
) -> None:
    """Two who sat apart twice are to meet, which no balanced session of two allows."""
    workshop = a_workshop(*(1 for _ in range(heads)), regions=regions)
    histories = begun(workshop, *(number % 2 for number in range(heads)))

    assert missing == second_session(workshop, 2, histories, 3)[1]


def test_the_design_is_followed_where_nothing_is_against_it() -> None:
    """Each delegation goes where its two first groups send it, in the third session and fourth."""
    workshop = a_workshop(*(1 for _ in range(9)), 6)
    cells = tuple(product(range(3), repeat=2))
    for session in (3, 4):
        histories = {
            each.id: cell for each, cell in zip(workshop.delegations[:9], cells, strict=True)
        }
        if session == 4:
            histories = {each: (*cell, 0) for each, cell in histories.items()}
        problem = Problem(workshop, a_plan(3), histories=histories)
        model = problem.model()
        follow(model, problem, session)
        allocation, strays = solved(problem, model)

        assert 0 == strays
        assert [(first + (session - 2) * second) % 3 for first, second in cells] == [
            allocation.seats[each].index(1) for each in histories
        ]


def test_whoever_cannot_follow_the_design_is_counted() -> None:
    """The room of the third session takes one, and the design sends three there."""
    workshop = a_workshop(1, 1, 1)
    histories = {each.id: (0, 0) for each in workshop.delegations}
    problem = Problem(workshop, a_plan(capacities=(1, None)), histories=histories)
    model = problem.model()
    follow(model, problem, 3)

    assert 2 == solved(problem, model)[1]
