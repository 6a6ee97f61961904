"""Putting a file in its place so that whatever happens, the old one or the new one is there."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from allocator.errors import CannotWrite, OutputExists


def require_writable(path: str | os.PathLike[str], *, force: bool) -> None:
    """Make sure that a file can be written, before time is spent on its contents.

    Raises:
        OutputExists: when the file is there and ``force`` is not given.
        CannotWrite: when the folder is missing or does not take files.
    """
    target = Path(path)
    if target.exists() and not force:
        raise OutputExists(target.name)
    try:
        _require_file(target)
        handle, trial = tempfile.mkstemp(dir=_folder(target), prefix=".allocator-", suffix=".tmp")
        os.close(handle)
        Path(trial).unlink()
    except OSError as error:
        raise CannotWrite(target.name, _reason(error)) from error


def put(path: str | os.PathLike[str], content: bytes, *, force: bool) -> None:
    """Write a file as a whole: on any failure the old one is untouched and nothing is left behind.

    A link stays a link, and the old file's permissions are kept.

    Raises:
        OutputExists: when the file is there and ``force`` is not given.
        CannotWrite: when the system refuses.
    """
    target = Path(path)
    if target.exists() and not force:
        raise OutputExists(target.name)
    try:
        _require_file(target)
        _replace(target.resolve(), content)
    except OSError as error:
        raise CannotWrite(target.name, _reason(error)) from error


def _require_file(target: Path) -> None:
    """Folders and devices are never replaced, whoever says so."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "it is no file")


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, make sure it is on the disk, then take its place."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else _usual_mode()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".allocator-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _usual_mode() -> int:
    """The permissions that a new file gets from its user."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _folder(target: Path) -> Path:
    return target.resolve().parent


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
