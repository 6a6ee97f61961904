"""What stands against an answer of a command that was found already."""

from pathlib import Path

from allocator.errors import AllocatorError
from allocator.text import say


class KeptElsewhere(AllocatorError):
    """The output could not be written, and what was to be in it stands in another place."""

    code = "E-WRITE"
    exit_code = 6

    def __init__(self, error: AllocatorError, kept: Path) -> None:
        """Say what stood against it, under its own code, and where the work is."""
        super().__init__(
            say(
                "{message} The rosters that were made are kept as {kept}.",
                message=error.message,
                kept=str(kept),
            )
        )
        self.code = error.code


class CannotPrint(AllocatorError):
    """The answer cannot be printed to the end; what was asked for may well be done."""

    code = "E-WRITE"
    exit_code = 6

    def __init__(self, reason: str) -> None:
        """Name the system's reason."""
        super().__init__(
            say(
                "the answer cannot be printed: {reason}. Free the place it goes to and run again; "
                "a file that was asked for may be written already.",
                reason=reason,
            )
        )
