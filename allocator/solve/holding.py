"""What holds a goal above its arithmetic limit: the smallest set of goals and rules that does."""

from collections.abc import Sequence
from dataclasses import replace

from allocator.allocation import Outcome, Score
from allocator.delegation import DelegationId
from allocator.explain import Held
from allocator.model.goals.size import Size
from allocator.model.problem import Aim, Problem
from allocator.plan import Plan
from allocator.published.staying import seats_against
from allocator.solve.conflict import EFFORT, smallest
from allocator.solve.demands import Demand, demands_of, only
from allocator.solve.search import Impossible, NotFound, Question, Search

#: Seconds that the reasons of one goal may take.
SECONDS = 15.0


def holding(outcome: Outcome) -> tuple[Held, ...]:
    """For each goal, in order of priority, what keeps it at its value.

    A goal is held by those higher goals and demands which, kept as they are, allow no lower value,
    while any fewer of them do, as far as that could be proven.
    """
    return tuple(_held(outcome, number) for number in range(len(outcome.goals)))


def _held(outcome: Outcome, number: int) -> Held:
    # Counted anew: a workbook without its record, or with other rooms, has no limits of its own.
    plan = replace(outcome.plan, free=outcome.plan.free | _against_their_rule(outcome))
    limit = Problem(outcome.workshop, plan).aims[number].limit
    score = replace(outcome.goals[number], limit=limit)
    if score.value <= score.limit:
        return Held(score=score)
    inquiry = _Inquiry(outcome, number)
    terms: tuple[Score | Demand, ...] = (
        *outcome.goals[:number],
        *demands_of(outcome.workshop, outcome.plan),
    )
    if not inquiry.is_held_by(terms):
        return Held(score=score, improvable=inquiry.found_less, known=inquiry.found_less)
    found = smallest(terms, inquiry.is_held_by)
    return Held(
        score=score,
        goals=tuple(each.name for each in found if isinstance(each, Score)),
        demands=tuple(each.sentence for each in found if isinstance(each, Demand)),
    )


def _against_their_rule(outcome: Outcome) -> frozenset[DelegationId]:
    """The delegations that a change or a hand left against their rule.

    In how many groups they are present is no matter of arithmetic, so the limits leave it open.
    """
    return frozenset(
        each.id
        for each in outcome.workshop.delegations
        for allocation in outcome.allocations
        if seats_against(allocation.seats[each.id], whole=outcome.plan.sits_whole(each))
    )


class _Inquiry:
    """Asks, for one goal, whether some higher goals and demands allow a lower value.

    ``found_less`` says that the last question was answered with a roster that has one.
    """

    def __init__(self, outcome: Outcome, number: int) -> None:
        """``number`` is the place of the goal in the order of priority."""
        self._outcome = outcome
        self._number = number
        self.found_less = False
        self._demands = demands_of(outcome.workshop, outcome.plan)
        self._search = Search(outcome.plan, seconds=SECONDS)

    def is_held_by(self, terms: Sequence[Score | Demand]) -> bool:
        """Whether the goal is proven to have no lower value while these terms hold."""
        self.found_less = False
        kept = [each for each in terms if isinstance(each, Demand)]
        plan: Plan = only(self._outcome.plan, self._demands, kept)
        problem = Problem(self._outcome.workshop, plan)
        model = problem.model()
        names = {each.name for each in terms if isinstance(each, Score)}
        values = {score.name: score.value for score in self._outcome.goals}
        aims = self._aims(problem)
        for aim in aims:
            if aim.name in names:
                model.hold(aim, values[aim.name])
        aim = aims[self._number]
        if values[aim.name] <= aim.limit:
            return True
        model.hold(aim, values[aim.name] - 1)
        question = Question(goal=aim.name, seconds=self._search.left, effort=EFFORT, proving=True)
        try:
            self._search.solve(model, question)
        except Impossible:
            return True
        except NotFound:
            return False
        self.found_less = True
        return False

    def _aims(self, problem: Problem) -> tuple[Aim, ...]:
        """The aims of a problem, the size counted from the fair shares of the rooms as they are.

        Without a capacity the shares would be others, and the value another thing.
        """
        parts = Size().parts(problem.seats, self._outcome.plan)
        return tuple(
            Aim(aim.name, aim.unit, parts) if aim.name == Size.name else aim for aim in problem.aims
        )
