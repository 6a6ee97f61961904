"""The package pymindiff: the best of many random splits, by the sums of columns of 0 and 1."""

import numpy as np
import pandas as pd
from benchmarks.peers.people import GROUPS, SEED, Person
from benchmarks.peers.script import run
from pymindiff.groups import (  # type: ignore[import-not-found] # in the environment of this tool
    create_groups,
)

#: Random splits that are tried.
SPLITS = 1_000
_COLUMNS = ["delegation", "region", "gender"]


def split(people: tuple[Person, ...]) -> list[object]:
    """The group of each person; a column for every delegation of several, region and gender."""
    np.random.seed(SEED)  # noqa: NPY002 - the only draw that the package knows
    frame = pd.get_dummies(
        pd.DataFrame([{column: getattr(each, column) for column in _COLUMNS} for each in people]),
        dtype=int,
    )
    criteria = [column for column in frame.columns if frame[column].sum() > 1]
    done = create_groups(
        frame, criteria=criteria, n_groups=GROUPS, n_iter=SPLITS, equalize=[np.sum]
    )
    return list(done["groups"])


if __name__ == "__main__":
    run(split)
