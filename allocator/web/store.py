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

_SCHEMA = """
PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS workshops (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, used TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS revisions (
    workshop TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    number INTEGER NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
    what TEXT NOT NULL, content TEXT NOT NULL, undoes INTEGER NOT NULL, redoes INTEGER NOT NULL,
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
    """A revision as the history lists it, and its content as JSON with the SHA-256 of its files."""

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

    def __init__(self, folder: Path | None = None) -> None:
        """Open ``allocator.sqlite3`` in the folder, readable by this user only, or nothing."""
        if folder is not None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = folder / "allocator.sqlite3"
            file.touch(mode=0o600)
        self._lock = threading.RLock()
        self._base = sqlite3.connect(
            ":memory:" if folder is None else file, check_same_thread=False, isolation_level=None
        )
        self._base.execute("PRAGMA secure_delete = ON")
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
        """A further revision, with the files that its content refers to."""
        with self._transaction() as base:
            base.executemany(
                "INSERT OR IGNORE INTO files VALUES (?, ?, ?)",
                [(workshop, sha256(content), content) for content in files],
            )
            base.execute(
                "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (workshop, line.number, line.who, line.when, line.kind, line.what,
                 json.dumps(line.content), line.undoes, line.redoes),
            )  # fmt: skip
            base.execute(
                "UPDATE workshops SET used = ?, name = ? WHERE id = ?", (line.when, name, workshop)
            )

    def workshops(self) -> tuple[Shelved, ...]:
        """All workshops, the last used first."""
        rows = self._rows("SELECT id, owner, name, used FROM workshops ORDER BY used DESC")
        return tuple(Shelved(id=a, owner=b, name=c, used=d) for a, b, c, d in rows)

    def revisions(self, workshop: str) -> tuple[Line, ...]:
        """The revisions of a workshop, the first one first."""
        rows = self._rows(
            "SELECT number, who, at, kind, what, content, undoes, redoes FROM revisions "
            "WHERE workshop = ? ORDER BY number",
            workshop,
        )
        return tuple(
            Line(number=number, who=who, when=when, kind=kind, what=what,
                 content=json.loads(content), undoes=undoes, redoes=redoes)
            for number, who, when, kind, what, content, undoes, redoes in rows
        )  # fmt: skip

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
        """Everything of a workshop; its bytes are overwritten."""
        with self._transaction() as base:
            base.execute("DELETE FROM workshops WHERE id = ?", (workshop,))

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

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._base.execute(query, values).fetchall()


def sha256(content: bytes) -> str:
    """The name of a file in the store."""
    return hashlib.sha256(content).hexdigest()
