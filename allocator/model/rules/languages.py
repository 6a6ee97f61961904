"""Nobody sits where the language that they need is not interpreted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.delegation import Delegate, Delegation
from allocator.interpretation import languages_in
from allocator.model.census import Census
from allocator.plan import LANGUAGE, Plan
from allocator.settings import Group
from allocator.text import joined, say

if TYPE_CHECKING:
    from allocator.model.problem import Model
    from allocator.model.seats import Seats


class Languages:
    """For each group with languages, and everybody who follows none of them: people there = 0.

    The column is "language"; who has several follows any of them, who has none follows all. A group
    without languages offers all. Source: docs/method.md, rules.
    """

    name = "languages"

    def claim(self, plan: Plan) -> str:
        """The rule as one sentence."""
        offers = [
            say("{group} offers {languages}", group=group.name, languages=_codes(group))
            for group in plan.groups
            if group.languages
        ]
        if not offers:
            return say("Everybody follows the languages of the group: all do.")
        return say(
            "Everybody follows the languages of the group: {offers}.", offers=joined("; ", offers)
        )

    def closed(self, plan: Plan, delegation: Delegation, delegate: Delegate | None) -> set[int]:
        """The groups that offer none of the languages of the people."""
        return plan.not_followed(delegation, delegate)

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Nothing: the variables of closed groups can only be 0."""

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each group with people who follow none of its languages, by what they follow."""
        if not plan.interprets:
            return
        for spoken, people in sorted(census.by_value(LANGUAGE).items()):
            for group, count in zip(plan.groups, people, strict=True):
                offered = set(group.languages)
                if count and spoken and offered and not offered & languages_in(spoken):
                    yield say(
                        "{group} has {people} people who need {spoken} and offers {languages}",
                        group=group.name,
                        people=count,
                        spoken=spoken,
                        languages=_codes(group),
                    )


def _codes(group: Group) -> str:
    return ", ".join(group.languages)
