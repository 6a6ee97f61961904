"""Somebody sits in none of the groups that a rule names."""

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


class NotInGroup(RuleOfEvent):
    """For everybody bound: people in each named group = 0. Source: docs/method.md, rules."""

    name = "not in"

    def sentence(self, rule: EventRule, plan: Plan) -> str:
        """What one row demands."""
        return say("{who} not in {groups}", who=rule.subject, groups=any_group(plan, rule))

    def closed(self, plan: Plan, delegation: Delegation, delegate: Delegate | None) -> set[int]:
        """The groups of each rule that binds the people."""
        rules = (rule for rule in self.rows(plan) if rule.binds(delegation, delegate))
        return {index for rule in rules for index in rule.groups}

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Nothing: the variables of closed groups can only be 0."""

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each row whose people sit where they must not."""
        for rule in self.rows(plan):
            people = census.bound(rule)
            for index in rule.groups:
                if people[index]:
                    yield say(
                        "{rule}: {people} sit in {group}",
                        rule=self.sentence(rule, plan),
                        people=people[index],
                        group=plan.groups[index].name,
                    )
