"""Lists that grow tenfold: the program, and the textbook model beside it."""

import json
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.children import TESTS, ChildFailedError, Cost, benchmark, cost_of
from benchmarks.large_list import frame_like
from benchmarks.peers.people import SEED, WOMEN, Person, write_people
from benchmarks.peers.recount import Seats, lower_bounds, recount
from benchmarks.peers.results import Grown
from benchmarks.peers.tool import HERE, Program

#: The real list whose head-counts and regions the long lists are drawn from.
LIST = str(TESTS.parent / "examples" / "lists" / "04_inc11_nueva_york_1995_ES.xlsx")
#: Delegations of the lists of head-counts, and of those of people by name.
LENGTHS, LENGTHS_BY_NAME = (2_000, 20_000, 200_000), (2_000, 20_000)
#: Runs of the program behind each median.
RUNS = 3
#: Seconds of the textbook model's search.
SEARCH = 300
#: The rule for pairs is that of the textbook model, which may part them.
_BY_NAME = Program(
    name="allocator, by name",
    settings="",
    options=("--small-seating", "apart", "--max-rows", "100000", "--time-limit", str(SEARCH)),
)


def growth(folder: Path) -> tuple[Grown, ...]:
    """The program with head-counts for each length, then both models with people by name."""
    counted = [_head_counts(length) for length in LENGTHS]
    named = [each for length in LENGTHS_BY_NAME for each in _by_name(length, folder)]
    return (*counted, *named)


def _head_counts(delegations: int) -> Grown:
    """Medians of several runs: of the processor in all, of the clock in the solver."""
    runs = []
    for _ in range(RUNS):
        cost = cost_of(benchmark("large_list", str(delegations), LIST))
        runs.append(json.loads(cost.output) | {"peak": cost.peak})
    return Grown(
        delegations=delegations,
        people=runs[0]["delegates"],
        model="allocator",
        status=_status({str(run["status"]) for run in runs}),
        solver=round(statistics.median(run["solve"] for run in runs), 3),
        whole=round(statistics.median(run["whole"] for run in runs), 1),
        peak=round(max(run["peak"] for run in runs) / 1e6),
    )


def _by_name(delegations: int, folder: Path) -> Iterator[Grown]:
    """The program and the textbook model, each once, with the same people and genders."""
    people, path = tuple(_people(delegations)), folder / "long.csv"
    write_people(path, people)
    cost = cost_of(_BY_NAME.command(HERE, path, folder))
    printed: Mapping[str, Any] = json.loads(cost.output)
    bare = Grown(
        delegations=delegations,
        people=len(people),
        model=_BY_NAME.name,
        status=_status({printed["status"]}),
        solver=round(printed["seconds"]["solve"], 3),
    )
    yield _counted(bare, people, _BY_NAME.seats(cost.output), cost)
    module = "peers.tools.one_boolean_per_seat"
    told = replace(bare, model="one Boolean per seat", solver=0)
    try:
        cost = cost_of(benchmark(module, str(path), str(SEARCH)), limit=3 * SEARCH)
    except ChildFailedError:
        yield replace(told, status=f"no split in {SEARCH} s")
    else:
        found = _counted(told, people, json.loads(cost.output), cost)
        status = f"the best in {SEARCH} s" if found.above else "every bound reached"
        yield replace(found, status=status)


def _counted(bare: Grown, people: tuple[Person, ...], seats: Seats, cost: Cost) -> Grown:
    above = sum(recount(people, seats).values()) - sum(lower_bounds(people).values())
    whole, peak = round(cost.seconds, 1), round(cost.peak / 1e6)
    return replace(bare, above=above, whole=whole, peak=peak)


def _status(statuses: set[str]) -> str:
    return "every goal proven" if statuses == {"optimal"} else "some goals not proven"


def _people(delegations: int) -> Iterator[Person]:
    """The people of a long list, one by one, with genders drawn."""
    draw, number = Random(SEED), 0  # noqa: S311 - a repeatable draw is what is wanted
    for row in frame_like(LIST, delegations).itertuples():
        for _ in range(int(str(row.delegates))):
            number += 1
            yield Person(
                registration=f"P{number:06}",
                delegation=str(row.delegation),
                region=str(row.region),
                gender="F" if draw.random() < WOMEN else "M",
            )
