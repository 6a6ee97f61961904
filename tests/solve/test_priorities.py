"""The goals are served in order, and the ideal and the one-by-one way agree."""

from builders import a_plan, a_workshop
from draws import workshops
from hypothesis import given

from allocator.model.problem import Problem
from allocator.solve import priorities
from allocator.solve.search import Search
from allocator.workshop import Workshop
from examples import examples

GOALS = ("size", "small", "region.delegations", "region.delegates")


@examples(20)
@given(workshops(most=12, largest=8))
def test_the_ideal_and_one_by_one_reach_the_same_values(workshop: Workshop) -> None:
    """Where the ideal holds, taking the goals in turn finds nothing better and nothing worse."""
    problem = Problem(workshop, a_plan(3, goals=GOALS))
    best = priorities.best(problem, Search(problem.plan))
    in_turn = priorities.one_by_one(problem, Search(problem.plan), best.numbers)

    assert [score.value for score in best.scores] == [score.value for score in in_turn.scores]
    assert all(score.proven for score in (*best.scores, *in_turn.scores))


def test_an_earlier_goal_is_never_spoilt_for_a_later_one() -> None:
    """Sizes first gives even sizes; regions first lets sizes go where they must."""
    workshop = a_workshop(5, 1, 3, 3, regions="XXYY", seatings=["whole"])
    by_size = Problem(workshop, a_plan(2, goals=("size", "region.delegations")))
    by_region = Problem(workshop, a_plan(2, goals=("region.delegations", "size")))
    size_first = priorities.best(by_size, Search(by_size.plan)).scores
    region_first = priorities.best(by_region, Search(by_region.plan)).scores

    assert [("size", 0), ("region.delegations", 4)] == [(s.name, s.value) for s in size_first]
    assert [("region.delegations", 0), ("size", 4)] == [(s.name, s.value) for s in region_first]


def test_a_goal_above_its_limit_is_still_proven() -> None:
    """Two delegations of five and one of two that sit whole cannot be even: 5 against 7."""
    problem = Problem(a_workshop(5, 5, 2, seatings=["whole"]), a_plan(2, goals=("size",)))
    (score,) = priorities.best(problem, Search(problem.plan)).scores

    assert (2, 2, 0) == (score.value, score.bound, score.limit)
