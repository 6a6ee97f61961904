"""The tree of errors: each has a code, an exit code and a message that says what to do."""

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

from allocator.findings import Finding
from allocator.text import say

#: How many problems a message lists before it says how many more there are.
MOST_SHOWN = 20


class AllocatorError(Exception):
    """Anything the program refuses or cannot do, told in words that help."""

    code = "E-INTERNAL"
    exit_code = 1
    findings: tuple[Finding, ...] = ()

    def __init__(self, message: str) -> None:
        """Keep the message without its code; ``str`` adds the code."""
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        """One line: ``error[E-CODE]: message``."""
        return f"error[{self.code}]: {self.message}"


class ListRefused(AllocatorError):
    """The list has problems; all of them are here, in the order of their places."""

    code = "E-LIST"
    exit_code = 3

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep every finding; the message shows the first 20."""
        self.findings = tuple(findings)
        super().__init__(_told(self.findings))

    def __str__(self) -> str:
        """One line per problem, each with its own code and place."""
        return self.message


class UsageProblem(AllocatorError):
    """Options that contradict each other or name what does not exist."""

    code = "E-USAGE"
    exit_code = 2


class NoAllocation(AllocatorError):
    """The rules cannot hold together; ``findings`` are those that clash, each with its place."""

    code = "E-RULES"
    exit_code = 4

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        """Keep what clashes beside the message."""
        super().__init__(message)
        self.findings = tuple(findings)


class TimeIsUp(AllocatorError):
    """No roster was found in the time given."""

    code = "E-TIME"
    exit_code = 5

    def __init__(self, seconds: float) -> None:
        """Say how long was searched and what to do."""
        super().__init__(
            f"no roster was found in {seconds:g} seconds. Give more time with --time-limit."
        )


class ExportRefused(AllocatorError):
    """The rosters lack what another system asks for, such as e-mail addresses."""

    code = "E-EXPORT"
    exit_code = 3


class PackageMissing(AllocatorError):
    """What is asked for needs a package that is not installed."""

    code = "E-PACKAGE"
    exit_code = 6

    def __init__(self, *, what: str, package: str, extra: str) -> None:
        """Name the package and the extra of ours that installs it."""
        super().__init__(
            say(
                "{what} needs the package {package}, which is not installed. Install it: {command}",
                what=what,
                package=package,
                command=f'pip install "allocator[{extra}]"',
            )
        )


class CannotRead(AllocatorError):
    """A file cannot be opened for reading."""

    code = "E-READ"
    exit_code = 6

    def __init__(self, file: str, reason: str) -> None:
        """Name the file and the system's reason."""
        super().__init__(f"{file} cannot be read: {reason}. Check the name and the permissions.")


class CannotWrite(AllocatorError):
    """A file cannot be written; what stood there before is unchanged."""

    code = "E-WRITE"
    exit_code = 6

    def __init__(self, target: Path, reason: str, *, denied: bool = False) -> None:
        """Name the file, its folder and the system's reason; ``denied``: Excel may hold it."""
        kept = target.is_file()
        super().__init__(
            f"{target.name} cannot be written in the folder {target.absolute().parent}: {reason}. "
            f"{'The previous file is unchanged' if kept else 'Nothing was written there'}; "
            f"{'close it if it is open in Excel and run again, or ' if kept and denied else ''}"
            "choose another place."
        )


class KeptElsewhere(AllocatorError):
    """The output could not be written, and what was to be in it stands in another place."""

    code = "E-WRITE"
    exit_code = 6

    def __init__(self, error: AllocatorError, kept: Path) -> None:
        """Say what stood against it, under its own code, and where the work is."""
        super().__init__(f"{error.message} The rosters that were made are kept as {kept}.")
        self.code = error.code


class CannotPrint(AllocatorError):
    """The answer cannot be printed to the end; what was asked for may well be done."""

    code = "E-WRITE"
    exit_code = 6

    def __init__(self, reason: str) -> None:
        """Name the system's reason."""
        super().__init__(
            f"the answer cannot be printed: {reason}. Free the place it goes to and run again; "
            "a file that was asked for may be written already."
        )


class CannotServe(AllocatorError):
    """The web page cannot be served: a port, a package or a library stands against it."""

    code = "E-SERVE"
    exit_code = 6


class UnsafeParser(AllocatorError):
    """A library of this machine does not withstand hostile files, so that none is read."""

    code = "E-PARSER"
    exit_code = 6


class OutputExists(AllocatorError):
    """The output file is there already and nobody said to replace it."""

    code = "E-EXISTS"
    exit_code = 6

    def __init__(self, file: str) -> None:
        """Name the file and the two ways out."""
        super().__init__(f"{file} exists already. Choose another name, or replace it with --force.")


class OutputLocked(AllocatorError):
    """Another run is writing the output file."""

    code = "E-LOCKED"
    exit_code = 6

    def __init__(self, file: str, lock: str) -> None:
        """Name the file, and the lock for the case that nobody holds it any more."""
        super().__init__(
            f"another run is writing {file}. Wait until it is done, or choose another name. If "
            f"there is no other run, delete {lock} beside it."
        )


class Interrupted(AllocatorError):
    """The user stopped the program before any roster was found."""

    code = "E-STOPPED"
    exit_code = 130

    def __init__(self) -> None:
        """Say that nothing was written."""
        super().__init__("stopped before a roster was found. Nothing was written.")


class NotEnoughMemory(AllocatorError):
    """The system gives this program no more memory."""

    code = "E-MEMORY"

    def __init__(self) -> None:
        """Say what is sure about the files, and what to do."""
        super().__init__(
            "there is not enough memory. No file was left half-written. Close other programs, or "
            "raise the limit of memory, and run again."
        )


class Unforeseen(AllocatorError):
    """A defect of this program."""

    def __init__(self, error: BaseException) -> None:
        """Name the error and the line of the program that met it."""
        frames = extract_tb(error.__traceback__)
        where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        super().__init__(
            f"{type(error).__name__}{where}: {error}. This was not foreseen, and nothing was "
            "written. Please report this message."
        )


class AuditFailed(AllocatorError):
    """The independent check contradicts the solver: a defect of this program."""

    code = "E-AUDIT"
    exit_code = 1

    def __init__(self, contradictions: Sequence[str]) -> None:
        """List what the check found; nothing has been written."""
        super().__init__(
            "the independent check failed and nothing was written. Please report this: "
            + "; ".join(contradictions)
        )


def _told(findings: Sequence[Finding]) -> str:
    lines = [str(finding) for finding in findings[:MOST_SHOWN]]
    if len(findings) > MOST_SHOWN:
        lines.append(f"… and {len(findings) - MOST_SHOWN} more")
    return "\n".join(lines)
