"""The package anti-clustering with its simulated annealing as it comes."""

import pandas as pd
from anti_clustering import (  # type: ignore[import-not-found] # in the environment of this tool
    SimulatedAnnealingHeuristicAntiClustering,
)
from benchmarks.peers.people import GROUPS, SEED, Person
from benchmarks.peers.script import run

_COLUMNS = ["delegation", "region", "gender"]


def split(people: tuple[Person, ...]) -> list[object]:
    """The group of each person."""
    frame = pd.DataFrame(
        [{column: getattr(each, column) for column in _COLUMNS} for each in people]
    )
    algorithm = SimulatedAnnealingHeuristicAntiClustering(random_seed=SEED)
    done = algorithm.run(
        df=frame,
        numerical_columns=None,
        categorical_columns=_COLUMNS,
        num_groups=GROUPS,
        destination_column="group",
    )
    return list(done["group"])


if __name__ == "__main__":
    run(split)
