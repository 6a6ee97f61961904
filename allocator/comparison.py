"""Two versions of rosters side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allocator.allocation import Outcome
from allocator.audit import measured
from allocator.changes import Changes
from allocator.findings import Finding
from allocator.model.catalog import goals_for
from allocator.model.unit import Goal
from allocator.pairing import changes_of, paired


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
    """Two rosters, compared by their seats alone; goals are counted anew in both."""
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
        notices=(*old.edits, *new.edits, *pairing.notices),
    )


def _values(outcome: Outcome, names: Sequence[str]) -> dict[str, int]:
    """Goal -> value in a roster, for the goals that its list has."""
    own = [goal.name for goal in _goals(outcome) if goal.name in names]
    plan = replace(outcome.plan, goals=tuple(own))
    return dict(zip(own, measured(outcome.workshop, plan, outcome.allocation), strict=True))


def _goals(outcome: Outcome) -> tuple[Goal, ...]:
    return goals_for(outcome.workshop, outcome.plan.balance, seating=True)
