"""The catalogue names every rule and goal there is, once."""

from pathlib import Path

from builders import a_plan, a_workshop

import allocator.model.goals
import allocator.model.rules
from allocator.model.catalog import RULES, goals_for

WORKSHOP = a_workshop(2, 3, categories=["State", "NGO"], roles=["chair"])


def units_in(package: object) -> set[str]:
    """The files of a package that hold a unit."""
    folder = Path(str(getattr(package, "__file__", ""))).parent
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_every_rule_file_is_in_the_catalogue() -> None:
    """A rule that nobody lists would never be kept."""
    listed = {type(rule).__module__.rpartition(".")[2] for rule in RULES}

    assert units_in(allocator.model.rules) == listed


def test_every_goal_file_is_in_the_catalogue() -> None:
    """A goal that nobody lists would never be served."""
    goals = goals_for(WORKSHOP, ("gender",), seating=True)
    listed = {type(goal).__module__.rpartition(".")[2] for goal in goals}

    assert units_in(allocator.model.goals) == listed


def test_every_unit_says_what_it_claims() -> None:
    """Names are unique, and each claim is a whole sentence."""
    goals = goals_for(WORKSHOP, ("gender",), seating=True)
    claims = [rule.claim(a_plan(3)) for rule in RULES] + [goal.claim() for goal in goals]
    names = [rule.name for rule in RULES] + [goal.name for goal in goals]

    assert len(names) == len(set(names))
    assert all(claim[0].isupper() and claim.endswith(".") for claim in claims)
