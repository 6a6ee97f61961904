"""``changes``: only those who must be told after a re-balance, each with a sentence to send."""

from collections.abc import Iterator, Sequence

from allocator.changes import Move
from allocator.exports.export import Export, Need
from allocator.exports.mail_merge import names_of
from allocator.exports.people import Person, people
from allocator.exports.sentences import message_about, message_to
from allocator.exports.sheet import plain_sheet
from allocator.exports.table import Value, csv_file
from allocator.rosters.edition import Edition
from allocator.rosters.truth import untrue_moves
from allocator.text import Text, say

#: The merge fields, those of the mail merge among them under the same names.
HEADINGS = ("Email", "Title", "FirstName", "LastName", "Delegation", "People", "Change", "OldGroup",
            "NewGroup", "Room", "Date", "Time", "Language", "MessageText")  # fmt: skip


def as_sheet(edition: Edition) -> bytes:
    """The table as a workbook."""
    return plain_sheet(edition, HEADINGS, _rows(edition))


def as_csv(edition: Edition) -> bytes:
    """The table as CSV."""
    return csv_file(HEADINGS, _rows(edition))


def remarks(edition: Edition) -> Iterator[Text]:
    """What the program cannot say for sure."""
    untrue = sum(1 for _ in untrue_moves(edition.outcome))
    if untrue:
        yield say(
            "the rosters were changed after the sheet of changes was written, and contradict it in "
            "{lines} of its lines. Make new rosters with allocator rebalance before you write to "
            "anybody.",
            lines=untrue,
        )
    elif edition.outcome.edits:
        yield say(
            "the rosters were changed by hand since, and whoever was moved so is not in this file. "
            "Tell them by other means."
        )
    told = [person for person in people(edition) if person.move]
    missing = sum(not person.address for person in told)
    if missing:
        yield say(
            "without an e-mail address: {missing} of {all}. Their field Email is empty; tell them "
            "by other means.",
            missing=missing,
            all=len(told),
        )


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    """People, then those who cannot be told apart, by delegation."""
    told = [person for person in people(edition) if person.move]
    known = [person.move for person in told]
    for person in told:
        yield _row(edition, person.move or Move(delegation=""), person)
    changes = edition.outcome.changes
    for move in (*changes.moved, *changes.joined) if changes else ():
        if move not in known:
            yield _row(edition, move, None)


def _row(edition: Edition, move: Move, person: Person | None) -> Sequence[Value]:
    settings = edition.outcome.workshop.settings
    rooms = {group.name: group.room for group in edition.groups}
    message = message_to(person, edition) if person else message_about(move, edition)
    return (
        person.address if person else "",
        *(names_of(person) if person else ("", "", move.name)),
        move.delegation,
        move.people,
        edition.say("changes.moved" if move.origin else "changes.new"),
        move.origin,
        move.target,
        rooms.get(move.target, ""),
        settings.date or "",
        settings.time or "",
        person.language(edition.language) if person else edition.language,
        message,
    )


EXPORT = Export(
    name="changes",
    about=say("who has to be told after a re-balance, each with a ready sentence"),
    ending=".xlsx",
    make=as_sheet,
    others={".csv": as_csv},
    needs=(Need.CHANGES,),
    remarks=remarks,
)
