"""Events of the witness of rules, put to the package."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builders import rows_of
from witness import Session
from witness_rules import Crowd, Demand, Event, Member, Placement, Who

import allocator
from allocator.allocation import Outcome
from allocator.settings import Group, RuleRow, Seating, Settings, SmallSeating
from allocator.workshop import Workshop


def crowds_of(workshop: Workshop) -> tuple[Crowd, ...]:
    """The workshop as the witness reads it; delegates are called by their identity."""
    return tuple(
        Crowd(
            row=row,
            members=tuple(
                Member(name=delegate.id, traits=delegate.traits) for delegate in each.delegates
            )
            or (Member(people=each.head_count, traits=each.traits),),
        )
        for row, each in zip(rows_of(workshop), workshop.delegations, strict=True)
    )


def event_of(workshop: Workshop, session: Session) -> Event:
    """The event without any rules."""
    return Event(crowds=crowds_of(workshop), session=session)


def settings_of(event: Event) -> Settings:
    """The groups and the rules as somebody would write them."""
    session = event.session
    offers = event.offers or (frozenset[str](),) * session.k
    limits = session.capacities or (None,) * session.k
    return Settings(
        group_table=tuple(
            Group(name=f"Group {number}", capacity=limit, languages=tuple(sorted(offered)))
            for number, (limit, offered) in enumerate(zip(limits, offers, strict=True), start=1)
        ),
        rules=tuple(map(row_of, event.demands)) or None,
        seating=Seating(session.seating),
        small=session.small or session.k - 1,
        small_seating=SmallSeating(session.small_seating),
    )


def row_of(demand: Demand) -> RuleRow:
    """A rule as a row of the sheet Rules."""
    who = [*map(_name, demand.who), *(f"{column} = {text}" for column, text in demand.values)]
    other = [*map(_name, demand.others), *(f"Group {group + 1}" for group in demand.groups)]
    counts = demand.kind in ("at least", "at most")
    return RuleRow(
        kind=demand.kind,
        who="; ".join(who),
        other="; ".join(other),
        number=demand.number if counts else None,
    )


def _name(who: Who) -> str:
    delegation, person = who
    return person or delegation


def solved(workshop: Workshop, event: Event) -> Outcome:
    """What the package makes of an event with the people of a workshop."""
    return allocator.allocate(replace(workshop, settings=settings_of(event)))


def roster_of(outcome: Outcome) -> dict[str, Placement]:
    """Delegation -> the people of each of its members per group."""
    groups = range(outcome.plan.k)
    places = outcome.allocation.places
    return {
        each.name: tuple(
            tuple(int(places[delegate.id] == group) for group in groups)
            for delegate in each.delegates
        )
        or (outcome.seats_of(each),)
        for each in outcome.workshop.delegations
    }


def with_member_traits(workshop: Workshop, texts: Mapping[Who, Mapping[str, str]]) -> Workshop:
    """The workshop with further traits: (delegation, delegate or "") -> column -> text."""
    return replace(
        workshop,
        delegations=tuple(
            replace(
                each,
                traits={**each.traits, **texts.get((each.name, ""), {})},
                delegates=tuple(
                    replace(who, traits={**who.traits, **texts.get((each.name, who.id), {})})
                    for who in each.delegates
                ),
            )
            for each in workshop.delegations
        ),
    )


def called_by_identity(workshop: Workshop) -> Workshop:
    """The workshop with the identity of each delegate as name: lists without names have those."""
    names: Iterable[tuple[Who, Mapping[str, str]]] = (
        ((each.name, delegate.id), {"name": delegate.id})
        for each in workshop.delegations
        for delegate in each.delegates
    )
    return with_member_traits(workshop, dict(names))
