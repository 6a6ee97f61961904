"""The second session and the following ones: balanced as the first, and with new encounters."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from math import inf

from allocator.allocation import Allocation, Outcome, Score
from allocator.encounters import MEETINGS, UNIT, never_met
from allocator.model.deal import deal
from allocator.model.design import FIRST, design, designed_sessions, follow
from allocator.model.history import histories_of
from allocator.model.meetings import apart_now, fewest_never_met, never_together
from allocator.model.problem import Aim, Problem
from allocator.model.undeal import numbers_of
from allocator.planning.appointments import lasting
from allocator.solve.search import Impossible, NotFound, Question, Search
from allocator.solve.stages import MINIMISING_EFFORT, Standing, minimised

#: The solver's own measure of work (about seconds) that the design may cost, per session.
DESIGN_EFFORT = 3.0
#: The same, for going on from there with all of the solver's strategies.
IMPROVING_EFFORT = 3.0
#: Nothing here waits for the clock: the same list gives the same sessions everywhere.
STAGES = (
    partial(minimised, effort=MINIMISING_EFFORT),
    partial(minimised, effort=IMPROVING_EFFORT, varied=True),
)


def in_sessions(first: Outcome, numbers: tuple[int, ...], search: Search) -> Outcome:
    """The outcome with all sessions of its plan, and with the pairs that never meet.

    ``numbers`` are the seat variables of the first session.
    """
    programme = Programme(first, numbers, search)
    sessions = [first.allocation]
    for number in range(FIRST, first.plan.sessions + 1):
        seats = programme.session(number, sessions)
        sessions.append(replace(seats, officers=first.allocation.officers))
    value = never_met(first.workshop, sessions)
    score = Score(name=MEETINGS, value=value, bound=programme.bound, limit=0, unit=UNIT)
    return replace(
        first,
        sessions=tuple(sessions[1:]),
        meetings=score,
        stopped=first.stopped or (search.left <= 0 and not score.proven),
    )


class Programme:
    """The sessions of one event after the first, which is as it would be alone."""

    def __init__(self, first: Outcome, numbers: tuple[int, ...], search: Search) -> None:
        """Keep the first session."""
        self._first = first
        # Whoever leads or reports does so in every session.
        self._plan = lasting(first)
        self._search = search
        self._values = tuple(score.value for score in first.goals)
        self._members = sum(map(first.plan.is_in_one_group, first.workshop.delegations))
        self._free = Problem(first.workshop, self._plan)
        own = self._plan == first.plan
        self._numbers = numbers if own else numbers_of(self._free, first.allocation)
        self.bound = self._least(first.plan.sessions)

    def session(self, number: int, earlier: Sequence[Allocation]) -> Allocation:
        """The seats of a session: each goal as good as in the first, and few pairs left apart."""
        plan = self._first.plan
        problem = self._problem(number, earlier)
        until = self._search.elapsed + self._search.left / (plan.sessions + 1 - number)
        numbers = self._designed(number, problem)
        # What the design gives is kept for its later sessions, which build upon it.
        is_last = number == max(designed_sessions(plan.k, plan.sessions), default=FIRST)
        aim = never_together(problem.seats, self._least(number))
        if not numbers:
            anew = Problem(self._first.workshop, problem.plan)
            numbers = numbers_of(problem, deal(anew, self._numbers))
        elif not is_last:
            return deal(problem, numbers)
        if aim is not None:
            numbers = self._improved(problem, aim, numbers, until).numbers
        return deal(problem, numbers)

    @cached_property
    def _apart(self) -> int:
        """Pairs that are proven to share no group in any balanced session; at least so many.

        Where a goal of balance is not proven, nothing is: a better value of it may allow more.
        """
        if not all(score.proven for score in self._first.goals):
            return 0
        problem = self._problem(FIRST, [self._first.allocation])
        numbers = numbers_of(problem, self._first.allocation)
        until = self._search.elapsed + self._search.left / self._first.plan.sessions
        return self._improved(problem, apart_now(problem.seats), numbers, until).bound

    def _least(self, sessions: int) -> int:
        """Pairs that so many balanced sessions leave apart at the least."""
        return fewest_never_met(self._members, self._first.plan.k, sessions, self._apart)

    def _problem(self, number: int, earlier: Sequence[Allocation]) -> Problem:
        """The problem of a session; its draw is another one than those before."""
        workshop, plan = self._first.workshop, self._plan
        return Problem(
            workshop,
            replace(plan, seed=plan.seed + number - 1),
            histories=histories_of(workshop, plan, earlier),
        )

    def _designed(self, number: int, problem: Problem) -> tuple[int, ...]:
        """Balanced seats, as near to the design as can be found; empty where it gives none."""
        plan = self._first.plan
        if number != FIRST and number not in designed_sessions(plan.k, plan.sessions):
            return ()
        model = problem.balanced(self._values)
        if number == FIRST:
            design(model, problem, self._free, self._values, plan.sessions)
        else:
            follow(model, problem, number)
        numbers: tuple[int, ...] = ()
        fewest = inf
        for varied in (False, True):
            seconds = self._search.left / 2
            question = Question(goal=MEETINGS, seconds=seconds, effort=DESIGN_EFFORT, varied=varied)
            try:
                found = self._search.solve(model, question)
            except Impossible:
                break
            except NotFound:
                continue
            if found.value < fewest:
                numbers, fewest = found.numbers, found.value
            if found.value <= found.bound:
                break
            model.hint(numbers)
        return numbers

    def _improved(
        self, problem: Problem, aim: Aim, numbers: tuple[int, ...], until: float
    ) -> Standing:
        """How far an aim comes down from some seats while every goal is held."""
        standing = Standing(
            model=problem.balanced(self._values),
            aim=aim,
            search=self._search,
            deadline=until,
            numbers=numbers,
            bound=aim.limit,
        )
        for stage in STAGES:
            if standing.is_over:
                break
            standing = stage(standing)
        return standing
