"""Two versions of rosters side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allocator.allocation import Outcome
from allocator.audit import measured
from allocator.changes import Changes
from allocator.errors import ListRefused, UsageProblem
from allocator.findings import Finding, Place
from allocator.model.catalog import goals_for
from allocator.model.unit import Goal
from allocator.pairing import changes_of, paired
from allocator.remarks.wording import error, notice
from allocator.text import say


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChange:
    """A goal's value before and after, in ``unit``; ``None`` in rosters that do not have it."""

    name: str
    before: int | None
    after: int | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of some rosters: who moved, joined and left, and every goal in both."""

    old: Outcome
    new: Outcome
    changes: Changes
    goals: tuple[GoalChange, ...]
    notices: tuple[Finding, ...]


def compared(old: Outcome, new: Outcome) -> Comparison:
    """Two rosters, compared by their seats alone; goals are counted anew in both.

    Raises:
        ListRefused: when they are no two versions of the same rosters.
    """
    _require_comparable(old, new)
    pairing = paired(old, new.workshop, new.plan)
    changes = changes_of(pairing.published, new.workshop, new.plan, new.allocation)
    names = tuple(dict.fromkeys((*new.plan.goals, *old.plan.goals)))
    before, after = _values(old, names), _values(new, names)
    units = {goal.name: goal.unit for each in (old, new) for goal in _goals(each)}
    return Comparison(
        old=old,
        new=new,
        changes=changes,
        goals=tuple(
            GoalChange(name=name, before=before.get(name), after=after.get(name), unit=units[name])
            for name in names
        ),
        notices=(*_order(old, new), *old.edits, *new.edits, *pairing.notices),
    )


def _require_comparable(old: Outcome, new: Outcome) -> None:
    """Refuse the rosters of two events, and names against head-counts.

    Raises:
        ListRefused: because nobody could be found again.
        UsageProblem: because the rosters of several sessions have several seats for everybody.
    """
    if old.sessions or new.sessions:
        several = (old if old.sessions else new).source.file
        message = say(
            "{file} has the rosters of several sessions, and compare takes those of one. Give "
            "workbooks of one session; the sheets of the delegations show the groups of each.",
            file=several,
        )
        raise UsageProblem(message)
    place = Place(file=new.source.file)
    known = {each.id for each in old.workshop.delegations}
    if known.isdisjoint(each.id for each in new.workshop.delegations):
        message = say(
            "no delegation of the older rosters is on these. Give two versions of one event."
        )
        raise ListRefused([error("E-ROSTER", place, message)])
    if old.workshop.names_delegates and not new.workshop.names_delegates:
        message = say(
            "these rosters give head-counts, and the older ones have a row per delegate. Give the "
            "older ones first."
        )
        raise ListRefused([error("E-SHAPE", place, message)])


def _order(old: Outcome, new: Outcome) -> Iterator[Finding]:
    """A notice where the second rosters do not come after the first."""
    if new.version < old.version:
        message = say(
            "these are version {new}, and the rosters before them are version {old}. Give the "
            "older ones first.",
            new=new.version,
            old=old.version,
        )
        yield notice("N-OLDER", Place(file=new.source.file), message)


def _values(outcome: Outcome, names: Sequence[str]) -> dict[str, int]:
    """Goal -> value in a roster, for the goals that its list has."""
    own = [goal.name for goal in _goals(outcome) if goal.name in names]
    plan = replace(outcome.plan, goals=tuple(own))
    return dict(zip(own, measured(outcome.workshop, plan, outcome.allocation), strict=True))


def _goals(outcome: Outcome) -> tuple[Goal, ...]:
    return goals_for(outcome.workshop, outcome.plan.balance, seating=True)
