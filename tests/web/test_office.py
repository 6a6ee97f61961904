"""The office: each desk opened on its own, few kept open, none twice."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from web.desks import LIST, SESSION, a_desk, a_listing, an_office, finished, reader
from web.slow import STUCK, SlowReader

from allocator.web import office as offices
from allocator.web import work
from allocator.web.desk import Desk
from allocator.web.jobs import Job
from allocator.web.office import Office
from allocator.web.refusals import NotThere, TooManyWorkshops
from allocator.web.revision import Content
from allocator.web.store import Line


def shelved(folder: Path, *files: str) -> list[str]:
    """The identities of workshops that lie on disk, each with a list of a name."""
    office, made = an_office(folder), []
    for file in files:
        desk = office.open(SESSION)
        listing = a_listing(LIST, file)
        desk.upload("Ama", listing, reader(listing))
        made.append(desk.filing.workshop)
    office.close()
    return made


def in_a_thread(office: Office, identity: str, opened: list[Desk]) -> threading.Thread:
    """A colleague who opens a workshop."""
    thread = threading.Thread(target=lambda: opened.append(office.desk(identity, SESSION)))
    thread.start()
    return thread


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


def test_opening_one_desk_keeps_nobody_from_another(tmp_path: Path) -> None:
    """The other opens while the first is still being read; who comes to the first waits for it."""
    slow, quick = shelved(tmp_path, "slow.csv", "quick.csv")
    reading = SlowReader("slow.csv")
    office, opened = Office(reading, tmp_path), list[Desk]()
    threads = [in_a_thread(office, slow, opened)]
    assert reading.began.wait(STUCK)
    threads.append(in_a_thread(office, slow, opened))
    other = office.desk(quick, SESSION)
    before = list(opened)
    reading.may.set()
    for thread in threads:
        thread.join(STUCK)

    assert "quick.csv" == other.content.listing.upload.file  # type: ignore[union-attr] # it has one
    assert [] == before
    assert 2 == len(opened)
    assert opened[0] is opened[1]
    assert ["quick.csv", "slow.csv"] == sorted(reading.read)
    office.close()


def test_a_workshop_that_is_deleted_while_it_is_opened_is_not_there(tmp_path: Path) -> None:
    """Whoever waited for it is told so, and nothing of it stays in memory."""
    (identity,) = shelved(tmp_path, "slow.csv")
    reading = SlowReader("slow.csv")
    office, told = Office(reading, tmp_path), list[type[Exception]]()

    def look() -> None:
        with pytest.raises(NotThere) as refused:
            office.desk(identity, SESSION)
        told.append(refused.type)

    thread = threading.Thread(target=look)
    thread.start()
    assert reading.began.wait(STUCK)
    office.delete(identity, SESSION)
    reading.may.set()
    thread.join(STUCK)

    assert [NotThere] == told
    office.close()


def test_deleting_does_not_read_the_workshop(tmp_path: Path) -> None:
    """Also one whose file cannot be read any more can be deleted."""
    (identity,) = shelved(tmp_path, "list.csv")
    reading = SlowReader("")
    office = Office(reading, tmp_path)
    office.delete(identity, SESSION)

    assert [] == reading.read
    assert () == office.workshops(SESSION)
    office.close()


def test_few_desks_stay_open_and_those_in_use_are_never_opened_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one used longest ago is let go, and read again; one that somebody holds is the same."""
    monkeypatch.setattr(offices, "OPEN_DESKS", 2)
    identities = shelved(tmp_path, "a.csv", "b.csv", "c.csv")
    reading = SlowReader("")
    office = Office(reading, tmp_path)
    held = office.desk(identities[0], SESSION)
    for identity in (*identities[1:], *identities):
        office.desk(identity, SESSION)

    assert held is office.desk(identities[0], SESSION)
    assert ["a.csv", "b.csv", "c.csv", "b.csv", "c.csv"] == reading.read
    office.close()


def test_a_desk_stays_open_while_its_search_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the search finds is on the desk that is opened next."""
    monkeypatch.setattr(offices, "OPEN_DESKS", 1)
    office, may = an_office(tmp_path), threading.Event()
    desk = a_desk(office)
    identity, number = desk.filing.workshop, desk.revision.number

    def made(content: Content, job: Job) -> Content:
        assert may.wait(STUCK)
        return work.allocated(content, job)

    job = desk.search("Ama", number, "allocated", made)
    for _ in range(3):
        office.open(SESSION)
    may.set()

    assert desk is office.desk(identity, SESSION)
    assert number + 1 == finished(desk, job).revision.number
    office.close()


def test_too_many_workshops_are_refused_as_such(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as searches, which there are none of."""
    monkeypatch.setattr(offices, "MOST_WORKSHOPS", 1)
    office.open(SESSION)
    with pytest.raises(TooManyWorkshops, match="keeps 1 workshops already"):
        office.open("another session")

    assert 1 == len(office.store.workshops())


def test_what_nobody_changed_for_long_is_deleted_from_the_disk(tmp_path: Path) -> None:
    """Its bytes too, and nothing else; without a time everything stays."""
    old, young = shelved(tmp_path, "old.csv", "young.csv")
    later = datetime.now(UTC) + timedelta(days=400)
    office = Office(reader, tmp_path, clock=lambda: later)
    office.forget()
    all_of_them = {each.id for each in office.store.workshops()}
    when = (later - timedelta(days=29)).isoformat()
    line = Line(number=2, who="Ama", when=when, kind="list", what="", content={})
    office.store.append(young, "young.csv", line, ())
    office.close()
    office = Office(reader, tmp_path, kept_for=timedelta(days=30), clock=lambda: later)
    office.forget()
    kept = {each.id for each in office.store.workshops()}
    office.close()

    assert ({old, young}, {young}) == (all_of_them, kept)
    assert [] == [each for each in tmp_path.rglob("*") if b"old.csv" in each.read_bytes()]


def test_a_workshop_whose_search_runs_is_not_deleted(tmp_path: Path) -> None:
    """Its time is over when the search is."""
    later = datetime.now(UTC) + timedelta(days=31)
    office = Office(reader, tmp_path, kept_for=timedelta(days=30), clock=lambda: later)
    desk, may = a_desk(office), threading.Event()

    def made(content: Content, job: Job) -> Content:
        assert may.wait(STUCK)
        return work.allocated(content, job)

    job = desk.search("Ama", desk.revision.number, "allocated", made)
    office.forget()
    there = [each.id for each in office.store.workshops()]
    may.set()
    finished(desk, job)
    office.forget()

    assert [desk.filing.workshop] == there
    assert () == office.store.workshops()
    office.close()
