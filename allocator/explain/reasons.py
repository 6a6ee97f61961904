"""The arithmetic behind a conflict of rules, in one sentence where there is one."""

from collections.abc import Callable, Sequence

from allocator.delegation import Delegation
from allocator.event_rules import EventRule, Party
from allocator.plan import Plan
from allocator.workshop import Workshop


def reason_for(about: Sequence[object], workshop: Workshop, plan: Plan) -> str:
    """Why some demands cannot hold together, empty when no short sum says it.

    ``about`` are the demands: rules, indices of groups, identities of delegations.
    """
    rules = [each for each in about if isinstance(each, EventRule)]
    for reason in _REASONS:
        if sentence := reason(rules, workshop, plan):
            return sentence
    return ""


def _too_few(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``at least``: fewer people than all the groups need."""
    for rule in rules:
        groups, people = len(rule.groups) or plan.k, _people(rule, workshop)
        if rule.kind == "at least" and people < groups * rule.number:
            return (
                f"{groups} x {rule.number} = {groups * rule.number} people are asked for, and "
                f"{rule.subject} are {people}."
            )
    return ""


def _too_many(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``at most``: more people than all groups together may take."""
    for rule in rules:
        people = _people(rule, workshop)
        every = len(rule.groups) in (0, plan.k)
        if rule.kind == "at most" and every and people > plan.k * rule.number:
            return (
                f"{plan.k} x {rule.number} = {plan.k * rule.number} people may sit so, and "
                f"{rule.subject} are {people}."
            )
    return ""


def _over_capacity(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``in``: more people bound to a group than it seats."""
    for index, group in enumerate(plan.groups):
        bound = [rule for rule in rules if rule.kind == "in" and rule.groups == (index,)]
        people = sum(_people(rule, workshop) for rule in bound)
        if bound and group.capacity is not None and people > group.capacity:
            return f"{people} people are to sit in {group.name}, which seats {group.capacity}."
    return ""


def _spread(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """A delegation that is in every group is bound to some of them, or apart from somebody."""
    for rule in rules:
        for party in rule.parties:
            delegation = _delegation(party, workshop)
            everywhere = delegation.head_count >= plan.k and not plan.sits_whole(delegation)
            if everywhere and not party.delegate and rule.kind in ("in", "not in", "apart"):
                return (
                    f"{delegation.name} has {delegation.head_count} people, and its seating puts "
                    f"some of them into each of the {plan.k} groups."
                )
    return ""


def _crowd(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:  # noqa: ARG001 - as the others
    """``apart``: more parties than groups."""
    for rule in rules:
        if rule.kind == "apart" and not rule.others and len(rule.parties) > plan.k:
            return f"{len(rule.parties)} are to be apart, and there are {plan.k} groups."
    return ""


def _people(rule: EventRule, workshop: Workshop) -> int:
    """How many people a rule binds."""
    return sum(
        sum(rule.binds(each, delegate) for delegate in each.delegates)
        if each.delegates
        else each.head_count * rule.binds(each, None)
        for each in workshop.delegations
    )


def _delegation(party: Party, workshop: Workshop) -> Delegation:
    return next(each for each in workshop.delegations if each.id == party.delegation)


#: Each gives its sentence or nothing; the first that applies is told.
_REASONS: tuple[Callable[[Sequence[EventRule], Workshop, Plan], str], ...] = (
    _too_few,
    _too_many,
    _over_capacity,
    _spread,
    _crowd,
)
