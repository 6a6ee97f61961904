"""The seating rule, for delegations that were seated before and that a change left against it."""

from allocator.model.census import Census
from allocator.model.parts import Part
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.text import say


class Seating:
    """Sum over delegations of the people who would have to sit elsewhere for its rule to hold.

    Whole: n - (most people in one group). Spread: people above ceil(n/k) in a group, or missing
    from floor(n/k), whichever is more. Source: docs/method.md, re-balance.
    """

    name = "seating"
    unit = "people"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return say(
            "Nobody sits against the seating rule of the delegation: people outside the group of a "
            "whole delegation, or more or fewer in a group than an even spread has."
        )

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:  # noqa: ARG002 - the protocol
        """One part for each delegation that may sit against its rule."""
        return tuple(part for block in seats.blocks for part in block.against())

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        return sum(row.times * row.against(plan) for row in census.rows)
