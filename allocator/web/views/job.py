"""A search in the background: its place, or the best so far beside what is proven."""

from typing import Any

from allocator.explain import goal_title
from allocator.web.jobs import Stage, Standing
from allocator.web.views.findings import finding_views

#: Kind of a job -> what it does, as the page calls it.
TITLES = {
    "allocate": "Looking for the best groups",
    "allocated": "Looking for the best groups",
    "rebalance": "Taking in the changes with the fewest moves",
    "rebalanced": "Taking in the changes with the fewest moves",
    "frontier": "Taking the groups with this number of moves",
    "suggestions": "Looking for small changes that help",
    "why": "Looking at the other groups",
}


def job_view(standing: Standing) -> dict[str, Any]:
    """How far a job is.

    Keys: ``kind``, ``title``, ``stage``, ``over`` (whether nothing more will happen), ``place``
    (jobs before it), ``goal`` and ``goal_title`` (the goal in hand), ``value`` and ``bound`` (null
    before the first roster), ``seconds``, ``sentence``, ``code``, ``error`` and ``findings``.
    """
    return {
        "kind": standing.kind,
        "title": TITLES.get(standing.kind, "Working"),
        "stage": str(standing.stage),
        "over": standing.stage in (Stage.DONE, Stage.FAILED),
        "place": standing.place,
        "goal": standing.goal,
        "goal_title": _title(standing.goal),
        "value": standing.value,
        "bound": standing.bound,
        "seconds": round(standing.seconds, 1),
        "sentence": _sentence(standing),
        "code": standing.code,
        "error": standing.error,
        "findings": finding_views(standing.findings),
    }


def _title(goal: str) -> str:
    return goal_title(goal, "en") if goal else ""


def _sentence(standing: Standing) -> str:
    """One line that says how far it is."""
    if standing.stage is Stage.WAITING:
        before = "one search is" if standing.place == 1 else f"{standing.place} searches are"
        return f"Waiting: {before} before this one." if standing.place else "It starts at once."
    if standing.stage is Stage.FAILED:
        return standing.error
    if standing.stage is Stage.DONE:
        return "Done."
    if standing.value is None:
        return (
            f"{_title(standing.goal)}: looking for a first roster." if standing.goal else "Reading."
        )
    return f"{_title(standing.goal)}: best so far {standing.value}, no roster has less than {standing.bound or 0}."
