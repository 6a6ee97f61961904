"""The arithmetic behind a conflict of rules, in one sentence where there is one."""

from collections import Counter
from collections.abc import Callable, Sequence

from allocator.delegation import Delegation
from allocator.event_rules import EventRule
from allocator.explain.outcome import amount_of
from allocator.plan import LANGUAGE, Plan
from allocator.remarks.wording import named
from allocator.text import joined, say
from allocator.workshop import Workshop


def reason_for(about: Sequence[object], workshop: Workshop, plan: Plan) -> str:
    """Why some demands cannot hold together, empty when no short sum says it.

    ``about`` are the demands: rules, indices of groups, identities of delegations.
    """
    rules = [each for each in about if isinstance(each, EventRule)]
    for reason in _REASONS:
        if sentence := reason(rules, workshop, plan):
            return sentence
    if plan.interprets and not rules:
        return _unheard([each for each in workshop.delegations if each.id in about])
    return ""


def _too_few(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``at least``: fewer people than all the groups need."""
    for rule in rules:
        groups, people = len(rule.groups) or plan.k, _people(rule, workshop)
        if rule.kind == "at least" and people < groups * rule.number:
            return say(
                "{groups} x {number} = {wanted} people are asked for; {who}: {people}.",
                groups=groups,
                number=rule.number,
                wanted=groups * rule.number,
                who=rule.subject,
                people=amount_of(people, "people"),
            )
    return ""


def _too_many(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``at most``: more people than all groups together may take."""
    for rule in rules:
        people = _people(rule, workshop)
        every = len(rule.groups) in (0, plan.k)
        if rule.kind == "at most" and every and people > plan.k * rule.number:
            return say(
                "{groups} x {number} = {most} people may sit so; {who}: {people}.",
                groups=plan.k,
                number=rule.number,
                most=plan.k * rule.number,
                who=rule.subject,
                people=amount_of(people, "people"),
            )
    return ""


def _over_capacity(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``in``: more people bound to a group than it seats."""
    for index, group in enumerate(plan.groups):
        bound = [rule for rule in rules if rule.kind == "in" and rule.groups == (index,)]
        people = sum(_people(rule, workshop) for rule in bound)
        if bound and group.capacity is not None and people > group.capacity:
            return say(
                "{people} people are to sit in {group}, which seats {capacity}.",
                people=people,
                group=group.name,
                capacity=group.capacity,
            )
    return ""


def _too_many_heard(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """``at most``: delegations that are heard in every group bring more people than that."""
    for rule in rules:
        heard = sum(
            each.head_count // plan.k
            for each in workshop.delegations
            if not plan.sits_whole(each) and _all_bound(rule, each)
        )
        if rule.kind == "at most" and heard > rule.number:
            return say(
                "The delegations that are heard in every group bring at least {people} into each "
                "of them.",
                people=amount_of(heard, "people"),
            )
    return ""


def _nowhere(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:  # noqa: ARG001 - as the others
    """``in`` and ``not in``: no group is left for somebody."""
    for party in (each for rule in rules for each in rule.parties):
        left = set(range(plan.k))
        for rule in rules:
            if party in rule.parties and rule.kind in ("in", "not in"):
                named = set(rule.groups)
                left = left & named if rule.kind == "in" else left - named
        if not left:
            return say("No group is left for {name}.", name=party.name)
    return ""


def _spread(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:
    """Delegations that are in every group are bound to some of them, or apart from somebody."""
    for rule in rules:
        if rule.kind not in ("in", "not in", "apart"):
            continue
        everywhere = [
            each
            for each in workshop.delegations
            if plan.heard_everywhere(each) and (_all_bound(rule, each) or _is_named(rule, each))
        ]
        if len(everywhere) == 1:
            only = everywhere[0]
            return say(
                "{name} has {people} people, and its seating puts some of them into each of the "
                "{k} groups.",
                name=only.name,
                people=only.head_count,
                k=plan.k,
            )
        if everywhere:
            return say(
                "The seating of {names} puts some of their people into each group.",
                names=named([each.name for each in everywhere]),
            )
    return ""


def _unheard(seated: Sequence[Delegation]) -> str:
    """Languages: what the people follow of a delegation whose seating is in the way."""
    told = []
    for delegation in seated:
        own = delegation.traits.get(LANGUAGE, "")
        people = [each.traits.get(LANGUAGE) or own or say("any") for each in delegation.delegates]
        numbers = Counter(people or [own] * delegation.head_count)
        spoken = [joined(" ", (number, text)) for text, number in sorted(numbers.items())]
        told.append(
            say(
                "The people of {name} follow: {spoken}.",
                name=delegation.name,
                spoken=joined(", ", spoken),
            )
        )
    return joined(" ", told)


def _crowd(rules: Sequence[EventRule], workshop: Workshop, plan: Plan) -> str:  # noqa: ARG001 - as the others
    """``apart``: more parties than groups."""
    for rule in rules:
        if rule.kind == "apart" and not rule.others and len(rule.parties) > plan.k:
            return say(
                "{parties} are to be apart, and there are {k} groups.",
                parties=len(rule.parties),
                k=plan.k,
            )
    return ""


def _people(rule: EventRule, workshop: Workshop) -> int:
    """How many people a rule binds."""
    return sum(
        sum(rule.binds(each, delegate) for delegate in each.delegates)
        if each.delegates
        else each.head_count * rule.binds(each, None)
        for each in workshop.delegations
    )


def _all_bound(rule: EventRule, delegation: Delegation) -> bool:
    """Whether a rule binds everybody of a delegation."""
    if not delegation.delegates:
        return rule.binds(delegation, None)
    return all(rule.binds(delegation, each) for each in delegation.delegates)


def _is_named(rule: EventRule, delegation: Delegation) -> bool:
    return any(each.delegation == delegation.id and not each.delegate for each in rule.parties)


#: Each gives its sentence or nothing; the first that applies is told.
_REASONS: tuple[Callable[[Sequence[EventRule], Workshop, Plan], str], ...] = (
    _too_few,
    _too_many,
    _over_capacity,
    _nowhere,
    _spread,
    _crowd,
    _too_many_heard,
)
