"""The package team-formation: delegation, region and gender diversified with equal weights."""

import pandas as pd
from benchmarks.peers.people import GROUPS, Person
from benchmarks.peers.script import run
from team_formation.team_assignment import (  # type: ignore[import-not-found] # in the environment of this tool
    TeamAssignment,
)

#: Seconds of the search, so that the whole run keeps within what each tool has.
SECONDS = 90
_COLUMNS = ["delegation", "region", "gender"]


def split(people: tuple[Person, ...]) -> list[object]:
    """The group of each person."""
    frame = pd.DataFrame(
        [{column: getattr(each, column) for column in _COLUMNS} for each in people]
    )
    wanted = pd.DataFrame(
        [[column, "diversify", 1] for column in _COLUMNS], columns=["attribute", "type", "weight"]
    )
    size = -(-len(people) // GROUPS)
    assignment = TeamAssignment(frame, wanted, size, less_than_target=True)
    assignment.solve(max_time_in_seconds=SECONDS)
    return list(assignment.participants["team_num"])


if __name__ == "__main__":
    run(split)
