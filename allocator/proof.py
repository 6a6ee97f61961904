"""What is true of a rosters workbook: its contradictions, and whether its roster is the best."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from allocator.allocation import Outcome
from allocator.audit import measured_in_all
from allocator.changes import Changes
from allocator.comparison import compared
from allocator.encounters import never_met
from allocator.errors import UsageProblem
from allocator.explain import phase_title
from allocator.findings import Finding, Place, Severity, quoted
from allocator.rosters import read_rosters
from allocator.rosters.truth import people_by_move
from allocator.rosters.verification import Check, check
from allocator.text import say

if TYPE_CHECKING:
    from allocator.solve import Watch

#: Status -> exit code.
EXIT_CODES = {"verified": 0, "proven": 0, "contradicted": 3, "improvable": 3, "open": 5}
#: Status -> what is said when nothing is found wrong.
SENTENCES = {
    "verified": say("every seat, rule and number agrees."),
    "proven": say("every seat, rule and number agrees, and no better roster exists."),
    "open": say(
        "every seat, rule and number agrees; that no better roster exists could not be proven in "
        "the time given. Give more with --time-limit."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is true of a workbook; ``goals`` have name, value and bound when a proof was asked.

    ``check`` is what contradicts its rosters, where something does.
    """

    status: str
    findings: tuple[Finding, ...] = ()
    goals: tuple[Mapping[str, object], ...] = ()
    check: Check | None = None

    @property
    def exit_code(self) -> int:
        """What the command ends with."""
        return EXIT_CODES[self.status]

    @property
    def sentence(self) -> str:
        """The verdict in words, when nothing is wrong."""
        return SENTENCES[self.status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number of a roster beside the best that was found and the bound proven for it."""

    name: str
    value: int
    best: int
    bound: int


def verdict_on(
    rosters: Path,
    *,
    prove: bool,
    time_limit: float,
    previous: Path | None = None,
    watch: "Watch | None" = None,
) -> Verdict:
    """What the sheets say against each other, and with ``prove`` against the best possible.

    What was edited by hand stands before what it contradicts. ``previous`` is the workbook that a
    re-balance was made from; ``watch`` is told how far a proof is.

    Raises:
        UsageProblem: when a re-balance is to be proven without that workbook.
    """
    if previous is not None and not prove:
        message = say(
            "--from goes with --prove: it names the rosters that a re-balance was made from."
        )
        raise UsageProblem(message)
    checked = check(rosters)
    if checked.findings:
        edits = checked.outcome.edits if checked.outcome else ()
        findings = (*edits, *checked.findings)
        return Verdict(status="contradicted", findings=findings, check=checked)
    if not prove:
        return Verdict(status="verified")
    return _proven(rosters, time_limit, previous, watch)


def _proven(
    rosters: Path, time_limit: float, previous: Path | None, watch: "Watch | None"
) -> Verdict:
    """Solve again and compare, number by number, up to the first that differs.

    Behind a goal that is not at its best, the best possible of the others is another.
    """
    published = read_rosters(rosters)
    before = _before(rosters, published, previous)
    if before is not None and (untold := _untold(rosters, published, before)):
        return Verdict(status="contradicted", findings=untold)
    plan = replace(published.plan, time_limit=time_limit)
    claims = tuple(_claims(replace(published, plan=plan), before, watch))
    goals = tuple(
        {"name": claim.name, "value": claim.value, "bound": claim.bound} for claim in claims
    )
    for claim in claims:
        if claim.value > claim.best:
            found = (_missed(rosters, claim),)
            return Verdict(status="improvable", findings=found, goals=goals)
        if claim.value > claim.bound or claim.value < claim.best:
            return Verdict(status="open", goals=goals)
    return Verdict(status="proven", goals=goals)


def _untold(rosters: Path, published: Outcome, before: Outcome) -> tuple[Finding, ...]:
    """What the sheet of changes does not tell as the two workbooks do."""
    told = people_by_move(published.changes or Changes())
    true = people_by_move(compared(before, published).changes)
    if told == true:
        return ()
    (delegation, *_), _ = next(iter((told - true or true - told).items()))
    message = say(
        "the changes of {delegation} are not those between the two workbooks. Write the rosters "
        "again.",
        delegation=quoted(delegation),
    )
    place = Place(file=rosters.name)
    return (Finding(severity=Severity.ERROR, code="E-CONTRADICTION", place=place, message=message),)


def _claims(published: Outcome, before: Outcome | None, watch: "Watch | None") -> Iterator[Claim]:
    """The moves of a re-balance, then every goal in order of priority."""
    best = _solved_again(published, before, watch)
    if before is not None and best.changes:
        moves = compared(before, published).changes.moves
        fewest = best.changes.moves
        bound = fewest if best.changes.fewest else 0
        yield Claim(name="moves", value=moves, best=fewest, bound=bound)
    values = measured_in_all(published)
    if best.meetings:
        values = (*values, never_met(published.workshop, published.allocations))
    for score, value in zip(best.scores, values, strict=True):
        yield Claim(name=score.name, value=value, best=score.value, bound=score.bound)


def _before(rosters: Path, published: Outcome, previous: Path | None) -> Outcome | None:
    """The rosters that a re-balance was made from; ``None`` for a first version.

    Raises:
        UsageProblem: when they are not given, or are others.
    """
    changes = published.changes
    if changes is None:
        if previous is not None:
            message = say("{file} is no re-balance. Leave out --from.", file=rosters.name)
            raise UsageProblem(message)
        return None
    wanted = say(
        "version {version}, {file} (SHA-256 {sha256}…)",
        version=changes.previous,
        file=changes.file,
        sha256=changes.sha256[:12],
    )
    if previous is None:
        message = say(
            "{file} was made from {wanted}. Give that workbook with --from.",
            file=rosters.name,
            wanted=wanted,
        )
        raise UsageProblem(message)
    before = read_rosters(previous)
    if before.source.sha256 != changes.sha256:
        message = say(
            "{file} was made from {wanted}, and {given} is another workbook, or was saved again "
            "since.",
            file=rosters.name,
            wanted=wanted,
            given=previous.name,
        )
        raise UsageProblem(message)
    return before


def _solved_again(published: Outcome, before: Outcome | None, watch: "Watch | None") -> Outcome:
    """The best roster of the same list under the same plan, chosen in the same way."""
    from allocator.solve import Choice, allocate_plan, rebalance_plan  # noqa: PLC0415 - ortools

    changes = published.changes
    if before is None or changes is None:
        return allocate_plan(published.workshop, published.plan, watch)
    choice = Choice(max_moves=changes.max_moves, tolerance=changes.tolerance, between=0)
    return rebalance_plan(before, published.workshop, published.plan, choice, watch)


def _missed(rosters: Path, claim: Claim) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="E-BEST",
        place=Place(file=rosters.name),
        message=say(
            "{goal} is {value} here, and a roster with {best} exists. Allocate anew, or keep this "
            "roster knowingly.",
            goal=phase_title(claim.name, "en"),
            value=claim.value,
            best=claim.best,
        ),
    )
