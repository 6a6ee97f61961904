"""``ics``: the groups as appointments, read by the icalendar package."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, time

import icalendar
import pytest
from exporting import SETTINGS, counted, named

import allocator
from allocator.allocation import Outcome
from allocator.errors import ExportRefused
from allocator.exports.making import exported
from allocator.exports.moments import day_of, hours_of
from allocator.settings import Group, Settings


def events(content: bytes) -> list[icalendar.Event]:
    """The appointments of a file; its lines are as long as they may be, and end as they must."""
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    return [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]


def with_settings(settings: Settings, outcome: Outcome | None = None) -> Outcome:
    """The rosters with other settings."""
    before = outcome or counted()
    return replace(before, workshop=replace(before.workshop, settings=settings))


def test_there_is_an_appointment_per_group() -> None:
    """With room, beginning and end by the clock of the venue; nobody's name is in it."""
    content = exported(counted(), "ics").content
    first, second = events(content)

    assert ("Group 1 · Council, 115th session", "Salle Âme", "Water") == (
        first["SUMMARY"],
        first["LOCATION"],
        first["DESCRIPTION"],
    )
    assert "Room; B" == second["LOCATION"]
    assert (datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 13)) == (  # noqa: DTZ001 - no zone
        first.decoded("DTSTART"),
        first.decoded("DTEND"),
    )
    assert first["UID"] != second["UID"]
    assert b"example.org" not in exported(named(), "ics").content


def test_a_later_version_takes_the_place_of_an_earlier() -> None:
    """The identity stays, the sequence counts up."""
    (first, _), (later, _) = (
        events(exported(replace(counted(), version=version), "ics").content) for version in (1, 3)
    )

    assert first["UID"] == later["UID"]
    assert (0, 2) == (first["SEQUENCE"], later["SEQUENCE"])


def test_an_archive_has_a_calendar_per_group() -> None:
    """Each with one appointment, the same as in the one file."""
    with zipfile.ZipFile(io.BytesIO(exported(named(), "ics", ending=".zip").content)) as archive:
        found = [events(archive.read(name)) for name in archive.namelist()]

    assert ["1 Group 1.ics", "2 Group 2.ics"] == archive.namelist()
    assert [[each] for each in events(exported(named(), "ics").content)] == found


def test_hostile_and_long_names_stay_text() -> None:
    """Nothing in a name begins a line, and no character is cut in two."""
    name = "Ñ" * 50 + "\r\nBEGIN:VALARM;a,b\\n"
    outcome = counted()
    groups = (Group(name=name, room="x\nATTACH:http://example.org"), outcome.plan.groups[1])
    content = exported(replace(outcome, plan=replace(outcome.plan, groups=groups)), "ics").content
    first, _ = events(content)

    assert str(first["SUMMARY"]).startswith("Ñ" * 50 + "\nBEGIN:VALARM;a,b\\n")
    assert ("x\nATTACH:http://example.org", None) == (first["LOCATION"], first.get("ATTACH"))
    assert not first.subcomponents


def test_without_a_time_it_is_the_whole_day() -> None:
    """And told; a time without an end is told too."""
    whole = exported(with_settings(replace(SETTINGS, time="in the morning")), "ics")
    open_end = exported(with_settings(replace(SETTINGS, time="10:00")), "ics")
    first, _ = events(whole.content)

    assert (date(2026, 11, 23), date(2026, 11, 24)) == (
        first.decoded("DTSTART"),
        first.decoded("DTEND"),
    )
    assert "for the whole day" in str(whole.notices[0])
    assert "have no end" in str(open_end.notices[0])
    assert "DTEND" not in events(open_end.content)[0]


@pytest.mark.parametrize(
    "said", [None, "04/11/2026", "23-24 November 2026", "31 June 2026", "soon"]
)
def test_a_date_that_means_no_one_day_is_refused(said: str | None) -> None:
    """With the form to write it in."""
    with pytest.raises(ExportRefused, match="2026-11-23 in the settings"):
        exported(with_settings(replace(SETTINGS, date=said)), "ics")


def test_each_session_is_a_calendar_of_its_own() -> None:
    """With the session in its title, and appointments that are not those of the first."""
    outcome = allocator.allocate(counted().workshop, groups=2, sessions=2)
    first, second = (
        events(exported(outcome, "ics", session=number).content)[0] for number in (1, 2)
    )

    assert "Group 1 · session 2 of 2 · Council, 115th session" == second["SUMMARY"]
    assert first["UID"] != second["UID"]


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-23",
        "23 November 2026",
        "Monday, 23 November 2026",
        "November 23rd, 2026",
        "23.11.2026",
        "23/11/2026",
        "lundi 23 novembre 2026",
        "lunes, 23 de noviembre de 2026",
        "الاثنين 23 نوفمبر 2026",
        "الاثنين 23 تشرين الثاني/نوفمبر 2026",
        "23 تشرين الثاني 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(said: str) -> None:
    """In the languages of the rosters."""
    assert date(2026, 11, 23) == day_of(said)


@pytest.mark.parametrize(
    ("said", "begins", "ends"),
    [
        ("10:00-13:00", time(10), time(13)),
        ("10.30 – 13.00", time(10, 30), time(13)),
        ("10h-13h", time(10), time(13)),
        ("10 h 30 à 13 h 00", time(10, 30), time(13)),
        ("3 to 6 p.m.", time(15), time(18)),
        ("10 to 1 pm", time(10), time(13)),
        ("10 a.m. to 1 p.m.", time(10), time(13)),
        ("12 noon", None, None),
        ("13:00-10:00", None, None),
        ("25:00", None, None),
        ("10", None, None),
        ("14 p.m.", None, None),
        ("9:30", time(9, 30), None),
    ],
)
def test_hours_are_read_as_people_write_them(
    said: str, begins: time | None, ends: time | None
) -> None:
    """What is no hour, or ends before it begins, is none."""
    assert (None if begins is None else (begins, ends)) == hours_of(said)
