"""One allocation of a very long list in three groups; prints what it took as JSON.

Usage: ``python -m benchmarks.large_list DELEGATIONS LIST.xlsx``.
Head-counts and regions are drawn from LIST.
"""

import json
import sys
import time
from random import Random

import pandas as pd

import allocator

#: Category -> how often it is drawn.
CATEGORIES = {"Member State": 90, "Observer State": 3, "IGO": 4, "NGO": 3}


def frame_like(source: str, delegations: int) -> pd.DataFrame:
    """A frame of that many delegations, head-count and region drawn apart from each other."""
    real = allocator.read_list(source).delegations
    draw = Random(1)  # noqa: S311 - a repeatable draw is what is wanted
    return pd.DataFrame(
        {
            "delegation": [f"Delegation {number:06}" for number in range(delegations)],
            "delegates": draw.choices([each.head_count for each in real], k=delegations),
            "region": draw.choices([each.region for each in real], k=delegations),
            "category": draw.choices(
                list(CATEGORIES), weights=list(CATEGORIES.values()), k=delegations
            ),
        }
    )


def main(delegations: str, source: str) -> None:
    """Allocate, and print status, solver seconds, processor seconds and goals."""
    frame = frame_like(source, int(delegations))
    started = time.process_time()
    outcome = allocator.allocate(allocator.Workshop.from_frame(frame), groups=3)
    took = {
        "status": outcome.status,
        "delegates": outcome.workshop.head_count,
        "solve": outcome.seconds["solve"],
        "whole": time.process_time() - started,
        "goals": {score.name: (score.value, score.bound) for score in outcome.goals},
    }
    sys.stdout.write(json.dumps(took) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
