"""Child processes and what they cost."""

import json
import os
import signal
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

#: The folder of the tests, where every child runs.
TESTS = Path(__file__).resolve().parents[1]
#: The program as it was installed beside this interpreter.
ALLOCATOR = str(Path(sysconfig.get_path("scripts")) / "allocator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a child took and said.

    ``seconds`` are those of the processor, user and system, ``wall`` those that passed; ``peak`` is
    the most resident memory in bytes; ``output`` is its standard output.
    """

    seconds: float
    wall: float
    peak: int
    output: str


class ChildFailedError(Exception):
    """A child ended with another exit code than 0."""


def cost_of(command: Sequence[str], *, limit: float = 3600) -> Cost:
    """Run a command to its end and measure it; after ``limit`` seconds it is killed.

    Raises:
        ChildFailedError: with the last lines it said, or that it took too long.
    """
    with (
        tempfile.TemporaryFile("w+") as output,
        tempfile.TemporaryFile("w+") as talk,
        tempfile.NamedTemporaryFile("w+") as usage,
    ):
        began = time.perf_counter()
        child = subprocess.Popen(
            benchmark("spawn", usage.name, *command),
            stdout=output, stderr=talk, cwd=TESTS, start_new_session=True,
        )  # fmt: skip
        try:
            child.wait(limit)
        except subprocess.TimeoutExpired as error:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            message = f"no result within {limit:g} s"
            raise ChildFailedError(message) from error
        wall = time.perf_counter() - began
        said, told, cost = _text(output), _text(talk), json.loads(_text(usage) or "null")
    if cost is None or cost["status"]:
        message = f"{command} ended with {cost and cost['status']}: {told[-2000:]}"
        raise ChildFailedError(message)
    peak = cost["peak"] * (1 if sys.platform == "darwin" else 1024)
    return Cost(seconds=cost["seconds"], wall=wall, peak=peak, output=said)


def benchmark(module: str, *arguments: str) -> list[str]:
    """The command that runs a module of this folder."""
    return [sys.executable, "-m", f"benchmarks.{module}", *arguments]


def medians(commands: Mapping[str, Sequence[str]], *, runs: int) -> dict[str, float]:
    """Name -> median processor seconds, all commands in turn, once more for warming up."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            cost = cost_of(command)
            if run:
                seconds[name].append(cost.seconds)
    return {name: statistics.median(each) for name, each in seconds.items()}


def _text(file: IO[str]) -> str:
    file.seek(0)
    return file.read()
