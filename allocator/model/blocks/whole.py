"""Delegations that sit in one group each."""

from collections.abc import Collection, Iterator, Mapping

from allocator.model.blocks.block import Block, Range, Worth, one
from allocator.model.counts import Form
from allocator.model.parts import Excess
from allocator.model.profiles import ANYBODY, Profile


class WholeBlock(Block):
    """One row, under ``ANYBODY``, whose variables count delegations."""

    def _profiles(self) -> Iterator[Profile]:
        return iter((ANYBODY,))

    def row_total(self, profile: Profile) -> int:  # noqa: ARG002 - there is one row
        """Every delegation sits somewhere."""
        return self.members

    def closed(self, profile: Profile) -> Collection[int]:  # noqa: ARG002 - there is one row
        """What is closed to one of them is closed to all."""
        return {group for each, _ in self.cohort.kind.composition for group in each.closed}

    def sit(self, numbers: list[int], counts: Mapping[Profile, tuple[int, ...]]) -> None:
        """Add one delegation, in the group in which it has people."""
        people = [sum(column) for column in zip(*counts.values(), strict=True)]
        numbers[self.rows[ANYBODY][people.index(max(people))]] += 1

    def people(self, group: int, worth: Worth = one) -> Form:
        """Each delegation brings all its people."""
        composition = self.cohort.kind.composition
        weight = sum(count * worth(profile) for profile, count in composition)
        return Form(0, ((self.rows[ANYBODY][group], weight),))

    def delegations(self, group: int) -> Form:
        """The delegations that sit there."""
        return Form(0, ((self.rows[ANYBODY][group], 1),))

    def delegations_total(self) -> Range:
        """Each counts once."""
        return self.members, self.members

    def moves(self) -> Excess:
        """All who stay, less those whose delegation sits where they had their seat."""
        kind = self.cohort.kind
        counts = [count for _, count in kind.composition]
        stayers = sum(own for own, _ in kind.past)
        kept = [
            sum(min(seats[group], n) for (_, seats), n in zip(kind.past, counts, strict=False))
            for group in range(self.groups)
        ]
        terms = tuple(
            (number, -people)
            for number, people in zip(self.rows[ANYBODY], kept, strict=True)
            if people
        )
        least = self.members * (stayers - max(kept))
        return Excess((), 0, Form(self.members * stayers, terms), least)
