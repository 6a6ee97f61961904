"""Runs the program on a case and reads what it told."""

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from click.testing import CliRunner
from corpus.case import Problem
from list_files import SHEET

from allocator.cli import main

_LINE = re.compile(
    r"(?P<kind>error|notice)\[(?P<code>[EN]-\w+)\]: "
    r'(?:list\.\w+(?:, sheet "[^"]*")?(?:, (?P<where>(?:cell|row|line) \w+(?:, column \d+)?))?: )?'
)
_CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from allocator.cli import main
main(sys.argv[1:])
"""
#: What is told of every list: how its columns and regions were understood.
_USUAL = ("N-HEADER", "N-REGION")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run told: its exit code, and standard error by lines."""

    code: int
    lines: tuple[str, ...]

    @property
    def told(self) -> str:
        """Exit code, errors with their places, or notices, as ``Case.expected`` writes them."""
        found = [_LINE.match(line) for line in self.lines]
        errors = [
            f"{each['code']} {each['where'] or ''}".strip()
            for each in found
            if each and each["kind"] == "error"
        ]
        codes = [each["code"] for each in found if each and each["kind"] == "notice"]
        notices = sorted(code for code in set(codes) if code not in _USUAL)
        return f"{self.code} {'; '.join(errors) or ' '.join(notices)}".strip()

    @property
    def strays(self) -> list[str]:
        """The lines that are no finding of one line, nor say how many more there are."""
        return [line for line in self.lines if not (_LINE.match(line) or line.startswith("… and "))]


def run(arguments: Sequence[str]) -> Run:
    """A run within this process; an exception that is not reported is raised."""
    result = CliRunner().invoke(main, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(result.exit_code, tuple(result.stderr.splitlines()))


def run_apart(arguments: Sequence[str]) -> Run:
    """A run in a child that may take 1 GB of memory and 20 seconds."""
    command = [sys.executable, "-c", _CHILD, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return Run(done.returncode, tuple(done.stderr.splitlines()))


def is_held(path: Path, problem: Problem) -> bool:
    """Whether the place of a problem holds, in the raw file, what the problem says."""
    return problem.holds in _held(path, problem.where)


def _held(path: Path, where: str) -> str:
    """The raw content of a place: the XML of a cell or row, or a line of text."""
    kind, name = where.split(",", maxsplit=1)[0].split()
    if kind == "line":
        return path.read_bytes().decode(errors="replace").splitlines()[int(name) - 1]
    with ZipFile(path) as archive:
        sheet = archive.read(SHEET).decode()
    found = re.search(rf'<{kind[0] if kind == "cell" else kind} r="{name}".*?</{kind[0]}', sheet)
    return found[0] if found else ""


def sheets_of(path: Path) -> str:
    """All sheets of a workbook, and its shared texts, as XML, one behind the other."""
    with ZipFile(path) as archive:
        parts = [each for each in archive.namelist() if each.startswith(("xl/work", "xl/shared"))]
        return "".join(archive.read(each).decode() for each in parts)
