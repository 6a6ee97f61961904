"""Everything about a workshop in one answer, as docs/web.md promises it."""

from typing import Any

from allocator.web.colleagues import who_told
from allocator.web.desk import Desk
from allocator.web.views.board import board_view
from allocator.web.views.changes import changes_view
from allocator.web.views.job import job_view
from allocator.web.views.list import list_view
from allocator.web.views.settings import settings_view
from allocator.web.views.suggestions import suggestions_view
from allocator.web.views.versions import versions_view


def whole_view(desk: Desk, language: str = "en") -> dict[str, Any]:
    """A workshop.

    Keys: ``id``, ``revision``, ``who``, ``when``, ``what``; ``list``, ``settings``, ``board``,
    ``changes`` and ``job`` (``null`` where there is nothing of the kind), ``versions``;
    ``suggestions`` for the board as it is, and ``why`` (``who``, ``lines``) as last asked.
    """
    revision, content, answers = desk.revision, desk.content, desk.answers
    outcome = content.outcome
    current = outcome is not None and answers.revision == revision.number
    return {
        "id": desk.filing.workshop,
        "revision": revision.number,
        "who": who_told(revision.who),
        "when": revision.when,
        "what": revision.what,
        "list": list_view(content, language),
        "settings": settings_view(content, language),
        "board": board_view(content, language),
        "changes": changes_view(content, language),
        "job": job_view(desk.job.standing, desk.place(), language) if desk.job else None,
        "versions": versions_view(desk.history()),
        "suggestions": suggestions_view(outcome, answers.suggestions, language)
        if current and outcome
        else [],
        "why": {"who": answers.who, "lines": list(answers.lines)},
    }
