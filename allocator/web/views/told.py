"""What a change on the board did: one sentence, every goal before and after, every broken rule."""

from typing import Any

from allocator.allocation import Outcome, Score
from allocator.by_hand import broken
from allocator.explain import goal_title
from allocator.text import joined, say
from allocator.web.revision import Content


def goals_told(before: Content, after: Content, what: str, language: str = "en") -> dict[str, Any]:
    """The answer to a move.

    Keys: ``sentence`` (``what`` and the goals that changed: "Kenya to Group 2. Regions: delegations
    2 → 3."); ``goals`` (``name``, ``title``, ``value``, ``before``, ``bound``, ``unit``, ``worse``
    than before); ``broken`` (sentences).
    """
    outcome = after.outcome
    if outcome is None:
        return {"sentence": what, "goals": [], "broken": []}
    were = _values(before.outcome)
    rows = [_goal(score, were.get(score.name, score.value), language) for score in outcome.scores]
    breaches = list(broken(outcome, after.reference))
    changed = "; ".join(
        f"{row['title']} {row['before']} → {row['value']}"
        for row in rows
        if row["value"] != row["before"]
    )
    parts = [
        what,
        f"{changed}." if changed else say("The balance is the same."),
        *_warning(breaches),
    ]
    return {"sentence": joined(" ", parts), "goals": rows, "broken": breaches}


def _values(outcome: Outcome | None) -> dict[str, int]:
    return {score.name: score.value for score in outcome.scores} if outcome else {}


def _goal(score: Score, before: int, language: str) -> dict[str, Any]:
    return {
        "name": score.name,
        "title": goal_title(score.name, language),
        "value": score.value,
        "before": before,
        "bound": score.bound,
        "unit": score.unit,
        "worse": score.value > before,
    }


def _warning(breaches: list[str]) -> list[str]:
    if not breaches:
        return []
    if len(breaches) == 1:
        return [say("1 rule is not kept.")]
    return [say("{rules} rules are not kept.", rules=len(breaches))]
