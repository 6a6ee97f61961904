"""Every stage takes an aim further or leaves it as it stands, and none promises too much."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import a_plan, a_workshop
from draws import workshops
from hypothesis import given

from allocator.model.problem import Problem
from allocator.solve.search import Question, Search
from allocator.solve.stages import STAGES, Standing, approached, minimised
from allocator.workshop import Workshop
from examples import examples

Stage = Callable[[Standing], Standing]


def a_standing(workshop: Workshop, *, aim: int = 0, seconds: float = 20) -> Standing:
    """Any seats of the workshop in three groups, and no more proven than arithmetic says."""
    problem = Problem(workshop, a_plan(3))
    search, model = Search(problem.plan), problem.model()
    numbers = search.solve(model, Question(goal="rules", seconds=20)).numbers
    return Standing(
        model=problem.model(),
        aim=problem.aims[aim],
        search=search,
        deadline=search.elapsed + seconds,
        numbers=numbers,
        bound=problem.aims[aim].limit,
    )


@examples(25)
@given(workshops(most=8, largest=7))
def test_questions_reach_what_minimising_reaches(workshop: Workshop) -> None:
    """On small lists both settle every aim, at the same value."""
    for aim in range(4):
        standing = a_standing(workshop, aim=aim)
        by_questions, by_minimising = approached(standing), minimised(standing, effort=None)

        assert by_questions.value == by_questions.bound == by_minimising.value
        assert by_minimising.value == by_minimising.bound


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_never_makes_it_worse(stage: Stage) -> None:
    """The value does not rise, the bound does not fall, and they do not pass each other."""
    standing = a_standing(a_workshop(9, 8, 7, 5, 3, 2, 2, 1, seatings=["whole"], regions="XYZ"))
    after = stage(standing)

    assert standing.bound <= after.bound <= after.value <= standing.value


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_without_time_leaves_everything_as_it_stands(stage: Stage) -> None:
    """No time, no change, no error."""
    standing = a_standing(a_workshop(9, 8, 7, 5, seatings=["whole"]), seconds=0)
    after = stage(standing)

    assert (standing.numbers, standing.bound) == (after.numbers, after.bound)


def test_an_aim_at_its_bound_is_over() -> None:
    """Nothing is left to be found."""
    standing = a_standing(a_workshop(9, 8, 7, 5, seatings=["whole"]))

    assert not standing.is_over
    assert replace(standing, bound=standing.value).is_over
