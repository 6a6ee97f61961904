"""What arithmetic refuses before any search."""

from allocator.errors import NoAllocation
from allocator.event_rules import NO_DELEGATE, Party
from allocator.findings import quoted
from allocator.offices import OFFICES, Office, candidates
from allocator.plan import Plan
from allocator.remarks import named
from allocator.workshop import Workshop


def require_room(workshop: Workshop, plan: Plan) -> None:
    """Refuse a plan whose rooms are too small for everybody, or for one delegation.

    Refuse one, too, that has fewer offices than people who must hold one.

    Raises:
        NoAllocation: with the numbers, and what to change.
    """
    _require_offices(workshop, plan)
    capacities = [group.capacity for group in plan.groups if group.capacity is not None]
    if len(capacities) < plan.k:
        return
    _require_seats(workshop.head_count, capacities)
    for delegation in workshop.delegations:
        people, name = delegation.head_count, delegation.name
        roomiest = max(capacities)
        if people > roomiest and plan.sits_whole(delegation):
            message = (
                f"{name} has {people} people and is to sit in one group, but the largest "
                f"capacity is {roomiest}. Raise a capacity to {people}, or write spread into the "
                f"Seating column of {name}."
            )
            raise NoAllocation(message)


def _require_offices(workshop: Workshop, plan: Plan) -> None:
    """Compare those who must hold an office with the offices that nobody is named for."""
    if not plan.sought:
        return
    free = [office for office, group in plan.slots if (office, group) not in plan.appointed]
    musts = [
        (delegate.name or delegate.id if delegate else delegation.name, role.offices)
        for delegation in workshop.delegations
        for delegate, role in candidates(delegation)
        if role.must
        and Party(delegation=delegation.id, delegate=delegate.id if delegate else NO_DELEGATE)
        not in plan.appointed.values()
    ]
    for offices in ((Office.CHAIR,), (Office.RAPPORTEUR,), OFFICES):
        bound = [name for name, own in musts if set(own) <= set(offices)]
        there = sum(map(free.count, offices))
        if len(bound) > there:
            held = [each.text for each in plan.appointments if each.office in offices]
            held_by = named([quoted(name) for name in held])
            others = f"; the groups give the others to {held_by}" if held else ""
            message = (
                f"{named([quoted(name) for name in bound])} must be {' or '.join(offices)}, and "
                f"{there} of these {len(offices) * plan.k} offices are free{others}. Take out the "
                "word must in the column Role, or a name of an officer of the groups."
            )
            raise NoAllocation(message)


def _require_seats(people: int, capacities: list[int]) -> None:
    if sum(capacities) < people:
        shown = " + ".join(map(str, capacities))
        message = (
            f"the groups seat {shown} = {sum(capacities)} people and the list has {people}. "
            f"Raise the capacities by {people - sum(capacities)} in all, or add a group."
        )
        raise NoAllocation(message)
