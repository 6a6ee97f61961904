"""Every benchmark, by one command: ``python tests/benchmarks/run.py``.

Each line is a ratio or a value measured in this run beside what is required of it. The exit code is
1 when one falls short.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.beside import Roster, beside_the_work_by_hand, rows_in
from benchmarks.by_hand import people_dealt
from benchmarks.children import ALLOCATOR, TESTS, benchmark, cost_of, medians
from benchmarks.late import Late, allocated, late_lists, moved
from benchmarks.line import Line
from benchmarks.page import the_page
from benchmarks.ruled import PEOPLE, ruled_lists
from witness import Session

LIST = str(TESTS.parent / "examples" / "lists" / "04_inc11_nueva_york_1995_ES.xlsx")
#: Interleaved runs behind each median.
RUNS = 5
#: Delegations of the long list, and of the list it is compared with.
LONG, SHORT = 200_000, 2_000
#: Rows of the longest list that is read without being asked for more.
LONGEST = 10_000
#: Seconds that the twelve groups may take.
PATIENCE = 30


def main() -> int:
    """Print everything; 0 when every line passes, else 1."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        files = (command_line(here), late_registrations(here), rules_of_people(here))
        for section in (*files, guard(), conflicts(), the_page(LIST), long_list()):
            for line in section:
                lines.append(line)
                tell(str(line))
        tell(twelve_groups())
        tell(beside_the_work_by_hand(LIST, here))
    return int(not all(line.passes for line in lines))


def command_line(folder: Path) -> Iterator[Line]:
    """Processor time of the commands against the floor and against an idle interpreter."""
    output, cells = folder / "rosters.xlsx", folder / "cells.json"
    allocate = [ALLOCATOR, "allocate", LIST, "-g", "3", "-o", str(output), "--force"]
    cost_of(allocate)
    cells.write_text(json.dumps(cells_of(output)), "utf-8")
    seconds = medians(
        {
            "allocate": allocate,
            "floor": benchmark("floor", LIST, str(cells), str(folder / "floor.xlsx")),
            "help": [ALLOCATOR, "--help"],
            "idle": [sys.executable, "-c", "pass"],
        },
        runs=RUNS,
    )
    what = "allocate, 144 delegations: CPU / (imports + read + write)"
    yield Line(what=what, value=seconds["allocate"] / seconds["floor"], bound=1.6)
    yield Line(what="--help: CPU", value=seconds["help"], bound=0.35, unit=" s")
    times = seconds["help"] / seconds["idle"]
    tell(f"    --help takes {times:.1f} times as long as `python -c pass`")


def late_registrations(folder: Path) -> Iterator[Line]:
    """Processor time of a re-balance against that of allocating the same list."""
    lists = late_lists(LIST, folder)
    output = ["-o", str(folder / "next.xlsx"), "--force"]
    rebalance = [ALLOCATOR, "rebalance", str(lists.rosters), *output]
    commands = {
        "allocate": [ALLOCATOR, "allocate", LIST, "-g", "3", *output],
        "usual": [*rebalance, "--list", str(lists.usual)],
        "hard": [*rebalance, "--list", str(lists.hard), "--frontier", "10"],
    }
    seconds = medians(commands, runs=RUNS)
    what = "rebalance, usual changes: CPU / allocate"
    yield Line(what=what, value=seconds["usual"] / seconds["allocate"], bound=3)
    answer = json.loads(cost_of([*commands["hard"], "--json"]).output)
    points = len(answer["frontier"])
    missing = max(0, 10 - points)
    yield Line(what="rebalance, hard changes: points missing of 10", value=missing, bound=0)
    what = f"rebalance, frontier of {points} points: CPU / allocate"
    yield Line(what=what, value=seconds["hard"] / seconds["allocate"], bound=8)
    tell(moves_beside_beginning_anew(folder, lists, answer))
    unproven = sum(not point["proven"] for point in answer["frontier"])
    yield Line(what="rebalance, points of the frontier not proven", value=unproven, bound=0)


