"""The search reads a solver only when there is something to read, and can be stopped."""

import signal
from os import getpid, kill

import pytest
from builders import a_plan, a_workshop

import allocator
from allocator.errors import Interrupted, TimeIsUp
from allocator.model.problem import Problem
from allocator.solve.priorities import best
from allocator.solve.search import Impossible, NotFound, Progress, Question, Search, Watch
from allocator.workshop import Workshop


def a_hard_workshop() -> Workshop:
    """Four hundred delegations for a dozen groups: no proof within seconds."""
    heads = [1 + (7 * number * number) % 11 for number in range(400)]
    return a_workshop(*heads, regions="ABCDEFGHIJ", categories=["S", "N", "I"])


def test_an_impossible_model_raises_and_is_not_read() -> None:
    """After INFEASIBLE the solver would answer with memory garbage."""
    problem = Problem(a_workshop(4, 4), a_plan(2, capacities=[1, 1]))

    with pytest.raises(Impossible):
        Search(problem.plan).solve(problem.model(), Question(goal="rules", seconds=5))


def test_a_search_without_time_finds_nothing_and_says_so() -> None:
    """UNKNOWN is not read either."""
    problem = Problem(a_hard_workshop(), a_plan(12))

    with pytest.raises(NotFound):
        Search(problem.plan).solve(problem.model(), Question(goal="rules", seconds=0))


def test_no_roster_in_time_is_said_with_what_to_do() -> None:
    """Exit code 5 and the option that helps."""
    with pytest.raises(TimeIsUp, match="--time-limit") as told:
        allocator.allocate(a_hard_workshop(), 12, time_limit=1e-9)

    assert 5 == told.value.exit_code


def test_a_limit_keeps_the_best_roster_and_its_honest_bounds() -> None:
    """A search that is cut short is audited as any other, and does not claim a proof."""
    outcome = allocator.allocate(a_hard_workshop(), 12, time_limit=2)

    assert "feasible" == outcome.status
    assert all(score.limit <= score.bound <= score.value for score in outcome.goals)


def test_the_watch_hears_the_goal_the_best_and_the_bound() -> None:
    """Progress is told while the solver runs; the bound never passes the best value."""
    heard: list[Progress] = []
    known: list[Progress] = []

    def watch(progress: Progress) -> bool:
        heard.append(progress)
        known.extend([progress] if None not in (progress.value, progress.bound) else [])
        return len(known) > 3

    allocator.allocate(a_hard_workshop(), 12, watch=watch)

    assert known
    assert all((each.bound or 0) <= (each.value or 0) for each in known)
    assert heard == sorted(heard, key=lambda each: each.seconds)


def pressing_ctrl_c(*, after: str) -> Watch:
    """A watch that presses Ctrl+C once, as soon as the search is past a goal."""
    pressed: list[Progress] = []

    def watch(progress: Progress) -> None:
        if not pressed and progress.goal not in ("all", after):
            pressed.append(progress)
            kill(getpid(), signal.SIGINT)

    return watch


def test_ctrl_c_keeps_the_best_roster_found() -> None:
    """The first one ends the search; what was found is audited and marked as stopped."""
    outcome = allocator.allocate(a_hard_workshop(), 12, watch=pressing_ctrl_c(after="rules"))

    assert outcome.stopped
    assert "feasible" == outcome.status


def test_ctrl_c_before_any_roster_ends_without_one() -> None:
    """Nothing found yet: nothing to keep, exit code 130."""
    problem = Problem(a_hard_workshop(), a_plan(12))
    search = Search(problem.plan)
    search.stopped = True

    with pytest.raises(Interrupted) as told:
        best(problem, search)
    assert 130 == told.value.exit_code


def test_a_roster_is_found_before_the_best_one_is_looked_for() -> None:
    """A second is enough for some roster, with one worker and with four."""
    for workers in (1, 4):
        outcome = allocator.allocate(a_hard_workshop(), 12, time_limit=1, workers=workers)
        assert outcome.stopped
        assert a_hard_workshop().head_count == sum(each.delegates for each in outcome.counts())


def test_one_worker_and_one_seed_give_one_roster() -> None:
    """Same list, same options, same seed: the same seats, twice."""
    workshop = a_workshop(*range(1, 30), regions="ABC")
    first, second = (allocator.allocate(workshop, 3, seed=5) for _ in range(2))

    assert first.allocation == second.allocation


def test_another_seed_draws_another_roster_of_the_same_value() -> None:
    """The seed chooses among equally good rosters."""
    workshop = a_workshop(*[1, 2, 4] * 10, regions="ABC")
    first, second = (allocator.allocate(workshop, 3, seed=seed) for seed in (1, 2))

    assert first.allocation != second.allocation
    assert first.goals == second.goals
