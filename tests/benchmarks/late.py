"""Lists before and after late registrations, made from a real one."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from random import Random

from benchmarks.children import ALLOCATOR, cost_of

#: A delegation and its people.
Row = tuple[str, int]
#: A delegation, a group and the people there, as the JSON of a roster has it.
Record = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """An old list with its rosters, and new lists: a usual one, and one after which many move."""

    old: Path
    rosters: Path
    usual: Path
    hard: Path


def late_lists(source: str, folder: Path) -> Late:
    """The files, written to the folder.

    A tenth of the delegations come late, and one person of every tenth of the others; of the rest
    one in twenty withdraws. In the hard list, half of the small delegations of one group withdraw.
    """
    old, new = folder / "old.csv", folder / "new.csv"
    before, after = _pair(_rows(allocated(source, folder / "any.xlsx")))
    _write(old, before)
    _write(new, after)
    rosters = folder / "old.xlsx"
    seats = allocated(str(old), rosters)["assignments"]
    first = str(seats[0]["group"])
    people = dict(before)
    small = [
        str(seat["delegation"])
        for seat in seats
        if seat["group"] == first and seat["delegates"] == people[str(seat["delegation"])]
    ]
    hard = folder / "hard.csv"
    _write(hard, [row for row in before if row[0] not in set(small[::2])])
    return Late(old=old, rosters=rosters, usual=new, hard=hard)


def moved(before: Iterable[Record], after: Iterable[Record]) -> tuple[int, int]:
    """People who change group between two rosters, and how many people are on both.

    Groups may be called otherwise afterwards: the names that move the fewest people are taken.
    """
    old, new = _seats(before), _seats(after)
    groups = sorted({group for seats in (*old.values(), *new.values()) for group in seats})
    both = old.keys() & new.keys()
    stay = sum(min(old[name].total(), new[name].total()) for name in both)
    kept = max(
        sum(
            min(old[name][group], new[name][other])
            for name in both
            for group, other in zip(groups, names, strict=True)
        )
        for names in permutations(groups)
    )
    return stay - kept, stay


def _seats(roster: Iterable[Record]) -> dict[str, Counter[str]]:
    """Delegation -> group -> people."""
    seats: dict[str, Counter[str]] = defaultdict(Counter)
    for record in roster:
        seats[str(record["delegation"])][str(record["group"])] += int(str(record["delegates"]))
    return seats


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


def allocated(source: str, output: Path) -> Mapping[str, list[dict[str, str | int]]]:
    """What ``allocate --json`` prints for a list in three groups."""
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
