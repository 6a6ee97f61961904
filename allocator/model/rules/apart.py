"""Delegations or delegates who never sit in the same group."""

from collections.abc import Iterator
from itertools import combinations, product
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


class Apart(RuleOfEvent):
    """For each pair and each group: one is there + the other is there <= 1.

    Those in "Who" are apart from each of those in "With"; without any of these, from each other.
    Source: docs/method.md, rules.
    """

    name = "apart"
    other = Names.PARTIES
    needs_other = False
    binds_selections = False
    two_sides = True

    def sentence(self, rule: EventRule, plan: Plan) -> str:  # noqa: ARG002 - the protocol
        """What one row demands."""
        if not rule.others:
            return say("{who} apart", who=listed([party.name for party in rule.parties]))
        others = listed([party.name for party in rule.others])
        return say("{who} apart from {others}", who=rule.subject, others=others)

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """No group has both of a pair."""
        for rule in self.rows(plan):
            for one, other in _pairs(rule):
                for here, there in zip(seats.presence(one), seats.presence(other), strict=True):
                    model.cp.add(model.expression(here + there) <= 1)

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each pair that shares a group."""
        for rule in self.rows(plan):
            for one, other in _pairs(rule):
                seats = zip(census.seats_of(one), census.seats_of(other), strict=True)
                for group, (mine, theirs) in zip(plan.groups, seats, strict=True):
                    if mine and theirs:
                        yield say(
                            "{one} apart from {other}: both sit in {group}",
                            one=one.name,
                            other=other.name,
                            group=group.name,
                        )


def _pairs(rule: EventRule) -> Iterator[tuple[Party, Party]]:
    """Those who are to be apart; it is what the rule says, not how it is checked."""
    who = [each for each in rule.who if isinstance(each, Party)]
    yield from product(who, rule.others) if rule.others else combinations(who, 2)
