"""Small delegations spread over the groups."""

from allocator.model.census import Census
from allocator.model.parts import Part, Spread
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.text import say


class Small:
    """max - min over groups of the small delegations present. Source: docs/method.md, goals."""

    name = "small"
    unit = "delegations"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return say("Every group has the same number of small delegations: most less fewest.")

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:  # noqa: ARG002 - the protocol
        """Small delegations present per group."""
        return (Spread(seats.delegations(lambda cohort: cohort.kind.small)),)

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        present = [0] * plan.k
        for row in census.rows:
            if plan.is_small(row.delegation):
                for index, seats in enumerate(row.seats):
                    present[index] += row.times * (seats > 0)
        return max(present) - min(present)
