"""Each tool run on the list and on the list after the late changes, measured and recounted."""

from dataclasses import replace
from pathlib import Path

from benchmarks.children import ChildFailedError, Cost, cost_of
from benchmarks.peers.environments import NotInstalledError, interpreter
from benchmarks.peers.people import Person, late_list, the_list, write_people
from benchmarks.peers.recount import Seats, moved, recount, split_small
from benchmarks.peers.results import Reached
from benchmarks.peers.tool import Tool

#: Seconds that a tool may take for one list.
PATIENCE = 120
_MEGABYTE = 1e6


def measured(tool: Tool, folder: Path) -> Reached:
    """What a tool reaches; what cannot be installed or run is told in words."""
    bare = Reached(tool=tool.name)
    before, after = the_list(), late_list(the_list())
    try:
        python = interpreter(tool, folder)
        seats, cost = split(tool, python, before, folder)
        values = recount(before, seats)
    except (NotInstalledError, ChildFailedError, ValueError) as error:
        return replace(bare, why=_last_line(error))
    reached = replace(
        bare,
        version=_version(tool),
        values=values,
        parted=split_small(before, seats),
        wall=round(cost.wall, 1),
        processor=round(cost.seconds, 1),
        peak=round(cost.peak / _MEGABYTE),
    )
    try:
        again, _ = split(tool, python, after, folder)
        return replace(reached, moved=moved(seats, again), later=recount(after, again))
    except (ChildFailedError, ValueError) as error:
        return replace(reached, why_later=_last_line(error))


def split(tool: Tool, python: str, people: tuple[Person, ...], folder: Path) -> tuple[Seats, Cost]:
    """Who sits where when the tool has split these people, and what it cost.

    Raises:
        ChildFailedError: when the tool fails, or takes longer than it may.
    """
    path = folder / "people.csv"
    write_people(path, people)
    cost = cost_of(tool.command(python, path, folder), limit=PATIENCE)
    return tool.seats(cost.output), cost


def _version(tool: Tool) -> str:
    """The version that the first requirement names."""
    return tool.requirements[0].partition("==")[2] if tool.requirements else ""


def _last_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1]
