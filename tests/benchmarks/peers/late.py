"""The re-balance after the late changes: what each number of moves reaches, recounted."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.children import ALLOCATOR as PROGRAM
from benchmarks.children import cost_of
from benchmarks.peers.catalog import ALLOCATOR
from benchmarks.peers.people import late_list, the_list, write_people
from benchmarks.peers.recount import recount
from benchmarks.peers.results import Point


def frontier(folder: Path) -> tuple[Point, ...]:
    """Every point of the frontier, each made into rosters of its own and counted from them.

    Raises:
        ValueError: when the program says another number of moves than the rosters show.
    """
    before, after = the_list(), late_list(the_list())
    write_people(folder / "before.csv", before)
    write_people(folder / "after.csv", after)
    old = ALLOCATOR.seats(cost_of(ALLOCATOR.command("", folder / "before.csv", folder)).output)
    points = []
    for point in _rebalanced(folder)["frontier"]:
        answer = _rebalanced(folder, "--max-moves", str(point["moves"]))
        new = ALLOCATOR.seats(json.dumps(answer))
        # Groups keep their names here, unlike those of a tool that starts anew.
        changed = sum(old[name] != new[name] for name in old.keys() & new.keys())
        if changed != point["moves"]:
            message = f"{changed} people moved, where the program says {point['moves']}"
            raise ValueError(message)
        points.append(
            Point(
                moves=changed,
                values=recount(after, new),
                against_rules=point["goals"].get("seating", 0),
                taken=point["chosen"],
                proven=point["proven"],
            )
        )
    return tuple(points)


def _rebalanced(folder: Path, *options: str) -> Mapping[str, list[dict[str, Any]]]:
    command = [PROGRAM, "rebalance", str(folder / "rosters.xlsx"), "--list",
               str(folder / "after.csv"), "-o", str(folder / "next.xlsx"), "--force", "--json",
               "--frontier", "10", *options]  # fmt: skip
    answer: Mapping[str, list[dict[str, Any]]] = json.loads(cost_of(command).output)
    return answer
