"""A search in the background: its place, or the best so far beside what is proven."""

from typing import Any

from allocator.explain import goal_title
from allocator.web.jobs import Stage, Standing
from allocator.web.views.findings import finding_views

#: Kind of a job -> what it does, as the page calls it.
TITLES = {
    "allocated": "Looking for the best groups",
    "rebalanced": "Taking in the changes with the fewest moves",
    "suggest": "Looking for small changes that help",
    "why": "Looking at the other groups",
}
#: What a search does beside serving the goals, as the page calls it.
PHASES = {"rules": "Rules", "all": "All goals at once", "moves": "People who move"}


def job_view(standing: Standing, place: int = 0) -> dict[str, Any]:
    """How far a job is; ``place`` is how many jobs are before it.

    Keys: ``kind``, ``title``, ``stage``, ``over`` (whether nothing more will happen), ``place``
    (jobs before it), ``goal`` and ``goal_title`` (the goal in hand), ``value`` and ``bound`` (null
    before the first roster), ``seconds``, ``sentence``, ``code``, ``error`` and ``findings``.
    """
    return {
        "kind": standing.kind,
        "title": TITLES.get(standing.kind, "Working"),
        "stage": str(standing.stage),
        "over": standing.stage in (Stage.DONE, Stage.FAILED),
        "place": place,
        "goal": standing.goal,
        "goal_title": _title(standing.goal),
        "value": standing.value,
        "bound": standing.bound,
        "seconds": round(standing.seconds, 1),
        "sentence": _sentence(standing, place),
        "code": standing.code,
        "error": standing.error,
        "findings": finding_views(standing.findings),
    }


def _title(goal: str) -> str:
    if goal in PHASES:
        return PHASES[goal]
    return goal_title(goal, "en") if goal else ""


def _sentence(standing: Standing, place: int) -> str:
    """One line that says how far it is."""
    if standing.stage is Stage.WAITING:
        before = "1 search is" if place == 1 else f"{place} searches are"
        return f"Waiting: {before} before this one." if place else "It starts at once."
    if standing.stage is Stage.FAILED:
        return standing.error
    if standing.stage is Stage.DONE:
        return "Done."
    if not standing.goal:
        return "Getting ready."
    title = _title(standing.goal)
    if standing.value is None:
        return f"{title}: looking for a first roster."
    return f"{title}: {standing.value} so far; no roster has less than {standing.bound or 0}."
