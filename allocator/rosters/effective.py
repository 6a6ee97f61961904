"""The settings that an outcome's sheet shows: what was said, and what the plan decided."""

from allocator.allocation import Outcome
from allocator.model.catalog import goals_for
from allocator.plan import TIME_LIMIT
from allocator.rosters.phrases import Phrases
from allocator.rosters.rows import Value
from allocator.rosters.sheets.settings import shown
from allocator.settings import Seating, Settings, SmallSeating


def said(outcome: Outcome) -> Settings:
    """Settings that lead to the outcome's plan again; what the defaults decide stays unsaid."""
    plan, workshop = outcome.plan, outcome.workshop
    seating = "seating" in plan.goals
    usual = tuple(goal.name for goal in goals_for(workshop, plan.balance, seating=seating))
    decided = Settings(
        groups=plan.k,
        seating=None if plan.seating is Seating.SPREAD else plan.seating,
        small=None if plan.small == plan.k - 1 else plan.small,
        small_seating=None if plan.small_seating is SmallSeating.TOGETHER else plan.small_seating,
        balance=plan.balance or None,
        priority=None if plan.goals == usual else plan.goals,
        sessions=None if plan.sessions == 1 else plan.sessions,
        seed=None if plan.seed == 1 else plan.seed,
        workers=None if plan.workers == 1 else plan.workers,
        time_limit=None if plan.time_limit == TIME_LIMIT else plan.time_limit,
    )
    return decided.over(workshop.settings)


def used(outcome: Outcome, phrases: Phrases) -> dict[str, Value]:
    """Setting -> what the plan took, for the settings that a plan decides."""
    plan = outcome.plan
    decided = {
        "language": phrases.language,
        "groups": plan.k,
        "seating": plan.seating,
        "small": plan.small,
        "small_seating": plan.small_seating,
        "balance": plan.balance,
        "priority": plan.goals,
        "sessions": plan.sessions,
        "seed": plan.seed,
        "workers": plan.workers,
        "time_limit": plan.time_limit,
    }
    return {key: shown(value, phrases) for key, value in decided.items()}
