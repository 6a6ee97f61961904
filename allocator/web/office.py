"""The office: every workshop of the server, whose they are, and how long they are kept."""

import secrets
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from allocator.web.desk import Desk
from allocator.web.filing import Filing, Reader
from allocator.web.jobs import Queue
from allocator.web.refusals import Busy, NotThere
from allocator.web.revision import now
from allocator.web.store import Shelved, Store

#: Without ``--data``, a workshop is forgotten so long after its last use.
FORGOTTEN_AFTER = timedelta(hours=12)
#: Workshops that are kept at once where nothing is on disk.
MOST_WORKSHOPS = 500
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
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """``folder`` keeps the versions on disk; ``shared`` shows all workshops to everybody.

        ``keeps`` tells afterwards whether anything is on disk.
        """
        self.store = Store(folder)
        self.queue = Queue()
        self._reader = reader
        self.keeps = folder is not None
        self._shared = shared or self.keeps
        self._clock = clock
        self._desks: dict[str, Desk] = {}
        self._used: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def open(self, session: str) -> Desk:
        """A new workshop of a visitor.

        Raises:
            Busy: when there are too many that nobody has thrown away.
        """
        self.forget()
        if not self.keeps and len(self.store.workshops()) >= MOST_WORKSHOPS:
            raise Busy(MOST_WORKSHOPS)
        identity = secrets.token_hex(16)
        owner = OFFICE if self._shared else session
        self.store.add(Shelved(id=identity, owner=owner, name="", used=now()))
        return self.desk(identity, session)

    def desk(self, identity: str, session: str) -> Desk:
        """The desk of a workshop.

        Raises:
            NotThere: when there is none, or it is somebody else's.
        """
        if identity not in {each.id for each in self.workshops(session)}:
            raise NotThere
        with self._lock:
            self._used[identity] = self._clock()
            if identity not in self._desks:
                filing = Filing(identity, self.store, self._reader)
                self._desks[identity] = Desk(filing, self.queue)
            return self._desks[identity]

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
        self.desk(identity, session).stop()
        self._remove(identity)

    def forget(self) -> None:
        """Remove what nobody has used for long, where nothing is kept on disk."""
        if self.keeps:
            return
        limit = self._clock() - FORGOTTEN_AFTER
        for identity, used in list(self._used.items()):
            if used < limit:
                self._remove(identity)

    def close(self) -> None:
        """Stop every search and close the store."""
        self.queue.close()
        self.store.close()

    def _remove(self, identity: str) -> None:
        with self._lock:
            self._desks.pop(identity, None)
            self._used.pop(identity, None)
        self.store.delete(identity)
