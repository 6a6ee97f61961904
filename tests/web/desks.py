"""Desks for tests: a small list, read in this process, allocated and ready to be changed."""

from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

from web.workshops import SMALL

from allocator.allocation import Outcome
from allocator.by_hand import HandMove
from allocator.intake import Examination, Reading, Upload, examine_upload
from allocator.rosters import read_rosters_file
from allocator.web import work
from allocator.web.desk import Desk
from allocator.web.jobs import Job
from allocator.web.office import Office
from allocator.web.revision import Content, Listing

LIST = SMALL
SESSION = "a session"


def a_listing(text: str = LIST, file: str = "list.csv") -> Listing:
    """A CSV as somebody uploads it."""
    return Listing(upload=Upload(content=text.encode(), file=file), reading=Reading())


def reader(listing: Listing) -> Examination | Outcome:
    """Reads an upload in this process."""
    if listing.upload.content.startswith(b"PK"):
        examination = examine_upload(listing.upload, listing.reading)
        if examination.rosters:
            return read_rosters_file(listing.upload.content, listing.upload.file)
        return examination
    return examine_upload(listing.upload, listing.reading)


def an_office(folder: Path | None = None) -> Office:
    """An office without guests."""
    return Office(reader, folder)


def a_desk(office: Office, text: str = LIST, *, groups: int = 2) -> Desk:
    """A desk with an allocated list."""
    desk = office.open(SESSION)
    listing = a_listing(text)
    desk.upload("Ama", listing, reader(listing))
    desk.say("Ama", desk.revision.number, {"groups": groups})
    finished(desk, allocating(desk))
    return desk


def allocating(desk: Desk) -> Job:
    """The search for the best rosters, started."""
    return desk.search("Ama", desk.revision.number, "allocated", work.allocated)


def rebalancing(
    desk: Desk, text: str, *, most: int | None = None, adds: bool = False, file: str = "late.csv"
) -> Job:
    """The re-balance for a new list, started."""
    listing = a_listing(text, file)
    found = reader(listing)
    assert isinstance(found, Examination)

    def made(before: Content, job: Job) -> Content:
        published, published_file = work.published(before)
        content = replace(
            before, published=published, published_file=published_file, late=listing,
            late_examination=found, adds=adds,
        )  # fmt: skip
        return work.rebalanced(content, most, job)

    return desk.search("Ama", desk.revision.number, "rebalanced", made)


def without(text: str, *names: str) -> str:
    """A list without some delegations."""
    return "".join(f"{line}\n" for line in text.splitlines() if not line.startswith(names))


def finished(desk: Desk, job: Job, seconds: float = 60) -> Desk:
    """The desk once a job is over, which found what it looked for."""
    over(job, seconds)
    assert not job.standing.error, job.standing.error
    return desk


def over(job: Job, seconds: float = 60) -> Job:
    """A job once it is over, however it ended."""
    until = monotonic() + seconds
    while not job.is_over and monotonic() < until:
        sleep(0.01)
    assert job.is_over
    return job


def across(desk: Desk, name: str, people: int = 1) -> HandMove:
    """A move of a delegation out of the first group in which it has somebody, into the next."""
    outcome = work.on_board(desk.content)
    delegation = next(each for each in outcome.workshop.delegations if each.name == name)
    origin = next(g for g, there in enumerate(outcome.seats_of(delegation)) if there)
    return HandMove(
        delegation=delegation.id, origin=origin, target=(origin + 1) % outcome.plan.k, people=people
    )


def seats(desk: Desk) -> dict[str, tuple[int, ...]]:
    """Name of a delegation -> people per group."""
    outcome = work.on_board(desk.content)
    return {each.name: outcome.seats_of(each) for each in outcome.workshop.delegations}
