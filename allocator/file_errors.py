"""Errors of files: what cannot be read or written, is there already, or is being written."""

from pathlib import Path

from allocator.errors import AllocatorError
from allocator.text import Text, say


class CannotRead(AllocatorError):
    """A file cannot be opened for reading."""

    code = "E-READ"
    exit_code = 6

    def __init__(self, file: str, reason: str) -> None:
        """Name the file and the system's reason."""
        super().__init__(
            say(
                "{file} cannot be read: {reason}. Check the name and the permissions.",
                file=file,
                reason=reason,
            )
        )


class CannotWrite(AllocatorError):
    """A file cannot be written; what stood there before is unchanged."""

    code = "E-WRITE"
    exit_code = 6

    def __init__(self, target: Path, reason: str, *, denied: bool = False) -> None:
        """Name the file, its folder and the system's reason; ``denied``: Excel may hold it."""
        super().__init__(
            say(
                "{file} cannot be written in the folder {folder}: {reason}. {advice}",
                file=target.name,
                folder=str(target.absolute().parent),
                reason=reason,
                advice=_other_place(kept=target.is_file(), denied=denied),
            )
        )


class OutputExists(AllocatorError):
    """The output file is there already and nobody said to replace it."""

    code = "E-EXISTS"
    exit_code = 6

    def __init__(self, file: str) -> None:
        """Name the file and the two ways out."""
        super().__init__(
            say(
                "{file} exists already. Choose another name, or replace it with --force.", file=file
            )
        )


class OutputLocked(AllocatorError):
    """Another run is writing the output file."""

    code = "E-LOCKED"
    exit_code = 6

    def __init__(self, file: str, lock: str) -> None:
        """Name the file, and the lock for the case that nobody holds it any more."""
        super().__init__(
            say(
                "another run is writing {file}. Wait until it is done, or choose another name. If "
                "there is no other run, delete {lock} beside it.",
                file=file,
                lock=lock,
            )
        )


def _other_place(*, kept: bool, denied: bool) -> Text:
    """What to do about a file that cannot be written, by what stands there now."""
    if kept and denied:
        return say(
            "The previous file is unchanged; close it if it is open in Excel and run again, or "
            "choose another place."
        )
    if kept:
        return say("The previous file is unchanged; choose another place.")
    return say("Nothing was written there; choose another place.")
