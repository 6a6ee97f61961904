"""The work of ``verify``: the contradictions of a workbook, and whether its roster is the best."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from allocator.allocation import Score
from allocator.audit import measured
from allocator.cli.terminal import LiveLine
from allocator.findings import Finding, Place, Severity
from allocator.rosters import contradictions, read_rosters

#: Status -> exit code.
EXIT_CODES = {"verified": 0, "proven": 0, "contradicted": 3, "improvable": 3, "open": 5}
#: Status -> what is said when nothing is found wrong.
SENTENCES = {
    "verified": "every seat, rule and number agrees.",
    "proven": "every seat, rule and number agrees, and no better roster exists.",
    "open": "every seat, rule and number agrees; that no better roster exists could not be proven "
    "in the time given. Give more with --time-limit.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is true of a workbook; ``goals`` have name, value and bound when a proof was asked."""

    status: str
    findings: tuple[Finding, ...] = ()
    goals: tuple[Mapping[str, object], ...] = ()

    @property
    def exit_code(self) -> int:
        """What the command ends with."""
        return EXIT_CODES[self.status]

    @property
    def sentence(self) -> str:
        """The verdict in words, when nothing is wrong."""
        return SENTENCES[self.status]


def verdict_on(rosters: Path, *, prove: bool, time_limit: float) -> Verdict:
    """What the sheets say against each other, and with ``prove`` against the best possible."""
    findings = contradictions(rosters)
    if findings:
        return Verdict(status="contradicted", findings=findings)
    return _proven(rosters, time_limit) if prove else Verdict(status="verified")


def _proven(rosters: Path, time_limit: float) -> Verdict:
    """Solve again and compare, goal by goal, up to the first that differs.

    Behind a goal that is not at its best, the best possible of the others is another.
    """
    from allocator.solve import allocate_plan  # noqa: PLC0415 - loads ortools

    published = read_rosters(rosters)
    live = LiveLine()
    try:
        plan = replace(published.plan, time_limit=time_limit)
        best = allocate_plan(published.workshop, plan, live)
    finally:
        live.close()
    values = measured(published.workshop, published.plan, published.allocation)
    goals = tuple(
        {"name": score.name, "value": value, "bound": score.bound}
        for score, value in zip(best.goals, values, strict=True)
    )
    for score, value in zip(best.goals, values, strict=True):
        if value > score.value:
            found = (_missed(rosters, score, value),)
            return Verdict(status="improvable", findings=found, goals=goals)
        if value > score.bound or value < score.value:
            return Verdict(status="open", goals=goals)
    return Verdict(status="proven", goals=goals)


def _missed(rosters: Path, score: Score, value: int) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="E-BEST",
        place=Place(file=rosters.name),
        message=f"{score.name} is {value} here, and a roster with {score.value} exists. Allocate "
        "anew, or keep this roster knowingly.",
    )
