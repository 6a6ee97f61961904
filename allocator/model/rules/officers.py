"""Who holds an office is a candidate, sits in the group, and holds no other office."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from allocator.delegation import Delegate, Delegation
from allocator.event_rules import Party
from allocator.model.census import Census
from allocator.model.counts import Form, added
from allocator.model.officers import Officers as Variables
from allocator.model.officers import identity_of
from allocator.offices import OFFICES, Office, candidates, role_of
from allocator.plan import Plan
from allocator.text import Text, say

if TYPE_CHECKING:
    from allocator.model.problem import Model
    from allocator.model.seats import Seats


class Officers:
    """For each office and group: holders <= 1, and each is a candidate who sits there.

    For each region, group and set of offices: holders <= candidates there for any of the set; with
    two offices this is Hall's condition, so everybody counted can be given another person. Whoever
    must hold an office holds one; whom the sheet Groups names holds that one. Source:
    docs/method.md, chairs and rapporteurs.
    """

    name = "offices"

    def claim(self, plan: Plan) -> str:  # noqa: ARG002 - the protocol
        """The rule as one sentence."""
        return say("Chairs and rapporteurs are candidates who sit in their group; nobody is two.")

    def post(self, model: "Model", seats: "Seats", plan: Plan) -> None:
        """Tie the offices to the seats."""
        officers = seats.officers
        for slot in plan.slots:
            filled = [officers.filled(*slot, region) for region in officers.regions]
            model.cp.add(model.expression(added(filled)) <= 1)
        _post_counted(model, seats, plan)
        for number, holder in enumerate(officers.holders):
            offices = [officers.of_holder(number, group) for group in range(plan.k)]
            total = model.expression(added(offices))
            model.cp.add(total == 1 if holder.must else total <= 1)
            if holder.party.delegate:
                for here, there in zip(offices, seats.presence(holder.party), strict=True):
                    model.cp.add(model.expression(here) <= model.expression(there))
        _post_delegations(model, seats, officers)

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each office with a wrong holder, and everybody who must hold one and does not."""
        if not plan.slots:
            return
        people = {
            str(each.id if each else delegation.id): (delegation, each)
            for row in census.rows
            for delegation in row.members
            for each in (None, *delegation.delegates)
        }
        for office, group in product(OFFICES, range(plan.k)):
            holder = census.officer(office, group)
            yield from _wrong(plan, (office, group), holder, people)
            if holder in people and not _sits(census, people[holder], group):
                subject = _office_of(office, plan.groups[group].name)
                yield say("{office} sits in another group", office=subject)
        yield from _twice(census, plan, people)
        yield from _idle(census, plan)


#: Delegation and delegate by the id of either; no delegate for a delegation.
_People = dict[str, tuple[Delegation, Delegate | None]]


def _post_counted(model: "Model", seats: "Seats", plan: Plan) -> None:
    """Nobody who is counted is needed twice in a group."""
    officers = seats.officers
    for group, region in product(range(plan.k), officers.regions):
        drawn = {
            office: officers.drawn[office, group, region]
            for office in OFFICES
            if (office, group, region) in officers.drawn
        }
        sets = [{each} for each in drawn] + ([set(drawn)] if len(drawn) > 1 else [])
        for offices in sets:
            wanted = Form(0, tuple((drawn[office], 1) for office in offices))
            there = seats.candidates(region, group, frozenset(offices))
            model.cp.add(model.expression(wanted) <= model.expression(there))


def _post_delegations(model: "Model", seats: "Seats", officers: Variables) -> None:
    """A delegation that holds offices of a group as a whole has so many people there."""
    whole = {each.party.delegation for each in officers.holders if not each.party.delegate}
    for delegation in sorted(whole):
        own = [n for n, each in enumerate(officers.holders) if each.party.delegation == delegation]
        for group, people in enumerate(seats.people_of(Party(delegation=delegation))):
            held = added([officers.of_holder(number, group) for number in own])
            model.cp.add(model.expression(held) <= model.expression(people))


def _wrong(plan: Plan, slot: tuple[Office, int], holder: str, people: _People) -> Iterator[str]:
    """What speaks against the holder of an office, but for the seat."""
    office = _office_of(slot[0], plan.groups[slot[1]].name)
    named = plan.appointed.get(slot)
    if named and holder != identity_of(named):
        yield say(
            "{office} is not {name}, whom the sheet Groups names", office=office, name=named.name
        )
    elif holder and holder not in people:
        yield say("{office} is not on the list", office=office)
    elif holder and slot not in plan.slots:
        yield say(
            "{office} is somebody from outside by the sheet Groups, or not looked for",
            office=office,
        )
    elif holder and not named:
        delegation, delegate = people[holder]
        role = role_of(delegation, delegate)
        whole = Party(delegation=delegation.id) in plan.appointed.values()
        if slot[0] not in role.offices or (delegation.delegates and not delegate):
            yield say("{office} is no candidate for it", office=office)
        elif whole and not role.must:
            yield say(
                "{office} is of {delegation}, which the sheet Groups names already",
                office=office,
                delegation=delegation.name,
            )


def _sits(census: Census, who: tuple[Delegation, Delegate | None], group: int) -> bool:
    delegation, delegate = who
    if delegate:
        return census.places[delegate.id] == group
    return census.seats[delegation.id][group] > 0


def _twice(census: Census, plan: Plan, people: _People) -> Iterator[str]:
    """Everybody who holds two offices, and each delegation with fewer people than officers."""
    slots = [(office, group) for office in OFFICES for group in range(plan.k)]
    held = [(census.officer(*slot), slot) for slot in slots]
    once = Counter(
        holder
        for holder, slot in held
        if holder in people and not (slot in plan.appointed and people[holder][1] is None)
    )
    named = {identity_of(party) for party in plan.appointed.values()}
    for holder, times in once.items():
        if times > 1 or (people[holder][1] is None and holder in named):
            yield say("{name} holds two offices", name=_name(people[holder]))
    there = Counter((people[holder][0].id, slot[1]) for holder, slot in held if holder in people)
    for (identity, group), officers in there.items():
        if officers > census.seats[identity][group]:
            yield say(
                "{delegation} has {officers} officers in {group} and fewer people",
                delegation=people[identity][0].name,
                officers=officers,
                group=plan.groups[group].name,
            )


def _idle(census: Census, plan: Plan) -> Iterator[str]:
    """Everybody who must hold an office and holds none."""
    if not plan.sought:
        return
    holders = {holder for row in census.officers.values() for holder in row}
    for row in census.rows:
        for delegation in row.members:
            for delegate, role in candidates(delegation):
                if role.must and (delegate or delegation).id not in holders:
                    name = _name((delegation, delegate))
                    yield say("{name} must hold an office and holds none", name=name)


def _office_of(office: Office, group: str) -> Text:
    if office is Office.CHAIR:
        return say("the chair of {group}", group=group)
    return say("the rapporteur of {group}", group=group)


def _name(who: tuple[Delegation, Delegate | None]) -> str:
    delegation, delegate = who
    return f"{delegate.name or delegate.id} ({delegation.name})" if delegate else delegation.name
