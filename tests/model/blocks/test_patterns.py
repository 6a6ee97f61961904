"""Ways to sit against the rule: counted one by one, and the way back from a roster."""

from builders import a_plan, a_workshop
from draws import workshops
from hypothesis import example, given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

import allocator
from allocator.model.blocks.patterns import PatternBlock, patterns
from allocator.model.deal import deal
from allocator.model.problem import Problem
from allocator.model.undeal import numbers_of
from allocator.pairing import paired
from allocator.planning.defaults import plan_for
from allocator.settings import Settings
from allocator.workshop import Workshop
from examples import examples


def grown(workshop: Workshop) -> Problem:
    """The problem of a list in which every delegation has one person more than its rosters."""
    before = allocator.allocate(workshop, groups=3)
    heads = [each.head_count + 1 for each in workshop.delegations]
    more = a_workshop(*heads, regions=[each.region for each in workshop.delegations])
    plan = plan_for(more, Settings(groups=3), seating=True)
    return Problem(more, plan, paired(before, more, plan).published)


def test_every_way_to_sit_is_there_once() -> None:
    """Three people in three groups with one against the rule: not all in one group."""
    patterns.cache_clear()
    ways = patterns(3, 3, 1, whole=False)

    assert len(ways) == len(set(ways)) == 7
    assert (3, 0, 0) not in ways


def test_delegations_that_became_three_are_counted_by_their_ways() -> None:
    """Two people sat together and are three now: alike ones are one cohort."""
    blocks = grown(a_workshop(2, 2, 2, 2, 2, 2)).seats.blocks

    assert all(isinstance(block, PatternBlock) for block in blocks)
    assert 3 == len(blocks)


def test_a_delegation_with_very_many_ways_is_alone() -> None:
    """60 people and a new group: how they sit is decided, not counted."""
    workshop = a_workshop(60, 1)
    before = allocator.allocate(workshop, groups=2)
    plan = plan_for(workshop, Settings(groups=3), seating=True)
    problem = Problem(workshop, plan, paired(before, workshop, plan).published)

    assert ["d001"] == [block.cohort.kind.alone for block in problem.seats.blocks
                        if block.cohort.kind.alone]  # fmt: skip


@examples(40)
@given(workshops(most=6, largest=6), st.integers(0, 5))
def test_what_is_dealt_is_found_again(workshop: Workshop, seed: int) -> None:
    """From the variables to a roster and back: the same numbers, whatever the blocks."""
    problem = Problem(workshop, a_plan(3, seed=seed))
    model = problem.model()
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    numbers = tuple(solver.value(variable) for variable in model.variables)

    assert numbers == numbers_of(problem, deal(problem, numbers))


@examples(25)
@given(workshops(most=6, largest=5))
@example(a_workshop(2, 2, 2, 2, 2, 2))
def test_ways_that_are_dealt_are_found_again(workshop: Workshop) -> None:
    """The same for delegations that may sit against their rule."""
    problem = grown(workshop)
    model = problem.model()
    solver = cp_model.CpSolver()
    assert cp_model.OPTIMAL == solver.solve(model.cp)
    numbers = tuple(solver.value(variable) for variable in model.variables)

    assert numbers == numbers_of(problem, deal(problem, numbers))
