"""Somebody sits in one of the groups that a rule names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.delegation import Delegate, Delegation
from allocator.event_rules import EventRule
from allocator.model.census import Census
from allocator.model.event_unit import RuleOfEvent, any_group
from allocator.plan import Plan
from allocator.text import say

if TYPE_CHECKING:
    from allocator.model.problem import Model
    from allocator.model.seats import Seats


class InGroup(RuleOfEvent):
    """For everybody bound: people in any other group = 0. Source: docs/method.md, rules."""

    name = "in"

    def sentence(self, rule: EventRule, plan: Plan) -> str:
        """What one row demands."""
        return say("{who} in {groups}", who=rule.subject, groups=any_group(plan, rule))

    def closed(self, plan: Plan, delegation: Delegation, delegate: Delegate | None) -> set[int]:
        """All groups but those of each rule that binds the people."""
        return {
            index
            for rule in self.rows(plan)
            if rule.binds(delegation, delegate)
            for index in range(plan.k)
            if index not in rule.groups
        }

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Nothing: the variables of closed groups can only be 0."""

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each row whose people sit in other groups."""
        for rule in self.rows(plan):
            people = census.bound(rule)
            elsewhere = sum(n for index, n in enumerate(people) if index not in rule.groups)
            if elsewhere:
                yield say(
                    "{rule}: {people} sit elsewhere",
                    rule=self.sentence(rule, plan),
                    people=elsewhere,
                )
