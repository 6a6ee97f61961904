"""One writer at a time: a file beside the target that says who is writing it."""

import os
import socket
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from allocator.file_errors import OutputLocked

#: How the names begin of everything that is put beside a target while it is written.
PREFIX = ".allocator-"
SUFFIX = ".lock"
#: Seconds after which whatever is beside a target belongs to nobody any more: its run was killed.
ABANDONED = 3600
#: Seconds that a run is waited for which is writing; one file takes it some milliseconds.
PATIENCE = 3.0
#: Seconds between two looks.
PAUSE = 0.02
#: Seconds after which a lock that names nobody counts as left behind: the name comes at once.
NAMELESS = 10


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other runs from writing a file; ``target`` is no link.

    A lock that a killed run has left is taken over: its process is gone from this machine, or it
    is older than an hour.

    Raises:
        OutputLocked: when another run is writing, and still is after three seconds.
        OSError: when the folder takes no files.
    """
    lock = lock_of(target)
    _take(lock, target.name)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def lock_of(target: Path) -> Path:
    """Where the lock of a file is; its name is short, however long the file's own is."""
    # Upper and lower case are one file on some systems.
    name = sha256(target.name.casefold().encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return target.with_name(f"{PREFIX}{name}{SUFFIX}")


def _take(lock: Path, file: str) -> None:
    """Make the lock, once nobody has it."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            if _is_left_behind(lock):
                # Should two runs find this at once, the worst is that both go on: each still
                # writes a whole file.
                with suppress(FileNotFoundError):
                    lock.unlink()
            elif time.monotonic() > until:
                raise OutputLocked(file, lock.name) from None
            else:
                time.sleep(PAUSE)
        else:
            _sign(lock, handle)
            return


def _sign(lock: Path, handle: int) -> None:
    """Say whose lock it is: the machine and the process."""
    try:
        os.write(handle, f"{os.getpid()} {socket.gethostname()}".encode())
    except BaseException:
        with suppress(OSError):
            lock.unlink()
        raise
    finally:
        os.close(handle)


def _is_left_behind(lock: Path) -> bool:
    """Whether the run that made a lock is no more."""
    try:
        status = lock.lstat()
        if not stat.S_ISREG(status.st_mode):
            return False
        process, _, machine = lock.read_text("utf-8", "replace").partition(" ")
    except FileNotFoundError:
        return False
    age = time.time() - status.st_mtime
    if not process.isdecimal():
        return age > NAMELESS
    return age > ABANDONED or (machine == socket.gethostname() and _is_gone(int(process)))


def _is_gone(process: int) -> bool:
    """Whether there is no such process on this machine."""
    if sys.platform == "win32":
        # Asking there with os.kill would end it; the age must do.
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False
