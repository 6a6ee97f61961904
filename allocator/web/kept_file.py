"""The file that keeps the versions: opened by one server alone, and wiped of what is deleted."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from allocator.errors import CannotServe

NAME = "allocator.sqlite3"
#: The form of the tables; a file of a higher number was written by a newer program.
FORM = 2
#: Seconds to wait for a server that is just ending.
_WAIT = 2.0
#: Bytes that are overwritten in one go.
_CHUNK = 1_000_000


def opened(folder: Path, schema: str) -> sqlite3.Connection:
    """The file of a folder, locked for this process, and readable by this user only.

    ``schema`` makes the tables that are not there yet.

    Raises:
        CannotServe: when another server has it, when it cannot be read or written, or when it is
            damaged, of another program or of a newer one.
    """
    file = folder / NAME
    with _told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.chmod(0o600)
        base = sqlite3.connect(file, timeout=_WAIT, check_same_thread=False, isolation_level=None)
        try:
            _lock(base)
            _require_form(base, folder)
            base.executescript(schema)
            _grow(base)
            # A server that was killed may have left there what it had just deleted.
            wipe_journal(folder)
        except BaseException:
            base.close()
            raise
    return base


def wipe_journal(folder: Path) -> None:
    """Overwrite the journal beside the file, which has the pages as they were before a change.

    No change may be under way. The journal is kept from one change to the next, so there is only
    this one.
    """
    journal = folder / f"{NAME}-journal"
    if not journal.exists():
        return
    with journal.open("r+b") as pages:
        left = os.fstat(pages.fileno()).st_size
        while left > 0:
            pages.write(bytes(min(left, _CHUNK)))
            left -= _CHUNK
        pages.flush()
        os.fsync(pages.fileno())


def _lock(base: sqlite3.Connection) -> None:
    """Take the file for this process until it is closed."""
    base.execute("PRAGMA locking_mode = EXCLUSIVE")
    base.execute("BEGIN EXCLUSIVE")
    base.execute("COMMIT")
    base.execute("PRAGMA journal_mode = PERSIST")
    base.execute("PRAGMA temp_store = MEMORY")


def _require_form(base: sqlite3.Connection, folder: Path) -> None:
    (form,) = base.execute("PRAGMA user_version").fetchone()
    if form > FORM:
        message = (
            f"the folder {folder} was used by a newer allocator. Install that one, or give another "
            "folder with --data."
        )
        raise CannotServe(message)
    base.execute(f"PRAGMA user_version = {FORM}")


def _grow(base: sqlite3.Connection) -> None:
    """Give a file of form 1 the column in which form 2 keeps what sentences are made of."""
    columns = {row[1] for row in base.execute("PRAGMA table_info(revisions)")}
    if columns and "parts" not in columns:
        base.execute("ALTER TABLE revisions ADD COLUMN parts TEXT NOT NULL DEFAULT ''")


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Whatever stands against the folder, in words.

    Raises:
        CannotServe: for errors of the system and of SQLite.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"the folder {folder} cannot be used: {reason}. Give another one with --data."
        raise CannotServe(message) from error
    except sqlite3.Error as error:
        raise CannotServe(_of_sqlite(error, folder)) from error


def _of_sqlite(error: sqlite3.Error, folder: Path) -> str:
    # The lower eight bits are the kind; what is above tells more of it.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if kind in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return (
            f"another server works with the folder {folder}. End that one, or give another folder "
            "with --data."
        )
    if kind in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return (
            f"the file {folder / NAME} is damaged, or none of this program. Put a copy of it back, "
            "or give another folder with --data."
        )
    return f"the file {folder / NAME} cannot be used: {error}. Give another folder with --data."
