"""What a change on the board did: one sentence, every goal before and after, every broken rule."""

from typing import Any

from allocator.allocation import Outcome, Score
from allocator.by_hand import broken
from allocator.explain import goal_title
from allocator.web.revision import Content


def goals_told(before: Content, after: Content, what: str) -> dict[str, Any]:
    """The answer to a move.

    Keys: ``sentence`` (``what`` and the goals that changed: "Kenya to Group 2. Regions: delegations
    2 → 3."); ``goals`` (``name``, ``title``, ``value``, ``before``, ``bound``, ``unit``, ``worse``
    than before); ``broken`` (sentences).
    """
    outcome = after.outcome
    if outcome is None:
        return {"sentence": what, "goals": [], "broken": []}
    were = _values(before.outcome)
    rows = [_goal(score, were.get(score.name, score.value)) for score in outcome.scores]
    breaches = list(broken(outcome, after.reference))
    changed = "; ".join(
        f"{row['title']} {row['before']} → {row['value']}"
        for row in rows
        if row["value"] != row["before"]
    )
    parts = [what, f"{changed}." if changed else "The balance is the same.", *_warning(breaches)]
    return {"sentence": " ".join(parts), "goals": rows, "broken": breaches}


def _values(outcome: Outcome | None) -> dict[str, int]:
    return {score.name: score.value for score in outcome.scores} if outcome else {}


def _goal(score: Score, before: int) -> dict[str, Any]:
    return {
        "name": score.name,
        "title": goal_title(score.name, "en"),
        "value": score.value,
        "before": before,
        "bound": score.bound,
        "unit": score.unit,
        "worse": score.value > before,
    }


def _warning(breaches: list[str]) -> list[str]:
    if not breaches:
        return []
    return ["1 rule is not kept." if len(breaches) == 1 else f"{len(breaches)} rules are not kept."]
