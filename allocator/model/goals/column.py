"""Any column of the list spread over the groups."""

from collections import defaultdict
from collections.abc import Iterable

from allocator.model.blocks.block import Worth
from allocator.model.census import Census
from allocator.model.parts import Part, Spread
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.text import say

#: The longest whole number that is added up, in digits: sums stay within the solver's range.
DIGITS = 9


class ColumnDelegates:
    """Sum over the column's values of max - min over groups of the people with the value.

    A column whose every value is a whole number is balanced by its sum instead: max - min over
    groups of the sum over the people; whoever has no value counts 0. Source: docs/method.md, goals.
    """

    unit = "people"

    def __init__(self, column: str) -> None:
        """Balance this column."""
        self.column = column
        self.name = f"{column}.delegates"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return say(
            "Every group has the same number of people with each {column}: most less fewest, "
            "summed over the values; a column of numbers is balanced by its sum.",
            column=self.column,
        )

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:
        """People per group for each value, or the sum of a numeric column."""
        at = plan.balance.index(self.column)
        values = sorted(
            {
                profile.texts[at]
                for block in seats.blocks
                for profile, _ in block.cohort.kind.composition
            }
        )
        if _numeric(values):
            return (Spread(seats.people(worth=lambda profile: int(profile.texts[at] or 0))),)
        return tuple(Spread(seats.people(worth=_is(at, value))) for value in values)

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        people: dict[str, list[int]] = defaultdict(lambda: [0] * plan.k)
        for row in census.rows:
            for value, index, count in row.seated(self.column, census.places):
                people[value][index] += count
        if any(people) and not any(value.strip("0123456789") for value in people):
            sums = [
                sum(int(value or 0) * row[index] for value, row in people.items())
                for index in range(plan.k)
            ]
            return max(sums) - min(sums)
        return sum(max(row) - min(row) for row in people.values())


def is_count(text: str) -> bool:
    """Whether a text is a whole number from 0 that can be added up."""
    return text.isascii() and text.isdigit() and len(text) <= DIGITS


def _numeric(values: Iterable[str]) -> bool:
    said = [value for value in values if value]
    return bool(said) and all(map(is_count, said))


def _is(at: int, value: str) -> Worth:
    return lambda profile: int(profile.texts[at] == value)
