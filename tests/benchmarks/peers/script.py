"""The frame around a tool: reads the list, lets the tool split it, prints who sits where.

Only the standard library is used here: it runs in the environment of the tool.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks.peers.people import Person, read_people

#: Takes the people, gives each a group of any name, in the same order.
Split = Callable[[tuple[Person, ...]], Sequence[object]]


def run(split: Split) -> None:
    """Split the list that the command line names; print registration -> group, from 0, as JSON.

    What the tool itself prints goes to standard error.
    """
    people = read_people(Path(sys.argv[1]))
    with redirect_stdout(sys.stderr):
        groups = list(split(people))
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    seats = {
        person.registration: numbers[group] for person, group in zip(people, groups, strict=True)
    }
    sys.stdout.write(json.dumps(seats) + "\n")


def dealt(people: Sequence[Person]) -> dict[str, int]:
    """Registration -> group, when the people are dealt 1-2-3 in this order."""
    return {person.registration: turn % 3 for turn, person in enumerate(people)}
