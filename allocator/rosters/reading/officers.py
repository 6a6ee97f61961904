"""Chairs and rapporteurs, as the sheet of the groups names them."""

from dataclasses import replace

from allocator.delegation import Delegate, Delegation
from allocator.event_rules import Appointment, Party
from allocator.folding import fold
from allocator.offices import OFFICES, role_of, sought_in
from allocator.plan import Plan
from allocator.planning.appointments import appointments_of
from allocator.rosters.reading.binder import Binder
from allocator.rosters.sheets.record import appointed_text
from allocator.workshop import Workshop


def with_officers(
    plan: Plan, appointed: tuple[str, ...] | None, workshop: Workshop, binder: Binder
) -> Plan:
    """The plan with those who were named before the program chose, by the record.

    ``appointed`` are the offices as ``appointed_text`` writes them; without it, whoever is named in
    the sheet was. A name that was changed since counts as named, unless it is that of a candidate.

    Raises:
        ListRefused: E-OFFICE, when a name is not clear.
    """
    named = appointments_of(plan.groups, workshop, binder.source.file)
    before = {fold(text) for text in appointed or ()}
    sought = sought_in(workshop.delegations) if "officers" in plan.goals else ()
    chosen = {
        each
        for each in named
        if appointed is not None
        and fold(appointed_text(each, binder.phrases)) not in before
        and each.party
        and _is_candidate(workshop, each, each.party)
    }
    appointments = tuple(each for each in named if each not in chosen)
    return replace(plan, sought=sought, appointments=appointments)


def officers_in(plan: Plan, workshop: Workshop, file: str) -> dict[str, tuple[str, ...]]:
    """Office -> the id of who holds it in each group by the sheet of the groups.

    Raises:
        ListRefused: E-OFFICE, when a name is not clear.
    """
    if not plan.slots:
        return {}
    held = {
        (each.office, each.group): each.party.delegate or each.party.delegation
        for each in appointments_of(plan.groups, workshop, file)
        if each.party
    }
    return {
        str(office): tuple(str(held.get((office, group), "")) for group in range(plan.k))
        for office in OFFICES
    }


def _is_candidate(workshop: Workshop, appointment: Appointment, party: Party) -> bool:
    """Whether the list says that a party may hold an office."""
    delegation = next(each for each in workshop.delegations if each.id == party.delegation)
    delegate = _delegate(delegation, party)
    if delegation.delegates and delegate is None:
        return False
    return appointment.office in role_of(delegation, delegate).offices


def _delegate(delegation: Delegation, party: Party) -> Delegate | None:
    return next((each for each in delegation.delegates if each.id == party.delegate), None)
