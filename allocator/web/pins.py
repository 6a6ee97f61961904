"""Pins: rules that keep a delegation in a group, set and taken away on the board."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from allocator.allocation import Outcome
from allocator.delegation import Delegation
from allocator.errors import UsageProblem
from allocator.planning.rulebook import rules_of
from allocator.settings import RuleRow
from allocator.text import say
from allocator.web.group_names import group_told
from allocator.web.revision import PAGE, PINNED, Content, as_said
from allocator.web.work import on_board

#: A rule with the keys of a settings file.
Said = dict[str, Any]


def changed(content: Content, delegation: str, group: int, *, pinned: bool) -> tuple[Content, str]:
    """The content with a pin more or less, and the sentence that tells it.

    A pin of a delegation that sits in one group stands in for an earlier one.

    Raises:
        UsageProblem: when the delegation does not sit there.
    """
    outcome = on_board(content)
    found = _delegation(outcome, delegation)
    if not 0 <= group < outcome.plan.k or (pinned and not outcome.seats_of(found)[group]):
        message = say("this delegation does not sit in that group. Load the page again.")
        raise UsageProblem(message)
    name = outcome.plan.groups[group].name
    gone = [found.name] if outcome.plan.sits_whole(found) else [found.name, name]
    added = [_pin(outcome, found, group)] if pinned else []
    there = group_told(name)
    what = (
        say("Pinned {delegation} in {group}.", delegation=found.name, group=there)
        if pinned
        else say("Unpinned {delegation} in {group}.", delegation=found.name, group=there)
    )
    return _with(content, gone, added), what


def followed(content: Content, delegations: Sequence[str]) -> Content:
    """The content after some delegations were moved: their pins go with them.

    A delegation in one group is pinned where it sits now; one in several keeps the pins of groups
    in which it still has as many people.
    """
    for each in delegations:
        outcome = on_board(content)
        found = _delegation(outcome, each)
        pins = [rule for rule in board_rules(outcome) if _is_pin(rule, [found.name])]
        if not pins:
            continue
        seats = outcome.seats_of(found)
        if outcome.plan.sits_whole(found):
            added = [_pin(outcome, found, seats.index(max(seats)))]
        else:
            names = [group.name for group in outcome.plan.groups]
            added = [rule for rule in pins if seats[names.index(rule["with"])] >= rule["number"]]
        content = _with(content, [found.name], added)
    return content


def renamed(said: Mapping[str, Any], outcome: Outcome | None) -> Said:
    """The settings of the page whose pins name the groups as they are called now."""
    names = [table.get("name") for table in said.get("group", ())]
    if outcome is None or len(names) != outcome.plan.k or "rule" not in said:
        return dict(said)
    new = {group.name: name for group, name in zip(outcome.plan.groups, names, strict=True) if name}
    rules = [
        {**rule, "with": new.get(rule["with"], rule["with"])}
        if rule.get("note") == PINNED and rule.get("with") not in names and "with" in rule
        else rule
        for rule in said["rule"]
    ]
    return {**said, "rule": rules}


def board_rules(outcome: Outcome) -> list[Said]:
    """The rules of the rosters on the board."""
    return [as_said(row) for row in outcome.workshop.settings.rules or ()]


def with_rules(outcome: Outcome, rows: Sequence[RuleRow]) -> Outcome:
    """The rosters with other rules of the event; seats, goals and everything else stay."""
    settings = replace(outcome.workshop.settings, rules=tuple(rows) or None)
    workshop = replace(outcome.workshop, settings=settings)
    rules = rules_of(rows, workshop, outcome.plan.groups)
    return replace(outcome, workshop=workshop, plan=outcome.plan.with_rules(rules))


def rows_of(rules: Sequence[Said]) -> tuple[RuleRow, ...]:
    """Rules with the keys of a settings file as rows."""
    return tuple(
        RuleRow(
            kind=rule["rule"],
            who=rule["who"],
            other=rule.get("with", ""),
            number=rule.get("number"),
            note=rule.get("note", ""),
            place=PAGE,
        )
        for rule in rules
    )


def _with(content: Content, gone: Sequence[str], added: Sequence[Said]) -> Content:
    """The content without some pins and with others, on the board and in what the page says.

    ``gone`` is the name of a delegation, or that and the name of a group.
    """
    outcome = on_board(content)
    on_page = [dict(rule) for rule in content.said.get("rule", board_rules(outcome))]
    said = [rule for rule in on_page if not _is_pin(rule, gone)]
    rules = [rule for rule in board_rules(outcome) if not _is_pin(rule, gone)]
    return replace(
        content,
        said={**content.said, "rule": [*said, *added]},
        outcome=with_rules(outcome, rows_of([*rules, *added])),
    )


def _is_pin(rule: Mapping[str, Any], names: Sequence[str]) -> bool:
    """Whether a rule is a pin of a delegation, or of a delegation in a group."""
    there = (rule.get("who"), rule.get("with", rule.get("group")))
    return rule.get("note") == PINNED and there[: len(names)] == tuple(names)


def _delegation(outcome: Outcome, identity: str) -> Delegation:
    found = next((each for each in outcome.workshop.delegations if each.id == identity), None)
    if found is None:
        message = say("there is no such delegation on these rosters. Load the page again.")
        raise UsageProblem(message)
    return found


def _pin(outcome: Outcome, delegation: Delegation, group: int) -> Said:
    name, people = outcome.plan.groups[group].name, outcome.seats_of(delegation)[group]
    pin = {"who": delegation.name, "with": name, "note": PINNED}
    if outcome.plan.sits_whole(delegation):
        return {"rule": "in", **pin}
    return {"rule": "at least", "number": people, **pin}
