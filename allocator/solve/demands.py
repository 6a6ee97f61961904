"""The demands on a roster that could be given up: rules, rooms, languages and seatings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from allocator.delegation import Delegation
from allocator.event_rules import Appointment, EventRule
from allocator.findings import Place
from allocator.model.catalog import rule_of
from allocator.offices import Office, candidates
from allocator.plan import Plan
from allocator.remarks.wording import named
from allocator.settings import Group
from allocator.text import Text, say
from allocator.workshop import Workshop

#: Delegations whose seating is looked at one by one: more take too long to tell apart.
MOST_SEATINGS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One demand: ``without`` gives a plan that no longer makes it.

    ``kind`` is the name of its rule. ``about`` says which one it is: the rule itself, the index of
    a group, or the identity of a delegation.
    """

    kind: str
    sentence: str
    about: object
    place: Place = Place()
    without: Callable[[Plan], Plan] = field(compare=False)

    def __str__(self) -> str:
        """Where it stands, and what it demands."""
        if not str(self.place):
            return self.sentence
        return say("{place}: {demand}", place=str(self.place), demand=self.sentence)


def demands_of(workshop: Workshop, plan: Plan) -> tuple[Demand, ...]:
    """Everything that a plan demands and that could be given up.

    The seatings are those of the delegations that rules name, or whose people cannot follow in
    every group; the others have no choice of seats that a rule could want.
    """
    return (
        *_seatings(workshop, plan),
        *(_languages(index, group) for index, group in enumerate(plan.groups) if group.languages),
        *(_capacity(index, group) for index, group in enumerate(plan.groups) if group.capacity),
        *(_office(each, plan) for each in plan.appointments if each.party),
        *_musts(workshop, plan),
        *(_rule(rule, plan) for rule in plan.rules),
    )


def only(plan: Plan, demands: Iterable[Demand], kept: Iterable[Demand]) -> Plan:
    """The plan that makes, of some demands, only those that are kept."""
    wanted = list(kept)
    for demand in demands:
        if demand not in wanted:
            plan = demand.without(plan)
    return plan


def with_group(plan: Plan, index: int, group: Group) -> Plan:
    """The plan with another group in the place of one."""
    groups = list(plan.groups)
    groups[index] = group
    return replace(plan, groups=tuple(groups))


def _rule(rule: EventRule, plan: Plan) -> Demand:
    return Demand(
        kind=rule.kind,
        sentence=rule_of(rule.kind).sentence(rule, plan),
        about=rule,
        place=rule.row.place,
        without=lambda plan: replace(
            plan, rules=tuple(each for each in plan.rules if each != rule)
        ),
    )


def _capacity(index: int, group: Group) -> Demand:
    return Demand(
        kind="capacity",
        sentence=say("{group} seats at most {capacity}", group=group.name, capacity=group.capacity),
        about=index,
        place=group.place,
        without=lambda plan: with_group(plan, index, replace(plan.groups[index], capacity=None)),
    )


def _office(appointment: Appointment, plan: Plan) -> Demand:
    group = plan.groups[appointment.group]
    return Demand(
        kind="offices",
        sentence=_appointed(appointment, group.name),
        about=appointment,
        place=group.place,
        without=lambda plan: replace(
            plan, appointments=tuple(each for each in plan.appointments if each != appointment)
        ),
    )


def _appointed(appointment: Appointment, group: str) -> Text:
    if appointment.office is Office.CHAIR:
        return say("{name} is chair of {group}", name=appointment.text, group=group)
    return say("{name} is rapporteur of {group}", name=appointment.text, group=group)


def _musts(workshop: Workshop, plan: Plan) -> Iterator[Demand]:
    """Those who must hold an office by the column Role, all together."""
    musts = [
        delegate.name or delegate.id if delegate else delegation.name
        for delegation in (workshop.delegations if plan.sought else ())
        for delegate, role in candidates(delegation)
        if role.must
    ]
    if musts:
        yield Demand(
            kind="offices",
            sentence=say(
                "by the column Role an office must be held by {names}", names=named(musts)
            ),
            about=plan.sought,
            without=lambda plan: replace(plan, sought=()),
        )


def _languages(index: int, group: Group) -> Demand:
    return Demand(
        kind="languages",
        sentence=say(
            "{group} offers only {languages}",
            group=group.name,
            languages=", ".join(group.languages),
        ),
        about=index,
        place=group.place,
        without=lambda plan: with_group(plan, index, replace(plan.groups[index], languages=())),
    )


def _seatings(workshop: Workshop, plan: Plan) -> Iterator[Demand]:
    bound = {party.delegation for rule in plan.rules for party in rule.parties}
    bound |= {party.delegation for party in plan.appointed.values()}
    bound |= {
        each.id
        for each in workshop.delegations
        if plan.heard_everywhere(each)
        and any(plan.not_followed(each, person) for person in each.delegates or (None,))
    }
    if len(bound) <= MOST_SEATINGS:
        for delegation in workshop.delegations:
            if delegation.id in bound and delegation.head_count > 1:
                yield _seating(delegation, plan)


def _seating(delegation: Delegation, plan: Plan) -> Demand:
    whole = plan.sits_whole(delegation)
    name, people = delegation.name, delegation.head_count
    if whole:
        sentence = say("{name} ({people} people) sits in one group", name=name, people=people)
    else:
        sentence = say(
            "{name} ({people} people) sits over {k} groups", name=name, people=people, k=plan.k
        )
    return Demand(
        kind="whole" if whole else "spread",
        sentence=sentence,
        about=delegation.id,
        without=lambda plan: replace(plan, free=plan.free | {delegation.id}),
    )
