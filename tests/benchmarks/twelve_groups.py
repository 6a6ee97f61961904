"""Twelve groups of 400 delegations, a hard case: best values and proven bounds as JSON.

Usage: ``python -m benchmarks.twelve_groups SECONDS LIST.xlsx`` in ``tests``.
"""

import json
import sys

from benchmarks.large_list import frame_like

import allocator

GROUPS, DELEGATIONS = 12, 400


def main(seconds: str, source: str) -> None:
    """Search that long, and print status, solver seconds and goals."""
    workshop = allocator.Workshop.from_frame(frame_like(source, DELEGATIONS))
    outcome = allocator.allocate(workshop, groups=GROUPS, time_limit=float(seconds))
    reached = {
        "status": outcome.status,
        "solve": outcome.seconds["solve"],
        "goals": {score.name: (score.value, score.bound) for score in outcome.goals},
    }
    sys.stdout.write(json.dumps(reached) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
