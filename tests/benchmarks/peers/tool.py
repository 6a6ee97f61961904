"""A way of splitting people into groups, as the benchmark runs it."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.children import ALLOCATOR
from benchmarks.peers.recount import Seats


class Tool(Protocol):
    """What the benchmark must know of a tool; the texts are printed on the page.

    ``requirements`` are what pip installs into an environment of its own, the tool itself first;
    empty for what runs beside the program.
    """

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    @property
    def made_for(self) -> str:
        """What its authors made it for."""

    @property
    def settings(self) -> str:
        """How it was driven."""

    @property
    def requirements(self) -> tuple[str, ...]:
        """What pip installs for it."""

    def command(self, python: str, people: Path, folder: Path) -> list[str]:
        """What splits the list of people; files may be written to the folder."""

    def seats(self, output: str) -> Seats:
        """Who sits where, from what the command printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A file in ``tools`` that prints registration -> group."""

    name: str
    module: str
    made_for: str
    settings: str
    requirements: tuple[str, ...] = ()

    def command(self, python: str, people: Path, folder: Path) -> list[str]:  # noqa: ARG002 - writes no file
        """The file, run by the interpreter of its environment."""
        return [python, "-m", f"benchmarks.peers.tools.{self.module}", str(people)]

    def seats(self, output: str) -> Seats:
        """What the file printed."""
        seats: Seats = json.loads(output)
        return seats


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The program's own command line, as somebody types it."""

    name: str
    settings: str
    options: tuple[str, ...] = ()
    made_for: str = "delegations in parallel groups of a meeting"
    requirements: tuple[str, ...] = ()

    def command(self, python: str, people: Path, folder: Path) -> list[str]:  # noqa: ARG002 - it is installed
        """From the list as a file to the rosters as a workbook."""
        return [
            *(ALLOCATOR, "allocate", str(people), "-g", "3", "--balance", "gender"),
            *(*self.options, "-o", str(folder / "rosters.xlsx"), "--force", "--json"),
        ]

    def seats(self, output: str) -> Seats:
        """What ``--json`` says of each person."""
        printed = json.loads(output)
        numbers = {group["name"]: number for number, group in enumerate(printed["groups"])}
        return {each["delegate"]: numbers[each["group"]] for each in printed["delegates"]}


#: The interpreter that runs this, for what needs no environment of its own.
HERE = sys.executable
