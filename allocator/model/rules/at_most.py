"""A group has at most so many people of some kind."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.event_rules import EventRule
from allocator.model.census import Census
from allocator.model.event_unit import RuleOfEvent, each_group
from allocator.plan import Plan
from allocator.text import say

if TYPE_CHECKING:
    from allocator.model.problem import Model
    from allocator.model.seats import Seats


class AtMost(RuleOfEvent):
    """For each named group, or every group: people bound <= number.

    Source: docs/method.md, rules.
    """

    name = "at most"
    needs_other = False
    counts = True

    def sentence(self, rule: EventRule, plan: Plan) -> str:
        """What one row demands."""
        return say(
            "at most {number} of {who} in {groups}",
            number=rule.number,
            who=rule.subject,
            groups=each_group(plan, rule),
        )

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Bound the people of each group from above."""
        for rule in self.rows(plan):
            people = seats.counted(rule, plan)
            for index in rule.groups or range(plan.k):
                model.cp.add(model.expression(people.forms[index]) <= rule.number)

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each group with more."""
        for rule in self.rows(plan):
            for index, people in enumerate(census.bound(rule)):
                if people > rule.number and index in (rule.groups or range(plan.k)):
                    yield say(
                        "{rule}: {group} has {people}",
                        rule=self.sentence(rule, plan),
                        group=plan.groups[index].name,
                        people=people,
                    )
