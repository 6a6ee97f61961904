"""What arithmetic refuses before any search."""

from allocator.errors import NoAllocation
from allocator.event_rules import NO_DELEGATE, Party
from allocator.findings import quoted
from allocator.offices import OFFICES, Office, candidates
from allocator.plan import Plan
from allocator.remarks.wording import named
from allocator.text import say
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
            message = say(
                "{name} has {people} people and is to sit in one group, but the largest capacity "
                "is {roomiest}. Raise a capacity to {people}, or write spread into the Seating "
                "column of {name}.",
                name=name,
                people=people,
                roomiest=roomiest,
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
            raise NoAllocation(_too_few_offices(bound, offices, there, held, plan.k))


def _too_few_offices(
    bound: list[str], offices: tuple[Office, ...], free: int, held: list[str], k: int
) -> str:
    """Who must hold an office, and how many there are; ``held`` are named by the groups."""
    office = {
        (Office.CHAIR,): say("chair"),
        (Office.RAPPORTEUR,): say("rapporteur"),
        OFFICES: say("chair or rapporteur"),
    }[offices]
    others = say("; the groups give the others to {names}", names=_named(held)) if held else ""
    return say(
        "{names} must be {office}, and {free} of these {number} offices are free{others}. Take "
        "out the word must in the column Role, or a name of an officer of the groups.",
        names=_named(bound),
        office=office,
        free=free,
        number=len(offices) * k,
        others=others,
    )


def _named(names: list[str]) -> str:
    return named([quoted(name) for name in names])


def _require_seats(people: int, capacities: list[int]) -> None:
    if sum(capacities) < people:
        message = say(
            "the groups seat {capacities} = {seats} people and the list has {people}. Raise the "
            "capacities by {lack} in all, or add a group.",
            capacities=" + ".join(map(str, capacities)),
            seats=sum(capacities),
            people=people,
            lack=people - sum(capacities),
        )
        raise NoAllocation(message)
