"""Who of the list holds the offices of an outcome, and what rosters call them."""

from collections.abc import Mapping
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.delegation import Delegate, DelegateId, Delegation
from allocator.folding import fold
from allocator.offices import Office
from allocator.planning.appointments import identity_of, sole_delegates, staffed, text_of
from allocator.settings import Group

#: Traits by which a list finds somebody of whom it has several with the same name.
IDENTIFYING = ("registration", "email")


def held_by_delegates(outcome: Outcome) -> Mapping[DelegateId, Office]:
    """Delegate id -> office, of those who are known by name; of the first session.

    Whoever is the only one of a delegation holds the office that the delegation is named for.
    """
    alone = sole_delegates(outcome.workshop)
    people = _people(outcome)
    return {
        delegate: office
        for (office, _), holder in _holders(outcome).items()
        if (delegate := alone.get(holder, DelegateId(holder))) in people
    }


def printed(outcome: Outcome) -> tuple[Group, ...]:
    """The groups as ``staffed`` gives them, with the people of the list by name.

    What finds somebody again, an address or a number, is nothing to print; the office of a
    delegation of one is that person's.
    """
    groups = list(staffed(outcome))
    alone, people = sole_delegates(outcome.workshop), _people(outcome)
    for (office, index), holder in _holders(outcome).items():
        delegation, delegate = people.get(alone.get(holder, DelegateId(holder)), (None, None))
        if not delegation or not delegate or not delegate.name:
            continue
        signs = {fold(delegate.traits.get(trait, "")) for trait in IDENTIFYING}
        if holder in alone or fold(text_of(groups[index], office)) in signs:
            name = f"{delegate.name} ({delegation.name})"
            is_chair = office is Office.CHAIR
            groups[index] = (
                replace(groups[index], chair=name)
                if is_chair
                else replace(groups[index], rapporteur=name)
            )
    return tuple(groups)


def _holders(outcome: Outcome) -> Mapping[tuple[Office, int], str]:
    """Office and group -> the id of the delegate or delegation that holds it."""
    held: dict[tuple[Office, int], str] = {
        (Office(office), group): holder
        for office, holders in outcome.allocation.officers.items()
        for group, holder in enumerate(holders)
        if holder
    }
    appointed = outcome.plan.appointed.items()
    return held | {slot: identity_of(party) for slot, party in appointed}


def _people(outcome: Outcome) -> Mapping[DelegateId, tuple[Delegation, Delegate]]:
    """Delegate id -> the delegation and the delegate."""
    return {
        each.id: (delegation, each)
        for delegation in outcome.workshop.delegations
        for each in delegation.delegates
    }
