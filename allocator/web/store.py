"""The versions of every workshop in SQLite: in a file with ``--data``, else in memory only."""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allocator.web import kept_file, text_parts
from allocator.web.refusals import MemoryFull, NotThere, TooManyVersions

#: Without a file, all workshops together take so many bytes, and one has so many revisions.
MOST_BYTES, MOST_REVISIONS = 500_000_000, 2_000

_SCHEMA = """
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS workshops (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, used TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS revisions (
    workshop TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    number INTEGER NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
    what TEXT NOT NULL, content TEXT NOT NULL, undoes INTEGER NOT NULL, redoes INTEGER NOT NULL,
    parts TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (workshop, number)
);
CREATE TABLE IF NOT EXISTS files (
    workshop TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (workshop, sha256)
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A workshop as the start page lists it; ``used`` is ISO 8601, UTC."""

    id: str
    owner: str
    name: str
    used: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A revision as the history lists it, and its content as JSON with the SHA-256 of its files.

    ``content`` is empty where only the history was asked for.
    """

    number: int
    who: str
    when: str
    kind: str
    what: str
    content: Mapping[str, Any]
    undoes: int = 0
    redoes: int = 0


class Store:
    """All workshops with all their revisions; safe to use from several threads."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        most_bytes: int = MOST_BYTES,
        most_revisions: int = MOST_REVISIONS,
    ) -> None:
        """Open ``allocator.sqlite3`` in the folder, or nothing; the limits are those of nothing.

        Raises:
            CannotServe: when the folder cannot be used.
        """
        self._folder = folder
        self._most_bytes, self._most_revisions = most_bytes, most_revisions
        self._lock = threading.RLock()
        if folder is not None:
            self._base = kept_file.opened(folder, _SCHEMA)
        else:
            self._base = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
            self._base.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file; what was in memory is gone."""
        with self._lock:
            self._base.close()

    def add(self, shelved: Shelved) -> None:
        """A new workshop without revisions."""
        with self._transaction() as base:
            base.execute(
                "INSERT INTO workshops VALUES (?, ?, ?, ?)",
                (shelved.id, shelved.owner, shelved.name, shelved.used),
            )

    def append(self, workshop: str, name: str, line: Line, files: tuple[bytes, ...]) -> None:
        """A further revision, with the files that its content refers to.

        Raises:
            NotThere: when the workshop was deleted meanwhile.
            MemoryFull: when nothing is on disk and all workshops together take too much.
            TooManyVersions: when nothing is on disk and the workshop has had too many.
        """
        with self._transaction() as base:
            changed = base.execute(
                "UPDATE workshops SET used = ?, name = ? WHERE id = ?", (line.when, name, workshop)
            )
            if not changed.rowcount:
                raise NotThere
            base.executemany(
                "INSERT OR IGNORE INTO files VALUES (?, ?, ?)",
                [(workshop, sha256(content), content) for content in files],
            )
            base.execute(
                "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (workshop, line.number, line.who, line.when, line.kind, str(line.what),
                 json.dumps(line.content), line.undoes, line.redoes,
                 text_parts.written(line.what)),
            )  # fmt: skip
            self._require_room(line.number)

    def workshops(self) -> tuple[Shelved, ...]:
        """All workshops, the last used first."""
        rows = self._rows("SELECT id, owner, name, used FROM workshops ORDER BY used DESC")
        return tuple(Shelved(id=a, owner=b, name=c, used=d) for a, b, c, d in rows)

    def shelved(self, workshop: str) -> Shelved:
        """One workshop.

        Raises:
            NotThere: when there is none.
        """
        rows = self._rows("SELECT id, owner, name, used FROM workshops WHERE id = ?", workshop)
        for a, b, c, d in rows:
            return Shelved(id=a, owner=b, name=c, used=d)
        raise NotThere

    def revisions(self, workshop: str) -> tuple[Line, ...]:
        """The revisions of a workshop without their contents, the first one first."""
        rows = self._rows(
            "SELECT number, who, at, kind, what, '{}', undoes, redoes, parts FROM revisions "
            "WHERE workshop = ? ORDER BY number",
            workshop,
        )
        return tuple(map(_line, rows))

    def line(self, workshop: str, number: int) -> Line:
        """One revision with its content.

        Raises:
            NotThere: when there is none of that number.
        """
        rows = self._rows(
            "SELECT number, who, at, kind, what, content, undoes, redoes, parts FROM revisions "
            "WHERE workshop = ? AND number = ?",
            workshop,
            number,
        )
        for row in rows:
            return _line(row)
        raise NotThere

    def latest(self, workshop: str) -> int:
        """The number of the last revision; 0 where there is none yet."""
        rows = self._rows("SELECT MAX(number) FROM revisions WHERE workshop = ?", workshop)
        return int(rows[0][0] or 0)

    def file(self, workshop: str, digest: str) -> bytes:
        """A file by the SHA-256 of its bytes.

        Raises:
            KeyError: when there is none.
        """
        rows = self._rows(
            "SELECT content FROM files WHERE workshop = ? AND sha256 = ?", workshop, digest
        )
        if not rows:
            raise KeyError(digest)
        content: bytes = rows[0][0]
        return content

    def delete(self, workshop: str) -> None:
        """Everything of a workshop; its bytes are overwritten, also those in the journal."""
        with self._lock:
            with self._transaction() as base:
                base.execute("DELETE FROM workshops WHERE id = ?", (workshop,))
            if self._folder is not None:
                kept_file.wipe_journal(self._folder)

    def _require_room(self, number: int) -> None:
        """Nothing, when a revision of this number may stay."""
        if self._folder is not None:
            return
        if number > self._most_revisions:
            raise TooManyVersions(self._most_revisions)
        pages, free, size = (
            self._base.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > self._most_bytes:
            raise MemoryFull(self._most_bytes)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        with self._lock:
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._base.execute(query, values).fetchall()


def sha256(content: bytes) -> str:
    """The name of a file in the store."""
    return hashlib.sha256(content).hexdigest()


def _line(row: tuple[Any, ...]) -> Line:
    number, who, when, kind, what, content, undoes, redoes, parts = row
    return Line(
        number=number,
        who=who,
        when=when,
        kind=kind,
        what=text_parts.read(what, parts),
        content=json.loads(content),
        undoes=undoes,
        redoes=redoes,
    )
