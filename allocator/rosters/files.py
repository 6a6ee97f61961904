"""Putting a file in its place so that whatever happens, the old one or the new one is there."""

import errno
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from allocator.file_errors import CannotWrite, OutputExists
from allocator.rosters.locks import ABANDONED, PREFIX, SUFFIX, locked

#: How the files end that are written beside a target before they take its place.
_UNFINISHED = ".tmp"


def require_writable(path: str | os.PathLike[str], *, force: bool) -> None:
    """Make sure that a file can be written, before time is spent on its contents.

    Raises:
        OutputExists: when the file is there and ``force`` is not given.
        OutputLocked: when another run is writing it.
        CannotWrite: when the folder is missing or does not take files.
    """
    target = Path(path)
    if target.exists() and not force:
        raise OutputExists(target.name)
    try:
        _require_file(target)
        with locked(target.resolve()):
            handle, trial = tempfile.mkstemp(dir=_folder(target), prefix=PREFIX, suffix=_UNFINISHED)
            os.close(handle)
            Path(trial).unlink()
    except OSError as error:
        raise _refusal(target, error) from error
    _clear(_folder(target))


def put(path: str | os.PathLike[str], content: bytes, *, force: bool) -> None:
    """Write a file as a whole: on any failure the old one is untouched and nothing is left behind.

    A link stays a link, and the old file's owner and permissions are kept where that is allowed.

    Raises:
        OutputExists: when the file is there and ``force`` is not given.
        OutputLocked: when another run is writing it.
        CannotWrite: when the system refuses.
    """
    target = Path(path)
    if target.exists() and not force:
        raise OutputExists(target.name)
    try:
        _require_file(target)
        real = target.resolve()
        with locked(real):
            _replace(real, content, force=force)
    except FileExistsError as error:
        # Another run has put its file there since this one looked.
        raise OutputExists(target.name) from error
    except OSError as error:
        raise _refusal(target, error) from error
    _clear(_folder(target))


def _require_file(target: Path) -> None:
    """Folders and devices are never replaced, whoever says so."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "it is no file")


def _replace(target: Path, content: bytes, *, force: bool) -> None:
    """Write beside the target, make sure it is on the disk, then take its place."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else _usual_mode()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=PREFIX, suffix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            _give(Path(name), target.stat())
        Path(name).chmod(mode)
        _place(Path(name), target, force=force)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _give(finished: Path, former: os.stat_result) -> None:
    """Leave a file with the owner of the one before it, where this user may give files away."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(finished, former.st_uid, former.st_gid)


def _place(finished: Path, target: Path, *, force: bool) -> None:
    """Give a finished file its name; without ``force`` never that of a file that came meanwhile."""
    if not force:
        try:
            os.link(finished, target)
        except FileExistsError:
            raise
        except OSError:
            # This file system knows no second names; what was looked up before must do.
            if target.exists():
                raise FileExistsError(errno.EEXIST, "it is there") from None
        else:
            with suppress(OSError):
                finished.unlink()
            return
    finished.replace(target)


def _clear(folder: Path) -> None:
    """Remove what runs that were killed have left here."""
    oldest = time.time() - ABANDONED
    with suppress(OSError):
        for left in folder.glob(f"{PREFIX}*"):
            if left.suffix not in (_UNFINISHED, SUFFIX):
                continue
            # A link or a folder of that name is nobody's unfinished file.
            with suppress(OSError):
                status = left.lstat()
                if stat.S_ISREG(status.st_mode) and status.st_mtime < oldest:
                    left.unlink()


def _usual_mode() -> int:
    """The permissions that a new file gets from its user."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _folder(target: Path) -> Path:
    return target.resolve().parent


def _refusal(target: Path, error: OSError) -> CannotWrite:
    return CannotWrite(target, _reason(error), denied=isinstance(error, PermissionError))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
