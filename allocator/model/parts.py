"""What aims are sums of: each part is told to the solver, and valued without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from allocator.model.counts import Counts, Form

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from allocator.model.problem import Model


class Part(Protocol):
    """One term of an aim; the smaller the better.

    ``limit`` is what arithmetic allows at best.
    """

    @property
    def limit(self) -> int:
        """No seats bring the part below this."""

    def value(self, numbers: Sequence[int]) -> int:
        """What the part comes to for these numbers of the seat variables."""

    def cost(self, model: "Model") -> "cp_model.LinearExprT":
        """The part as an expression to be minimised or bounded from above; posted anew."""

    def hold(self, model: "Model") -> None:
        """Demand that the part is at its limit."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The largest count less the smallest."""

    counts: Counts

    @property
    def limit(self) -> int:
        """0 when the sum can divide evenly, else 1."""
        return self.counts.limit

    def value(self, numbers: Sequence[int]) -> int:
        """The spread for these numbers of the seat variables."""
        return self.counts.spread(numbers)

    def cost(self, model: "Model") -> "cp_model.LinearExprT":
        """The counts lie between ``fewest`` and ``most``.

        Arithmetic is given as their domains, ``most >= ceil(sum / k)`` and ``fewest <=
        floor(sum / k)``: without it proofs take minutes.
        """
        counts = self.counts
        most = model.variable(counts.ceiling, counts.highest, self._most)
        fewest = model.variable(counts.lowest, counts.floor, self._fewest)
        for form in counts.forms:
            expression = model.expression(form)
            model.cp.add(expression <= most)
            model.cp.add(expression >= fewest)
        return most - fewest

    def hold(self, model: "Model") -> None:
        """Every count is the floor or the ceil of its fair share, where that is known."""
        counts = self.counts
        if not counts.is_fixed:
            model.cp.add(self.cost(model) <= counts.limit)
            return
        for form in counts.forms:
            model.cp.add_linear_constraint(model.expression(form), counts.floor, counts.ceiling)

    def _most(self, numbers: Sequence[int]) -> int:
        return max(self.counts.ceiling, *(form.value(numbers) for form in self.counts.forms))

    def _fewest(self, numbers: Sequence[int]) -> int:
        return min(self.counts.floor, *(form.value(numbers) for form in self.counts.forms))


@dataclass(frozen=True, slots=True)
class Excess:
    """How far forms lie above 0, added up: ``sum(max(0, form))``, and a form of its own.

    With alternatives it is the largest of such sums. ``highest`` bounds each form from above, and
    ``least`` is the limit that arithmetic sets.
    """

    alternatives: tuple[tuple[Form, ...], ...]
    highest: int
    plain: Form = Form()
    least: int = 0

    @property
    def limit(self) -> int:
        """What arithmetic allows at best."""
        return self.least

    def value(self, numbers: Sequence[int]) -> int:
        """The sum for these numbers of the seat variables."""
        above = max((_above(forms, numbers) for forms in self.alternatives), default=0)
        return self.plain.value(numbers) + above

    def cost(self, model: "Model") -> "cp_model.LinearExprT":
        """The plain form and, for each form, how far it is above 0; the largest alternative."""
        sums = [self._sum(model, forms) for forms in self.alternatives]
        if len(sums) <= 1:
            return sum([model.expression(self.plain), *sums])
        most = sum(len(forms) for forms in self.alternatives) * self.highest
        largest = model.variable(
            0, most, lambda numbers: max(_above(forms, numbers) for forms in self.alternatives)
        )
        for each in sums:
            model.cp.add(each <= largest)
        return sum([model.expression(self.plain), largest])

    def hold(self, model: "Model") -> None:
        """The sum is at its limit."""
        model.cp.add(self.cost(model) <= self.least)

    def _sum(self, model: "Model", forms: Sequence[Form]) -> "cp_model.LinearExprT":
        return sum(self._variable(model, form) for form in forms)

    def _variable(self, model: "Model", form: Form) -> "cp_model.IntVar":
        above = model.variable(0, self.highest, lambda numbers: max(0, form.value(numbers)))
        model.cp.add(model.expression(form) <= above)
        return above


def _above(forms: Sequence[Form], numbers: Sequence[int]) -> int:
    return sum(max(0, form.value(numbers)) for form in forms)
