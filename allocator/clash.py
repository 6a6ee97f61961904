"""A conflict of rules in its parts: what clashes, why, and what helps."""

from dataclasses import dataclass

from allocator.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One conflict, as its message tells it in lines.

    ``claim`` introduces the ``demands``, of which none can be left out, each with its place; it
    says everything where there are none. ``reason`` is the arithmetic behind, empty where no short
    sum says it. ``remedies`` are changes of which one is enough, the smallest first. ``groups`` is
    the number of groups with which the rules clash, 0 unless several numbers were tried.
    """

    claim: str
    demands: tuple[Finding, ...] = ()
    reason: str = ""
    remedies: tuple[str, ...] = ()
    groups: int = 0
