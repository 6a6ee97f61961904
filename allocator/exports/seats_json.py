"""``json``: the rosters for programs, in the form of ``allocate --json``."""

import json
from dataclasses import replace

from allocator.answers import allocation_answer, rebalance_answer
from allocator.exports.export import Export
from allocator.exports.table import encoded
from allocator.rosters.edition import Edition
from allocator.text import say


def make(edition: Edition) -> bytes:
    """The answer of ``allocate``, or of ``rebalance`` where there was a version before."""
    # How long this run took is no part of the rosters: the same workbook gives the same file.
    outcome = replace(edition.outcome, seconds=dict.fromkeys(edition.outcome.seconds, 0.0))
    answer = allocation_answer(outcome) if outcome.changes is None else rebalance_answer(outcome)
    return encoded(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", mark=False)


EXPORT = Export(
    name="json",
    about=say("everything, for programs"),
    ending=".json",
    make=make,
    whole=True,
)
