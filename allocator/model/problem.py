"""The problem: a workshop and its plan as models that a search can solve."""

from copy import copy
from typing import TYPE_CHECKING

from allocator.model.catalog import RULES, goals_named
from allocator.model.cohorts import cohorts_of
from allocator.model.counts import Counts, Form
from allocator.model.seats import Seats
from allocator.model.unit import Rule
from allocator.plan import Plan
from allocator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ortools.sat.python import cp_model


class Aim:
    """One goal of one problem: its counts per group, and the limit that arithmetic sets."""

    def __init__(self, name: str, unit: str, parts: tuple[Counts, ...]) -> None:
        """Keep the counts whose spreads add up to the goal's value."""
        self.name = name
        self.unit = unit
        self.parts = parts
        self.limit = sum(part.limit for part in parts)

    def value(self, numbers: "Sequence[int]") -> int:
        """The goal's value for these numbers of the seat variables."""
        return sum(part.spread(numbers) for part in self.parts)


class Model:
    """One CP-SAT model: the seats and the rules, and whatever aims are added."""

    def __init__(self, seats: Seats, plan: Plan, rules: tuple[Rule, ...]) -> None:
        """Post the seats and the rules."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 - heavy, loaded when solving

        self.cp = cp_model.CpModel()
        self.variables = seats.post(self.cp)
        self._costs: dict[Aim, cp_model.LinearExprT] = {}
        self._extremes: list[tuple[cp_model.IntVar, cp_model.IntVar, Counts]] = []
        for rule in rules:
            rule.post(self.cp, self.variables, seats, plan)

    def hold_at_limit(self, aim: Aim) -> None:
        """Demand that every count of the aim is the floor or the ceil of its fair share."""
        for part in aim.parts:
            for form in part.forms:
                floor, over = divmod(part.total, len(part.forms))
                self.cp.add_linear_constraint(self._expression(form), floor, floor + (over > 0))

    def minimise(self, aim: Aim) -> None:
        """Make the aim's value the objective."""
        self.cp.minimize(self._cost(aim))

    def hold(self, aim: Aim, value: int) -> None:
        """Demand that the aim's value is at most this, and drop the objective."""
        self.cp.clear_objective()  # type: ignore[no-untyped-call] # ortools lacks it
        if value <= aim.limit:
            self.hold_at_limit(aim)
        else:
            self.cp.add(self._cost(aim) <= value)

    def with_at_most(self, aim: Aim, value: int) -> "Model":
        """This model without an objective, and with the aim at this value or below."""
        cost, twin = self._cost(aim), copy(self)
        twin.cp = self.cp.clone()
        twin.cp.clear_objective()  # type: ignore[no-untyped-call] # ortools lacks it
        twin.cp.add(cost <= value)
        return twin

    def excess(self, form: Form, most: int, people: int) -> "cp_model.IntVar":
        """How far a form of at most ``people`` lies above a number, as a variable to minimise."""
        above = self.cp.new_int_var(0, people, "excess")
        self.cp.add(self._expression(form) - most <= above)
        return above

    def hint(self, numbers: "Sequence[int]") -> None:
        """Offer a solution as the place to start from: whole, or the solver may lose it."""
        self.cp.clear_hints()  # type: ignore[no-untyped-call] # ortools lacks it
        for variable, number in zip(self.variables, numbers, strict=True):
            self.cp.add_hint(variable, number)
        for most, fewest, part in self._extremes:
            counts = [form.value(numbers) for form in part.forms]
            floor, over = divmod(part.total, len(counts))
            self.cp.add_hint(most, max(floor + (over > 0), *counts))
            self.cp.add_hint(fewest, min(floor, *counts))

    def _cost(self, aim: Aim) -> "cp_model.LinearExprT":
        """The aim's value as an expression to be minimised or bounded from above."""
        if aim not in self._costs:
            self._costs[aim] = sum(self._spread(part) for part in aim.parts)
        return self._costs[aim]

    def _spread(self, part: Counts) -> "cp_model.LinearExprT":
        """Largest count less smallest: the counts lie between ``fewest`` and ``most``.

        Arithmetic is given as their domains, ``most >= ceil(total / k)`` and ``fewest <=
        floor(total / k)``: without it proofs take minutes.
        """
        floor, over = divmod(part.total, len(part.forms))
        most = self.cp.new_int_var(floor + (over > 0), part.highest, "most")
        fewest = self.cp.new_int_var(part.lowest, floor, "fewest")
        for form in part.forms:
            expression = self._expression(form)
            self.cp.add(expression <= most)
            self.cp.add(expression >= fewest)
        self._extremes.append((most, fewest, part))
        return most - fewest

    def _expression(self, form: Form) -> "cp_model.LinearExprT":
        return form.constant + sum(weight * self.variables[v] for v, weight in form.terms)


class Problem:
    """Seats, rules and aims of one workshop; makes as many models as a search asks for."""

    def __init__(self, workshop: Workshop, plan: Plan) -> None:
        """Form the cohorts and count what the goals count."""
        self.plan = plan
        self.seats = Seats(cohorts_of(workshop, plan), plan.k)
        self.aims = tuple(
            Aim(goal.name, goal.unit, goal.parts(self.seats, plan))
            for goal in goals_named(plan.goals, workshop, plan.balance)
        )

    def model(self, rules: tuple[Rule, ...] = RULES) -> Model:
        """A new model with the seats and the rules."""
        return Model(self.seats, self.plan, rules)
