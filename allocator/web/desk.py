"""A workshop that is being worked on: a chain of revisions, each made from the one before."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from allocator.allocation import Outcome
from allocator.by_hand import HandMove, moved
from allocator.intake import Examination
from allocator.planning.defaults import plan_of
from allocator.text import say
from allocator.web import pins, work
from allocator.web.asked import Answers
from allocator.web.deeds import moves_told, search_told, stepped, upload_told
from allocator.web.filing import Filing
from allocator.web.jobs import Job, Queue
from allocator.web.refusals import NothingToRedo, NothingToUndo, Outdated, Searching
from allocator.web.revision import Content, Listing, Revision, now
from allocator.web.store import Line

#: Kinds of revisions that an undo takes back, where there was a board before.
UNDOABLE = ("moved", "pinned", "allocated", "rebalanced")


class Desk:
    """One workshop; every change is a new revision, made on the one that the visitor saw."""

    def __init__(self, filing: Filing, queue: Queue) -> None:
        """The workshop as its last revision left it."""
        self.filing = filing
        self.answers = Answers()
        self.job: Job | None = None
        self.is_gone = False
        self._queue = queue
        self._lock = threading.RLock()
        self._revision = filing.latest()

    @property
    def revision(self) -> Revision:
        """The latest revision."""
        return self._revision

    @property
    def content(self) -> Content:
        """What the latest revision holds."""
        return self._revision.content

    def history(self) -> tuple[Line, ...]:
        """Every revision, the first one first."""
        return self.filing.lines()

    def place(self) -> int:
        """How many jobs are before that of this workshop."""
        return self._queue.place(self.job) if self.job else 0

    def upload(
        self, who: str, listing: Listing, found: Examination | Outcome, number: int | None = None
    ) -> Revision:
        """A list, or a rosters workbook, in place of whatever was there.

        Raises:
            Outdated: when somebody else was faster than the revision ``number``.
        """
        with self._lock:
            if number is not None:
                self.require(number)
            version = self.content.version
            if isinstance(found, Outcome):
                start = Content(listing=listing, stamp=now(), follows_rosters=True,
                                version=max(version, found.version))  # fmt: skip
                content = work.opened(start, found, listing.upload.content)
            else:
                start = Content(listing=listing, examination=found, version=version)
                content = replace(start, said=self.content.said)
            return self._append(who, "list", upload_told(found), content)

    def say(self, who: str, number: int, said: dict[str, Any]) -> Revision:
        """Other settings.

        Raises:
            Outdated: when somebody else was faster.
            ListRefused: with every setting that cannot be.
            UsageProblem: when a setting makes no sense for the list.
        """
        with self._lock:
            self.require(number)
            content = self.content
            content = replace(content, said=pins.renamed(said, content.outcome))
            work.said_settings(content.said)
            if content.workshop:
                plan_of(work.listed(content))
            return self._append(who, "settings", say("Changed the settings."), content)

    def move(self, who: str, number: int, moves: Sequence[HandMove]) -> Revision:
        """Some people into other groups.

        Raises:
            Outdated: when somebody else was faster.
            UsageProblem: when they do not sit there.
        """
        with self._lock:
            self.require(number)
            before = work.on_board(self.content)
            outcome = moved(before, moves, self.content.reference)
            content = replace(self.content, outcome=outcome, stamp=now())
            content = pins.followed(content, [move.delegation for move in moves])
            return self._append(who, "moved", moves_told(before, moves), content)

    def pin(self, who: str, number: int, delegation: str, group: int, *, pinned: bool) -> Revision:
        """Keep a delegation in a group through all further searches, or let it go again.

        Raises:
            Outdated: when somebody else was faster.
            UsageProblem: when it does not sit there.
        """
        with self._lock:
            self.require(number)
            content, what = pins.changed(self.content, delegation, group, pinned=pinned)
            content = replace(content, stamp=now())
            return self._append(who, "pinned", what, content)

    def restore(self, who: str, number: int, wanted: int) -> Revision:
        """An earlier revision once more.

        Raises:
            Outdated: when somebody else was faster.
            NotThere: when there is no such revision.
        """
        with self._lock:
            self.require(number)
            content = self.filing.content(wanted)
            return self._append(
                who, "restored", say("Restored version {number}.", number=wanted), content
            )

    def undo(self, who: str, number: int) -> Revision:
        """What was before the last change on the board.

        Raises:
            Outdated: when somebody else was faster.
            NotYet: when there is nothing to undo.
        """
        return self._step(who, number, back=True)

    def redo(self, who: str, number: int) -> Revision:
        """What was undone last.

        Raises:
            Outdated: when somebody else was faster.
            NotYet: when there is nothing to do again.
        """
        return self._step(who, number, back=False)

    def search(
        self, who: str, number: int, kind: str, made: Callable[[Content, Job], Content]
    ) -> Job:
        """Start a search that makes a new revision, named ``kind``.

        Raises:
            Outdated: when somebody else was faster, or changes the list or the settings meanwhile.
            Searching: when a search of this workshop runs already.
            Busy: when the queue is full.
        """
        start = self.content

        def run(job: Job) -> None:
            content = made(start, job)
            with self._lock:
                latest = self._revision
                if (latest.content.listing, latest.content.said) != (start.listing, start.said):
                    raise Outdated(latest.who, latest.what)
                self._append(who, kind, search_told(kind, content), content)

        return self._start(number, Job(kind, run))

    def ask(self, number: int, kind: str, asked: Callable[[Job], None]) -> Job:
        """Start a search whose answer stands beside the board.

        Raises:
            Outdated: when somebody else was faster.
            Searching: when a search of this workshop runs already.
            Busy: when the queue is full.
        """
        return self._start(number, Job(kind, asked))

    def stop(self) -> None:
        """End the search and keep the best that it found."""
        if self.job:
            self.job.stop()

    def _start(self, number: int, job: Job) -> Job:
        with self._lock:
            self.require(number)
            if self.job and not self.job.is_over:
                raise Searching
            self._queue.add(job)
            self.job = job
        return job

    def _step(self, who: str, number: int, *, back: bool) -> Revision:
        with self._lock:
            self.require(number)
            wanted = self._revision.undoes if back else self._revision.redoes
            if not wanted:
                raise NothingToUndo if back else NothingToRedo
            target = self.filing.revision(wanted)
            revision = Revision(
                number=number + 1,
                who=who,
                when=now(),
                kind=target.kind,
                what=stepped(self.history(), number if back else wanted, back=back),
                content=target.content,
                undoes=target.undoes if back else number,
                redoes=number if back else target.redoes,
            )
            return self._keep(revision)

    def require(self, number: int) -> None:
        """Refuse a change that was made on an older revision.

        Raises:
            Outdated: with who changed what.
        """
        latest = self._revision
        if number != latest.number:
            raise Outdated(latest.who, latest.what)

    def _append(self, who: str, kind: str, what: str, content: Content) -> Revision:
        with self._lock:
            is_undoable = kind in UNDOABLE and self.content.outcome is not None
            revision = Revision(
                number=self._revision.number + 1,
                who=who,
                when=now(),
                kind=kind,
                what=what,
                content=content,
                undoes=self._revision.number if is_undoable else 0,
            )
            return self._keep(revision)

    def _keep(self, revision: Revision) -> Revision:
        self.filing.keep(revision)
        self._revision = revision
        return revision
