"""Lists before and after late registrations, made from a real one."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.children import ALLOCATOR, cost_of

#: A delegation and its people.
Row = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """Rosters of an old list, and new lists: one as they come, one after which many must move."""

    rosters: Path
    usual: Path
    hard: Path


def late_lists(source: str, folder: Path) -> Late:
    """The files, written to the folder.

    A tenth of the delegations come late, and one person of every tenth of the others; of the rest
    one in twenty withdraws. In the hard list, half of the small delegations of one group withdraw.
    """
    old, new = folder / "old.csv", folder / "new.csv"
    before, after = _pair(_rows(_allocated(source, folder / "any.xlsx")))
    _write(old, before)
    _write(new, after)
    rosters = folder / "old.xlsx"
    seats = _allocated(str(old), rosters)["assignments"]
    first = str(seats[0]["group"])
    people = dict(before)
    small = [
        str(seat["delegation"])
        for seat in seats
        if seat["group"] == first and seat["delegates"] == people[str(seat["delegation"])]
    ]
    hard = folder / "hard.csv"
    _write(hard, [row for row in before if row[0] not in set(small[::2])])
    return Late(rosters=rosters, usual=new, hard=hard)


def _pair(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    draw = Random(1)  # noqa: S311 - a repeatable draw is what is wanted
    late = set(draw.sample(rows, len(rows) // 10))
    others = [row for row in rows if row not in late]
    before = [
        (name, people - (number % 10 == 0 and people > 1))
        for number, (name, people) in enumerate(others)
    ]
    gone = set(draw.sample(others, len(others) // 20))
    return before, [row for row in rows if row not in gone]


def _allocated(source: str, output: Path) -> Mapping[str, list[dict[str, str | int]]]:
    command = [ALLOCATOR, "allocate", source, "-g", "3", "-o", str(output), "--force", "--json"]
    printed: Mapping[str, list[dict[str, str | int]]] = json.loads(cost_of(command).output)
    return printed


def _rows(roster: Mapping[str, list[dict[str, str | int]]]) -> list[Row]:
    people: dict[str, int] = {}
    for seat in roster["assignments"]:
        name = str(seat["delegation"])
        people[name] = people.get(name, 0) + int(seat["delegates"])
    return list(people.items())


def _write(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Delegación", "Número de delegados"])
        writer.writerows(rows)
