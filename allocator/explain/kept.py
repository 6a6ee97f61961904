"""The rules of a roster, each with whether it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from allocator.allocation import Outcome
from allocator.findings import Place
from allocator.model.catalog import EVENT_RULES, RULES, rule_of
from allocator.model.census import census_of
from allocator.text import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRule:
    """One rule: what it demands, where it stands, and in which ways it is broken, if any."""

    name: str
    sentence: str
    place: Place = Place()
    breaches: tuple[str, ...] = ()


def kept_rules(outcome: Outcome) -> tuple[KeptRule, ...]:
    """Every rule that binds a roster: how delegations sit, the rooms, then each of the event's."""
    return (*_general(outcome), *_of_event(outcome))


def _general(outcome: Outcome) -> Iterator[KeptRule]:
    """The rules that no sheet lists one by one."""
    plan = outcome.plan
    census = census_of(outcome.workshop, plan, outcome.allocation)
    binding = {
        "spread": True,
        "whole": True,
        "capacity": any(group.capacity for group in plan.groups),
        "languages": plan.interprets,
        "offices": bool(plan.slots),
    }
    seated_before = outcome.changes is not None
    for rule in RULES:
        if rule not in EVENT_RULES and binding.get(rule.name, True):
            # After a re-balance who had a seat may sit against the seating rule: it is a goal.
            is_goal = seated_before and rule.name in ("spread", "whole")
            breaches = () if is_goal else tuple(rule.violations(census, plan))
            yield KeptRule(name=rule.name, sentence=rule.claim(plan), breaches=breaches)


def _of_event(outcome: Outcome) -> Iterator[KeptRule]:
    """Each row of the sheet Rules."""
    plan = outcome.plan
    census = census_of(outcome.workshop, plan, outcome.allocation)
    for rule in plan.rules:
        unit = rule_of(rule.kind)
        sentence = unit.sentence(rule, plan)
        breaches = tuple(each for each in unit.violations(census, plan.with_rules((rule,))))
        yield KeptRule(
            name=rule.kind,
            sentence=joined("", (sentence, ".")),
            place=rule.row.place,
            breaches=breaches,
        )
