"""The rosters of the groups, which say who sits where."""

from collections.abc import Sequence

from allocator.allocation import Allocation
from allocator.delegation import DelegateId, DelegationId
from allocator.findings import Place
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Grid, rows_below
from allocator.rosters.reading.roll import Roll, identity_of


def read_seats(binder: Binder, roll: Roll, rosters: Sequence[Grid]) -> Allocation:
    """The seats on the rosters, in the order of the groups.

    Raises:
        ListRefused: when somebody sits nowhere, twice, or is not on the list.
    """
    allocation = _named(binder, roll, rosters) if roll.numbers else _counted(binder, roll, rosters)
    binder.problems.refuse()
    return allocation


def _counted(binder: Binder, roll: Roll, rosters: Sequence[Grid]) -> Allocation:
    seats = {delegation.id: [0] * len(rosters) for delegation in roll.delegations}
    last: dict[DelegationId, Place] = dict(roll.places)
    headings = {field: binder.phrases.heading(field) for field in ("delegation", "here", "of")}
    for index, grid in enumerate(rosters):
        for row in rows_below(grid, headings, ("delegation", "here"), binder.problems):
            name = row.text("delegation")
            identity = identity_of(name)
            if identity not in seats:
                title = binder.sheets["delegations"].title
                binder.problems.unknown_delegation(row.place("delegation"), name, title)
                continue
            seats[identity][index] += row.number_of("here", least=1)
            last[identity] = row.place("here")
    for delegation in roll.delegations:
        there = sum(seats[delegation.id])
        if not there:
            binder.problems.unseated(last[delegation.id], delegation.name)
        elif there != delegation.head_count:
            place, people = last[delegation.id], delegation.head_count
            binder.problems.miscounted(place, delegation.name, there, people)
    return Allocation(seats={identity: tuple(row) for identity, row in seats.items()})


def _named(binder: Binder, roll: Roll, rosters: Sequence[Grid]) -> Allocation:
    seats = {delegation.id: [0] * len(rosters) for delegation in roll.delegations}
    places: dict[DelegateId, int] = {}
    seen: dict[int, Place] = {}
    headings = {field: binder.phrases.heading(field) for field in ("row", "delegation")}
    for index, grid in enumerate(rosters):
        for row in rows_below(grid, headings, ("row", "delegation"), binder.problems):
            number = row.number_of("row", least=1)
            if number not in roll.numbers:
                title = binder.sheets["delegates"].title
                binder.problems.unknown_delegate(row.place("row"), row.text("row"), title)
            elif number in seen:
                binder.problems.twice(row.place("row"), number, seen[number])
            else:
                delegate, delegation = roll.numbers[number]
                seen[number] = row.place("row")
                places[delegate.id] = index
                seats[delegation.id][index] += 1
    for number in roll.numbers:
        if number not in seen:
            binder.problems.unseated(roll.cells[number], number)
    return Allocation(
        seats={identity: tuple(row) for identity, row in seats.items()}, places=places
    )
