"""The rosters of a list of head-counts: one row per delegation, with its people in the group."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from allocator.allocation import Allocation
from allocator.countries import resolve
from allocator.delegation import Delegation, DelegationId
from allocator.findings import Place
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.edits import Edits
from allocator.rosters.reading.grid import Grid, Row, columns_of, rows_below
from allocator.rosters.reading.roll import Roll, canonical_region, identity_of


@dataclass(slots=True)
class Seated:
    """The rows of one delegation on the rosters: index of the group -> its row there.

    ``seats`` are its people per group, ``said`` those of the sheet of delegations, where known.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    seats: list[int] = field(default_factory=list)
    said: tuple[int, ...] = ()

    @property
    def first(self) -> Row:
        """The row on the first roster that has one."""
        return next(iter(self.rows.values()))


def seats_of_counts(
    binder: Binder, roll: Roll, rosters: Sequence[Grid], groups: Sequence[str], edits: Edits
) -> tuple[tuple[Delegation, ...], Allocation]:
    """The delegations with as many people as stand on the rosters, and where they sit.

    ``groups`` are the headings of the groups in the sheet of delegations.
    """
    found = _rows(binder, rosters)
    known = {each.id: each for each in roll.delegations}
    for identity in [identity for identity in found if identity not in known]:
        _adopt(binder, known, found, identity)
    delegations, seats = [], {}
    for each in roll.delegations:
        own = found.get(each.id)
        row = roll.rows[each.id]
        if own:
            own.said = _listed(binder, row, groups)
        delegation = _delegation(binder, row, each, own, edits)
        if own and delegation:
            delegations.append(delegation)
            seats[delegation.id] = tuple(own.seats)
    binder.problems.refuse()
    return tuple(delegations), Allocation(seats=seats)


def _rows(binder: Binder, rosters: Sequence[Grid]) -> dict[DelegationId, Seated]:
    """Identity -> its rows on the rosters."""
    found: dict[DelegationId, Seated] = defaultdict(lambda: Seated(seats=[0] * len(rosters)))
    fields = ("delegation", "region", "here", "of")
    headings = {field: binder.phrases.heading(field) for field in fields}
    for index, grid in enumerate(rosters):
        for row in rows_below(grid, headings, ("delegation", "here"), binder.problems):
            seated = found[identity_of(row.text("delegation"))]
            seated.seats[index] += row.number_of("here", least=1)
            seated.rows.setdefault(index, row)
    return dict(found)


def _adopt(
    binder: Binder,
    known: Mapping[DelegationId, Delegation],
    found: dict[DelegationId, Seated],
    strange: DelegationId,
) -> None:
    """Give the rows of a name that is not in the list to the one delegation that can be meant.

    They say its head-count and its region, and bring exactly the seats that it lacks. Where that is
    true of no delegation, or of several, the name is a problem; and so is another name for a State.
    """
    seated = found.pop(strange)
    fits = [each.id for each in known.values() if _fits(binder, each, found.get(each.id), seated)]
    if len(fits) != 1:
        for row in seated.rows.values():
            title = binder.sheets["delegations"].title
            name = row.text("delegation")
            binder.problems.unknown_delegation(row.place("delegation"), name, title)
        return
    own = found.setdefault(fits[0], Seated(seats=[0] * len(seated.seats)))
    own.seats = list(map(int.__add__, own.seats, seated.seats))
    own.rows = dict(sorted({**own.rows, **seated.rows}.items()))


def _fits(binder: Binder, delegation: Delegation, own: Seated | None, seated: Seated) -> bool:
    lacking = delegation.head_count - (sum(own.seats) if own else 0)
    return (
        not delegation.iso3
        and sum(seated.seats) == lacking
        and not (own and own.rows.keys() & seated.rows.keys())
        and all(
            row.text("of") == str(delegation.head_count)
            and canonical_region(row.text("region"), binder.phrases.language) == delegation.region
            for row in seated.rows.values()
        )
    )


def _delegation(
    binder: Binder, row: Row, listed: Delegation, seated: Seated | None, edits: Edits
) -> Delegation | None:
    """The delegation as the rosters have it; ``None`` when it stands on none.

    ``row`` is its row in the sheet of delegations.
    """
    if seated is None:
        edits.taken_out(row.place("delegation"), listed.name, listed.head_count)
        return None
    people, said = sum(seated.seats), seated.said
    if people > listed.head_count:
        place = _suspect(seated, said)
        binder.problems.miscounted(place, listed.name, seated.seats, listed.head_count)
        return listed
    if people < listed.head_count:
        place = seated.first.place("delegation")
        edits.taken_out(place, listed.name, listed.head_count - people)
    elif said and tuple(seated.seats) != tuple(said):
        place = _suspect(seated, said)
        edits.seats_moved(place, listed.name, seated.seats, said, row.grid.title)
    _pass_over(binder, row, listed, seated, edits)
    return replace(_named(listed, seated, edits, row.grid.title), head_count=people)


def _pass_over(binder: Binder, row: Row, listed: Delegation, seated: Seated, edits: Edits) -> None:
    """Tell of regions and head-counts that were changed on a roster, where they do not count."""
    for on_roster in seated.rows.values():
        region = on_roster.text("region")
        if region and canonical_region(region, binder.phrases.language) != listed.region:
            place = on_roster.place("region")
            edits.passed_over(place, region, row.text("region"), row.grid.title)
        of = on_roster.text("of")
        if of and of != row.text("total"):
            edits.passed_over(on_roster.place("of"), of, row.text("total"), row.grid.title)


def _named(listed: Delegation, seated: Seated, edits: Edits, sheet: str) -> Delegation:
    """The delegation under the name that the rosters give it."""
    for row in seated.rows.values():
        name = row.text("delegation")
        if name == listed.name:
            continue
        key, country = resolve(name)
        if key == listed.id:
            edits.corrected(row.place("delegation"), name, listed.name, sheet)
        else:
            edits.renamed(row.place("delegation"), name, listed.name)
        iso3 = country.iso3 if country else ""
        return replace(listed, name=name, id=DelegationId(key), iso3=iso3)
    return listed


def _listed(binder: Binder, row: Row, groups: Sequence[str]) -> tuple[int, ...]:
    """What the sheet of delegations says of the seats of a delegation in each of the groups.

    Empty when it has no column for one of them: a group may have been renamed.
    """
    grid = binder.sheets["delegations"]
    headings = {"total": binder.phrases.heading("total"), "row": binder.phrases.heading("row")}
    head = grid.rows[grid.row_with(list(headings.values())) - 1]
    columns = columns_of(head, {name: name for name in groups})
    if len(columns) < len(groups):
        return ()
    cells = grid.rows[row.number - 1]
    return tuple(_number(cells[columns[name] - 1]) for name in groups)


def _number(cell: object) -> int:
    return int(cell) if isinstance(cell, int | float) and math.isfinite(cell) else 0


def _suspect(seated: Seated, listed: Sequence[int]) -> Place:
    """The cell whose number differs from the list; the last cell where that cannot be told."""
    differing = (
        seated.rows[index].place("here")
        for index, (seats, said) in enumerate(zip(seated.seats, listed, strict=False))
        if seats != said and index in seated.rows
    )
    return next(differing, list(seated.rows.values())[-1].place("here"))
