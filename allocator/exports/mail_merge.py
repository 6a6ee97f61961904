"""``mail-merge``: a row per person with everything a letter or mail of Word and Outlook needs."""

from collections.abc import Iterator, Sequence

from allocator.exports.export import Export, Need
from allocator.exports.people import Person, missing_addresses, people
from allocator.exports.sentences import message_to
from allocator.exports.sheet import plain_sheet
from allocator.exports.table import Value, csv_file
from allocator.rosters.edition import Edition
from allocator.text import Text, say

#: Names of the merge fields: ASCII without spaces, as Word keeps them.
HEADINGS = ("Email", "Title", "FirstName", "LastName", "Delegation", "Group", "Room", "Date",
            "Time", "Language", "OldGroup", "NewGroup", "MessageText")  # fmt: skip


def as_sheet(edition: Edition) -> bytes:
    """The table as a workbook, which keeps accents in every Word."""
    return plain_sheet(edition, HEADINGS, _rows(edition))


def as_csv(edition: Edition) -> bytes:
    """The table as CSV."""
    return csv_file(HEADINGS, _rows(edition))


def remarks(edition: Edition) -> Iterator[Text]:
    """How many people can only be sent a letter."""
    missing, everybody = missing_addresses(edition)
    if missing:
        yield say(
            "without an e-mail address: {missing} of {all}. Their field Email is empty; send them "
            "a letter.",
            missing=missing,
            all=everybody,
        )


def names_of(person: Person) -> tuple[str, str, str]:
    """Title, first and last name; a list with one column for names has it all in the last."""
    first, last = person.trait("first_name"), person.trait("last_name")
    whole = person.trait("name") if not (first or last) else last
    return person.trait("title"), first, whole


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    settings = edition.outcome.workshop.settings
    for person in people(edition):
        move = person.move
        yield (
            person.address,
            *names_of(person),
            person.delegation.name,
            person.group.name,
            person.group.room,
            settings.date or "",
            settings.time or "",
            person.language(edition.language),
            move.origin if move else "",
            move.target if move else "",
            message_to(person, edition),
        )


EXPORT = Export(
    name="mail-merge",
    about=say("a mail merge of Word or Outlook: a row per person with a ready sentence"),
    ending=".xlsx",
    make=as_sheet,
    others={".csv": as_csv},
    needs=(Need.PEOPLE,),
    remarks=remarks,
)
