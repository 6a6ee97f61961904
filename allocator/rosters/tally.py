"""Counting an outcome by any label, for the balance tables."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from allocator.allocation import Outcome
from allocator.delegation import Delegate, Delegation


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One label's numbers per group, in plan order, and its total in the list."""

    label: str
    counts: tuple[int, ...]
    total: int

    @property
    def spread(self) -> int:
        """The largest number less the smallest."""
        return max(self.counts) - min(self.counts)


def presence(outcome: Outcome, label: Callable[[Delegation], str]) -> dict[str, Line]:
    """Delegations present per group, by label; the total counts each delegation once."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * outcome.plan.k)
    totals: dict[str, int] = defaultdict(int)
    for delegation in outcome.workshop.delegations:
        name = label(delegation)
        totals[name] += 1
        for index, seats in enumerate(outcome.seats_of(delegation)):
            counts[name][index] += seats > 0
    return {
        name: Line(label=name, counts=tuple(row), total=totals[name])
        for name, row in counts.items()
    }


def people(
    outcome: Outcome, label: Callable[[Delegation, Delegate | None], str]
) -> dict[str, Line]:
    """People per group, by label; the label sees the delegate of a named list, else ``None``."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * outcome.plan.k)
    for delegation in outcome.workshop.delegations:
        for delegate, index, seats in _seated(outcome, delegation):
            counts[label(delegation, delegate)][index] += seats
    return {
        name: Line(label=name, counts=tuple(row), total=sum(row)) for name, row in counts.items()
    }


def _seated(outcome: Outcome, delegation: Delegation) -> Iterator[tuple[Delegate | None, int, int]]:
    """Delegate, group index and people, for everybody of a delegation."""
    for delegate in delegation.delegates:
        yield delegate, outcome.allocation.places[delegate.id], 1
    if not delegation.delegates:
        for index, seats in enumerate(outcome.seats_of(delegation)):
            yield None, index, seats
