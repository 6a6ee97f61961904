"""Writing the rosters that a search has made; where that fails, they are not lost."""

import tempfile
from contextlib import suppress
from pathlib import Path

from allocator.allocation import Outcome
from allocator.cli.output_errors import KeptElsewhere
from allocator.errors import AllocatorError
from allocator.file_errors import CannotWrite, OutputExists, OutputLocked
from allocator.rosters import write_rosters


def written(outcome: Outcome, output: Path, *, force: bool) -> Outcome:
    """The outcome with the seconds that writing its rosters took.

    Raises:
        KeptElsewhere: when they cannot be written there, and are in the folder of temporary files.
        CannotWrite: when they cannot be written there either.
        OutputExists: likewise, when the file has come meanwhile.
        OutputLocked: likewise, when another run is writing it.
    """
    try:
        return write_rosters(outcome, output, force=force)
    except (CannotWrite, OutputExists, OutputLocked) as error:
        _keep(outcome, output.name, error)
        raise


def _keep(outcome: Outcome, name: str, error: AllocatorError) -> None:
    """Write the rosters into a folder of their own that only this user can enter.

    Raises:
        KeptElsewhere: when that is done; nothing is said when it is not.
    """
    with suppress(OSError):
        folder = Path(tempfile.mkdtemp(prefix="allocator-"))
        try:
            write_rosters(outcome, folder / name)
        except AllocatorError:
            folder.rmdir()
        else:
            raise KeptElsewhere(error, folder / name) from error
