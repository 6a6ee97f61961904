"""Lists that grow tenfold: the program, and the textbook model beside it."""

import json
import statistics
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.children import TESTS, ChildFailedError, benchmark, cost_of
from benchmarks.large_list import frame_like
from benchmarks.peers.measuring import PATIENCE
from benchmarks.peers.people import SEED, WOMEN, Person, write_people
from benchmarks.peers.recount import lower_bounds, recount
from benchmarks.peers.results import Grown
from benchmarks.peers.tool import HERE

#: The real list whose head-counts and regions the long lists are drawn from.
LIST = str(TESTS.parent / "examples" / "lists" / "04_inc11_nueva_york_1995_ES.xlsx")
#: Delegations of the lists, and the longest that the textbook model is tried with.
LENGTHS, LONGEST_BY_PERSON = (2_000, 20_000, 200_000), 20_000
#: Runs of the program behind each median.
RUNS = 3
_BY_PERSON = "one Boolean per seat"


def growth(folder: Path) -> tuple[Grown, ...]:
    """The program for each length, then the textbook model."""
    ours = [_program(length) for length in LENGTHS]
    return (*ours, *_by_person(folder))


def _program(delegations: int) -> Grown:
    """Medians of several runs: of the processor in all, of the clock in the solver."""
    runs = []
    for _ in range(RUNS):
        cost = cost_of(benchmark("large_list", str(delegations), LIST))
        runs.append(json.loads(cost.output) | {"peak": cost.peak})
    statuses = {str(run["status"]) for run in runs}
    return Grown(
        delegations=delegations,
        people=runs[0]["delegates"],
        model="allocator",
        status="every goal proven" if statuses == {"optimal"} else "some goals not proven",
        solver=round(statistics.median(run["solve"] for run in runs), 3),
        whole=round(statistics.median(run["whole"] for run in runs), 1),
        peak=round(max(run["peak"] for run in runs) / 1e6),
    )


def _by_person(folder: Path) -> Iterator[Grown]:
    for delegations in (length for length in LENGTHS if length <= LONGEST_BY_PERSON):
        people, path = tuple(_people(delegations)), folder / "long.csv"
        write_people(path, people)
        command = [HERE, "-m", "benchmarks.peers.tools.one_boolean_per_seat", str(path)]
        bare = Grown(
            delegations=delegations,
            people=len(people),
            model=_BY_PERSON,
            status="no split in 110 s",
        )
        try:
            cost = cost_of(command, limit=2 * PATIENCE)
        except ChildFailedError:
            yield bare
            continue
        excess = sum(recount(people, json.loads(cost.output)).values())
        excess -= sum(lower_bounds(people).values())
        told = f"{excess} above the bound" if excess else "at the bound"
        yield replace(bare, status=told, whole=round(cost.seconds, 1), peak=round(cost.peak / 1e6))


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
