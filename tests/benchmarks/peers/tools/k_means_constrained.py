"""The package k-means-constrained: clusters of three who are alike, one of each to each group."""

import pandas as pd
from benchmarks.peers.people import GROUPS, SEED, Person
from benchmarks.peers.script import dealt, run
from k_means_constrained import (  # type: ignore[import-not-found] # in the environment of this tool
    KMeansConstrained,
)

_COLUMNS = ["delegation", "region", "gender"]


def split(people: tuple[Person, ...]) -> list[int]:
    """The group of each person."""
    frame = pd.get_dummies(
        pd.DataFrame([{column: getattr(each, column) for column in _COLUMNS} for each in people]),
        dtype=float,
    )
    clusters = KMeansConstrained(
        n_clusters=-(-len(people) // GROUPS), size_max=GROUPS, random_state=SEED
    ).fit_predict(frame.to_numpy())
    order = sorted(range(len(people)), key=lambda number: int(clusters[number]))
    seats = dealt([people[number] for number in order])
    return [seats[person.registration] for person in people]


if __name__ == "__main__":
    run(split)
