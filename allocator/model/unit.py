"""What a rule and a goal are: one small file each, listed in ``catalog.py``.

A unit says the same thing twice, to the solver and to the audit, and shares no code between the
two: what the solver is told must be found true by somebody who never met it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from allocator.model.census import Census
from allocator.model.parts import Part
from allocator.model.seats import Seats
from allocator.plan import Plan

if TYPE_CHECKING:
    from allocator.model.problem import Model


class Rule(Protocol):
    """Something every roster must keep."""

    name: str

    def claim(self, plan: Plan) -> str:
        """The rule as one sentence."""

    def post(self, model: "Model", seats: Seats, plan: Plan) -> None:
        """Tell the solver."""

    def violations(self, census: Census, plan: Plan) -> Iterable[str]:
        """Every breach in a roster, as a sentence; without the solver."""


class Goal(Protocol):
    """Something a roster should have as little of as possible."""

    name: str
    unit: str

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:
        """What is added up; most parts are the spread of something that is counted per group."""

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster; without the solver."""
