"""Templates into HTML: everything that is not markup of ours is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from allocator.web.charts import frontier_chart, people_chart, regions_chart


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - what a template needs
    """A template such as ``start.html`` filled in.

    Raises:
        jinja2.UndefinedError: when a value is missing.
    """
    return _environment().get_template(template).render(values)


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
