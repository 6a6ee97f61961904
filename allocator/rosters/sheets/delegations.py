"""Every delegation A to Z with its people in each group, and what else the list says of it."""

from collections.abc import Iterator, Sequence

from allocator.delegation import Delegation
from allocator.rosters.edition import Edition, session_names
from allocator.rosters.page import Field, Page, distinct
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    head(page, edition, edition.say("delegations.title"))
    fields = _fields(edition)
    page.line([edition.say("delegations.note")], "note")
    page.skip()
    page.table(fields, _rows(edition), name="Delegations")


def _own_seating(edition: Edition) -> bool:
    """Whether the list says of any delegation how it sits."""
    return any(each.seating is not None for each in edition.outcome.workshop.delegations)


def _fields(edition: Edition) -> list[Field]:
    """The columns; a group called like another column is numbered, so that the others are found."""
    before = list(_label_fields(edition))
    after = [
        Field(heading=edition.heading("total"), width=9, style="number"),
        Field(heading=edition.heading("row"), width=7, style="small"),
    ]
    taken = [each.heading for each in (*before, *after)]
    plan = edition.outcome.plan
    groups = session_names(plan.groups, plan.sessions, edition.language)
    names = distinct([*taken, *groups])[len(taken) :]
    return [*before, *(Field(heading=name, width=12, style="number") for name in names), *after]


def _label_fields(edition: Edition) -> Iterator[Field]:
    """The columns before the groups."""
    yield Field(heading=edition.heading("delegation"), width=44, style="first")
    yield Field(heading=edition.heading("code"), width=8, style="code")
    yield Field(heading=edition.heading("region"), width=30, most=48)
    if edition.outcome.workshop.has_categories:
        yield Field(heading=edition.heading("category"), width=18, most=42)
    if _own_seating(edition):
        yield Field(heading=edition.heading("seating"), width=12)
    for column in edition.carried:
        yield Field(heading=edition.heading(column), width=14)


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    workshop = edition.outcome.workshop
    numbers = {each.id: number for number, each in enumerate(workshop.delegations, 1)}
    for delegation in edition.a_to_z:
        yield [
            *_labels(edition, delegation),
            *(
                people or None
                for allocation in edition.outcome.allocations
                for people in allocation.seats[delegation.id]
            ),
            delegation.head_count,
            numbers[delegation.id],
        ]


def _labels(edition: Edition, delegation: Delegation) -> Iterator[Value]:
    """The cells before the groups."""
    yield delegation.name
    yield delegation.iso3
    yield edition.region(delegation)
    if edition.outcome.workshop.has_categories:
        yield delegation.category
    if _own_seating(edition):
        yield edition.say(f"values.{delegation.seating}") if delegation.seating else None
    for column in edition.carried:
        yield delegation.traits.get(column)
