"""``teams``: people by room to tick, since Teams imports no file for its breakout rooms."""

from collections.abc import Iterator

from allocator.exports.export import Export, Need
from allocator.exports.people import Person, people
from allocator.exports.sheet import titled_sheet
from allocator.rosters.edition import Edition
from allocator.rosters.page import Field
from allocator.rosters.rows import Value
from allocator.text import Text, say, told

#: People who can be assigned to rooms in one meeting. Source: Microsoft, Use breakout rooms in
#: Microsoft Teams meetings.
MOST_PEOPLE = 300
_BOX = "☐"
#: Column -> its width in characters.
_WIDTHS = {"group": 20, "room": 20, "name": 34, "delegation": 34, "email": 34}


def make(edition: Edition) -> bytes:
    """A row per person with a box to tick, group by group."""
    columns = tuple(name for name in _WIDTHS if name != "room" or _has_rooms(edition))
    fields = [
        Field(heading=told(say("Done"), edition.language), width=9, style="number"),
        *(Field(heading=edition.heading(name), width=_WIDTHS[name], most=60) for name in columns),
    ]
    rows = [[_BOX, *(_cell(person, name) for name in columns)] for person in people(edition)]
    return titled_sheet(
        edition,
        fields,
        rows,
        sheet="Teams",
        title=edition.in_session(told(say("Breakout rooms in Teams"), edition.language)),
        note=told(
            say("Teams takes no list: open the rooms of the meeting, assign each person, tick."),
            edition.language,
        ),
    )


def remarks(edition: Edition) -> Iterator[Text]:
    """What is above the limit of Teams."""
    number = edition.outcome.workshop.head_count
    if number > MOST_PEOPLE:
        yield say(
            "Teams assigns at most {most} people to rooms, and these are {people:,}. Divide them "
            "between meetings.",
            most=MOST_PEOPLE,
            people=number,
        )


def _has_rooms(edition: Edition) -> bool:
    return any(group.room for group in edition.groups)


def _cell(person: Person, column: str) -> Value:
    if column == "group":
        return person.group.name
    if column == "room":
        return person.group.room
    if column == "delegation":
        return person.delegation.name
    return person.full_name if column == "name" else "; ".join(person.addresses)


EXPORT = Export(
    name="teams",
    about=say("people by room, to tick while assigning them in Teams"),
    ending=".xlsx",
    make=make,
    needs=(Need.PEOPLE,),
    remarks=remarks,
)
