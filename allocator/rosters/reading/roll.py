"""The list that a rosters workbook carries: its delegations, and their delegates by number."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.countries import resolve
from allocator.delegation import DELEGATE_TRAITS, Delegate, Delegation, DelegationId
from allocator.enrolment.entry import Entry
from allocator.enrolment.identity import identified
from allocator.language import catalogue
from allocator.plan import MOST_SESSIONS
from allocator.rosters.edition import session_name
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.corrections import corrected
from allocator.rosters.reading.edits import Edits
from allocator.rosters.reading.grid import Row, rows_below
from allocator.rosters.reading.words import choice_of, group_field
from allocator.settings import Seating


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """The delegations in list order, and where each stands.

    ``rows``: delegation id -> its row in the sheet of delegations. ``numbers``: number in the list
    -> delegate and delegation; empty for head-counts. ``people``: number -> the delegate's row in
    the sheet of delegates.
    """

    delegations: tuple[Delegation, ...]
    rows: Mapping[DelegationId, Row]
    numbers: Mapping[int, tuple[Delegate, Delegation]]
    people: Mapping[int, Row]


def read_roll(
    binder: Binder, columns: tuple[str, ...], on_rosters: Mapping[int, Row], edits: Edits
) -> Roll:
    """The list that the workbook carries, with the columns that goals and rules look at.

    ``on_rosters``: number in the list -> row on a roster, whose texts count.

    Raises:
        ListRefused: with every row that cannot be read.
    """
    drafts = _drafts(binder, columns)
    people = _people(binder, columns, drafts)
    binder.problems.refuse()
    texts = {
        number: corrected(row, on_rosters.get(number), edits) for number, row in people.items()
    }
    delegates = _delegates(people, texts, drafts)
    delegations = tuple(
        _delegation(identity, row, delegates.get(identity, {}), columns, binder)
        for identity, row in drafts.items()
    )
    binder.problems.refuse()
    return Roll(
        delegations=delegations,
        rows=drafts,
        numbers={
            number: (delegate, delegation)
            for delegation in delegations
            for number, delegate in delegates.get(delegation.id, {}).items()
        },
        people=people,
    )


def _drafts(binder: Binder, columns: tuple[str, ...]) -> dict[DelegationId, Row]:
    """Delegation id -> its row, in list order."""
    fields = ("delegation", "code", "region", "category", "seating", "total", "row", *columns)
    rows = rows_below(
        binder.sheets["delegations"],
        {field: binder.phrases.heading(field) for field in fields},
        ("delegation", "total", "row"),
        binder.problems,
    )
    drafts: dict[DelegationId, Row] = {}
    for row in sorted(rows, key=lambda row: row.number_of("row", least=1)):
        identity = identity_of(row.text("delegation"))
        if identity in drafts:
            place = drafts[identity].place("delegation")
            binder.problems.twice(row.place("delegation"), row.text("delegation"), place)
        drafts.setdefault(identity, row)
    return drafts


def identity_of(name: str) -> DelegationId:
    """The identity of a delegation by its name."""
    return DelegationId(resolve(name)[0])


def _people(
    binder: Binder, columns: tuple[str, ...], drafts: Mapping[DelegationId, Row]
) -> dict[int, Row]:
    """Number in the list -> row of the sheet of delegates, in list order."""
    grid = binder.sheets.get("delegates")
    if grid is None:
        return {}
    fields = ("row", "delegation", "group", *dict.fromkeys((*DELEGATE_TRAITS, *columns)))
    headings = {field: binder.phrases.heading(field) for field in fields}
    for number in range(2, MOST_SESSIONS + 1):
        heading = session_name(headings["group"], number, binder.phrases.language)
        headings[group_field(number)] = heading
    found: dict[int, Row] = {}
    for row in rows_below(grid, headings, ("row", "delegation"), binder.problems):
        number, name = row.number_of("row", least=1), row.text("delegation")
        if number in found:
            binder.problems.twice(row.place("row"), number, found[number].place("row"))
        if identity_of(name) not in drafts:
            title = binder.sheets["delegations"].title
            binder.problems.unknown_delegation(row.place("delegation"), name, title)
        found.setdefault(number, row)
    return dict(sorted(found.items()))


def _delegates(
    people: Mapping[int, Row],
    texts: Mapping[int, Mapping[str, str]],
    drafts: Mapping[DelegationId, Row],
) -> dict[DelegationId, dict[int, Delegate]]:
    """Delegation id -> number in the list -> delegate, identified as in any list."""
    entries: dict[DelegationId, list[Entry]] = {identity: [] for identity in drafts if people}
    numbers: dict[DelegationId, list[int]] = {identity: [] for identity in drafts}
    for number, row in people.items():
        name = row.text("delegation")
        identity = identity_of(name)
        numbers[identity].append(number)
        entries[identity].append(
            Entry(
                place=row.place("row"),
                delegation=name,
                traits=texts[number],
                columns=row.columns,
            )
        )
    members = identified(entries).delegates
    return {
        identity: dict(zip(numbers[identity], delegates, strict=True))
        for identity, delegates in members.items()
    }


def _delegation(
    identity: DelegationId,
    row: Row,
    delegates: Mapping[int, Delegate],
    columns: tuple[str, ...],
    binder: Binder,
) -> Delegation:
    country = resolve(row.text("delegation"))[1]
    head_count = row.number_of("total", least=1)
    return Delegation(
        id=identity,
        name=row.text("delegation"),
        head_count=len(delegates) or head_count,
        region=canonical_region(row.text("region"), binder.phrases.language),
        category=row.text("category"),
        iso3=country.iso3 if country else "",
        seating=choice_of(row, "seating", Seating),
        traits={column: row.text(column) for column in columns if row.text(column)},
        delegates=tuple(delegates.values()),
    )


def canonical_region(label: str, language: str) -> str:
    """The label of a region as every language shares it; a label of the list's own stays."""
    regions = catalogue(language)["regions"]
    return next((region for region, shown in regions.items() if shown == label), label)