def rules_of_people(folder: Path) -> Iterator[Line]:
    """Processor time with genders to balance and languages to follow, against none of these."""
    files = ruled_lists(LIST, folder)
    output = ["-g", "3", "-o", str(folder / "ruled.xlsx"), "--force"]
    full = [ALLOCATOR, "allocate", str(files.full), *output, "--settings", str(files.settings)]
    commands = {"bare": [ALLOCATOR, "allocate", str(files.bare), *output], "full": full}
    seconds = medians(commands, runs=RUNS)
    what = f"{PEOPLE} people, gender and languages: CPU / without"
    yield Line(what=what, value=seconds["full"] / seconds["bare"], bound=3)
    goals = json.loads(cost_of([*full, "--json"]).output)["goals"]
    unproven = sum(goal["value"] > goal["bound"] for goal in goals)
    what = f"{PEOPLE} people, gender and languages: goals not proven"
    yield Line(what=what, value=unproven, bound=0)


def guard() -> Iterator[Line]:
    """The guard's share of the processor time of reading a long list."""
    shares = json.loads(cost_of(benchmark("guard", str(LONGEST), LIST)).output)
    for ending, share in shares.items():
        what = f"the guard, .{ending} of {LONGEST:,} rows: share of reading"
        yield Line(what=what, value=100 * share, bound=5, unit=" %")


def conflicts() -> Iterator[Line]:
    """Processor time of saying why rules cannot hold together, against solving without them."""
    took = json.loads(cost_of(benchmark("conflicts", LIST)).output)
    pairs = took["pairs"]
    ratios = sorted(seconds / took["plain"] for seconds in pairs.values())
    slowest = max(pairs, key=pairs.get)
    what = f"a conflict explained, {len(pairs)} pairs of kinds: CPU / solve"
    yield Line(what=what, value=ratios[-1], bound=10)
    tell(f"    median {ratios[len(ratios) // 2]:.2f}; the slowest is {slowest}")


def moves_beside_beginning_anew(folder: Path, lists: Late, hard: Roster) -> str:
    """Who must be told another group: after a re-balance, and after making the rosters anew."""
    session, lines = Session(k=3), []
    old = allocated(str(lists.old), folder / "old.xlsx")
    dealt = people_dealt(rows_in(old), session)
    usual = [ALLOCATOR, "rebalance", str(lists.rosters), "--list", str(lists.usual), "--json"]
    output = ["-o", str(folder / "moves.xlsx"), "--force"]
    answers = {"usual": json.loads(cost_of([*usual, *output]).output), "hard": hard}
    for name, answer in answers.items():
        new = allocated(str(getattr(lists, name)), folder / "anew.xlsx")
        told = sum(int(move["delegates"]) for move in answer["moves"])
        anew, stay = moved(old["assignments"], new["assignments"])
        again, _ = moved(dealt, people_dealt(rows_in(new), session))
        lines.append(
            f"    {name} changes, {stay} people stay; told another group: {told} by rebalance, "
            f"{anew} by allocating anew, {again} by dealing people anew"
        )
    return "\n".join(lines)


def cells_of(workbook: Path) -> dict[str, list[list[object]]]:
    """Sheet name -> rows of values, dates as text."""
    return {
        sheet.title: [
            [each if isinstance(each, int | float | None) else str(each) for each in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in openpyxl.load_workbook(workbook).worksheets
    }


def long_list() -> Iterator[Line]:
    """A list a hundred times as long, against the shorter one."""
    short, long = [], []
    for _ in range(3):
        short.append(json.loads(cost_of(benchmark("large_list", str(SHORT), LIST)).output))
        cost = cost_of(benchmark("large_list", str(LONG), LIST))
        long.append(json.loads(cost.output) | {"peak": cost.peak})
    unproven = sum(run["status"] != "optimal" for run in (*short, *long))
    yield Line(what="200,000 delegations: runs not proven optimal", value=unproven, bound=0)
    for what, bound in (("solve", 5), ("whole", 60)):
        few, many = (sorted(run[what] for run in runs)[1] for runs in (short, long))
        name = f"200,000 delegations: {what} seconds / those of 2,000"
        yield Line(what=name, value=many / few, bound=bound)
    peak = max(run["peak"] for run in long) / 1e9
    yield Line(what="200,000 delegations: peak memory", value=peak, bound=1.5, unit=" GB")


def twelve_groups() -> str:
    """Values and bounds of the hard case as a table."""
    reached = json.loads(cost_of(benchmark("twelve_groups", str(PATIENCE), LIST)).output)
    rows = [f"400 delegations in 12 groups, {PATIENCE} s: {reached['status']}"]
    rows += [
        f"    {goal:<24}{value:>6}  bound {bound}"
        for goal, (value, bound) in reached["goals"].items()
    ]
    return "\n".join(rows)


def tell(text: str) -> None:
    """Print at once: the whole run takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
