"""``indico``: registrations for Indico's *Import*, one registration form per group or one for all.

Source: indico/indico, ``modules/events/registration/util.py``, ``import_registrations_from_csv``:
six columns in this order, every line a person, first name, last name and e-mail mandatory,
addresses unique; a line of headings would be refused as a person without an address.
"""

from collections.abc import Iterable, Iterator

from allocator.exports.archive import archive
from allocator.exports.export import Export, Need
from allocator.exports.people import Person, apart, people, shared, with_address
from allocator.exports.table import csv_file, one_line
from allocator.rosters.edition import Edition
from allocator.text import Text, say


def make(edition: Edition) -> bytes:
    """Everybody in one file."""
    return _file(_importable(edition))


def by_group(edition: Edition) -> bytes:
    """A file per group, for a registration form, or an event, of each."""
    persons = _importable(edition)
    files = [
        (group.name, _file(each for each in persons if each.group == group))
        for group in edition.groups
    ]
    return archive(files, ".csv")


def lacks(edition: Edition) -> Iterator[Text]:
    """First and last names in columns of their own."""
    persons = with_address(people(edition))
    if persons and not any(map(_has_names, persons)):
        yield say(
            "Indico asks for first and last names, and nobody on these rosters has both. Give the "
            "list columns First name and Last name, and make the rosters from it."
        )


def remarks(edition: Edition) -> Iterator[Text]:
    """Who is left out beside those without an address."""
    persons = with_address(people(edition))
    nameless = sum(not _has_names(person) for person in persons)
    if nameless:
        yield say(
            "left out because Indico asks for first and last name: {people} of {all}.",
            people=nameless,
            all=len(persons),
        )
    yield from shared(filter(_has_names, persons))


def _importable(edition: Edition) -> tuple[Person, ...]:
    """Those whom Indico takes."""
    return apart(filter(_has_names, with_address(people(edition))))


def _has_names(person: Person) -> bool:
    return bool(person.trait("first_name") and person.trait("last_name"))


def _file(persons: Iterable[Person]) -> bytes:
    """First name, last name, affiliation, position, phone, e-mail."""
    rows = (
        (
            one_line(person.trait("first_name")),
            one_line(person.trait("last_name")),
            one_line(person.delegation.name),
            one_line(person.trait("function")),
            "",
            person.address,
        )
        for person in persons
    )
    return csv_file((), rows, mark=False)


EXPORT = Export(
    name="indico",
    about=say("registrations to import in Indico; as .zip one file per group"),
    ending=".csv",
    make=make,
    others={".zip": by_group},
    needs=(Need.PEOPLE, Need.EMAIL),
    lacks=lacks,
    remarks=remarks,
)
