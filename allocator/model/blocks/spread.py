"""Delegations that sit spread over the groups, by their seating rule."""

from allocator.model.blocks.block import Block, Range
from allocator.model.counts import Form
from allocator.model.profiles import Profile


class SpreadBlock(Block):
    """Variables count the delegates of a profile beyond the even part."""

    def most(self, profile: Profile) -> int:
        """A member has at most the ceil of its even share in a group."""
        return min(self.row_total(profile), self.members * -(-self.cohort.size // self.groups))

    def delegations(self, group: int) -> Form:
        """Everybody is heard everywhere, or nobody is more than once in a group."""
        if self.cohort.kind.heard_everywhere:
            return Form(self.members)
        return Form(0, tuple((row[group], 1) for row in self.rows.values()))

    def delegations_total(self) -> Range:
        """As many as there are groups, or people."""
        everywhere = self.cohort.kind.heard_everywhere
        total = self.members * (self.groups if everywhere else self.cohort.size)
        return total, total
