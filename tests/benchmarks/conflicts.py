"""Processor seconds of explaining planted conflicts on a real list; prints them as JSON.

Usage: ``python -m benchmarks.conflicts LIST.xlsx``.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from events import ruled, with_traits
from planted_conflicts import G1, G2, G3, PAIRS, Planted, planted

import allocator
from allocator.errors import NoAllocation
from allocator.plan import Plan
from allocator.settings import Group
from allocator.solve import allocate_plan
from allocator.workshop import Workshop

#: Two rooms of these kinds would have to be smaller than the list has people.
TOO_SMALL = ({"together", "capacity"}, {"apart", "capacity"})
RUNS = 3


def main(source: str) -> None:
    """Print the seconds of the plain solve, and of each pair of kinds."""
    workshop = allocator.read_list(source)
    names = [each.name for each in workshop.delegations if each.head_count == 1][:4]
    spread = sum(each.head_count // 3 for each in workshop.delegations)
    tongues = dict(zip(names, ("fr", "fr", "fr", "en"), strict=True))
    workshop = with_traits(
        workshop, "language", [tongues.get(each.name, "") for each in workshop.delegations]
    )
    plain = ruled(workshop)
    took: dict[str, object] = {"plain": _seconds(lambda: allocate_plan(workshop, plain))}
    took["pairs"] = {
        f"{one} and {other}": _seconds(
            partial(_refused, workshop, planted(one, other, names, spread + 2))
        )
        for one, other in PAIRS
        if {one, other} not in TOO_SMALL
    }
    sys.stdout.write(json.dumps(took) + "\n")


def _refused(workshop: Workshop, conflict: Planted) -> None:
    """Allocate, and take the refusal in words.

    Raises:
        AssertionError: when there is a roster after all, or the refusal names no rule.
    """
    try:
        allocate_plan(workshop, _plan(workshop, conflict))
    except NoAllocation as refusal:
        if refusal.findings:
            return
    message = f"not a conflict in words: {conflict}"
    raise AssertionError(message)


def _plan(workshop: Workshop, conflict: Planted) -> Plan:
    groups = [
        Group(
            name=name,
            capacity=conflict.capacities.get(name),
            languages=conflict.languages.get(name, ()),
        )
        for name in (G1, G2, G3)
    ]
    return ruled(workshop, *conflict.rules, groups=groups)


def _seconds(job: Callable[[], object]) -> float:
    """Median processor seconds."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        job()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


if __name__ == "__main__":
    main(*sys.argv[1:])
