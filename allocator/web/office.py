"""The office: every workshop of the server, whose they are, and how long they are kept."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from weakref import WeakValueDictionary

from allocator.web.desk import Desk
from allocator.web.filing import Filing, Reader
from allocator.web.jobs import Queue
from allocator.web.refusals import NotThere, TooManyWorkshops
from allocator.web.revision import now
from allocator.web.store import Shelved, Store

#: Without ``--data``, a workshop is forgotten so long after its last use.
FORGOTTEN_AFTER = timedelta(hours=12)
#: Workshops that are kept at once where nothing is on disk.
MOST_WORKSHOPS = 500
#: Desks that stay open where everything is on disk; the others are read again.
OPEN_DESKS = 50
#: Owner of the workshops that the whole office shares.
OFFICE = ""


class Office:
    """All desks, opened when somebody asks for them."""

    def __init__(
        self,
        reader: Reader,
        folder: Path | None = None,
        *,
        shared: bool = False,
        kept_for: timedelta | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """``folder`` keeps the versions on disk; ``shared`` shows all workshops to everybody.

        ``kept_for`` is how long after its last change a workshop on disk is deleted; by default it
        stays until somebody deletes it.
        ``keeps`` tells afterwards whether anything is on disk.
        """
        self.store = Store(folder)
        self.queue = Queue()
        self._reader = reader
        self.keeps = folder is not None
        self._shared = shared or self.keeps
        self._kept_for = kept_for
        self._clock = clock
        # Those that stay open, the last used last; and every one that somebody still holds, so that
        # there is never a second desk of a workshop.
        self._desks: OrderedDict[str, Desk] = OrderedDict()
        self._held: WeakValueDictionary[str, Desk] = WeakValueDictionary()
        self._opening: dict[str, threading.Lock] = {}
        self._used: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def open(self, session: str) -> Desk:
        """A new workshop of a visitor.

        Raises:
            TooManyWorkshops: when there are too many that nobody has thrown away.
        """
        self.forget()
        if not self.keeps and len(self.store.workshops()) >= MOST_WORKSHOPS:
            raise TooManyWorkshops(MOST_WORKSHOPS)
        identity = secrets.token_hex(16)
        owner = OFFICE if self._shared else session
        self.store.add(Shelved(id=identity, owner=owner, name="", used=now()))
        return self.desk(identity, session)

    def desk(self, identity: str, session: str) -> Desk:
        """The desk of a workshop.

        Raises:
            NotThere: when there is none, or it is somebody else's.
        """
        self._require_own(identity, session)
        with self._lock:
            self._used[identity] = self._clock()
            opening = self._opening.setdefault(identity, threading.Lock())
        # Reading one from the disk takes its time; nobody at another desk waits for that.
        with opening:
            with self._lock:
                desk = self._held.get(identity)
            return self._seated(identity, desk or self._read(identity))

    def workshops(self, session: str) -> tuple[Shelved, ...]:
        """The workshops that a visitor may see, the last used first."""
        return tuple(
            each for each in self.store.workshops() if self._shared or each.owner == session
        )

    def delete(self, identity: str, session: str) -> None:
        """Remove every version of a workshop.

        Raises:
            NotThere: when there is none, or it is somebody else's.
        """
        self._require_own(identity, session)
        with self._lock:
            desk = self._held.get(identity)
        if desk is not None:
            desk.stop()
        self._remove(identity)

    def forget(self) -> None:
        """Remove what nobody has used for long, or on disk, what was not changed for too long."""
        if self.keeps:
            self._delete_unchanged()
            return
        limit = self._clock() - FORGOTTEN_AFTER
        for identity, used in list(self._used.items()):
            if used < limit:
                self._remove(identity)

    def _delete_unchanged(self) -> None:
        """Delete the workshops on disk whose time is over, but none whose search runs."""
        if self._kept_for is None:
            return
        limit = self._clock() - self._kept_for
        for shelved in self.store.workshops():
            with self._lock:
                desk = self._held.get(shelved.id)
            is_searching = desk is not None and desk.job is not None and not desk.job.is_over
            if datetime.fromisoformat(shelved.used) < limit and not is_searching:
                self._remove(shelved.id)

    def close(self) -> None:
        """Stop every search and close the store."""
        self.queue.close()
        self.store.close()

    def _require_own(self, identity: str, session: str) -> None:
        """Nothing, when the visitor may see a workshop.

        Raises:
            NotThere: when there is none, or it is somebody else's.
        """
        shelved = self.store.shelved(identity)
        if not self._shared and shelved.owner != session:
            raise NotThere

    def _read(self, identity: str) -> Desk:
        return Desk(Filing(identity, self.store, self._reader), self.queue)

    def _seated(self, identity: str, desk: Desk) -> Desk:
        """The desk, which is now the last used one.

        Raises:
            NotThere: when the workshop was deleted meanwhile.
        """
        with self._lock:
            self.store.shelved(identity)
            self._held[identity] = self._desks[identity] = desk
            self._desks.move_to_end(identity)
            if self.keeps:
                self._put_away()
        return desk

    def _put_away(self) -> None:
        """Let go of the desks that nobody has used for longest, but of none whose search runs."""
        for identity, desk in list(self._desks.items()):
            if len(self._desks) <= OPEN_DESKS:
                return
            if desk.job is None or desk.job.is_over:
                del self._desks[identity]

    def _remove(self, identity: str) -> None:
        # In this order: a desk that is being opened meanwhile is either seen below, or not there.
        self.store.delete(identity)
        with self._lock:
            if identity in self._held:
                self._held[identity].is_gone = True
            for kept in (self._desks, self._held, self._opening, self._used):
                kept.pop(identity, None)
