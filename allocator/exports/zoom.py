"""``zoom``: breakout rooms assigned before a Zoom meeting, for its *Import from CSV*."""

from collections.abc import Iterator

from allocator.exports.export import Export, Need
from allocator.exports.people import apart, people, shared, with_address
from allocator.exports.table import csv_file, one_line
from allocator.rosters.edition import Edition
from allocator.text import Text, say

#: The header of Zoom's own sample, to the letter; nothing may stand before it, no mark either.
HEADER = ("Pre-assign Room Name", "Email Address")
#: Rooms, and people, that Zoom takes at most; some accounts take fewer.
MOST_ROOMS, MOST_PEOPLE = 100, 1000


def make(edition: Edition) -> bytes:
    """A row per person, groups in order."""
    persons = apart(with_address(people(edition)))
    rows = ((one_line(person.group.name), person.address) for person in persons)
    return csv_file(HEADER, rows, mark=False)


def remarks(edition: Edition) -> Iterator[Text]:
    """What is above the limits of Zoom, and who cannot be told apart by it."""
    persons = with_address(people(edition))
    rooms = len({person.group.name for person in persons})
    if rooms > MOST_ROOMS:
        yield say(
            "Zoom takes at most {most} breakout rooms, and these are {rooms}. Divide them between "
            "meetings.",
            most=MOST_ROOMS,
            rooms=rooms,
        )
    if len(persons) > MOST_PEOPLE:
        yield say(
            "Zoom assigns at most {most:,} people before a meeting, and these are {people:,}. "
            "Assign the others in the meeting.",
            most=MOST_PEOPLE,
            people=len(persons),
        )
    yield from shared(persons)


EXPORT = Export(
    name="zoom",
    about=say("breakout rooms of a Zoom meeting"),
    ending=".csv",
    make=make,
    needs=(Need.PEOPLE, Need.EMAIL),
    remarks=remarks,
)
