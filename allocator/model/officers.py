"""The officers: variables that say in which group who holds an office."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from allocator.delegation import Delegation
from allocator.event_rules import Party
from allocator.model.candidates import Candidates, Holder, Slot
from allocator.model.counts import Form
from allocator.offices import OFFICES, Office, candidates
from allocator.plan import Plan

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


class Officers:
    """Variables of 0 or 1, numbered behind the seats.

    ``held``: number of the holder, office and group -> the variable that says that this one holds
    it. ``drawn``: office, group and region -> the one that says that somebody of the region does
    who is counted and not followed; ``deal`` draws who. ``counted`` is how many are counted by
    region and offices.
    """

    def __init__(self, delegations: Sequence[Delegation], plan: Plan, first: int) -> None:
        """Number the variables."""
        self.slots = plan.slots
        self.holders: tuple[Holder, ...] = ()
        self.held: dict[tuple[int, Office, int], int] = {}
        self.drawn: dict[tuple[Office, int, str], int] = {}
        self.counted: dict[tuple[str, tuple[str, ...]], int] = {}
        if not self.slots:
            return
        who = Candidates(plan)
        self.holders = who.holders(delegations)
        for region, offices in _counted(who, delegations if plan.sought else ()):
            self.counted[region, offices] = self.counted.get((region, offices), 0) + 1
        numbers = count(first)
        for number, holder in enumerate(self.holders):
            for office, group in holder.options:
                self.held[number, office, group] = next(numbers)
        for office, group in self.slots:
            if (office, group) in plan.appointed:
                continue
            for region in sorted({region for region, own in self.counted if office in own}):
                self.drawn[office, group, region] = next(numbers)

    @property
    def used(self) -> int:
        """How many variables there are."""
        return len(self.held) + len(self.drawn)

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions of the candidates, sorted."""
        regions = {holder.region for holder in self.holders if holder.options}
        return tuple(sorted(regions | {region for region, _ in self.counted}))

    def post(self, model: "cp_model.CpModel") -> "list[cp_model.IntVar]":
        """Create the variables in a model."""
        return [model.new_bool_var(f"officer{number}") for number in range(self.used)]

    def filled(self, office: Office, group: int, region: str) -> Form:
        """1 where somebody of a region holds an office of a group."""
        numbers = [
            number
            for (holder, its_office, its_group), number in self.held.items()
            if (its_office, its_group) == (office, group) and self.holders[holder].region == region
        ]
        if (office, group, region) in self.drawn:
            numbers.append(self.drawn[office, group, region])
        return Form(0, tuple((number, 1) for number in numbers))

    def of_holder(self, holder: int, group: int) -> Form:
        """1 where one who is followed holds an office of a group."""
        return Form(
            0,
            tuple(
                (self.held[holder, office, group], 1)
                for office in OFFICES
                if (holder, office, group) in self.held
            ),
        )

    def number_of(self, slot: Slot, holder: str, region: str) -> int:
        """The variable that is 1 when a delegate or delegation holds an office.

        Raises:
            KeyError: when the plan does not let them.
        """
        for number, each in enumerate(self.holders):
            if identity_of(each.party) == holder and (number, *slot) in self.held:
                return self.held[(number, *slot)]
        return self.drawn[(*slot, region)]


def identity_of(party: Party) -> str:
    """The id by which an allocation calls a party."""
    return party.delegate or party.delegation


def _counted(
    who: Candidates, delegations: Iterable[Delegation]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Region and offices of every delegate who is counted."""
    for delegation in delegations:
        for delegate, _ in candidates(delegation):
            if offices := who.offices(delegation, delegate):
                yield delegation.region, offices
