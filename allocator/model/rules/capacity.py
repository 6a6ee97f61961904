"""No room holds more people than it seats."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.model.census import Census
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.text import joined, say

if TYPE_CHECKING:
    from allocator.model.problem import Model


class Capacity:
    """For each group with a capacity: people in the group <= capacity.

    Source: docs/method.md, rules of the event.
    """

    name = "capacity"

    def claim(self, plan: Plan) -> str:
        """The rule as one sentence."""
        limits = [
            say("{group} at most {capacity}", group=group.name, capacity=group.capacity)
            for group in plan.groups
            if group.capacity
        ]
        if not limits:
            return say("No group exceeds its capacity: none is limited.")
        return say("No group exceeds its capacity: {limits}.", limits=joined(", ", limits))

    def post(self, model: "Model", seats: Seats, plan: Plan) -> None:
        """Bound the people of each group that has a capacity."""
        for group, form in zip(plan.groups, seats.people().forms, strict=True):
            if group.capacity is not None:
                model.cp.add(model.expression(form) <= group.capacity)

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each group with more people than its capacity."""
        for group, people in zip(plan.groups, census.people(), strict=True):
            if group.capacity is not None and people > group.capacity:
                yield say(
                    "{group} holds {people} people; its capacity is {capacity}",
                    group=group.name,
                    people=people,
                    capacity=group.capacity,
                )
