"""A search in the background: its place, or the best so far beside what is proven."""

from typing import Any

from allocator.explain import phase_title
from allocator.text import say
from allocator.web.jobs import Stage, Standing
from allocator.web.views.clashes import clash_views
from allocator.web.views.findings import finding_views

#: Kind of a job -> what it does, as the page calls it.
TITLES = {
    "allocated": say("Looking for the best groups"),
    "rebalanced": say("Taking in the changes with the fewest moves"),
    "suggest": say("Looking for small changes that help"),
    "why": say("Looking at the other groups"),
}


def job_view(standing: Standing, place: int = 0, language: str = "en") -> dict[str, Any]:
    """How far a job is; ``place`` is how many jobs are before it.

    Keys: ``kind``, ``title``, ``stage``, ``over`` (whether nothing more will happen), ``place``
    (jobs before it), ``goal`` and ``goal_title`` (the goal in hand), ``value`` and ``bound`` (null
    before the first roster), ``seconds``, ``sentence``, ``code``, ``error``, ``findings`` and
    ``clashes``.
    """
    return {
        "kind": standing.kind,
        "title": TITLES.get(standing.kind, say("Working")),
        "stage": str(standing.stage),
        "over": standing.stage in (Stage.DONE, Stage.FAILED),
        "place": place,
        "goal": standing.goal,
        "goal_title": phase_title(standing.goal, language),
        "value": standing.value,
        "bound": standing.bound,
        "seconds": round(standing.seconds, 1),
        "sentence": _sentence(standing, place, language),
        "code": standing.code,
        "error": standing.error,
        "findings": finding_views(standing.findings),
        "clashes": clash_views(standing.clashes),
    }


def _sentence(standing: Standing, place: int, language: str) -> str:
    """One line that says how far it is."""
    if standing.stage is Stage.WAITING:
        return _waiting(place)
    if standing.stage is Stage.FAILED:
        return standing.error
    if standing.stage is Stage.DONE:
        return say("Done.")
    if not standing.goal:
        return say("Getting ready.")
    title = phase_title(standing.goal, language)
    if standing.value is None:
        return say("{goal}: looking for a first roster.", goal=title)
    return say(
        "{goal}: {value} so far; no roster has less than {bound}.",
        goal=title,
        value=standing.value,
        bound=standing.bound or 0,
    )


def _waiting(place: int) -> str:
    if not place:
        return say("It starts at once.")
    if place == 1:
        return say("Waiting: 1 search is before this one.")
    return say("Waiting: {searches} searches are before this one.", searches=place)
