"""What holds of every run of the program, whatever it was given."""

import re
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from allocator.cli import main

#: The longest that a run may take, in seconds of the processor, and the most memory, in bytes.
PATIENCE = 20
MEMORY = 1_000_000_000
#: What a command may end with that reads a list alone, and one that reads rosters as well.
OF_A_LIST = (0, 2, 3, 6)
OF_ROSTERS = (0, 2, 3, 4, 5, 6)

_TOLD = re.compile(r"(error\[E-[A-Z]+\]|notice\[N-[A-Z]+\]): \S|… and \d+ more|.* \(Ctrl\+C keeps")
_ERROR = re.compile(r"error\[E-(?!INTERNAL|AUDIT)[A-Z]+\]: ")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_USAGE = re.compile(r"(?:Usage|Try|Error): ?|$")


class TooSlowError(Exception):
    """A run took longer than anybody waits."""


def judged(arguments: Sequence[str | Path], allowed: Sequence[int] = OF_A_LIST) -> tuple[int, str]:
    """Exit code and standard error of a run that is what every run must be.

    An exception that the program does not report is raised, and one for a run that takes too long
    or too much memory.
    """
    with _limits():
        result = CliRunner().invoke(main, list(map(str, arguments)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    lines = result.stderr.splitlines()
    strays = [line for line in lines if not _TOLD.match(line)]
    errors = [line for line in lines if line.startswith("error")]
    if result.exit_code == 4:
        # Which rules clash, and what would help, stands below the line of the error.
        strays = []
    if result.exit_code == 2 and not errors:
        strays = [line for line in strays if not _USAGE.match(line)]

    assert result.exit_code in allowed, (result.exit_code, result.stderr)
    assert strays == [], strays
    assert _CONTROL.findall(result.stdout) == [], result.stdout
    assert [line for line in errors if not _ERROR.match(line)] == []
    assert result.exit_code in {0, 2} or errors
    assert result.exit_code or not errors
    return result.exit_code, result.stderr


@contextmanager
def _limits() -> Iterator[None]:
    """An exception once the time or the memory of a run is used up; memory on Linux alone."""
    usual = signal.signal(signal.SIGPROF, _too_slow)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    before = resource.getrlimit(resource.RLIMIT_AS)
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, before[1]))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, usual)
        resource.setrlimit(resource.RLIMIT_AS, before)


def _too_slow(_signal: int, _frame: object) -> None:
    raise TooSlowError
