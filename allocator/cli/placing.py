"""Where an output goes when a folder was named: into a file called after what is in it."""

from pathlib import Path

from allocator.allocation import Outcome
from allocator.file_names import file_name
from allocator.rosters import require_writable
from allocator.rosters.writing import present

#: A name for asking whether a folder takes files.
_TRIAL = "allocator-trial.xlsx"


def require_place(output: Path, *, force: bool) -> None:
    """Make sure that a file, or one in a folder, can be written.

    Raises:
        OutputExists: when the file is there and ``force`` is not given.
        OutputLocked: when another run is writing it.
        CannotWrite: when the folder is missing or does not take files.
    """
    require_writable(output / _TRIAL if output.is_dir() else output, force=force)


def placed(output: Path, outcome: Outcome, what: str = "rosters", ending: str = ".xlsx") -> Path:
    """The file that was named; in a folder, one of the meeting's name, the version and the day.

    Rosters that were read have the day on which they were written.
    """
    if not output.is_dir():
        return output
    day = outcome.written or present().isoformat()
    return output / file_name(outcome, day, what, ending)
