"""What a rule and a goal are: one small file each, listed in ``catalog.py``.

A unit says the same thing twice, to the solver and to the audit, and shares no code between the
two: what the solver is told must be found true by somebody who never met it.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from allocator.delegation import Delegate, Delegation
from allocator.event_rules import EventRule
from allocator.model.census import Census
from allocator.plan import Plan

if TYPE_CHECKING:
    from allocator.model.parts import Part
    from allocator.model.problem import Model
    from allocator.model.seats import Seats


class Rule(Protocol):
    """Something every roster must keep."""

    name: str

    def claim(self, plan: Plan) -> str:
        """The rule as one sentence."""

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Tell the solver."""

    def violations(self, census: Census, plan: Plan) -> Iterable[str]:
        """Every breach in a roster, as a sentence; without the solver."""


class Names(StrEnum):
    """What the column "Group or With" of a rule names."""

    GROUPS = "groups"
    PARTIES = "parties"


class EventUnit(Rule, Protocol):
    """A kind of rule of the event: what its rows need, and what one of them says.

    ``other`` is what a row names beside those whom it binds, ``needs_other`` whether it must.
    ``counts`` says that it needs a number, ``binds_selections`` that it may bind everybody with a
    value, ``two_sides`` that those beside each other are bound to those of the other column only.
    """

    other: Names
    needs_other: bool
    counts: bool
    binds_selections: bool
    two_sides: bool

    def sentence(self, rule: EventRule, plan: Plan) -> str:
        """What one row demands."""


class Closing(Protocol):
    """A rule that closes groups to somebody, whoever else sits there."""

    def closed(self, plan: Plan, delegation: Delegation, delegate: Delegate | None) -> set[int]:
        """The groups, by index, that it closes to a delegate or a head-count delegation."""


class Goal(Protocol):
    """Something a roster should have as little of as possible."""

    name: str
    unit: str

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""

    def parts(self, seats: "Seats", plan: Plan) -> "tuple[Part, ...]":
        """What is added up; most parts are the spread of something that is counted per group."""

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster; without the solver."""
