"""``csv``: one flat table of who sits where, in the language of the rosters."""

from collections.abc import Iterator, Sequence

from allocator.exports.export import Export
from allocator.exports.table import Value, csv_file
from allocator.rosters.edition import Edition
from allocator.text import say, told


def make(edition: Edition) -> bytes:
    """A row per person, or for head-counts a row per delegation and group; sessions in turn."""
    fields = _fields(edition)
    headings = [
        told(say("Session"), edition.language) if field == "session" else edition.heading(field)
        for field in fields
    ]
    rows = (row for each in edition.by_session for row in _rows(each, fields))
    return csv_file(headings, rows)


def _fields(edition: Edition) -> list[str]:
    """The columns, left to right."""
    workshop, plan = edition.outcome.workshop, edition.outcome.plan
    return [
        *(("session",) if plan.sessions > 1 else ()),
        "delegation",
        "code",
        "region",
        *(("category",) if workshop.has_categories else ()),
        *(edition.traits if workshop.names_delegates else ()),
        "group",
        "room",
        *(() if workshop.names_delegates else ("here", "of")),
    ]


def _rows(edition: Edition, fields: Sequence[str]) -> Iterator[Sequence[Value]]:
    """The rows of one session, delegations and names A to Z."""
    outcome = edition.outcome
    for delegation in edition.a_to_z:
        shared: dict[str, Value] = {
            "session": edition.session,
            "delegation": delegation.name,
            "code": delegation.iso3,
            "region": edition.region(delegation),
            "category": delegation.category,
            "of": delegation.head_count,
        }
        for delegate in edition.by_name(delegation.delegates):
            place = _place(edition, outcome.allocation.places[delegate.id])
            own = {trait: delegate.traits.get(trait, "") for trait in edition.traits}
            row = {**own, **shared, **place}
            yield [row[field] for field in fields]
        for index, seats in enumerate(outcome.seats_of(delegation)):
            if seats and not delegation.delegates:
                row = {**shared, **_place(edition, index), "here": seats}
                yield [row[field] for field in fields]


def _place(edition: Edition, index: int) -> dict[str, Value]:
    """Group and room by the place of the group in the plan."""
    group = edition.groups[index]
    return {"group": group.name, "room": group.room}


EXPORT = Export(
    name="csv",
    about=say("one table of who sits where"),
    ending=".csv",
    make=make,
    whole=True,
)
