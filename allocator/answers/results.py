"""The JSON answers: what ``--json`` prints, key by key as docs/json.md promises."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from allocator.allocation import Outcome
from allocator.alternatives import Alternatives
from allocator.changes import Changes, Move
from allocator.comparison import Comparison
from allocator.errors import AllocatorError, ListRefused
from allocator.explain import why_taken
from allocator.findings import Finding, column_letters
from allocator.plan import Plan
from allocator.planning.appointments import staffed
from allocator.workshop import Workshop

#: The version of the answers; more keys may be added without a new one.
SCHEMA = "allocator/1"

Answer = dict[str, Any]


def allocation_answer(outcome: Outcome, choice: Alternatives | None = None) -> Answer:
    """The answer of ``allocate``; ``choice`` has the numbers of groups that it was taken from."""
    return {
        "schema": SCHEMA,
        "status": outcome.status,
        "stopped": outcome.stopped,
        "version": outcome.version,
        "groups": _groups(outcome),
        "goals": _goals(outcome),
        "assignments": list(_assignments(outcome)),
        "delegates": list(_delegates(outcome)),
        "sessions": [
            _session(outcome.session(number)) for number in range(2, outcome.plan.sessions + 1)
        ],
        "others": [
            {"status": other.status, "groups": _groups(other), "goals": _goals(other)}
            for other in (choice.others if choice else ())
        ],
        "choice": _choice(choice) if choice else None,
        "notices": [notice_answer(notice) for notice in outcome.workshop.notices],
        "seed": outcome.plan.seed,
        "workers": outcome.plan.workers,
        "seconds": dict(outcome.seconds),
    }


def rebalance_answer(outcome: Outcome) -> Answer:
    """The answer of ``rebalance``: that of ``allocate``, and what changed."""
    changes = outcome.changes or Changes()
    return {
        **allocation_answer(outcome),
        "previous": {
            "version": changes.previous,
            "file": changes.file,
            "sha256": changes.sha256,
        },
        "stayed": changes.stayed,
        "moves": [_move(move) for move in changes.moved],
        "joined": [_move(move, "from") for move in changes.joined],
        "left": [_move(move, "to") for move in changes.left],
        "frontier": [
            {
                "moves": point.moves,
                "goals": dict(point.goals),
                "sizes": list(point.sizes),
                "chosen": point.chosen,
                "proven": point.proven,
                "best": point.is_best,
            }
            for point in changes.frontier
        ],
    }


def compare_answer(comparison: Comparison) -> Answer:
    """The answer of ``compare``: who moved, joined and left, and every goal before and after."""
    changes = comparison.changes
    return {
        "schema": SCHEMA,
        "versions": {"old": comparison.old.version, "new": comparison.new.version},
        "stayed": changes.stayed,
        "moves": [_move(move) for move in changes.moved],
        "joined": [_move(move, "from") for move in changes.joined],
        "left": [_move(move, "to") for move in changes.left],
        "goals": [
            {"name": goal.name, "before": goal.before, "after": goal.after, "unit": goal.unit}
            for goal in comparison.goals
        ],
        "notices": [notice_answer(notice) for notice in comparison.notices],
    }


def check_answer(workshop: Workshop, plan: Plan) -> Answer:
    """The answer of ``check`` for a list that can be read."""
    regions: dict[str, dict[str, int]] = {}
    for delegation in sorted(workshop.delegations, key=lambda each: each.region):
        count = regions.setdefault(delegation.region, {"delegations": 0, "delegates": 0})
        count["delegations"] += 1
        count["delegates"] += delegation.head_count
    return {
        "schema": SCHEMA,
        "delegations": len(workshop.delegations),
        "delegates": workshop.head_count,
        "small": sum(map(plan.is_small, workshop.delegations)),
        "regions": regions,
        "findings": findings_answer(workshop.notices),
    }


def refusal_answer(error: AllocatorError) -> Answer:
    """The answer of a command that fails: the code, the message and the findings behind it."""
    return {
        "schema": SCHEMA,
        "status": "refused" if isinstance(error, ListRefused) else "failed",
        "error": {"code": error.code, "message": error.message, "exit_code": error.exit_code},
        "findings": findings_answer(error.findings),
    }


def verify_answer(
    status: str, findings: Sequence[Finding], goals: Iterable[Mapping[str, object]]
) -> Answer:
    """The answer of ``verify``: the contradictions, and with ``--prove`` the best of each goal."""
    return {
        "schema": SCHEMA,
        "status": status,
        "goals": list(goals),
        "findings": findings_answer(findings),
    }


def findings_answer(findings: Iterable[Finding]) -> list[Answer]:
    """Findings with their places; a row or column that is unknown is ``null``."""
    return [
        {"severity": str(finding.severity), **notice_answer(finding), "found": finding.found}
        for finding in findings
    ]


def _choice(choice: Alternatives) -> Answer:
    return {
        "numbers": list(choice.numbers),
        "taken": choice.taken.plan.k,
        "why": why_taken(choice, "en"),
    }


def _move(move: Move, without: str = "") -> Answer:
    """One move; ``without`` is the end that it does not have."""
    answer = {
        "delegation": move.delegation,
        "delegate": move.delegate,
        "name": move.name,
        "delegates": move.people,
        "from": move.origin,
        "to": move.target,
    }
    return {key: value for key, value in answer.items() if key != without}


def notice_answer(finding: Finding) -> Answer:
    """A finding with its place; a row or column that is unknown is ``null``."""
    place = finding.place
    return {
        "code": finding.code,
        "sheet": place.sheet,
        "row": place.row or None,
        "column": column_letters(place.column) or None,
        "message": finding.message,
    }


def _groups(outcome: Outcome) -> list[Answer]:
    return [
        {
            "name": count.name,
            "delegates": count.delegates,
            "delegations": count.delegations,
            "small_delegations": count.small_delegations,
            "chair": group.chair,
            "rapporteur": group.rapporteur,
        }
        for group, count in zip(staffed(outcome), outcome.counts(), strict=True)
    ]


def _goals(outcome: Outcome) -> list[Answer]:
    return [
        {
            "name": score.name,
            "value": score.value,
            "bound": score.bound,
            "limit": score.limit,
            "unit": score.unit,
        }
        for score in outcome.scores
    ]


def _session(outcome: Outcome) -> Answer:
    """One of the sessions after the first."""
    return {
        "groups": _groups(outcome),
        "assignments": list(_assignments(outcome)),
        "delegates": list(_delegates(outcome)),
    }


def _assignments(outcome: Outcome) -> Iterable[Answer]:
    for delegation in outcome.workshop.delegations:
        for group, seats in zip(outcome.plan.groups, outcome.seats_of(delegation), strict=True):
            if seats:
                yield {
                    "delegation": delegation.name,
                    "iso3": delegation.iso3,
                    "region": delegation.region,
                    "category": delegation.category,
                    "group": group.name,
                    "delegates": seats,
                }


def _delegates(outcome: Outcome) -> Iterable[Answer]:
    """Who sits where, for a list that names its delegates."""
    for delegation in outcome.workshop.delegations:
        for delegate in delegation.delegates:
            group = outcome.plan.groups[outcome.allocation.places[delegate.id]]
            yield {
                "delegation": delegation.name,
                "delegate": delegate.id,
                "name": delegate.name,
                "group": group.name,
            }
