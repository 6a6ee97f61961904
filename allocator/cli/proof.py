"""The work of ``verify --prove``: is a published roster still the best?"""

from pathlib import Path

from allocator.allocation import Score
from allocator.audit import measured
from allocator.cli.terminal import LiveLine
from allocator.findings import Finding, Place, Severity
from allocator.rosters import read_rosters
from allocator.solve import allocate_plan


def proven(rosters: Path) -> tuple[list[dict[str, object]], list[Finding]]:
    """Every goal of a roster with the best possible, and a finding per goal that falls short.

    A goal is compared only while the goals before it are at their best: behind one that is not,
    the best possible is another.
    """
    published = read_rosters(rosters)
    live = LiveLine()
    try:
        best = allocate_plan(published.workshop, published.plan, live)
    finally:
        live.close()
    values = measured(published.workshop, published.plan, published.allocation)
    goals: list[dict[str, object]] = []
    missed: list[Finding] = []
    for score, value in zip(best.goals, values, strict=True):
        goals.append({"name": score.name, "value": value, "bound": score.bound})
        if value > score.bound and not missed:
            missed.append(_missed(rosters, score, value))
    return goals, missed


def _missed(rosters: Path, score: Score, value: int) -> Finding:
    known = "the best possible is" if score.proven else "nothing better is proven than"
    return Finding(
        severity=Severity.ERROR,
        code="E-BEST",
        place=Place(file=rosters.name),
        message=f"{score.name} is {value} here and {known} {score.bound}. Allocate anew, or "
        "keep this roster knowingly.",
    )
