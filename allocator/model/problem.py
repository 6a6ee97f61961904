"""The problem: a workshop and its plan as models that a search can solve."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from allocator.event_rules import EventRule
from allocator.model.catalog import CLOSING, RULES, goals_named
from allocator.model.cohorts import cohorts_of
from allocator.model.counts import Form
from allocator.model.history import NO_HISTORY, Histories
from allocator.model.parts import Part
from allocator.model.profiles import Profiles
from allocator.model.seats import Seats
from allocator.model.unit import Rule
from allocator.plan import Plan
from allocator.published.seats import NOBODY, Published
from allocator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ortools.sat.python import cp_model

#: The aim of a re-balance that is no goal of a roster: people who get another group.
MOVES = "moves"


class Aim:
    """One goal of one problem: what its value is made of, and the limit that arithmetic sets."""

    def __init__(self, name: str, unit: str, parts: tuple[Part, ...]) -> None:
        """Keep the parts, which add up to the goal's value."""
        self.name = name
        self.unit = unit
        self.parts = parts
        self.limit = sum(part.limit for part in parts)

    def value(self, numbers: "Sequence[int]") -> int:
        """The goal's value for these numbers of the seat variables."""
        return sum(part.value(numbers) for part in self.parts)


class Model:
    """One CP-SAT model: the seats and the rules, and whatever aims are added."""

    def __init__(
        self,
        seats: Seats,
        plan: Plan,
        rules: tuple[Rule, ...],
        beside: "cp_model.CpModel | None" = None,
    ) -> None:
        """Post the seats and the rules; ``beside`` takes in what another model has too."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 - heavy, loaded when solving

        self.cp = beside or cp_model.CpModel()
        self.variables = seats.post(self.cp)
        self._costs: dict[Aim, cp_model.LinearExprT] = {}
        self._further: list[tuple[cp_model.IntVar, Callable[[Sequence[int]], int]]] = []
        for rule in rules:
            rule.post(self, seats, plan)

    def hold_at_limit(self, aim: Aim) -> None:
        """Demand that every part of the aim is at its limit."""
        for part in aim.parts:
            part.hold(self)

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
        self._cost(aim)
        twin = self.copy()
        twin.cp.clear_objective()  # type: ignore[no-untyped-call] # ortools lacks it
        twin.hold(aim, value)
        return twin

    def copy(self) -> "Model":
        """A model to which more can be added without adding it here."""
        twin = copy(self)
        twin.cp = self.cp.clone()
        twin._costs, twin._further = dict(self._costs), list(self._further)  # noqa: SLF001 - its own kind
        return twin

    def excess(self, form: Form, most: int, people: int) -> "cp_model.IntVar":
        """How far a form of at most ``people`` lies above a number, as a variable to minimise."""
        above = self.cp.new_int_var(0, people, "excess")
        self.cp.add(self.expression(form) - most <= above)
        return above

    def variable(
        self, least: int, most: int, value: "Callable[[Sequence[int]], int]"
    ) -> "cp_model.IntVar":
        """A further variable; ``value`` says what it is for some numbers of the seat variables."""
        new = self.cp.new_int_var(least, most, "")
        self._further.append((new, value))
        return new

    def expression(self, form: Form) -> "cp_model.LinearExprT":
        """A form over the seats as the solver takes it."""
        return form.constant + sum(weight * self.variables[v] for v, weight in form.terms)

    def hint(self, numbers: "Sequence[int]") -> None:
        """Offer a solution as the place to start from: whole, or the solver may lose it."""
        self.cp.clear_hints()  # type: ignore[no-untyped-call] # ortools lacks it
        for variable, number in zip(self.variables, numbers, strict=True):
            self.cp.add_hint(variable, number)
        for variable, value in self._further:
            self.cp.add_hint(variable, value(numbers))

    def _cost(self, aim: Aim) -> "cp_model.LinearExprT":
        """The aim's value as an expression to be minimised or bounded from above."""
        if aim not in self._costs:
            self._costs[aim] = sum(part.cost(self) for part in aim.parts)
        return self._costs[aim]


class Problem:
    """Seats, rules and aims of one workshop; makes as many models as a search asks for.

    With published seats it has the aim ``moves`` too, which is not among ``aims``. ``histories``
    tell delegations apart by where they sat in earlier sessions.
    """

    def __init__(
        self,
        workshop: Workshop,
        plan: Plan,
        published: Published = NOBODY,
        histories: Histories = NO_HISTORY,
    ) -> None:
        """Form the cohorts and count what the goals count.

        The rules are taken by what they say, so that the order of their rows moves nobody.
        """
        plan = replace(plan, rules=tuple(sorted(plan.rules, key=_said)))
        self.workshop = workshop
        self.plan = plan
        self.published = published
        self.profiles = Profiles(plan, published, CLOSING, histories)
        self.seats = Seats(cohorts_of(workshop, self.profiles), plan)

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """The goals in order of priority; counted only where a search asks for them."""
        goals = goals_named(self.plan.goals, self.workshop, self.plan.balance)
        return tuple(Aim(goal.name, goal.unit, goal.parts(self.seats, self.plan)) for goal in goals)

    @cached_property
    def moves(self) -> Aim:
        """The people who had a seat and get one in another group."""
        return Aim(MOVES, "people", (self.seats.moves(),))

    def model(
        self, rules: tuple[Rule, ...] = RULES, *, beside: "cp_model.CpModel | None" = None
    ) -> Model:
        """A new model with the seats and the rules; it may stand beside another one."""
        return Model(self.seats, self.plan, rules, beside)

    def balanced(
        self, values: "Sequence[int]", *, beside: "cp_model.CpModel | None" = None
    ) -> Model:
        """A new model whose aims, in their order, are held at these values or below."""
        model = self.model(beside=beside)
        for aim, value in zip(self.aims, values, strict=True):
            model.hold(aim, value)
        return model


def _said(rule: EventRule) -> tuple[str, ...]:
    row = rule.row
    return row.kind, row.who, row.other, str(row.number), row.note
