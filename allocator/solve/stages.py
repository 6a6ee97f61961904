"""The stages by which one aim is brought down: each takes it further, or leaves it as it stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from allocator.model.problem import Aim, Model
from allocator.solve.search import Impossible, NotFound, Question, Search

#: The part of the way from the bound to the best value at which the first question is asked.
FIRST_QUESTION = 4
#: The solver's own measure of work (about seconds) that one attempt at minimising may cost.
MINIMISING_EFFORT = 2.0
#: The same, for one question; more, and it counts as too hard.
ASKING_EFFORT = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far an aim has come: the best seats, and the bound proven for it.

    ``deadline`` is in seconds of ``search.elapsed``.
    """

    model: Model
    aim: Aim
    search: Search
    deadline: float
    numbers: tuple[int, ...]
    bound: int

    @property
    def value(self) -> int:
        """The best value so far."""
        return self.aim.value(self.numbers)

    @property
    def left(self) -> float:
        """Seconds left for this aim."""
        return max(0.0, min(self.deadline - self.search.elapsed, self.search.left))

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to be found, or no time to find it in."""
        return self.value <= self.bound or self.left <= 0

    def question(
        self, *, effort: float | None, varied: bool = False, proving: bool = False
    ) -> Question:
        """What to ask the solver, within the time that is left."""
        return Question(
            goal=self.aim.name,
            seconds=self.left,
            effort=effort,
            varied=varied,
            proving=proving,
            value=self.value,
            bound=self.bound,
        )


def minimised(
    standing: Standing, *, effort: float | None, varied: bool = False, proving: bool = False
) -> Standing:
    """The standing after the solver has minimised the aim for a while."""
    model = standing.model
    model.minimise(standing.aim)
    model.hint(standing.numbers)
    try:
        question = standing.question(effort=effort, varied=varied, proving=proving)
        found = standing.search.solve(model, question)
    except NotFound:
        return standing
    numbers = min(found.numbers, standing.numbers, key=standing.aim.value)
    return replace(standing, numbers=numbers, bound=max(standing.bound, found.bound))


def approached(standing: Standing) -> Standing:
    """The standing after asking for values between the bound and the best one.

    Where minimising stalls, the question "is there a roster at this value or below?" is often
    answered at once: its tight counts prune where an objective far from its bound does not.
    (Measured, 400 delegations in 12 groups: minimising stops at 44 after 20 s, a value of 14 is
    found in 4 s.) A yes brings the best value down, a proven no brings the bound up, and a question
    too hard is followed by an easier one.
    """
    too_hard = standing.bound - 1
    while not standing.is_over and too_hard < standing.value - 1:
        asked = _next_value(standing, too_hard)
        model = standing.model.with_at_most(standing.aim, asked)
        model.hint(standing.numbers)
        try:
            found = standing.search.solve(model, standing.question(effort=ASKING_EFFORT))
            standing = replace(standing, numbers=found.numbers)
        except Impossible:
            standing = replace(standing, bound=asked + 1)
        except NotFound:
            too_hard = asked
    return standing


def _next_value(standing: Standing, too_hard: int) -> int:
    """The next value to ask for: above what was too hard, below what is known."""
    bound, value = standing.bound, standing.value
    if too_hard < bound:
        return bound + (value - 1 - bound) // FIRST_QUESTION
    return too_hard + max(1, (value - too_hard) // 2)


#: The solver's usual way settles nearly every aim; then with symmetries; then all of its
#: strategies in turn; then questions; and at last everything together until the time is up.
STAGES: tuple[Callable[[Standing], Standing], ...] = (
    partial(minimised, effort=MINIMISING_EFFORT),
    partial(minimised, effort=MINIMISING_EFFORT, proving=True),
    partial(minimised, effort=MINIMISING_EFFORT, varied=True),
    approached,
    partial(minimised, effort=None, varied=True, proving=True),
)
