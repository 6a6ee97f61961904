"""Delegations or delegates who sit together."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from allocator.event_rules import EventRule, Party
from allocator.model.census import Census
from allocator.model.event_unit import RuleOfEvent, listed
from allocator.model.unit import Names
from allocator.plan import Plan
from allocator.text import say

if TYPE_CHECKING:
    from allocator.model.problem import Model
    from allocator.model.seats import Seats


class Together(RuleOfEvent):
    """For each two parties and each group: the one in fewer groups is there <= the other is there.

    By the seating rules a delegate or a whole delegation is in one group, and one that is spread in
    min(n, k). One that may sit anyhow (``Plan.free``) may be the one in fewer groups or in more.
    Source: docs/method.md, rules.
    """

    name = "together"
    other = Names.PARTIES
    needs_other = False
    binds_selections = False

    def sentence(self, rule: EventRule, plan: Plan) -> str:  # noqa: ARG002 - the protocol
        """What one row demands."""
        return say("{who} together", who=listed([party.name for party in rule.parties]))

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Order the parties by the groups they are in; each is where the one before it is."""
        for rule in self.rows(plan):
            known = sorted(rule.parties, key=lambda each: (each.delegation, each.delegate))
            if any(party.delegation in plan.free for party in known):
                _post_either_way(model, seats, known)
                continue
            for fewer, more in pairwise(sorted(known, key=seats.reach)):
                rows = zip(seats.presence(fewer), seats.presence(more), strict=True)
                for here, there in rows:
                    model.cp.add(model.expression(here) <= model.expression(there))

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each pair that has a group of one without the other, whichever is in fewer groups."""
        for rule in self.rows(plan):
            groups = [_groups(census, party) for party in rule.parties]
            for number, mine in enumerate(groups):
                for theirs in groups[number + 1 :]:
                    if not (mine <= theirs or theirs <= mine):
                        yield say(
                            "{rule}: they sit in different groups", rule=self.sentence(rule, plan)
                        )


def _post_either_way(model: "Model", seats: "Seats", parties: Sequence[Party]) -> None:
    """Of each pair, one is where the other is; which one, the solver may choose."""
    for one, other in combinations(parties, 2):
        turned = model.cp.new_bool_var("")
        for mine, theirs in zip(seats.presence(one), seats.presence(other), strict=True):
            apart = model.expression(mine + theirs.times(-1))
            model.cp.add(apart <= turned)
            model.cp.add(apart >= turned - 1)


def _groups(census: Census, party: Party) -> set[int]:
    return {index for index, people in enumerate(census.seats_of(party)) if people}
