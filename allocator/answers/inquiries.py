"""The JSON answers of ``explain``."""

from collections.abc import Sequence

from allocator.allocation import Outcome
from allocator.answers.results import SCHEMA, Answer, findings_answer
from allocator.explain import Held, KeptRule, Whereabouts, elsewhere_sentence, held_sentence


def whereabouts_answer(outcome: Outcome, found: Whereabouts) -> Answer:
    """The answer of ``explain`` for a delegation or delegate."""
    groups = zip(outcome.plan.groups, found.seats, strict=True)
    return {
        "schema": SCHEMA,
        "who": found.name,
        "seats": [{"group": group.name, "delegates": seats} for group, seats in groups],
        "fixed": found.fixed,
        "elsewhere": [
            {
                "group": other.group,
                "sentence": elsewhere_sentence(outcome, other),
                "proven": other.proven,
                "moves": other.moves,
                "sizes": list(other.sizes),
                "goals": {score.name: score.value for score in other.goals},
                "forbidden": findings_answer(other.forbidden),
            }
            for other in found.others
        ],
    }


def roster_answer(rules: Sequence[KeptRule], goals: Sequence[Held]) -> Answer:
    """The answer of ``explain`` for a roster: its rules, and what holds each goal."""
    return {
        "schema": SCHEMA,
        "rules": [
            {
                "rule": rule.name,
                "sentence": rule.sentence,
                "sheet": rule.place.sheet,
                "row": rule.place.row or None,
                "kept": not rule.breaches,
                "breaches": list(rule.breaches),
            }
            for rule in rules
        ],
        "goals": [
            {
                "name": held.score.name,
                "value": held.score.value,
                "bound": held.score.bound,
                "limit": held.score.limit,
                "held_by": {"goals": list(held.goals), "rules": list(held.demands)},
                "improvable": held.improvable,
                "known": held.known,
                "sentence": held_sentence(held),
            }
            for held in goals
        ],
    }
