"""Regions and categories spread over the groups, by delegations and by people."""

from collections import defaultdict
from typing import Literal

from allocator.model.census import Census
from allocator.model.parts import Part, Spread
from allocator.model.seats import Seats, Where
from allocator.plan import Plan
from allocator.text import say

#: The two labels every delegation carries.
Label = Literal["region", "category"]


def _labels(seats: Seats, label: Label) -> list[str]:
    return sorted({getattr(block.cohort.kind, label) for block in seats.blocks})


def _counted_under(label: Label, value: str) -> Where:
    return lambda cohort: getattr(cohort.kind, label) == value


class LabelDelegations:
    """Sum over labels of max - min over groups of the delegations present.

    Source: docs/method.md, goals.
    """

    unit = "delegations"

    def __init__(self, label: Label) -> None:
        """Balance this label."""
        self.label = label
        self.name = f"{label}.delegations"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        if self.label == "region":
            return say(
                "Every group hears the same number of delegations of each region: "
                "most less fewest, summed over the region labels."
            )
        return say(
            "Every group hears the same number of delegations of each category: "
            "most less fewest, summed over the category labels."
        )

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:  # noqa: ARG002 - the protocol
        """Delegations present per group, for each label."""
        return tuple(
            Spread(seats.delegations(_counted_under(self.label, each)))
            for each in _labels(seats, self.label)
        )

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        present: dict[str, list[int]] = defaultdict(lambda: [0] * plan.k)
        for row in census.rows:
            counts = present[getattr(row.delegation, self.label)]
            for index, seats in enumerate(row.seats):
                counts[index] += row.times * (seats > 0)
        return sum(max(counts) - min(counts) for counts in present.values())


class LabelDelegates:
    """Sum over labels of max - min over groups of the people. Source: docs/method.md, goals."""

    unit = "people"

    def __init__(self, label: Label) -> None:
        """Balance this label."""
        self.label = label
        self.name = f"{label}.delegates"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        if self.label == "region":
            return say(
                "Every group has the same number of people of each region: "
                "most less fewest, summed over the region labels."
            )
        return say(
            "Every group has the same number of people of each category: "
            "most less fewest, summed over the category labels."
        )

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:  # noqa: ARG002 - the protocol
        """People per group, for each label."""
        return tuple(
            Spread(seats.people(_counted_under(self.label, each)))
            for each in _labels(seats, self.label)
        )

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        people: dict[str, list[int]] = defaultdict(lambda: [0] * plan.k)
        for row in census.rows:
            counts = people[getattr(row.delegation, self.label)]
            for index, seats in enumerate(row.seats):
                counts[index] += row.times * seats
        return sum(max(counts) - min(counts) for counts in people.values())
