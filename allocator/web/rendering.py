"""Templates into HTML: everything that is not markup of ours is escaped."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from allocator.web.charts import frontier_chart, people_chart, regions_chart

#: Fragment -> what it is called in ``templates/fragments``.
FRAGMENTS = ("list", "settings", "board", "job", "changes", "versions", "why", "suggestions", "alert")  # fmt: skip


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - what a template needs
    """A template such as ``start.html`` filled in.

    Raises:
        jinja2.UndefinedError: when a value is missing.
    """
    return _environment().get_template(template).render(values)


def start_page(shelf: object, *, who: str = "", keeps: bool = False) -> str:
    """The start page: ``shelf`` as ``shelf_view`` has it; ``keeps`` whether workshops are stored."""
    return render("start.html", shelf=shelf, who=who, keeps=keeps)


def workshop_page(page: Mapping[str, Any], views: Mapping[str, Any], *, who: str = "") -> str:
    """The page of a workshop: ``page`` as ``page_view`` has it, ``views`` name -> its view.

    It needs the view of the step, and ``job`` (or ``None``); the board also ``suggestions``.
    """
    return render("workshop.html", page=page, who=who, **_whole(views))


def fragment(name: str, page: Mapping[str, Any], views: Mapping[str, Any]) -> str:
    """One fragment of a workshop's page, to replace the one that is shown.

    Raises:
        KeyError: when there is no fragment of the name.
    """
    if name not in FRAGMENTS:
        raise KeyError(name)
    return render(f"fragments/{name}.html", page=page, **_whole(views))


def alert(message: str, findings: object = (), code: str = "") -> str:
    """What went wrong, as the page shows it; ``findings`` as ``finding_views`` has them."""
    return render("fragments/alert.html", message=message, findings=findings, code=code)


def _whole(views: Mapping[str, Any]) -> dict[str, Any]:
    """Every view, those that are not there as ``None``."""
    names = ("list", "settings", "board", "job", "changes", "versions", "why", "suggestions")
    return {f"{name}_view": views.get(name) for name in names}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("allocator.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        people_chart=people_chart, regions_chart=regions_chart, frontier_chart=frontier_chart
    )
    return environment
