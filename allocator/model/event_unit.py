"""What the rules of the event have in common."""

from collections.abc import Iterator, Sequence

from allocator.event_rules import EventRule
from allocator.model.unit import Names
from allocator.plan import Plan
from allocator.text import Text, joined, say


class RuleOfEvent:
    """A kind of rule that stands in the sheet Rules; ``name`` is its kind."""

    name: str
    other = Names.GROUPS
    needs_other = True
    counts = False
    binds_selections = True
    two_sides = False

    def rows(self, plan: Plan) -> Iterator[EventRule]:
        """The rules of this kind."""
        return plan.rules_of(self.name)

    def sentence(self, rule: EventRule, plan: Plan) -> str:
        """What one row demands."""
        raise NotImplementedError

    def claim(self, plan: Plan) -> str:
        """All rows of the kind as one text."""
        sentences = [self.sentence(rule, plan) for rule in self.rows(plan)]
        if not sentences:
            return say("No rule of this kind was given.")
        return joined("", (joined("; ", sentences), "."))


def any_group(plan: Plan, rule: EventRule) -> Text:
    """The groups of a rule by name: ``A or B or C``."""
    return joined(say(" or "), _names(plan, rule))


def each_group(plan: Plan, rule: EventRule) -> Text:
    """The groups of a rule by name, or all of them: ``A and B``."""
    return joined(say(" and "), _names(plan, rule)) if rule.groups else say("every group")


def listed(names: Sequence[str]) -> Text:
    """Names as a phrase: ``A, B and C``."""
    if len(names) == 1:
        return joined("", names)
    return say("{names} and {last}", names=joined(", ", names[:-1]), last=names[-1])


def _names(plan: Plan, rule: EventRule) -> list[str]:
    return [plan.groups[index].name for index in rule.groups]
