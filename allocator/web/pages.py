"""From a desk to HTML: whole pages, the parts of them that change, and what went wrong."""

from collections.abc import Iterable
from typing import Any

from allocator.errors import AllocatorError, NoAllocation
from allocator.text import say
from allocator.web.desk import Desk
from allocator.web.filing import name_of
from allocator.web.refusals import NotThere
from allocator.web.rendering import render
from allocator.web.store import Shelved
from allocator.web.views import (
    addresses_view,
    board_view,
    changes_view,
    compared_view,
    exports_view,
    job_view,
    list_view,
    page_view,
    settings_view,
    shelf_view,
    suggestions_view,
    versions_view,
)
from allocator.web.views.clashes import clash_views
from allocator.web.views.findings import finding_views

#: The parts of a workshop's page that can be asked for on their own.
FRAGMENTS = (
    "list", "settings", "board", "changes", "versions", "job", "suggestions", "why",
)  # fmt: skip
#: Name of a view -> what makes it from a content.
_OF_CONTENT = {
    "list": list_view,
    "settings": settings_view,
    "board": board_view,
    "changes": changes_view,
}
#: Codes of findings about settings, groups and rules.
_OF_SETTINGS = {"E-SETTING", "E-RULE", "E-OFFICE"}
#: How many problems an alert lists.
_MOST_PROBLEMS = 20


def start_html(
    shelved: Iterable[Shelved], language: str = "en", *, keeps: bool = False, who: str = ""
) -> str:
    """The start page; ``keeps`` tells whether workshops stay on disk, ``who`` is a colleague."""
    return render("start.html", language, shelf=shelf_view(shelved), keeps=keeps, who=who)


def workshop_html(
    desk: Desk, step: str = "", who: str = "", language: str = "en", *, compare: int = 0
) -> str:
    """The page of a workshop at a step, or at the furthest one that it has.

    ``compare`` is the number of a version to be compared with the last one; 0 is none.

    Raises:
        NotThere: when there is no such version.
    """
    page = _page(desk, step)
    views = _views(desk, language, page["step"], "job", "suggestions")
    if compare and page["step"] == "versions":
        before = desk.filing.content(compare)
        views["compared_view"] = compared_view(before, desk.content, compare, language)
    return render("workshop.html", language, page=page, who=who, **views)


def refusal_html(error: AllocatorError, language: str = "en") -> str:
    """A page of its own for an address that cannot be shown."""
    return render("refusal.html", language, message=error.message, code=error.code)


def fragment_html(desk: Desk, name: str, language: str = "en") -> str:
    """One part of the page as it is now; a part that is not there yet gives the furthest step.

    Raises:
        NotThere: when there is no part of the name.
    """
    if name not in FRAGMENTS:
        raise NotThere
    page = _page(desk, name)
    shown = page["step"] if name in {*_OF_CONTENT, "versions"} else name
    views = _views(desk, language, shown, "suggestions")
    return render(f"fragments/{shown}.html", language, page=page, **views)


def alert_html(error: AllocatorError, language: str = "en") -> str:
    """What went wrong, with the conflicts or the findings behind it."""
    message = "" if error.findings and error.code == "E-LIST" else error.message
    findings = finding_views(error.findings[:_MOST_PROBLEMS])
    about_settings = {each.code for each in error.findings} <= _OF_SETTINGS
    title = say("This did not work.")
    if findings and about_settings:
        title = say("The settings need a correction.")
    code = "" if error.code == "E-LIST" else error.code
    return render(
        "fragments/alert.html",
        language,
        title=title,
        message=message,
        findings=findings,
        clashes=clash_views(error.clashes) if isinstance(error, NoAllocation) else [],
        code=code,
    )


def _page(desk: Desk, step: str) -> dict[str, Any]:
    return page_view(desk.filing.workshop, name_of(desk.content), desk.revision, step)


def _views(desk: Desk, language: str, *wanted: str) -> dict[str, Any]:
    """The views that were asked for; all others are ``None``."""
    made: dict[str, Any] = {name: _view(desk, name, language) for name in wanted}
    if "versions" in made:
        made["exports"] = exports_view(
            desk.content, f"/api/workshops/{desk.filing.workshop}", language
        )
        made["addresses"] = addresses_view(desk.content)
    names = (
        *_OF_CONTENT,
        "versions",
        "exports",
        "addresses",
        "compared",
        "job",
        "suggestions",
        "why",
    )
    return {f"{name}_view": made.get(name) for name in names}


def _view(desk: Desk, name: str, language: str) -> object:
    if name in _OF_CONTENT:
        return _OF_CONTENT[name](desk.content, language)
    if name == "versions":
        return versions_view(desk.history())
    if name == "job":
        return job_view(desk.job.standing, desk.place(), language) if desk.job else None
    if name == "why":
        return list(desk.answers.lines)
    outcome, answers = desk.content.outcome, desk.answers
    if outcome is None or answers.revision != desk.revision.number:
        return None
    return suggestions_view(outcome, answers.suggestions, language)
