"""Templates into HTML: sentences in the visitor's language, and what is not our markup escaped."""

import json
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from allocator.text import Text, say
from allocator.web.charts import frontier_chart, people_chart, regions_chart
from allocator.web.languages import OFFERED, in_language
from allocator.web.page_words import told_here
from allocator.web.script_words import SCRIPT_WORDS


def render(template: str, language: str = "en", **values: Any) -> str:  # noqa: ANN401 - what a template needs
    """A template such as ``start.html`` filled in, its sentences told in a language.

    Raises:
        jinja2.UndefinedError: when a value is missing.
    """
    words = json.dumps(in_language(SCRIPT_WORDS, language), ensure_ascii=False)
    frame = {"language": language, "offered": OFFERED, "script_words": words}
    return _environment().get_template(template).render({**values, **frame})


@pass_context
def _in_its_language(context: Context, value: object) -> object:
    """What a template prints; markup stays markup."""
    return told_here(value, context["language"]) if isinstance(value, Text) else value


@pass_context
def _begun(context: Context, sentence: object) -> str:
    """A sentence in the language of the page, with a capital letter at its head."""
    text = told_here(sentence, context["language"])
    return text[:1].upper() + text[1:]


@pass_context
def _chart(context: Context, kind: str, *rows: Any) -> object:  # noqa: ANN401 - what a chart needs
    """A chart of the page in the language of the page."""
    language: str = context["language"]
    if kind == "people":
        return people_chart(*rows, language=language)
    if kind == "regions":
        return regions_chart(*rows, language=language)
    return frontier_chart(*rows, language=language)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("allocator.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_in_its_language,
    )
    environment.globals.update(say=say, chart=_chart)
    environment.filters["begun"] = _begun
    return environment
