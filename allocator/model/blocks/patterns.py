"""Delegations that a change of the list left seated against their rule, and that may stay so."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from allocator.model.blocks.block import Block, Range, Worth, one
from allocator.model.cohorts import Cohort
from allocator.model.counts import Form
from allocator.model.parts import Excess
from allocator.model.profiles import Profile
from allocator.published.staying import seats_against

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: Sets of ways to sit that are remembered.
KEPT = 512
#: People per group of one delegation.
Pattern = tuple[int, ...]


class PatternBlock(Block):
    """A variable for every way in which a delegation may sit; it counts the delegations that do.

    Presence, moves and people against the rule are sums over the patterns: all is linear, and alike
    delegations need not be decided one by one.
    """

    def __init__(self, cohort: Cohort, first: int, groups: int) -> None:
        """Number the variables."""
        super().__init__(cohort, first, groups)
        kind = cohort.kind
        self.patterns = patterns(cohort.size, groups, kind.leeway, whole=kind.whole)
        self.used = len(self.patterns)

    def _profiles(self) -> Iterator[Profile]:
        return iter(())

    def post(self, model: "cp_model.CpModel") -> "list[cp_model.IntVar]":
        """Create the variables; every delegation sits in one way."""
        closed = self.cohort.kind.composition[0][0].closed
        counts = [
            model.new_int_var(
                0, 0 if any(pattern[group] for group in closed) else self.members, f"seat{number}"
            )
            for number, pattern in zip(self.numbers, self.patterns, strict=True)
        ]
        model.add(sum(counts) == self.members)
        return counts

    def sit(self, numbers: list[int], counts: Mapping[Profile, tuple[int, ...]]) -> None:
        """Add one delegation to those that sit in its way."""
        (pattern,) = counts.values()
        numbers[self.numbers[self.patterns.index(pattern)]] += 1

    def people(self, group: int, worth: Worth = one) -> Form:
        """The people that each pattern has in the group."""
        each = worth(self.cohort.kind.composition[0][0])
        return self._sum([pattern[group] * each for pattern in self.patterns])

    def delegations(self, group: int) -> Form:
        """The delegations whose pattern has somebody there."""
        return self._sum([int(pattern[group] > 0) for pattern in self.patterns])

    def delegations_total(self) -> Range:
        """The fewest and the most groups that a pattern reaches."""
        present = [sum(people > 0 for people in pattern) for pattern in self.patterns]
        return self.members * min(present), self.members * max(present)

    def moves(self) -> Excess:
        """All who stay, less those who sit where they had their seat."""
        ((stayers, seats),) = self.cohort.kind.past
        moves = [stayers - sum(map(min, seats, pattern)) for pattern in self.patterns]
        return Excess((), 0, self._sum(moves), self.members * min(moves))

    def against(self) -> tuple[Excess, ...]:
        """The people who sit against the rule in each pattern."""
        whole = self.cohort.kind.whole
        return (
            Excess((), 0, self._sum([seats_against(each, whole=whole) for each in self.patterns])),
        )

    def _sum(self, weights: list[int]) -> Form:
        """Each pattern's weight for every delegation that sits so."""
        return Form(0, tuple(pair for pair in zip(self.numbers, weights, strict=True) if pair[1]))


@lru_cache(maxsize=KEPT)
def patterns(people: int, groups: int, leeway: int, *, whole: bool) -> tuple[Pattern, ...]:
    """Every way to seat so many people in the groups with at most ``leeway`` against the rule."""
    return tuple(
        pattern
        for pattern in _parts(people, groups)
        if seats_against(pattern, whole=whole) <= leeway
    )


def _parts(people: int, groups: int) -> Iterator[Pattern]:
    """Every way to part people into groups, in order."""
    if groups == 1:
        yield (people,)
        return
    for here in range(people, -1, -1):
        for others in _parts(people - here, groups - 1):
            yield (here, *others)
