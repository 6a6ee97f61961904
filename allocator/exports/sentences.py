"""What somebody is told about their group, ready to be sent."""

from collections.abc import Iterator

from allocator.changes import Move
from allocator.exports.people import Person
from allocator.rosters.edition import Edition
from allocator.text import Text, joined, say, told


def message_to(person: Person, edition: Edition) -> str:
    """Group, room and hour, in the person's language; whoever moved reads so first."""
    text = joined(" ", (_seat(person, edition), *_place(person.group.room, edition)))
    return told(text, person.language(edition.language))


def message_about(move: Move, edition: Edition) -> str:
    """The same for people whom the lists cannot tell apart, to be sent to their delegation."""
    rooms = {group.name: group.room for group in edition.groups}
    text = joined(" ", (_seats(move), *_place(rooms.get(move.target, ""), edition)))
    return told(text, edition.language)


def _seat(person: Person, edition: Edition) -> Text:
    """Where the person sits, and where no longer."""
    group, move = person.group.name, person.move
    if move is not None and move.origin:
        return say(
            "Your group has changed: you are now in {group}, and no longer in {old}.",
            group=group,
            old=move.origin,
        )
    if edition.outcome.plan.sessions > 1:
        return say("In session {session} you are in {group}.", session=edition.session, group=group)
    return say("You are in {group}.", group=group)


def _seats(move: Move) -> Text:
    """Where people of a delegation sit, and where no longer."""
    delegation, people, group = move.delegation, move.people, move.target
    if move.origin and people == 1:
        return say(
            "1 person of {delegation} is now in {group}, and no longer in {old}.",
            delegation=delegation,
            group=group,
            old=move.origin,
        )
    if move.origin:
        return say(
            "{people} people of {delegation} are now in {group}, and no longer in {old}.",
            people=people,
            delegation=delegation,
            group=group,
            old=move.origin,
        )
    if people == 1:
        return say("New: 1 person of {delegation} is in {group}.",
                   delegation=delegation, group=group)  # fmt: skip
    return say("New: {people} people of {delegation} are in {group}.",
               people=people, delegation=delegation, group=group)  # fmt: skip


def _place(room: str, edition: Edition) -> Iterator[Text]:
    """Room, venue, date and time, as far as they are known."""
    settings = edition.outcome.workshop.settings
    where = [part for part in (room, settings.venue) if part]
    when = [part for part in (settings.date, settings.time) if part]
    if where:
        yield say("Where: {where}.", where=joined(", ", where))
    if when:
        yield say("When: {when}.", when=joined(", ", when))
