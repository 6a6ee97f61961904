"""Region by group, category by group: delegations and people, counted from the seats."""

from collections.abc import Mapping
from typing import Any

from allocator.allocation import Outcome
from allocator.delegation import Delegate, Delegation
from allocator.explain import region_label
from allocator.language import catalogue
from allocator.rosters.tally import Line, people, presence
from allocator.text import say
from allocator.web.views.marks import Mark, marks_of

#: A column with more different values is not shown value by value.
MOST_VALUES = 40


def label_tables(outcome: Outcome, language: str = "en") -> list[dict[str, Any]]:
    """The tables of the regions, of the categories where there are any, and of balanced columns.

    A table: ``name``, ``title``, ``what`` the numbers count, ``rows`` (``label``, ``letter``,
    ``colour``, ``delegations`` and ``people``, each with ``counts`` per group, ``total`` and
    ``spread``). A balanced column has no ``delegations``.
    """
    regions = sorted({each.region for each in outcome.workshop.delegations})
    tables = [_labels(outcome, "region", marks_of(regions), language)]
    if outcome.workshop.has_categories:
        tables.append(_labels(outcome, "category", {}, language))
    tables.extend(_column(outcome, column, language) for column in outcome.plan.balance)
    return tables


def _labels(
    outcome: Outcome, name: str, marks: Mapping[str, Mark], language: str
) -> dict[str, Any]:
    """A table of the labels under which delegations are counted."""

    def label(delegation: Delegation, _: Delegate | None = None) -> str:
        text: str = getattr(delegation, name)
        return text

    delegations, delegates = presence(outcome, label), people(outcome, label)
    return {
        "name": name,
        "title": say("Regions") if name == "region" else say("Categories"),
        "rows": [
            {
                **_head(text, marks, language),
                "delegations": _line(delegations[text]),
                "people": _line(delegates[text]),
            }
            for text in sorted(delegations)
        ],
    }


def _column(outcome: Outcome, column: str, language: str) -> dict[str, Any]:
    """A table of the values of a balanced column, people only."""

    def value(delegation: Delegation, delegate: Delegate | None) -> str:
        own = delegate.traits.get(column) if delegate else ""
        return own or delegation.traits.get(column, "")

    lines = people(outcome, value)
    return {
        "name": column,
        "title": catalogue(language)["headings"].get(column, column),
        "rows": [
            {**_head(text, {}, language), "delegations": None, "people": _line(lines[text])}
            for text in sorted(lines)[:MOST_VALUES]
        ],
    }


def _head(label: str, marks: Mapping[str, Mark], language: str) -> dict[str, str]:
    mark = marks.get(label)
    return {
        "label": region_label(label, language) if mark else label or say("not said"),
        "letter": mark.letter if mark else "",
        "colour": mark.colour if mark else "",
    }


def _line(line: Line) -> dict[str, Any]:
    return {"counts": list(line.counts), "total": line.total, "spread": line.spread}
