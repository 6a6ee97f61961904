"""``ics``: the groups as appointments for a calendar.

One file with an appointment per group is for the secretariat, which follows them all; as ``.zip``
it is a file per group, to be attached to the mail to that group: a delegate's calendar shows what
is in the file, and must not show the rooms of the others. Source: RFC 5545.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from allocator.explain import GroupRow
from allocator.exports.archive import archive
from allocator.exports.export import Export
from allocator.exports.moments import day_of, hours_of
from allocator.exports.table import encoded
from allocator.findings import quoted
from allocator.rosters.edition import Edition
from allocator.text import Text, say

#: Octets of a line; a longer one goes on in the next, behind a space.
_LINE = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def make(edition: Edition) -> bytes:
    """An appointment per group, in one file."""
    return _calendar(edition, edition.groups)


def by_group(edition: Edition) -> bytes:
    """A file per group."""
    files = ((group.name, _calendar(edition, (group,))) for group in edition.groups)
    return archive(files, ".ics")


def lacks(edition: Edition) -> Iterator[Text]:
    """A day that means one day."""
    said = edition.outcome.workshop.settings.date or ""
    if not said:
        yield say(
            "a calendar needs a date, and these rosters have none. Write one such as 2026-11-23 in "
            "the settings of the rosters."
        )
    elif day_of(said) is None:
        yield say(
            "a calendar cannot take the date {date}. Write one day as 2026-11-23 in the settings "
            "of the rosters.",
            date=quoted(said),
        )


def remarks(edition: Edition) -> Iterator[Text]:
    """What stays open because the settings do not say it."""
    hours = hours_of(edition.outcome.workshop.settings.time or "")
    if hours is None:
        yield say(
            "there is no time that a calendar can take, and the appointments are for the whole "
            "day. Write one such as 10:00-13:00 in the settings of the rosters."
        )
    elif hours[1] is None:
        yield say(
            "the appointments have no end. Write the time as 10:00-13:00 in the settings of the "
            "rosters."
        )


def _calendar(edition: Edition, groups: Sequence[GroupRow]) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//allocator//rosters//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for group in groups for line in _event(edition, group)),
        "END:VCALENDAR",
    ]
    return encoded("".join(f"{_folded(line)}\r\n" for line in lines), mark=False)


def _event(edition: Edition, group: GroupRow) -> Iterator[str]:
    """One appointment; a later version of the rosters takes the place of an earlier one."""
    settings = edition.outcome.workshop.settings
    where = ", ".join(part for part in (group.room, settings.venue) if part)
    title = edition.in_session(group.name)
    yield "BEGIN:VEVENT"
    yield f"UID:{_identity(edition, group)}"
    yield f"SEQUENCE:{edition.outcome.version - 1}"
    yield f"DTSTAMP:{edition.stamp:%Y%m%dT%H%M%SZ}"
    yield from _hours(edition)
    yield f"SUMMARY:{_text(' · '.join(part for part in (title, settings.meeting) if part))}"
    if where:
        yield f"LOCATION:{_text(where)}"
    if settings.theme:
        yield f"DESCRIPTION:{_text(settings.theme)}"
    yield "END:VEVENT"


def _hours(edition: Edition) -> Iterator[str]:
    """When it is, by the clock on the wall of the venue: the settings name no time zone."""
    settings = edition.outcome.workshop.settings
    day, hours = day_of(settings.date or ""), hours_of(settings.time or "")
    if day is None:
        return
    if hours is None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
        return
    for name, hour in zip(("DTSTART", "DTEND"), hours, strict=True):
        if hour is not None:
            yield f"{name}:{datetime.combine(day, hour):%Y%m%dT%H%M%S}"


def _identity(edition: Edition, group: GroupRow) -> str:
    """The same for the same group of the same meeting, whatever the version of the rosters."""
    settings = edition.outcome.workshop.settings
    parts = (settings.meeting, settings.theme, settings.date, group.name, edition.session)
    return f"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}@allocator"


def _text(text: str) -> str:
    """Text as a value: its signs escaped, nothing that would end the line."""
    lines = "\n".join(text.splitlines()).translate(_ESCAPES)
    return "".join(character for character in lines if character.isprintable())


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of them within a character."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    return "\r\n".join((*pieces, piece))


EXPORT = Export(
    name="ics",
    about=say("the groups as appointments of a calendar; as .zip one file per group"),
    ending=".ics",
    make=make,
    others={".zip": by_group},
    lacks=lacks,
    remarks=remarks,
)
