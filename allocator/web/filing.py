"""Revisions of one workshop into the store and back: seats as text, files as they were."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from allocator.allocation import Allocation, Outcome
from allocator.by_hand import recounted
from allocator.delegation import DelegateId, DelegationId
from allocator.intake import Examination, Reading, Upload
from allocator.web.pins import board_rules, rows_of, with_rules
from allocator.web.refusals import NotThere
from allocator.web.revision import Content, Listing, Revision
from allocator.web.store import Line, Store, sha256
from allocator.web.work import opened

#: Contents that are kept as they are; older ones are read again from their workbook.
KEPT = 40
#: What of a content is plain text, numbers, and yes or no.
PLAIN = ("stamp", "follows_rosters", "adds", "version")
#: Reads an upload in a process of its own.
Reader = Callable[[Listing], Examination | Outcome]


class Filing:
    """The revisions of one workshop."""

    def __init__(self, workshop: str, store: Store, reader: Reader) -> None:
        """``reader`` reads a list or a rosters workbook."""
        self.workshop = workshop
        self._store = store
        self._reader = reader
        self._contents: OrderedDict[int, Content] = OrderedDict()

    def latest(self) -> Revision:
        """The last revision; an empty one where there is none yet."""
        number = self._store.latest(self.workshop)
        if not number:
            return Revision(number=0, who="", when="", kind="", what="", content=Content())
        return self.revision(number)

    def lines(self) -> tuple[Line, ...]:
        """Every revision without its content, the first one first."""
        return self._store.revisions(self.workshop)

    def revision(self, number: int) -> Revision:
        """A revision.

        Raises:
            NotThere: when there is none of that number.
        """
        line = self._line(number)
        return Revision(
            number=line.number,
            who=line.who,
            when=line.when,
            kind=line.kind,
            what=line.what,
            content=self.content(number),
            undoes=line.undoes,
            redoes=line.redoes,
        )

    def content(self, number: int) -> Content:
        """What a revision holds.

        Raises:
            NotThere: when there is no such revision.
        """
        if number not in self._contents:
            self._remember(number, self._read(self._line(number).content))
        return self._contents[number]

    def keep(self, revision: Revision) -> None:
        """Write a new revision."""
        content, files = self._written(revision)
        line = Line(
            number=revision.number,
            who=revision.who,
            when=revision.when,
            kind=revision.kind,
            what=revision.what,
            content=content,
            undoes=revision.undoes,
            redoes=revision.redoes,
        )
        self._store.append(self.workshop, name_of(revision.content), line, files)
        self._remember(revision.number, revision.content)

    def _line(self, number: int) -> Line:
        return self._store.line(self.workshop, number)

    def _remember(self, number: int, content: Content) -> None:
        self._contents[number] = content
        while len(self._contents) > KEPT:
            self._contents.popitem(last=False)

    def _written(self, revision: Revision) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        """A content as JSON, and the files that it refers to by the SHA-256 of their bytes."""
        content, files = revision.content, []
        said: dict[str, Any] = {name: getattr(content, name) for name in PLAIN}
        said["said"] = dict(content.said)
        for name in ("listing", "late"):
            listing = getattr(content, name)
            if listing is not None:
                files.append(listing.upload.content)
                said[name] = _listing_said(listing)
        if content.published_file and content.published:
            files.append(content.published_file)
            file = content.published.source.file
            said["published"] = {"file": file, "sha256": sha256(content.published_file)}
        if content.found is not None and content.outcome is not None:
            files.append(content.found_file)
            said["workbook"] = sha256(content.found_file)
            if content.outcome is not content.found:
                said["seats"] = _seats_said(content.outcome.allocation)
                said["rules"] = board_rules(content.outcome)
        return said, tuple(files)

    def _read(self, said: Mapping[str, Any]) -> Content:
        """A content from its JSON and its files."""
        content = Content(said=said["said"], **{name: said[name] for name in PLAIN})
        if "listing" in said:
            listing, found = self._listed(said["listing"])
            content = replace(content, listing=listing, examination=found)
        if "late" in said:
            listing, found = self._listed(said["late"])
            content = replace(content, late=listing, late_examination=found)
        if "published" in said:
            file = self._store.file(self.workshop, said["published"]["sha256"])
            published = self._rosters(file, said["published"]["file"])
            content = replace(content, published=published, published_file=file)
        if "workbook" in said:
            file = self._store.file(self.workshop, said["workbook"])
            content = opened(content, self._rosters(file, "rosters.xlsx"), file)
        if content.outcome and "seats" in said:
            seats = _allocation(said["seats"])
            outcome = with_rules(content.outcome, rows_of(said["rules"]))
            content = replace(content, outcome=recounted(outcome, seats, content.reference))
        return content

    def _listed(self, said: Mapping[str, Any]) -> tuple[Listing, Examination | None]:
        content = self._store.file(self.workshop, said["sha256"])
        reading = Reading(**said["reading"])
        listing = Listing(upload=Upload(content=content, file=said["file"]), reading=reading)
        found = self._reader(listing)
        return listing, found if isinstance(found, Examination) else None

    def _rosters(self, file: bytes, name: str) -> Outcome:
        found = self._reader(Listing(upload=Upload(content=file, file=name)))
        if not isinstance(found, Outcome):
            raise NotThere
        return found


def name_of(content: Content) -> str:
    """What the start page calls a workshop: its meeting, else its file."""
    meeting = content.said.get("meeting", "")
    if not meeting and content.outcome:
        meeting = content.outcome.workshop.settings.meeting or ""
    if not meeting and content.examination and content.examination.workshop:
        meeting = content.examination.workshop.settings.meeting or ""
    return str(meeting) or (content.listing.upload.file if content.listing else "")


def _listing_said(listing: Listing) -> dict[str, Any]:
    upload = listing.upload
    reading = {**asdict(listing.reading), "columns": dict(listing.reading.columns)}
    return {"sha256": upload.sha256, "file": upload.file, "reading": reading}


def _seats_said(allocation: Allocation) -> dict[str, Any]:
    return {
        "seats": {key: list(seats) for key, seats in allocation.seats.items()},
        "places": dict(allocation.places),
        "officers": {office: list(who) for office, who in allocation.officers.items()},
    }


def _allocation(said: Mapping[str, Any]) -> Allocation:
    return Allocation(
        seats={DelegationId(key): tuple(seats) for key, seats in said["seats"].items()},
        places={DelegateId(key): place for key, place in said["places"].items()},
        officers={office: tuple(who) for office, who in said["officers"].items()},
    )
