"""Delegations that sit in one group each."""

from collections.abc import Iterator, Mapping

from allocator.model.blocks.block import Block, Range, Worth, one
from allocator.model.cohorts import Profile
from allocator.model.counts import Form
from allocator.model.parts import Excess


class WholeBlock(Block):
    """One row, under ``()``, whose variables count delegations."""

    def _profiles(self) -> Iterator[Profile]:
        return iter(((),))

    def row_total(self, profile: Profile) -> int:  # noqa: ARG002 - there is one row
        """Every delegation sits somewhere."""
        return self.members

    def sit(self, numbers: list[int], counts: Mapping[Profile, tuple[int, ...]]) -> None:
        """Add one delegation, in the group in which it has people."""
        people = [sum(column) for column in zip(*counts.values(), strict=True)]
        numbers[self.rows[()][people.index(max(people))]] += 1

    def people(self, group: int, worth: Worth = one) -> Form:
        """Each delegation brings all its people."""
        composition = self.cohort.kind.composition
        weight = sum(count * worth(profile) for profile, count in composition)
        return Form(0, ((self.rows[()][group], weight),))

    def delegations(self, group: int) -> Form:
        """The delegations that sit there."""
        return Form(0, ((self.rows[()][group], 1),))

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
            (number, -people) for number, people in zip(self.rows[()], kept, strict=True) if people
        )
        least = self.members * (stayers - max(kept))
        return Excess((), 0, Form(self.members * stayers, terms), least)
