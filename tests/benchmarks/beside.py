"""The program's rosters beside those that are dealt by hand."""

import json
from collections.abc import Mapping
from pathlib import Path

from benchmarks.by_hand import delegations_dealt, people_dealt
from benchmarks.children import ALLOCATOR, cost_of
from witness import Row, Session, measure

#: What ``--json`` prints.
Roster = Mapping[str, list[dict[str, str | int]]]


def beside_the_work_by_hand(source: str, folder: Path) -> str:
    """Goal values of the program and of dealing 1-2-3, recounted by the witness."""
    session = Session(k=3)
    command = [ALLOCATOR, "allocate", source, "-g", "3", "-o", str(folder / "hand.xlsx"), "--json"]
    roster = json.loads(cost_of(command).output)
    rows = rows_in(roster)
    names = [group["name"] for group in roster["groups"]]
    columns = {
        "allocator": measure(rows, session, names, roster["assignments"]),
        "people dealt": measure(rows, session, "012", people_dealt(rows, session)),
        "small as one": measure(rows, session, "012", delegations_dealt(rows, session)),
    }
    return table(columns)


def rows_in(roster: Roster) -> list[Row]:
    """The list, put together again from the seats of a roster."""
    people: dict[str, int] = {}
    labels: dict[str, tuple[str, str]] = {}
    for seat in roster["assignments"]:
        name = str(seat["delegation"])
        people[name] = people.get(name, 0) + int(seat["delegates"])
        labels[name] = (str(seat["region"]), str(seat["category"]))
    return [
        Row(delegation=name, delegates=people[name], region=region, category=category)
        for name, (region, category) in labels.items()
    ]


def table(columns: Mapping[str, tuple[Mapping[str, int], list[str]]]) -> str:
    """Goals down, rosters across, broken rules at the end."""
    goals = list(next(iter(columns.values()))[0])
    lines = ["144 delegations in 3 groups".ljust(32) + "".join(f"{name:>16}" for name in columns)]
    lines += [
        f"    {goal:<28}" + "".join(f"{values[goal]:>16}" for values, _ in columns.values())
        for goal in goals
    ]
    lines.append(
        f"    {'broken seating rules':<28}"
        + "".join(f"{len(broken):>16}" for _, broken in columns.values())
    )
    return "\n".join(lines)
