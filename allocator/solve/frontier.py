"""The frontier of moves against balance: what each number of moves allows, proven."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from allocator.model.problem import Aim, Model, Problem
from allocator.solve.priorities import Best, best, first_seats, improved, one_by_one
from allocator.solve.search import Impossible, NotFound, Question, Search

#: The goals that the default choice looks at.
TOLERATED = ("size", "small")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Seats with their scores, the people they move, and whether that is all proven.

    ``fewest``: proven that no fewer moves reach the scores' values.
    """

    moves: int
    best: Best
    fewest: bool

    @property
    def values(self) -> tuple[int, ...]:
        """The goals' values in priority order."""
        return tuple(score.value for score in self.best.scores)

    @property
    def proven(self) -> bool:
        """Whether neither fewer moves nor better values are possible."""
        return self.fewest and all(score.proven for score in self.best.scores)


class Frontier:
    """Stops between the fewest moves possible and the best roster possible.

    Raises:
        Impossible: when the rules cannot hold together.
        TimeIsUp: when no roster was found in time.
        Interrupted: when the user stopped the search before there was any.
    """

    def __init__(self, problem: Problem, search: Search) -> None:
        """Find the roster that moves the fewest people, so that there is one to fall back on."""
        self._problem = problem
        self._search = search
        self._moves = problem.moves
        try:
            still = self._at_most(self._moves.limit)
            question = Question(goal="moves", seconds=search.left)
            self._start, self._fewest = search.solve(still, question).numbers, self._moves.limit
        except (Impossible, NotFound):
            numbers = first_seats(problem, search)
            self._start, self._fewest = self._with_fewest_moves(problem.model(), numbers)

    @cached_property
    def unrestricted(self) -> Best:
        """The best roster when everybody may move."""
        return best(self._problem, self._search, self._start)

    @cached_property
    def first(self) -> Stop:
        """The best roster with the fewest moves possible."""
        return self._stop(self._start, self._moves.value(self._start), fewest=self._is_fewest)

    @cached_property
    def last(self) -> Stop:
        """The best roster possible, with the fewest moves that reach it."""
        return self._thrifty(self.unrestricted)

    @property
    def _is_fewest(self) -> bool:
        return self._moves.value(self._start) <= self._fewest

    def within(self, moves: int) -> Stop:
        """The best roster with at most so many moves, and the fewest moves that reach it."""
        if moves >= self.last.moves:
            return self.last
        if moves <= self.first.moves:
            return self.first
        at_best = self._stop(self._start, moves, fewest=False)
        return self._thrifty(at_best.best)

    def tolerable(self, tolerance: int) -> Stop:
        """The fewest moves with which size and small are within the tolerance, or at their best.

        Among the rosters with so many moves it is the best one.
        """
        caps = {
            aim: max(tolerance, score.value)
            for aim, score in zip(self._problem.aims, self.unrestricted.scores, strict=True)
            if aim.name in TOLERATED
        }
        if all(aim.value(self._start) <= most for aim, most in caps.items()) and self._is_fewest:
            numbers, fewest = self._start, self._fewest
        else:
            model = self._problem.model()
            for aim, most in caps.items():
                model.hold(aim, most)
            numbers, fewest = self._with_fewest_moves(model, self.unrestricted.numbers)
        moves = self._moves.value(numbers)
        if moves > fewest and moves == self._moves.value(self.unrestricted.numbers):
            # The search was over before it had begun: rather nobody moves than everybody.
            return self.first
        return self._stop(numbers, moves, fewest=moves <= fewest, caps=caps)

    def stops(self, between: int, chosen: Stop) -> Iterator[Stop]:
        """The stops from the first to the last, at most so many in between, and the chosen one.

        As many numbers of moves as asked for are tried; one that is no better than fewer moves is
        left out. The chosen stop stands in for the best of its number of moves, which it need not
        be.
        """
        best, found = self.first, {self.first.moves: self.first}
        for moves in self._numbers(between):
            if self._search.left > 0 and moves != chosen.moves:
                best = self._next(best, moves)
                found.setdefault(best.moves, best)
        found |= {self.last.moves: self.last, chosen.moves: chosen}
        seen: set[tuple[int, ...]] = set()
        for _, stop in sorted(found.items()):
            if stop is chosen or stop.values not in seen:
                yield stop
            seen.add(stop.values)

    def _numbers(self, between: int) -> list[int]:
        """The numbers of moves to look at, fewer and fewer the more moves there are."""
        first, last = self.first.moves, self.last.moves
        if last - first - 1 <= between:
            return list(range(first + 1, last))
        steps = range(1, between + 1)
        power = 1 / (between + 1)
        return sorted(
            {first + max(step, round((last - first) ** (step * power))) for step in steps}
        )

    def _next(self, previous: Stop, moves: int) -> Stop:
        """The stop at this number of moves, from the best one with fewer."""
        found = self._stop(previous.best.numbers, moves, fewest=moves == previous.moves + 1)
        if found.values == previous.values or found.fewest:
            return replace(found, moves=self._moves.value(found.best.numbers))
        return self._thrifty(found.best)

    def _stop(
        self,
        numbers: tuple[int, ...],
        moves: int,
        *,
        fewest: bool,
        caps: Mapping[Aim, int] | None = None,
    ) -> Stop:
        """The best roster with at most so many moves, searched from some seats with as many."""
        model = self._at_most(moves)
        for aim, most in (caps or {}).items():
            model.hold(aim, most)
        found = one_by_one(
            self._problem,
            self._search,
            numbers,
            model=model,
            unrestricted=self.unrestricted.scores,
        )
        return Stop(moves=self._moves.value(found.numbers), best=found, fewest=fewest)

    def _thrifty(self, found: Best) -> Stop:
        """The same values with the fewest moves."""
        model = self._problem.model()
        for aim, score in zip(self._problem.aims, found.scores, strict=True):
            model.hold(aim, score.value)
        numbers, fewest = self._with_fewest_moves(model, found.numbers)
        moves = self._moves.value(numbers)
        scores = replace(found, numbers=numbers)
        return Stop(moves=moves, best=scores, fewest=moves <= fewest)

    def _with_fewest_moves(
        self, model: Model, numbers: tuple[int, ...]
    ) -> tuple[tuple[int, ...], int]:
        """Seats of a model that move the fewest people, and the bound proven for these moves."""
        seconds, limit = self._search.left, self._moves.limit
        return improved(model, self._moves, numbers, self._search, seconds=seconds, bound=limit)

    def _at_most(self, moves: int) -> Model:
        model = self._problem.model()
        model.hold(self._moves, moves)
        return model
