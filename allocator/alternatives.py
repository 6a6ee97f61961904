"""Several numbers of groups side by side, one of them taken."""

from dataclasses import dataclass

from allocator.allocation import Outcome
from allocator.errors import AllocatorError, TimeIsUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A number of groups with its outcome, or with the error that says why it has none."""

    number: int
    outcome: Outcome | None = None
    error: AllocatorError | None = None

    @property
    def is_possible(self) -> bool:
        """Whether nothing but the time stands in its way, as far as is known."""
        return self.error is None or isinstance(self.error, TimeIsUp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """The numbers of groups that were asked for, and what those that were tried give.

    ``numbers`` and ``tried`` are ascending. ``people`` is the head-count of the list, ``most`` how
    many people a group is to have at most (``max_group_size``).
    """

    numbers: tuple[int, ...]
    taken: Outcome
    tried: tuple[Alternative, ...]
    people: int
    most: int

    @property
    def others(self) -> tuple[Outcome, ...]:
        """The outcomes that were not taken."""
        found = (each.outcome for each in self.tried if each.number != self.taken.plan.k)
        return tuple(outcome for outcome in found if outcome is not None)

    @property
    def impossible(self) -> tuple[Alternative, ...]:
        """The numbers that cannot be taken, whatever time is given."""
        return tuple(each for each in self.tried if not each.is_possible)
