"""The rosters of the groups, which say who sits where."""

from collections.abc import Mapping, Sequence

from allocator.allocation import Allocation
from allocator.delegation import DelegateId, DelegationId
from allocator.findings import Place
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Grid, columns_of, rows_below
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
    places: dict[DelegationId, dict[int, Place]] = {each.id: {} for each in roll.delegations}
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
            places[identity][index] = row.place("here")
    for delegation in roll.delegations:
        there = seats[delegation.id]
        if not sum(there):
            binder.problems.unseated(roll.places[delegation.id], delegation.name)
        elif sum(there) != delegation.head_count:
            listed = _listed(binder, roll.places[delegation.id], len(rosters))
            place = _suspect(there, listed, places[delegation.id])
            binder.problems.miscounted(place, delegation.name, there, delegation.head_count)
    return Allocation(seats={identity: tuple(row) for identity, row in seats.items()})


def _listed(binder: Binder, place: Place, k: int) -> tuple[object, ...]:
    """What the sheet of delegations says of the seats of a delegation in each of ``k`` groups.

    The groups stand before the total, in their order.
    """
    grid = binder.sheets["delegations"]
    headings = {"total": binder.phrases.heading("total"), "row": binder.phrases.heading("row")}
    head = grid.row_with(list(headings.values()))
    total = columns_of(grid.rows[head - 1], headings)["total"]
    return grid.rows[place.row - 1][max(total - 1 - k, 0) : total - 1]


def _suspect(there: Sequence[int], listed: Sequence[object], places: Mapping[int, Place]) -> Place:
    """The cell whose number differs from the list; the last cell where that cannot be told."""
    differing = (
        places[index]
        for index, (seats, said) in enumerate(zip(there, listed, strict=False))
        if seats != (said or 0) and index in places
    )
    return next(differing, list(places.values())[-1])


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
