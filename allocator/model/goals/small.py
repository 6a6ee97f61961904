"""Small delegations spread over the groups."""

from allocator.allocation import Allocation
from allocator.model.counts import Counts
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.workshop import Workshop


class Small:
    """max - min over groups of the small delegations present. Source: docs/method.md, goals."""

    name = "small"
    unit = "delegations"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return "Every group has the same number of small delegations: most less fewest."

    def parts(self, seats: Seats, plan: Plan) -> tuple[Counts, ...]:  # noqa: ARG002 - the protocol
        """Small delegations present per group."""
        return (seats.delegations(lambda cohort: cohort.kind.small),)

    def measure(self, workshop: Workshop, plan: Plan, allocation: Allocation) -> int:
        """The goal's value in an allocation."""
        present = [0] * plan.k
        for delegation in workshop.delegations:
            if plan.is_small(delegation):
                for index, seats in enumerate(allocation.seats[delegation.id]):
                    present[index] += seats > 0
        return max(present) - min(present)
