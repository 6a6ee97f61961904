"""The printed roster of one group: the sheet that hangs at the door, and the truth of the seats."""

from collections.abc import Iterator, Sequence

from allocator.delegation import Delegate
from allocator.explain import counted
from allocator.offices import ROLE, role_said
from allocator.rosters.edition import Edition
from allocator.rosters.page import Field, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head

#: Known traits that stay off the door: they belong to the registration desk.
PRIVATE = ("email", "registration")
#: Points of height of a row of a head-count roster: some 35 fit on a page.
_ROW_HEIGHT = 14
#: Least and greatest widths of the columns of traits, in characters.
_WIDTHS = {"title": (8, 14), "first_name": (12, 20), "last_name": (14, 24), "name": (18, 34),
           "function": (16, 36), "gender": (9, 12), "language": (11, 16), "email": (18, 36),
           "registration": (13, 18)}  # fmt: skip
#: Those of any other column.
_OTHER = (12, 18)


def write(page: Page, edition: Edition, index: int) -> None:
    """Write the roster of the group at this place in the plan."""
    group = edition.groups[index]
    head(page, edition, edition.in_session(group.name))
    page.line([_facts(edition, index)], "strong")
    page.line([_officers(edition, index)], "subtitle")
    page.skip()
    named = edition.outcome.workshop.names_delegates
    fields = _named_fields(edition) if named else _counted_fields(edition)
    rows = _named_rows(edition, index) if named else _counted_rows(edition, index)
    number = (edition.session - 1) * edition.outcome.plan.k + index + 1
    page.table(fields, rows, name=f"Roster{number}", row_height=0 if named else _ROW_HEIGHT)


def public_traits(edition: Edition) -> tuple[str, ...]:
    """The traits that rosters print."""
    return tuple(trait for trait in edition.traits if trait not in PRIVATE)


def trait_field(trait: str, edition: Edition) -> Field:
    """The column of a trait, as wide as its texts, within limits."""
    least, most = _WIDTHS.get(trait, _OTHER)
    return Field(heading=edition.heading(trait), width=least, most=most)


def _facts(edition: Edition, index: int) -> str:
    """The room, then how many people of how many delegations."""
    group = edition.groups[index]
    counts = edition.say(
        "group.counts",
        people=counted(group.delegates, "people", edition.language),
        delegations=counted(group.delegations, "delegations", edition.language),
        small=group.small_delegations,
    )
    room = edition.room(group.room) if group.room else ""
    return edition.dots((room, counts))


def _officers(edition: Edition, index: int) -> str:
    """Chair and rapporteur, or space to write them."""
    group, blank = edition.groups[index], edition.say("group.blank")
    return "     ".join(
        (
            edition.say("group.chair", name=group.chair or blank),
            edition.say("group.rapporteur", name=group.rapporteur or blank),
        )
    )


def _counted_fields(edition: Edition) -> list[Field]:
    category = edition.outcome.workshop.has_categories
    return [
        Field(heading=edition.heading("delegation"), width=58, style="first"),
        Field(heading=edition.heading("region"), width=30, most=48),
        *([Field(heading=edition.heading("category"), width=18, most=42)] if category else []),
        Field(heading=edition.heading("here"), width=14, style="number"),
        Field(heading=edition.heading("of"), width=10, style="number"),
    ]


def _counted_rows(edition: Edition, index: int) -> Iterator[Sequence[Value]]:
    category = edition.outcome.workshop.has_categories
    for delegation in edition.a_to_z:
        seats = edition.outcome.seats_of(delegation)[index]
        if seats:
            labels = [edition.region(delegation), *([delegation.category] if category else [])]
            yield [delegation.name, *labels, seats, delegation.head_count]


def _named_fields(edition: Edition) -> list[Field]:
    return [
        Field(heading=edition.heading("row"), width=6, style="small"),
        Field(heading=edition.heading("delegation"), width=24, most=36, style="first"),
        *(trait_field(trait, edition) for trait in public_traits(edition)),
        Field(heading=edition.heading("region"), width=16, most=46),
        Field(heading=edition.heading("signature"), width=26),
    ]


def _named_rows(edition: Edition, index: int) -> Iterator[Sequence[Value]]:
    traits = public_traits(edition)
    places = edition.outcome.allocation.places
    for delegation in edition.a_to_z:
        for delegate in edition.by_name(delegation.delegates):
            if places[delegate.id] == index:
                said = [_said(edition, delegate, trait) for trait in traits]
                number = edition.numbers[delegate.id]
                yield [number, delegation.name, *said, edition.region(delegation), None]


def _said(edition: Edition, delegate: Delegate, trait: str) -> str | None:
    """A trait as the door shows it: of the roles, the office that is held, and no candidacy.

    The candidacy stands in the sheet of the delegates, from where it is read back.
    """
    said = delegate.traits.get(trait)
    if trait != ROLE:
        return said
    office = edition.held.get(delegate.id)
    if office:
        return edition.heading(office)
    return None if said and role_said(said).offices else said
