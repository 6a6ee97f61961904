"""Findings as the page lists them."""

from collections.abc import Iterable
from typing import Any

from allocator.findings import Finding, Place
from allocator.text import joined, say


def finding_view(finding: Finding) -> dict[str, Any]:
    """A finding: ``severity``, ``code``, ``where`` such as ``List!D7``, ``found``, ``message``.

    ``sheet``, ``row`` and ``column`` are those of the place, ``cell`` is the name Excel gives it;
    ``row`` and ``column`` are 0 where they are unknown.
    """
    place = finding.place
    return {
        "severity": str(finding.severity),
        "code": finding.code,
        "where": _where(place),
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        "found": finding.found,
        "message": finding.message,
    }


def finding_views(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """All of them, in their order."""
    return [finding_view(finding) for finding in findings]


def _where(place: Place) -> str:
    """The place as Excel writes it; a row alone where the column is unknown."""
    if place.sheet and place.cell:
        return f"{place.sheet}!{place.cell}"
    spot = place.cell or (say("row {row}", row=place.row) if place.row else "")
    return joined(", ", [part for part in (place.sheet, spot) if part])
