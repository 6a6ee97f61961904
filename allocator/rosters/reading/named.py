"""The rosters of a list with names: one row per person, known by the number in the list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from allocator.allocation import Allocation
from allocator.delegation import DELEGATE_TRAITS, DelegateId, Delegation
from allocator.findings import Place
from allocator.folding import fold
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.edits import Edits
from allocator.rosters.reading.grid import Grid, Row, rows_below
from allocator.rosters.reading.roll import Roll, identity_of
from allocator.rosters.reading.words import group_field
from allocator.settings import Group

#: A row on a roster, and the index of its group.
Standing = tuple[Row, int]


def read_people(binder: Binder, rosters: Sequence[Grid]) -> dict[int, Standing]:
    """Number in the list -> row and group; whoever stands in two places is told as a problem."""
    fields = ("row", "delegation", *DELEGATE_TRAITS)
    headings = {field: binder.phrases.heading(field) for field in fields}
    found: dict[int, Standing] = {}
    for index, grid in enumerate(rosters):
        for row in rows_below(grid, headings, ("row", "delegation"), binder.problems):
            if not row.text("row").strip():
                binder.problems.without_number(row.place("row"), row.text("delegation"))
                continue
            number = row.number_of("row", least=0)
            if not number:
                continue
            if number in found:
                binder.problems.twice(row.place("row"), number, found[number][0].place("row"))
            found.setdefault(number, (row, index))
    return found


def seats_of_people(  # noqa: PLR0913 - one session of the workbook
    binder: Binder,
    roll: Roll,
    people: Mapping[int, Standing],
    groups: Sequence[Group],
    edits: Edits,
    *,
    session: int = 1,
) -> tuple[tuple[Delegation, ...], Allocation]:
    """The delegations with whoever stands on a roster of a session, and where they sit."""
    title = binder.sheets["delegates"].title
    for number, (row, _) in people.items():
        if number not in roll.numbers:
            binder.problems.unknown_delegate(row.place("row"), row.text("row"), title)
        elif identity_of(row.text("delegation")) != (own := roll.numbers[number][1]).id:
            name = row.text("delegation")
            binder.problems.other_delegation(row.place("delegation"), name, own.name, title)
    _compare(binder, roll, people, groups, edits, field=group_field(session))
    binder.problems.refuse()
    places: dict[DelegateId, int] = {
        roll.numbers[number][0].id: index for number, (_, index) in people.items()
    }
    delegations = []
    for each in roll.delegations:
        there = tuple(delegate for delegate in each.delegates if delegate.id in places)
        if there:
            delegations.append(replace(each, head_count=len(there), delegates=there))
    seats = {
        each.id: tuple(
            sum(places[delegate.id] == index for delegate in each.delegates)
            for index in range(len(groups))
        )
        for each in delegations
    }
    return tuple(delegations), Allocation(seats=seats, places=places)


def _compare(  # noqa: PLR0913 - two sides, and where each is told
    binder: Binder,
    roll: Roll,
    people: Mapping[int, Standing],
    groups: Sequence[Group],
    edits: Edits,
    *,
    field: str,
) -> None:
    """Tell who stands on another roster than the sheet of delegates says, or on none."""
    title = binder.sheets["delegates"].title
    names = {fold(group.name): index for index, group in enumerate(groups)}
    for name, index in _renamed(roll, people, names, field).items():
        names[name] = index
        row = next(row for row in roll.people.values() if fold(row.text(field)) == name)
        edits.group_renamed(row.place(field), row.text(field), groups[index].name)
    for number, row in roll.people.items():
        said = row.text(field)
        if said and fold(said) not in names:
            binder.problems.unknown_group(row.place(field), said)
        elif number not in people:
            edits.person_taken_out(row.place("row"), _shown(roll, number))
        elif said and names[fold(said)] != people[number][1]:
            place: Place = people[number][0].place("row")
            edits.person_moved(place, _shown(roll, number), said, title)


def _renamed(
    roll: Roll, people: Mapping[int, Standing], names: Mapping[str, int], field: str
) -> dict[str, int]:
    """Old name of a group -> its index, where the sheet of delegates has the old one throughout.

    Most people of the old name stand on a roster whose name that sheet does not have.
    """
    said = {number: fold(row.text(field)) for number, row in roll.people.items()}
    new = {index for name, index in names.items() if name not in said.values()}
    renamed = {}
    for name in set(said.values()) - names.keys() - {""}:
        there = Counter(people[n][1] for n, own in said.items() if own == name and n in people)
        if there and (index := there.most_common(1)[0][0]) in new:
            renamed[name] = index
    return renamed


def _shown(roll: Roll, number: int) -> str:
    delegate, delegation = roll.numbers[number]
    return delegate.name or f"{delegation.name}, {number}"
