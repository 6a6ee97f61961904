"""One delegation that a change left seated against its rule, with very many ways to sit."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from allocator.model.blocks.block import Block, Range
from allocator.model.cohorts import Cohort
from allocator.model.counts import Form
from allocator.model.parts import Excess
from allocator.model.profiles import Profile

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


class FreeBlock(Block):
    """Variables count the delegates of a profile; further ones say where the delegation sits.

    ``present`` is 1 for each group in which it has somebody. ``home`` is 1 for the one group that
    has most of a delegation that should sit whole; a delegation that is spread has none.
    """

    def __init__(self, cohort: Cohort, first: int, groups: int) -> None:
        """Number the variables."""
        super().__init__(cohort, first, groups)
        self.present = self._numbered()
        self.home = self._numbered() if cohort.kind.whole else ()

    def post(self, model: "cp_model.CpModel") -> "list[cp_model.IntVar]":
        """Create the variables, and tie the further ones to the seats."""
        variables = super().post(model)
        size = self.cohort.size
        people = [
            sum(variables[row[group] - self._first] for row in self.rows.values())
            for group in range(self.groups)
        ]
        present = [model.new_bool_var(f"present{number}") for number in self.present]
        for count, is_there in zip(people, present, strict=True):
            model.add(count >= is_there)
            model.add(count <= size * is_there)
        home = [model.new_bool_var(f"home{number}") for number in self.home]
        if home:
            model.add_exactly_one(home)
        for count, is_home in zip(people, home, strict=False):
            for other in people:
                model.add(other - count <= size - size * is_home)
        return [*variables, *present, *home]

    def sit(self, numbers: list[int], counts: Mapping[Profile, tuple[int, ...]]) -> None:
        """Add the delegation, where it is present and where it is at home."""
        super().sit(numbers, counts)
        people = [sum(column) for column in zip(*counts.values(), strict=True)]
        for number, count in zip(self.present, people, strict=True):
            numbers[number] += count > 0
        if self.home:
            numbers[self.home[people.index(max(people))]] += 1

    def delegations(self, group: int) -> Form:
        """The delegation, where it has somebody."""
        return Form(0, ((self.present[group], 1),))

    def delegations_total(self) -> Range:
        """It sits somewhere, and in no more groups than there are."""
        return 1, min(self.groups, self.cohort.size)

    def against(self) -> tuple[Excess, ...]:
        """Whole: everybody outside the home. Spread: those above the ceil, or below the floor."""
        size, people = self.cohort.size, [self.people(group) for group in range(self.groups)]
        if self.home:
            outside = tuple(
                each.times(-1) + Form(0, ((home, size),))
                for each, home in zip(people, self.home, strict=True)
            )
            return (Excess((outside,), size),)
        floor, rest = divmod(size, self.groups)
        above = tuple(each + Form(-floor - (rest > 0)) for each in people)
        below = tuple(each.times(-1) + Form(floor) for each in people)
        return (Excess((above, below), size),)
