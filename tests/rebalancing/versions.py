"""Lists of people, and rosters with the seats that they were told, for tests of what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allocator.allocation import Allocation, Outcome
from allocator.delegation import DelegateId, DelegationId
from allocator.enrolment.enrol import Entry, enrol
from allocator.findings import Finding, Place
from allocator.plan import Plan
from allocator.settings import Group
from allocator.workshop import Source, Workshop

#: Seats of a delegation per group.
Seats = tuple[int, ...]


def person(delegation: str, name: str = "", **traits: str) -> Entry:
    """A row of a named list; what is empty is left out."""
    filled = {key: text for key, text in {"name": name, **traits}.items() if text}
    return Entry(place=Place(), delegation=delegation, traits=filled)


def people(*entries: Entry, file: str = "people.xlsx") -> Workshop:
    """A list with a row per delegate."""
    delegations, _ = enrol(entries)
    return Workshop(delegations=delegations, source=Source(file=file, sha256=file))


def heads(counts: Mapping[str, int], *, region: str = "", file: str = "heads.xlsx") -> Workshop:
    """A list with a row per delegation; all of them in one region, or in their UN groups."""
    delegations, _ = enrol(
        Entry(place=Place(), delegation=name, delegates=number, region=region)
        for name, number in counts.items()
    )
    return Workshop(delegations=delegations, source=Source(file=file, sha256=file))


def groups(*names: str) -> tuple[Group, ...]:
    """Groups with these names, without rooms."""
    return tuple(Group(name=name) for name in names)


def plan(*names: str) -> Plan:
    """A plan for groups with these names."""
    return Plan(groups=groups(*names), goals=("size",), small=len(names) - 1)


def rosters(workshop: Workshop, seats: Mapping[str, Seats], *names: str) -> Outcome:
    """Rosters of head-counts: delegation id -> its people in each of the groups."""
    allocation = Allocation(seats={DelegationId(key): each for key, each in seats.items()})
    return Outcome(workshop=workshop, plan=plan(*names), allocation=allocation, goals=())


def rosters_of_people(workshop: Workshop, seats: Sequence[int], *names: str) -> Outcome:
    """Rosters of a named list: the index of the group of each person, in the order of the list."""
    persons = [each for those in workshop.delegations for each in those.delegates]
    places: dict[DelegateId, int] = {
        each.id: index for each, index in zip(persons, seats, strict=True)
    }
    counted = {
        each.id: tuple(
            sum(places[delegate.id] == index for delegate in each.delegates)
            for index in range(len(names))
        )
        for each in workshop.delegations
    }
    outcome = rosters(workshop, {}, *names)
    return replace(outcome, allocation=Allocation(seats=counted, places=places))


def told(notices: Sequence[Finding], code: str) -> list[str]:
    """The messages of a code."""
    return [each.message for each in notices if each.code == code]
