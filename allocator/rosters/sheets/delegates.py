"""Every delegate A to Z with the group, and what identifies the person at the next re-balance."""

from collections.abc import Iterator, Sequence

from allocator.rosters.edition import Edition, session_name
from allocator.rosters.page import Field, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets.group import trait_field
from allocator.rosters.sheets.head import head


def is_wanted(edition: Edition) -> bool:
    """Whether the list names its delegates."""
    return edition.outcome.workshop.names_delegates


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    head(page, edition, edition.say("delegates.title"))
    fields = _fields(edition)
    page.line([edition.say("delegates.note")], "note")
    page.skip()
    page.table(fields, _rows(edition), name="Delegates")


def _columns(edition: Edition) -> tuple[str, ...]:
    """The traits of the sheet: the known ones, and what is balanced beside them."""
    return (*edition.traits, *edition.own_columns)


def _fields(edition: Edition) -> list[Field]:
    return [
        Field(heading=edition.heading("row"), width=6, style="small"),
        *(trait_field(trait, edition) for trait in _columns(edition)),
        Field(heading=edition.heading("delegation"), width=24, most=38),
        *(
            Field(
                heading=session_name(edition.heading("group"), number, edition.language),
                width=12,
                most=30,
                style="first",
            )
            for number in range(1, edition.outcome.plan.sessions + 1)
        ),
    ]


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    groups = edition.outcome.plan.groups
    people = [
        (edition.name_key(delegate), delegate, delegation)
        for delegation in edition.a_to_z
        for delegate in delegation.delegates
    ]
    for _, delegate, delegation in sorted(people, key=lambda person: person[0]):
        yield [
            edition.numbers[delegate.id],
            *(delegate.traits.get(column) for column in _columns(edition)),
            delegation.name,
            *(groups[each.places[delegate.id]].name for each in edition.outcome.allocations),
        ]
