"""The seats: the only owner of the variables that say who sits where."""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from allocator.delegation import DelegationId
from allocator.event_rules import EventRule, Party
from allocator.model.blocks.block import Block, Worth, one
from allocator.model.blocks.free import FreeBlock
from allocator.model.blocks.patterns import PatternBlock
from allocator.model.blocks.spread import SpreadBlock
from allocator.model.blocks.whole import WholeBlock
from allocator.model.cohorts import Cohort
from allocator.model.counts import Counts, Form, added
from allocator.model.officers import Officers
from allocator.model.parts import Excess
from allocator.plan import Plan

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: Which cohorts a count takes in.
Where = Callable[[Cohort], bool]


def everyone(_cohort: Cohort) -> bool:
    """Every cohort."""
    return True


class Seats:
    """Integer counts per cohort, profile and group: never one variable per person."""

    def __init__(self, cohorts: Iterable[Cohort], plan: Plan) -> None:
        """Number the variables; a model gets them with ``post``."""
        self.groups = groups = plan.k
        blocks: list[Block] = []
        used = 0
        for cohort in cohorts:
            block = _kind_of_block(cohort)(cohort, used, groups)
            blocks.append(block)
            used += block.used
        self.blocks = tuple(blocks)
        members = [each for block in blocks for each in block.cohort.members] if plan.slots else []
        self.officers = Officers(members, plan, used)

    @property
    def used(self) -> int:
        """How many variables there are, those of the officers behind those of the seats."""
        return sum(block.used for block in self.blocks) + self.officers.used

    def post(self, model: "cp_model.CpModel") -> "list[cp_model.IntVar]":
        """Create the variables in a model; every delegate gets exactly one seat."""
        seats = [variable for block in self.blocks for variable in block.post(model)]
        return [*seats, *self.officers.post(model)]

    def people(self, where: Where = everyone, worth: Worth = one) -> Counts:
        """The people of some cohorts per group, each counted at the worth of the profile."""
        blocks = [block for block in self.blocks if where(block.cohort)]
        total = sum(block.people_total(worth) for block in blocks)
        forms = (
            added([block.people(group, worth) for block in blocks]) for group in range(self.groups)
        )
        return Counts(forms=tuple(forms), least=total, most=total)

    def delegations(self, where: Where = everyone) -> Counts:
        """The delegations of some cohorts that are present per group."""
        blocks = [block for block in self.blocks if where(block.cohort)]
        ranges = [block.delegations_total() for block in blocks]
        forms = (
            added([block.delegations(group) for block in blocks]) for group in range(self.groups)
        )
        return Counts(
            forms=tuple(forms),
            least=sum(least for least, _ in ranges),
            most=sum(most for _, most in ranges),
        )

    def counted(self, rule: EventRule, plan: Plan) -> Counts:
        """The people per group whom a rule of a plan binds."""
        number = plan.rules.index(rule)
        return self.people(
            lambda cohort: any(number in profile.counted for profile, _ in cohort.kind.composition),
            lambda profile: int(number in profile.counted),
        )

    def presence(self, party: Party) -> tuple[Form, ...]:
        """For each group, 1 where a delegation has somebody, or where a delegate sits, else 0.

        The party is one that a rule names beside others, so that it is told apart.
        """
        block = self._block_of[party.delegation]
        if not party.delegate:
            return tuple(block.delegations(group) for group in range(self.groups))
        return tuple(
            block.people(group, lambda profile: int(profile.mark == party.delegate))
            for group in range(self.groups)
        )

    def people_of(self, party: Party) -> tuple[Form, ...]:
        """For each group, the people of a delegation that is told apart, or 1 for a delegate."""
        if party.delegate:
            return self.presence(party)
        block = self._block_of[party.delegation]
        return tuple(map(block.people, range(self.groups)))

    def candidates(self, region: str, group: int, offices: Collection[str]) -> Form:
        """The people of a region in a group who are counted for any of some offices."""
        wanted = set(offices)
        return added(
            [
                block.people(group, lambda profile: int(not wanted.isdisjoint(profile.offices)))
                for block in self.blocks
                if block.cohort.kind.region == region
                and any(profile.offices for profile, _ in block.cohort.kind.composition)
            ]
        )

    def reach(self, party: Party) -> tuple[int, int]:
        """In how many groups a party is by its seating rule, and in how many it may be at most.

        The two differ for a delegation that a re-balance may leave against its rule.
        """
        kind = self._block_of[party.delegation].cohort.kind
        people = sum(count for _, count in kind.composition)
        if party.delegate:
            return 1, 1
        most = self.groups if kind.heard_everywhere else min(people, self.groups)
        usual = 1 if kind.whole else most
        return usual, most if kind.leeway else usual

    @cached_property
    def _block_of(self) -> dict[DelegationId, Block]:
        """Delegation id -> its block."""
        return {each.id: block for block in self.blocks for each in block.cohort.members}

    def moves(self) -> Excess:
        """The people who had a seat and get one in another group."""
        parts = [block.moves() for block in self.blocks if block.cohort.kind.past]
        above = tuple(form for part in parts for forms in part.alternatives for form in forms)
        return Excess(
            (above,),
            max((part.highest for part in parts), default=0),
            added([part.plain for part in parts]),
            sum(part.least for part in parts),
        )


def _kind_of_block(cohort: Cohort) -> type[Block]:
    if cohort.kind.leeway:
        return FreeBlock if cohort.kind.alone else PatternBlock
    return WholeBlock if cohort.kind.whole else SpreadBlock
