"""The smallest set of demands that cannot hold together.

The sets are found by dividing and solving again, on plain models: the solver's own assumptions turn
quick proofs into slow ones (measured, docs/method.md). Source: U. Junker, QuickXplain: preferred
explanations and relaxations for over-constrained problems, 2004.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.published.seats import NOBODY, Published
from allocator.solve.demands import Demand, demands_of, only
from allocator.solve.search import Impossible, NotFound, Question, Search
from allocator.workshop import Workshop

#: The solver's own measure of work (about seconds) that one question may cost.
EFFORT = 2.0
#: Seconds that all questions about one set may take, where the machine is slow.
SECONDS = 20.0

Term = TypeVar("Term")


def smallest(terms: Sequence[Term], clash: Callable[[Sequence[Term]], bool]) -> tuple[Term, ...]:
    """A smallest set of terms that clash: without any one of them the others do not.

    ``clash`` tells whether some terms are known to clash; all of them together are. The order of
    the terms is kept. Source: Junker 2004.
    """
    if clash(()):
        return ()
    found = _divided((), (), list(terms), clash)
    return tuple(term for term in terms if term in found)


def _divided(
    held: Sequence[Term],
    new: Sequence[Term],
    terms: Sequence[Term],
    clash: Callable[[Sequence[Term]], bool],
) -> list[Term]:
    """Those of the terms that are needed for a clash with what is held; ``new`` is held since."""
    if new and clash(held):
        return []
    if len(terms) == 1:
        return list(terms)
    half = len(terms) // 2
    first, second = terms[:half], terms[half:]
    of_second = _divided([*held, *first], first, second, clash)
    of_first = _divided([*held, *of_second], of_second, first, clash)
    return [*of_first, *of_second]


class Conflict:
    """Finds out which demands of a plan cannot hold together, within a time of its own."""

    def __init__(self, published: Published = NOBODY) -> None:
        """``published`` are the seats that people had before."""
        self._published = published
        self._search: Search | None = None

    def core(self, workshop: Workshop, plan: Plan) -> tuple[Demand, ...]:
        """The smallest set of demands that cannot hold together; none where none is known."""
        demands = demands_of(workshop, plan)

        def clash(kept: Sequence[Demand]) -> bool:
            return self.is_impossible(workshop, only(plan, demands, kept))

        return smallest(demands, clash) if clash(demands) else ()

    def is_impossible(self, workshop: Workshop, plan: Plan) -> bool:
        """Whether a plan is proven to have no roster."""
        return self._answer(workshop, plan) is Impossible

    def is_possible(self, workshop: Workshop, plan: Plan) -> bool:
        """Whether a plan is known to have a roster."""
        return self._answer(workshop, plan) is None

    def _answer(self, workshop: Workshop, plan: Plan) -> type[Exception] | None:
        """What kept a roster from being found: nothing, a proof that there is none, or the time."""
        search = self.searching(plan)
        try:
            search.solve(Problem(workshop, plan, self._published).model(), question(search))
        except (Impossible, NotFound) as why:
            return type(why)
        return None

    def searching(self, plan: Plan) -> Search:
        """One clock for everything that is asked."""
        self._search = self._search or Search(plan, seconds=SECONDS)
        return self._search


def question(search: Search) -> Question:
    """Is there a roster at all?"""
    return Question(goal="rules", seconds=search.left, effort=EFFORT)
