"""Runs of the program that something happens to: a signal, a full disk, a folder that is gone."""

import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from outcomes import an_outcome

from allocator.rosters import rosters_file

#: The moment that the workbooks of these runs carry, in seconds since 1970.
EPOCH = "1700000000"


def a_short_list(folder: Path) -> Path:
    """A list that is solved in no time."""
    rows = ["Perú,4,A", "Chile,3,A", "Fiji,1,B", "Kenya,5,C", "İzmir,2,B"]
    path = folder / "list.csv"
    path.write_text("\n".join(["Delegation,Delegates,Region", *rows, ""]), encoding="utf-8")
    return path


def a_workbook_of(year: int) -> bytes:
    """A whole rosters workbook, another one for each year."""
    return rosters_file(an_outcome(), stamp=datetime(year, 11, 23, 9, 30))  # noqa: DTZ001 - UTC


def program(*arguments: str, before: str = "") -> list[str]:
    """The command line of a run; ``before`` is Python that the same process executes first."""
    if not before:
        return [sys.executable, "-m", "allocator", *arguments]
    start = "\nfrom allocator.__main__ import run\nrun()\n"
    return [sys.executable, "-c", before + start, *arguments]


def run(
    folder: Path, *arguments: str, before: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder."""
    return subprocess.run(
        program(*arguments, before=before),
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def at_most(largest_file: int) -> str:
    """Python that forbids the process to write files above a size in bytes."""
    return (
        f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({largest_file}, "
        f"resource.RLIM_INFINITY))"
    )


def at_most_memory(megabytes: int) -> str:
    """Python that forbids the process to take more address space."""
    return (
        f"import resource\nresource.setrlimit(resource.RLIMIT_AS, ({megabytes}_000_000, "
        f"{megabytes}_000_000))"
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


def names(folder: Path) -> Iterable[str]:
    """The names of everything in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())
