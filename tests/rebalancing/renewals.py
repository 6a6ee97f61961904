"""Re-balances run from the command line, and what their workbooks say, read with openpyxl alone."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner, Result

from allocator.cli import main

#: Eight small delegations, four for each of two groups, and four that sit in both.
HEADS = {"France": 5, "Ghana": 4, "Brazil": 3, "Germany": 6, "Kenya": 1, "Peru": 1, "Fiji": 1,
         "Nepal": 1, "Malta": 1, "Togo": 1, "Chile": 1, "Cuba": 1}  # fmt: skip
#: First names; with a last name each, they tell everybody of a delegation apart.
FIRST_NAMES = ("Ann", "Bob", "Cy", "Dee", "Eva", "Flo")
#: What the two groups of a small meeting are called.
TWO = ("Group 1", "Group 2")

#: A seat of a list of head-counts, and of a list with names.
Seat = tuple[str, str]
Person = tuple[str, str, str]


def run(*words: object) -> Result:
    """Run the program."""
    return CliRunner().invoke(main, [str(word) for word in words])


def answer(result: Result) -> dict[str, Any]:
    """The JSON object of a command that went well."""
    assert 0 == result.exit_code, result.output
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def a_list(folder: Path, counts: Mapping[str, int], name: str = "list.csv") -> Path:
    """A list of head-counts."""
    rows = [f"{delegation},{people}" for delegation, people in counts.items()]
    path = folder / name
    path.write_text("\n".join(["Delegation,Delegates", *rows, ""]), encoding="utf-8")
    return path


def people_of(counts: Mapping[str, int]) -> list[Person]:
    """So many people of each delegation, each with a name."""
    return [(each, FIRST_NAMES[n], f"{each}er") for each, people in counts.items()
            for n in range(people)]  # fmt: skip


def a_named_list(folder: Path, people: Iterable[Person], name: str = "people.csv") -> Path:
    """A list with a row per delegate."""
    rows = [",".join(person) for person in people]
    path = folder / name
    path.write_text("\n".join(["Delegation,First name,Last name", *rows, ""]), encoding="utf-8")
    return path


def allocated(source: Path, *options: object, name: str = "rosters.xlsx") -> Path:
    """The first version of the rosters of a list, in two groups unless said otherwise."""
    output = source.with_name(name)
    result = run("allocate", source, "-o", output, *(options or ("-g", 2)))
    assert 0 == result.exit_code, result.output
    return output


def renewed(rosters: Path, *options: object, name: str = "next.xlsx") -> dict[str, Any]:
    """The answer of a re-balance that writes the next version beside the rosters."""
    output = rosters.with_name(name)
    return answer(run("rebalance", rosters, "-o", output, *options, "--json"))


def table(path: Path, sheet: str, *headings: str) -> list[dict[str, Any]]:
    """The rows below the first row with these headings, up to an empty row: heading -> value."""
    return below(values(path, sheet), *headings)


def below(rows: Sequence[Sequence[object]], *headings: str) -> list[dict[str, Any]]:
    """The same of a sheet whose cells were read before."""
    head = next(number for number, row in enumerate(rows) if set(headings) <= set(row))
    found = []
    for row in rows[head + 1 :]:
        if row[0] is None:
            break
        found.append(dict(zip(map(str, rows[head]), row, strict=True)))
    return found


def values(path: Path, sheet: str) -> list[tuple[object, ...]]:
    """Every cell of a sheet, rows as long as the longest."""
    rows = list(opened(path)[sheet].iter_rows(values_only=True))
    width = max(map(len, rows), default=0)
    return [(*row, *(None,) * (width - len(row))) for row in rows]


def opened(path: Path) -> openpyxl.Workbook:
    """A workbook of which each sheet is parsed when it is asked for; tests look at few of them."""
    return _opened(path.read_bytes())


@lru_cache(maxsize=4)
def _opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content), read_only=True)


def seats(path: Path, groups: Sequence[str] = TWO) -> Counter[Seat]:
    """Delegation and group -> people, from the rosters of a list of head-counts."""
    return Counter(
        {
            (row["Delegation"], group): row["In this group"]
            for group in groups
            for row in table(path, group, "Delegation", "In this group", "Of")
        }
    )


def places(path: Path, groups: Sequence[str] = TWO) -> dict[Person, str]:
    """Person -> group, from the rosters of a list with names."""
    return {
        (row["Delegation"], row["First name"], row["Last name"]): group
        for group in groups
        for row in table(path, group, "No.", "Delegation", "First name", "Last name")
    }


def moves_of_seats(old: Counter[Seat], new: Counter[Seat]) -> dict[str, int]:
    """Delegation -> people who move, by the formula of the design; those with moves only."""
    before: dict[str, dict[str, int]] = defaultdict(dict)
    for (delegation, group), people in old.items():
        before[delegation][group] = people
    moves = {}
    for delegation, had in before.items():
        has = {group: people for (name, group), people in new.items() if name == delegation}
        withdrawn = max(0, sum(had.values()) - sum(has.values()))
        vacated = sum(max(0, people - has.get(group, 0)) for group, people in had.items())
        moves[delegation] = max(0, vacated - withdrawn)
    return {delegation: people for delegation, people in moves.items() if people}


def moves_of_people(old: Mapping[Person, str], new: Mapping[Person, str]) -> dict[Person, Seat]:
    """Person -> old and new group, for everybody whose group is another one."""
    return {
        person: (old[person], group)
        for person, group in new.items()
        if person in old and old[person] != group
    }


def told_moves(moves: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Delegation -> people who move, from the items of a JSON answer."""
    counted: Counter[str] = Counter()
    for move in moves:
        counted[move["delegation"]] += move["delegates"]
    return dict(counted)


def without_small(rosters: Path, group: str, count: int) -> dict[str, int]:
    """The list without some of the delegations of one that sit in a group."""
    alone = [name for name, where in seats(rosters) if where == group and HEADS[name] == 1]
    assert count <= len(alone)
    return {name: people for name, people in HEADS.items() if name not in alone[:count]}


def edit(path: Path, change: Callable[[openpyxl.Workbook], object]) -> None:
    """Change a workbook, as somebody does in Excel."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
