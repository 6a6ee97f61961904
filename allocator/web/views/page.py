"""The frame of a page: which workshop, which step, what can be done next."""

from collections.abc import Iterable
from typing import Any

from allocator.text import say
from allocator.web.colleagues import who_told
from allocator.web.revision import Revision
from allocator.web.store import Shelved

#: The steps in order: key -> title.
STEPS = {
    "list": say("List"),
    "settings": say("Settings"),
    "board": say("Board"),
    "changes": say("Changes"),
    "versions": say("Versions"),
}


def page_view(workshop: str, name: str, revision: Revision, step: str = "") -> dict[str, Any]:
    """The frame around a step of a workshop.

    Keys: ``id``, ``name``, ``revision``, ``who``, ``when``, ``what``, ``step`` (as wanted when it
    can be shown, else the furthest that can), ``steps`` (``key``, ``title``, ``current``,
    ``open``), ``can_undo``, ``can_redo``, ``url`` and ``api`` (the addresses that all others start
    with).
    """
    open_steps = _open(revision)
    shown = step if step in open_steps else _furthest(revision)
    return {
        "id": workshop,
        "name": name,
        "revision": revision.number,
        "who": who_told(revision.who),
        "when": revision.when,
        "what": revision.what,
        "step": shown,
        "steps": [
            {"key": key, "title": title, "current": key == shown, "open": key in open_steps}
            for key, title in STEPS.items()
            if key != "changes" or key in open_steps
        ],
        "can_undo": revision.undoes > 0,
        "can_redo": revision.redoes > 0,
        "url": f"/workshops/{workshop}",
        "api": f"/api/workshops/{workshop}",
    }


def shelf_view(shelved: Iterable[Shelved]) -> list[dict[str, str]]:
    """The workshops of the start page: ``id``, ``name``, ``used`` (ISO 8601), ``at``, ``url``."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "used": each.used,
            "at": each.used[:16].replace("T", " "),
            "url": f"/workshops/{each.id}",
        }
        for each in shelved
    ]


def _open(revision: Revision) -> set[str]:
    """The steps that have something to show."""
    content = revision.content
    steps = {"list", "versions"}
    if content.outcome is not None or (content.examination and content.examination.workshop):
        steps.add("settings")
    if content.outcome is not None:
        steps.add("board")
        if content.outcome.changes is not None:
            steps.add("changes")
    return steps


def _furthest(revision: Revision) -> str:
    """Where the work goes on: the board, the changes right after a re-balance, else the list."""
    open_steps = _open(revision)
    if revision.kind == "rebalanced" and "changes" in open_steps:
        return "changes"
    if "board" in open_steps:
        return "board"
    return "settings" if revision.kind == "settings" and "settings" in open_steps else "list"
