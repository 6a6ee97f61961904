"""The goals in order of priority: the ideal first, and goal by goal where the ideal fails."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from allocator.allocation import Score
from allocator.errors import Interrupted, TimeIsUp
from allocator.model.problem import Aim, Model, Problem
from allocator.solve.search import Found, Impossible, NotFound, Question, Search
from allocator.solve.stages import STAGES, Standing

#: The solver's own measure of work (about seconds) that the ideal may cost: it either falls into
#: place at once or, as a rule, not at all. Being no clock, it takes the same path everywhere.
IDEAL_EFFORT = 1.0
#: The share of the time left that a hard aim may take while others wait behind it.
SHARE_OF_TIME = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The best solution found: the seat variables' values, and a score per aim in order."""

    numbers: tuple[int, ...]
    scores: tuple[Score, ...]


def best(problem: Problem, search: Search, numbers: tuple[int, ...] = ()) -> Best:
    """The best seats for the aims in their order; a later aim never spoils an earlier one.

    ``numbers`` are seats that keep the rules, where some are known.

    Raises:
        Impossible: when the rules cannot hold together.
        TimeIsUp: when no roster was found in time.
        Interrupted: when the user stopped the search before there was any.
    """
    first = numbers or first_seats(problem, search)
    try:
        found = _ideal(problem, search)
    except (Impossible, NotFound):
        return one_by_one(problem, search, first)
    scores = tuple(_score(found.numbers, aim, aim.limit) for aim in problem.aims)
    return Best(numbers=found.numbers, scores=scores)


def _ideal(problem: Problem, search: Search) -> Found:
    """Every aim at its arithmetic limit: when that holds, all are proven best at once."""
    model = problem.model()
    for aim in problem.aims:
        model.hold_at_limit(aim)
    return search.solve(model, Question(goal="all", seconds=search.left, effort=IDEAL_EFFORT))


def one_by_one(
    problem: Problem,
    search: Search,
    numbers: tuple[int, ...],
    *,
    model: Model | None = None,
    unrestricted: Sequence[Score] = (),
) -> Best:
    """Minimise each aim in turn, from some seats, and hold it while the later ones follow.

    ``model`` may hold more than the rules. ``unrestricted`` are the scores without what it holds:
    as long as the values are the same, nothing can be below their bounds.
    """
    model = model or problem.model()
    bounds: list[int] = []
    proven, same = True, bool(unrestricted)
    for number, aim in enumerate(problem.aims):
        last = number == len(problem.aims) - 1
        share = search.left * (1 if last else SHARE_OF_TIME)
        floor = max(aim.limit, unrestricted[number].bound if same else 0)
        numbers, bound = improved(model, aim, numbers, search, seconds=share, bound=floor)
        # Below an unproven aim the solver's bound holds for this value of that aim only, so it is
        # not what a score promises; arithmetic always holds.
        bounds.append(max(bound, aim.limit) if proven else aim.limit)
        proven = proven and aim.value(numbers) <= bounds[-1]
        same = same and unrestricted[number].proven
        same = same and aim.value(numbers) == unrestricted[number].value
        model.hold(aim, aim.value(numbers))
    scores = tuple(map(partial(_score, numbers), problem.aims, bounds))
    return Best(numbers=numbers, scores=scores)


def first_seats(problem: Problem, search: Search) -> tuple[int, ...]:
    """Any seats that keep the rules.

    Raises:
        Impossible: when the rules cannot hold together.
        TimeIsUp: when no roster was found in time.
        Interrupted: when the user stopped the search before there was any.
    """
    try:
        return search.solve(problem.model(), Question(goal="rules", seconds=search.left)).numbers
    except NotFound:
        if search.stopped:
            raise Interrupted from None
        raise TimeIsUp(problem.plan.time_limit) from None


def improved(  # noqa: PLR0913 - the search for one aim, in one call
    model: Model,
    aim: Aim,
    numbers: tuple[int, ...],
    search: Search,
    *,
    seconds: float,
    bound: int,
) -> tuple[tuple[int, ...], int]:
    """The best seats for one aim, starting from some, and the bound proven for it.

    ``bound`` is what is known already; ``seconds`` is what it may take.
    """
    standing = Standing(
        model=model,
        aim=aim,
        search=search,
        deadline=search.elapsed + seconds,
        numbers=numbers,
        bound=bound,
    )
    for stage in STAGES:
        if standing.is_over:
            break
        standing = stage(standing)
    return standing.numbers, standing.bound


def _score(numbers: tuple[int, ...], aim: Aim, bound: int) -> Score:
    return Score(
        name=aim.name, value=aim.value(numbers), bound=bound, limit=aim.limit, unit=aim.unit
    )
