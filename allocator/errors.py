"""The tree of errors: each has a code, an exit code and a message that says what to do."""

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

from allocator.clash import Clash
from allocator.findings import Finding
from allocator.text import joined, say

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
    """The rules cannot hold together; ``findings`` are those that clash, each with its place.

    ``clashes`` has the parts of the message, conflict by conflict; none where arithmetic refuses.
    """

    code = "E-RULES"
    exit_code = 4

    def __init__(
        self, message: str, findings: Sequence[Finding] = (), clashes: Sequence[Clash] = ()
    ) -> None:
        """Keep what clashes beside the message."""
        super().__init__(message)
        self.findings = tuple(findings)
        self.clashes = tuple(clashes)


class TimeIsUp(AllocatorError):
    """No roster was found in the time given."""

    code = "E-TIME"
    exit_code = 5

    def __init__(self, seconds: float) -> None:
        """Say how long was searched and what to do."""
        super().__init__(
            say(
                "no roster was found in {seconds:g} seconds. Give more time with --time-limit.",
                seconds=seconds,
            )
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
                "{what} needs the package {package}, which is not installed. "
                "In the folder of the project: {command}",
                what=what,
                package=package,
                command=f'pip install ".[{extra}]"',
            )
        )


class CannotServe(AllocatorError):
    """The web page cannot be served: a port, a package or a library stands against it."""

    code = "E-SERVE"
    exit_code = 6


class UnsafeParser(AllocatorError):
    """A library of this machine does not withstand hostile files, so that none is read."""

    code = "E-PARSER"
    exit_code = 6


class Interrupted(AllocatorError):
    """The user stopped the program before any roster was found."""

    code = "E-STOPPED"
    exit_code = 130

    def __init__(self) -> None:
        """Say that nothing was written."""
        super().__init__(say("stopped before a roster was found. Nothing was written."))


class NotEnoughMemory(AllocatorError):
    """The system gives this program no more memory."""

    code = "E-MEMORY"

    def __init__(self) -> None:
        """Say what is sure about the files, and what to do."""
        super().__init__(
            say(
                "there is not enough memory. No file was left half-written. Close other programs, "
                "or raise the limit of memory, and run again."
            )
        )


class Unforeseen(AllocatorError):
    """A defect of this program."""

    def __init__(self, error: BaseException) -> None:
        """Name the error and the line of the program that met it."""
        frames = extract_tb(error.__traceback__)
        where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        super().__init__(
            say(
                "{error}. This was not foreseen, and nothing was written. Please report this "
                "message.",
                error=f"{type(error).__name__}{where}: {error}",
            )
        )


class AuditFailed(AllocatorError):
    """The independent check contradicts the solver: a defect of this program."""

    code = "E-AUDIT"
    exit_code = 1

    def __init__(self, contradictions: Sequence[str]) -> None:
        """List what the check found; nothing has been written."""
        super().__init__(
            say(
                "the independent check failed and nothing was written. Please report this: "
                "{contradictions}",
                contradictions=joined("; ", contradictions),
            )
        )


def _told(findings: Sequence[Finding]) -> str:
    lines = [str(finding) for finding in findings[:MOST_SHOWN]]
    if len(findings) > MOST_SHOWN:
        lines.append(f"… and {len(findings) - MOST_SHOWN} more")
    return "\n".join(lines)
