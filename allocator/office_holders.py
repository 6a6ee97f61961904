"""Who of the list holds the offices of an outcome, and what rosters call them."""

from collections.abc import Mapping
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.appointments import Labels, sole_delegates, staffed
from allocator.delegation import DelegateId
from allocator.offices import Office
from allocator.settings import Group


def held_by_delegates(outcome: Outcome) -> Mapping[DelegateId, Office]:
    """Delegate id -> office, of those who are known by name; of the first session.

    Whoever is the only one of a delegation holds the office that the delegation is named for.
    """
    alone = sole_delegates(outcome.workshop)
    people = {each.id for those in outcome.workshop.delegations for each in those.delegates}
    held: dict[tuple[Office, int], str] = {
        (Office(office), group): holder
        for office, holders in outcome.allocation.officers.items()
        for group, holder in enumerate(holders)
        if holder
    }
    for slot, party in outcome.plan.appointed.items():
        held[slot] = party.delegate or party.delegation
    return {
        delegate: office
        for (office, _), holder in held.items()
        if (delegate := alone.get(holder, DelegateId(holder))) in people
    }


def printed(outcome: Outcome) -> tuple[Group, ...]:
    """The groups as ``staffed`` gives them, with the person of a delegation of one by name."""
    groups = list(staffed(outcome))
    alone = sole_delegates(outcome.workshop)
    labels = Labels(outcome.workshop)
    for (office, index), party in outcome.plan.appointed.items():
        if not party.delegate and party.delegation in alone:
            name = labels.of(alone[party.delegation])
            is_chair = office is Office.CHAIR
            group = groups[index]
            groups[index] = (
                replace(group, chair=name) if is_chair else replace(group, rapporteur=name)
            )
    return tuple(groups)
