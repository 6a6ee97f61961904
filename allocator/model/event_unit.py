"""What the rules of the event have in common."""

from collections.abc import Iterator, Sequence

from allocator.event_rules import EventRule
from allocator.model.unit import Names
from allocator.plan import Plan


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
        return "; ".join(sentences) + "." if sentences else "No rule of this kind was given."


def group_names(plan: Plan, rule: EventRule, between: str = " or ") -> str:
    """The groups of a rule by name."""
    return between.join(plan.groups[index].name for index in rule.groups)


def listed(names: Sequence[str]) -> str:
    """Names as a phrase: ``A, B and C``."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
