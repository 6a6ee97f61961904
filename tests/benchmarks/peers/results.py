"""What was measured, as it is kept in docs/benchmarks.json."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.children import TESTS

#: Where the results are kept, and the page and pictures that are made from them.
RESULTS = TESTS.parent / "docs" / "benchmarks.json"
PAGE = TESTS.parent / "docs" / "benchmarks.md"
PICTURES = TESTS.parent / "docs" / "images" / "benchmarks"

#: Measure -> value, as `recount` gives them.
Values = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What a tool made of the list.

    ``values`` are empty when it made nothing, and ``why`` then says so; ``parted`` are delegations
    of two that sit in two groups; ``moved`` are the people who change group when the tool is run
    again after the late changes, and ``later`` the values then. ``wall`` and ``processor`` are
    seconds, ``peak`` is in megabytes.
    """

    tool: str
    version: str = ""
    why: str = ""
    values: Values = field(default_factory=dict)
    parted: int = 0
    wall: float = 0
    processor: float = 0
    peak: float = 0
    moved: int = 0
    later: Values = field(default_factory=dict)
    why_later: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the frontier: so many moves, what is reached then, and whether it is proven."""

    moves: int
    values: Values
    against_rules: int
    taken: bool
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A list of so many delegations: outcome, seconds in the solver and in all, megabytes.

    ``above`` is the sum of the values above what arithmetic allows, where it was counted.
    """

    delegations: int
    people: int
    model: str
    status: str
    above: int | None = None
    solver: float = 0
    whole: float = 0
    peak: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything the page shows."""

    date: str
    machine: str
    versions: Mapping[str, str]
    bounds: Values
    later_bounds: Values
    reached: tuple[Reached, ...]
    frontier: tuple[Point, ...]
    growth: tuple[Grown, ...]


def read_results(path: Path = RESULTS) -> Results:
    """The results of the file."""
    kept = json.loads(path.read_text("utf-8"))
    return Results(
        **kept
        | {
            "reached": tuple(Reached(**each) for each in kept["reached"]),
            "frontier": tuple(Point(**each) for each in kept["frontier"]),
            "growth": tuple(Grown(**each) for each in kept["growth"]),
        }
    )


def write_results(results: Results, path: Path = RESULTS) -> None:
    """Keep the results in the file."""
    text = json.dumps(asdict(results), indent=1, ensure_ascii=False)
    path.write_text(text + "\n", "utf-8")
