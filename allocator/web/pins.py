"""Pins: rules that keep a delegation in a group, set and taken away on the board."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from allocator.delegation import Delegation
from allocator.errors import UsageProblem
from allocator.planning import plan_for
from allocator.settings import RuleRow
from allocator.web.revision import PINNED, Content
from allocator.web.work import on_board, said_settings


def changed(content: Content, delegation: str, group: int, *, pinned: bool) -> tuple[Content, str]:
    """The content with a pin more or less, and the sentence that tells it.

    Raises:
        UsageProblem: when the delegation does not sit there.
    """
    outcome = on_board(content)
    found = next((each for each in outcome.workshop.delegations if each.id == delegation), None)
    if found is None or not 0 <= group < outcome.plan.k or not outcome.seats_of(found)[group]:
        message = "this delegation does not sit in that group. Load the page again."
        raise UsageProblem(message)
    name = outcome.plan.groups[group].name
    rules = [each for each in rules_said(content) if not is_pin(each, found.name, name)]
    if pinned:
        rules.append(_pin(content, found, group))
    said = {**content.said, "rule": rules}
    what = f"{'Pinned' if pinned else 'Unpinned'} {found.name} in {name}."
    return with_rules(replace(content, said=said)), what


def pinned_in(content: Content) -> frozenset[tuple[str, str]]:
    """Name of a delegation and name of a group, for every pin."""
    if content.outcome is None:
        return frozenset()
    rules = content.outcome.workshop.settings.rules or ()
    return frozenset((each.who, each.other) for each in rules if each.note == PINNED)


def rules_said(content: Content) -> list[dict[str, Any]]:
    """The rules of the page, else those that list or rosters bring with them."""
    if "rule" in content.said:
        return [dict(each) for each in content.said["rule"]]
    if content.outcome is None:
        return []
    return [as_said(row) for row in content.outcome.workshop.settings.rules or ()]


def as_said(row: RuleRow) -> dict[str, Any]:
    """A rule with the keys of a settings file."""
    said = {
        "rule": row.kind.replace("_", " "),
        "who": row.who,
        "with": row.other,
        "number": row.number,
        "note": row.note,
    }
    return {key: value for key, value in said.items() if value not in ("", None)}


def is_pin(rule: Mapping[str, Any], name: str, group: str) -> bool:
    """Whether a rule of the page is the pin of a delegation in a group."""
    there = rule.get("with", rule.get("group"))
    return (rule.get("note"), rule.get("who"), there) == (PINNED, name, group)


def with_rules(content: Content) -> Content:
    """The content whose rosters carry the rules of the page."""
    outcome = on_board(content)
    settings = replace(outcome.workshop.settings, rules=said_settings(content.said).rules)
    workshop = replace(outcome.workshop, settings=settings)
    seating = "seating" in outcome.plan.goals
    rules = plan_for(workshop, settings, seating=seating).rules
    plan = outcome.plan.with_rules(rules)
    return replace(content, outcome=replace(outcome, workshop=workshop, plan=plan))


def _pin(content: Content, delegation: Delegation, group: int) -> dict[str, Any]:
    outcome = on_board(content)
    name = outcome.plan.groups[group].name
    if outcome.plan.sits_whole(delegation):
        return {"rule": "in", "who": delegation.name, "with": name, "note": PINNED}
    people = outcome.seats_of(delegation)[group]
    return {"rule": "at least", "who": delegation.name, "with": name, "number": people,
            "note": PINNED}  # fmt: skip
