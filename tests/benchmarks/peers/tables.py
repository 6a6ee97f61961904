"""The tables of docs/benchmarks.md, made from the results."""

from collections.abc import Iterable, Sequence

from benchmarks.peers.catalog import NOT_MEASURED, TOOLS
from benchmarks.peers.charts.reached import excess, in_order
from benchmarks.peers.people import LARGE, TWOS
from benchmarks.peers.recount import MEASURES
from benchmarks.peers.results import Reached, Results, Values

#: The row of the lower bounds.
_ALLOWED = "*what arithmetic allows*"


def tables(results: Results) -> dict[str, str]:
    """Name of the place on the page -> Markdown that stands there."""
    return {
        "made": _made(results),
        "reached": _reached(results),
        "cost": _cost(results),
        "absent": _absent(results),
        "driven": _driven(),
        "moves": _moves(results),
        "frontier": _frontier(results),
        "growth": _growth(results),
    }


def _made(results: Results) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in results.versions.items())
    return f"Measured on {results.date} on {results.machine}, with {versions}."


def _reached(results: Results) -> str:
    heads = ["tool", "sizes", "regions", "genders", f"missing, of {LARGE}", "small",
             f"pairs parted, of {TWOS}"]  # fmt: skip
    rows = [[_name(each), *_cells(each.values), str(each.parted)] for each in in_order(results)]
    return _table(heads, [[_ALLOWED, *_cells(results.bounds), ""], *rows], numbers=True)


def _cost(results: Results) -> str:
    rows = [
        [_name(each), f"{each.wall:.1f}", f"{each.processor:.1f}", f"{each.peak:,.0f} MB"]
        for each in in_order(results)
    ]
    heads = ["tool", "seconds that passed", "seconds of the processor", "memory"]
    return _table(heads, rows, numbers=True)


def _absent(results: Results) -> str:
    """What made nothing of the list, or of the list after the late changes, and why."""
    failed = [
        *([_name(each), f"no result: {each.why}"] for each in results.reached if each.why),
        *(
            [_name(each), f"no result after the late changes: {each.why_later}"]
            for each in results.reached
            if each.why_later
        ),
    ]
    return _table(["not measured", "why"], [*failed, *map(list, NOT_MEASURED.items())])


def _driven() -> str:
    rows = [[tool.name, tool.made_for, tool.settings] for tool in TOOLS]
    return _table(["tool", "made for", "how it was run here"], rows)


def _moves(results: Results) -> str:
    rows = [
        [_name(each), str(each.moved), *_cells(each.later)]
        for each in sorted(results.reached, key=lambda each: each.moved)
        if each.later
    ]
    bounds = [_ALLOWED, "0", *_cells(results.later_bounds)]
    heads = ["run again from nothing", "people of the 380 in another group", "sizes", "regions",
             "genders", "missing", "small"]  # fmt: skip
    return _table(heads, [bounds, *rows], numbers=True)


def _frontier(results: Results) -> str:
    heads = ["people moved", "sizes", "regions", "genders", "missing", "small",
             "against the rule", "above the bounds, in all", "proven"]  # fmt: skip
    rows = [
        [
            f"**{point.moves}** (taken)" if point.taken else str(point.moves),
            *_cells(point.values),
            str(point.against_rules),
            str(sum(excess(point.values, results.later_bounds).values())),
            "yes" if point.proven else "no",
        ]
        for point in results.frontier
    ]
    return _table(heads, rows, numbers=True)


def _growth(results: Results) -> str:
    heads = ["delegations", "people", "model", "outcome", "above the bounds",
             "seconds in the solver", "of the processor in all", "memory"]  # fmt: skip
    rows = [
        [
            f"{each.delegations:,}",
            f"{each.people:,}",
            each.model,
            each.status,
            "" if each.above is None else str(each.above),
            f"{each.solver:.2f}" if each.solver else "",
            f"{each.whole:,.1f}" if each.whole else "",
            f"{each.peak:,.0f} MB" if each.peak else "",
        ]
        for each in results.growth
    ]
    return _table(heads, rows)


def _name(each: Reached) -> str:
    bold = f"**{each.tool}**" if each.tool.startswith("allocator") else each.tool
    return f"{bold} {each.version}".strip()


def _cells(values: Values) -> list[str]:
    return [str(values[measure]) for measure in MEASURES]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False) -> str:
    """A table of Markdown; with ``numbers``, all columns but the first stand to the right."""
    line = ["---", *["--:" if numbers else "---"] * (len(heads) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, line, *rows))
