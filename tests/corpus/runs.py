"""Runs the program on a case and reads what it told."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from zipfile import ZipFile

from click.testing import CliRunner
from corpus.case import Problem
from corpus.memory import forget_peak, in_bytes, peak
from list_files import SHEET

from allocator.cli import main

_LINE = re.compile(
    r"(?P<kind>error|notice)\[(?P<code>[EN]-\w+)\]: "
    r'(?:(?:list|(?P<other>[\w-]+))\.\w+(?:, (?P<sheet>sheet "[^"]*"))?'
    r"(?:, (?P<where>(?:cell|row|line) \w+(?:, column [A-Z]+)?))?: )?"
)
_CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from allocator.cli import main
main(sys.argv[1:])
"""
YESTERDAY = b"rosters of yesterday"
#: What is told of every list: how its columns and regions were understood.
_USUAL = ("N-HEADER", "N-REGION")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run told and took: its exit code, standard error by lines, and standard output.

    ``seconds`` are those of the processor, its children's too, which do not grow with what else a
    machine has to do; ``memory`` is the most that it took, in bytes.
    """

    code: int
    lines: tuple[str, ...]
    output: str
    seconds: float
    memory: int

    @property
    def told(self) -> str:
        """Exit code, errors with their places, or notices, as ``Case.expected`` writes them."""
        found = [_LINE.match(line) for line in self.lines]
        errors = [_error(each) for each in found if each and each["kind"] == "error"]
        codes = [each["code"] for each in found if each and each["kind"] == "notice"]
        notices = sorted(code for code in set(codes) if code not in _USUAL)
        return f"{self.code} {'; '.join(errors) or ' '.join(notices)}".strip()

    @property
    def strays(self) -> list[str]:
        """The lines that are no finding of one line, nor say how many more there are."""
        return [line for line in self.lines if not (_LINE.match(line) or line.startswith("… and "))]


def _error(line: re.Match[str]) -> str:
    """Code and place of an error; the sheet belongs to the place where it is not the list's."""
    where = [line["sheet"]] if line["sheet"] and line["other"] else []
    where += [line["where"]] if line["where"] else []
    return f"{line['code']} {', '.join(where)}".strip()


def run(arguments: Sequence[str]) -> Run:
    """A run within this process; an exception that is not reported is raised."""
    before, start = forget_peak(), _processor_seconds()
    result = CliRunner().invoke(main, list(arguments))
    seconds, memory = _processor_seconds() - start, peak() - before
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(
        code=result.exit_code,
        lines=tuple(result.stderr.splitlines()),
        output=result.stdout,
        seconds=seconds,
        memory=memory,
    )


def _processor_seconds() -> float:
    """What this process and the children that it waited for have taken so far."""
    return sum(os.times()[:4])


def run_apart(arguments: Sequence[str]) -> Run:
    """A run in a child that may take 1 GB of memory and 20 seconds."""
    command = [sys.executable, "-c", _CHILD, *arguments]
    # The system counts to a child what its parent took at most; that may be another test's.
    forget_peak()
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as talk:
        child = subprocess.Popen(command, stdout=output, stderr=talk)
        ended = Timer(60, child.kill)
        ended.start()
        _, status, usage = os.wait4(child.pid, 0)
        ended.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        talk.seek(0)
        return Run(
            code=child.returncode,
            lines=tuple(talk.read().splitlines()),
            output=output.read(),
            seconds=usage.ru_utime + usage.ru_stime,
            memory=in_bytes(usage.ru_maxrss),
        )


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


def rosters_of_yesterday(folder: Path) -> Path:
    """Something that must not be harmed, in a folder of its own."""
    path = folder / "rosters" / "rosters.xlsx"
    path.parent.mkdir()
    path.write_bytes(YESTERDAY)
    return path


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file of a folder and of those below it."""
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
