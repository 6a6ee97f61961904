"""A delegation that sits whole has all its people in one group."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.model.census import Census
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.settings import SmallSeating
from allocator.text import say

if TYPE_CHECKING:
    from allocator.model.problem import Model


class OneGroup:
    """For each delegation that sits whole, small ones included: people > 0 in exactly one group.

    In a re-balance, at most ``leeway`` people of a delegation that had seats sit elsewhere.
    Source: docs/method.md, seating rules.
    """

    name = "whole"

    def claim(self, plan: Plan) -> str:
        """The rule as one sentence."""
        together = plan.small_seating is SmallSeating.TOGETHER
        if not together:
            return say("Every delegation that is to stay whole sits together in one group.")
        return say(
            "Every delegation of at most {small} and every delegation that is to stay whole sits "
            "together in one group.",
            small=plan.small,
        )

    def post(self, model: "Model", seats: Seats, plan: Plan) -> None:  # noqa: ARG002 - the protocol
        """Bound the people outside; but for a delegation alone, the variables see to it."""
        for block in seats.blocks:
            if block.cohort.kind.whole and block.cohort.kind.alone:
                for part in block.against():
                    model.cp.add(part.cost(model) <= block.cohort.kind.leeway)

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each such delegation that sits in two groups or more."""
        for row in census.rows:
            present = sum(seats > 0 for seats in row.seats)
            if present > 1 and plan.sits_whole(row.delegation) and row.against(plan) > row.leeway:
                for delegation in row.members:
                    yield say(
                        "{delegation} sits in {groups} groups and must sit in one",
                        delegation=delegation.name,
                        groups=present,
                    )
