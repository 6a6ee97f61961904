"""The frontier of moves against balance: what each number of moves allows, proven."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from allocator.errors import Interrupted, TimeIsUp
from allocator.model.deal import deal
from allocator.model.problem import Aim, Model, Problem
from allocator.model.undeal import numbers_of
from allocator.solve.priorities import Best, best, first_seats, improved, one_by_one
from allocator.solve.search import Impossible, NotFound, Question, Search

#: The goals that the default choice looks at.
TOLERATED = ("size", "small")
#: Shares of the time left: for the best roster of some kind, for the fewest moves to it, and for
#: the roster that is taken. What comes first must leave time for the choice.
SHARE_OF_BEST = 0.4
SHARE_OF_MOVES = 0.6
SHARE_OF_CHOICE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Seats with their scores, the people they move, and whether that is all proven.

    ``fewest``: proven that no fewer moves reach the scores' values. ``is_best`` is untrue of a stop
    within the tolerance, when a better one with as many moves is not.
    """

    moves: int
    best: Best
    fewest: bool
    is_best: bool = True

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

    ``first`` is the best roster with the fewest moves possible; ``unrestricted`` is the best one
    when everybody may move, and ``last`` the same with the fewest moves that reach it.

    Raises:
        Impossible: when the rules cannot hold together.
        TimeIsUp: when no roster was found in time.
        Interrupted: when the user stopped the search before there was any.
    """

    def __init__(self, problem: Problem, search: Search) -> None:
        """Find both ends: the roster that moves the fewest people, and the best one."""
        self._problem = problem
        self._search = search
        self._moves = problem.moves
        self._start, self._is_fewest = self._fewest_possible()
        with search.part(SHARE_OF_BEST):
            self.unrestricted = self._best()

    def _fewest_possible(self) -> tuple[tuple[int, ...], bool]:
        """Seats that move the fewest people the rules allow, and whether that is proven."""
        try:
            still = self._at_most(self._moves.limit)
            question = Question(goal="moves", seconds=self._search.left)
            return self._search.solve(still, question).numbers, True
        except (Impossible, NotFound):
            numbers = first_seats(self._problem, self._search)
        with self._search.part(SHARE_OF_BEST):
            return self._with_fewest_moves(self._problem.model(), numbers)

    def _best(self) -> Best:
        """The best roster when everybody may move, from one made as if nobody had had a seat.

        That one is found in no time, and nobody in it sits against a rule; so whatever the search
        has time for, the end of the frontier is as good as fresh rosters.
        """
        anew = Problem(self._problem.workshop, self._problem.plan)
        try:
            found = best(anew, self._search)
            start = numbers_of(self._problem, deal(anew, found.numbers))
        except (Impossible, TimeIsUp, Interrupted):
            start = self._start
        return best(self._problem, self._search, start)

    @cached_property
    def first(self) -> Stop:
        """The best roster with the fewest moves possible."""
        return self._stop(self._start, self._moves.value(self._start), fewest=self._is_fewest)

    @cached_property
    def last(self) -> Stop:
        """The best roster possible, with the fewest moves that reach it."""
        return self._thrifty(self.unrestricted)

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

        Among the rosters with so many moves it is the best one that is.
        """
        caps = {
            aim: max(tolerance, score.value)
            for aim, score in zip(self._problem.aims, self.unrestricted.scores, strict=True)
            if aim.name in TOLERATED
        }
        if self._is_fewest and all(aim.value(self._start) <= most for aim, most in caps.items()):
            numbers, fewest = self._start, True
        else:
            model = self._problem.model()
            for aim, most in caps.items():
                model.hold(aim, most)
            with self._search.part(SHARE_OF_MOVES):
                numbers, fewest = self._with_fewest_moves(model, self.unrestricted.numbers)
        moves = self._moves.value(numbers)
        if not fewest and self.last.moves <= moves:
            return self.last
        with self._search.part(SHARE_OF_CHOICE):
            found = self._stop(numbers, moves, fewest=fewest, caps=caps)
        return replace(found, is_best=not found.proven or self._is_best(found))

    def _is_best(self, capped: Stop) -> bool:
        """Whether no roster with as many moves is better outside the tolerance."""
        with self._search.part(SHARE_OF_BEST):
            free = self._stop(capped.best.numbers, capped.moves, fewest=capped.fewest)
        return free.values == capped.values

    def stops(self, between: int, chosen: Stop) -> Iterator[Stop]:
        """The stops from the first to the last, at most so many in between, and the chosen one.

        As many numbers of moves as asked for are tried; one that is no better than fewer moves is
        left out. The chosen stop stands in for the best of its number of moves, which it need not
        be.
        """
        best, found = self.first, {self.first.moves: self.first}
        with self._search.part(SHARE_OF_BEST):
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
        follows = previous.proven and moves == previous.moves + 1
        found = self._stop(previous.best.numbers, moves, fewest=follows)
        if found.values == previous.values:
            return previous
        return found if follows else self._thrifty(found.best)

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
        with self._search.part(SHARE_OF_MOVES):
            numbers, fewest = self._with_fewest_moves(model, found.numbers)
        scores = replace(found, numbers=numbers)
        return Stop(moves=self._moves.value(numbers), best=scores, fewest=fewest)

    def _with_fewest_moves(
        self, model: Model, numbers: tuple[int, ...]
    ) -> tuple[tuple[int, ...], bool]:
        """Seats of a model that move the fewest people, and whether that is proven."""
        seconds, limit = self._search.left, self._moves.limit
        found, bound = improved(
            model, self._moves, numbers, self._search, seconds=seconds, bound=limit
        )
        return found, self._moves.value(found) <= bound

    def _at_most(self, moves: int) -> Model:
        model = self._problem.model()
        model.hold(self._moves, moves)
        return model
