"""Conflicts of rules as the page lists them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from allocator.clash import Clash
from allocator.text import joined, say
from allocator.web.views.findings import finding_views


def clash_views(clashes: Iterable[Clash]) -> list[dict[str, Any]]:
    """Conflicts in their order; one that several numbers of groups have is there once.

    Keys: ``groups`` (with how many groups, empty unless several numbers were tried), ``claim``,
    ``demands`` (findings, as ``finding_view`` has them), ``reason`` and ``remedies`` (sentences).
    """
    numbers: dict[Clash, list[int]] = {}
    for clash in clashes:
        numbers.setdefault(replace(clash, groups=0), []).append(clash.groups)
    return [
        {
            "groups": _with_groups([number for number in tried if number]),
            "claim": clash.claim,
            "demands": finding_views(clash.demands),
            "reason": clash.reason,
            "remedies": list(clash.remedies),
        }
        for clash, tried in numbers.items()
    ]


def _with_groups(numbers: list[int]) -> str:
    if not numbers:
        return ""
    if numbers == [1]:
        return say("With 1 group:")
    return say("With {numbers} groups:", numbers=joined(", ", numbers))
