"""``json``: the rosters for programs, in the form of ``allocate --json``."""

import json

from allocator.answers import allocation_answer, rebalance_answer
from allocator.exports.export import Export
from allocator.exports.table import encoded
from allocator.rosters.edition import Edition
from allocator.text import say


def make(edition: Edition) -> bytes:
    """The answer of ``allocate``, or of ``rebalance`` where there was a version before."""
    outcome = edition.outcome
    answer = allocation_answer(outcome) if outcome.changes is None else rebalance_answer(outcome)
    return encoded(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", mark=False)


EXPORT = Export(
    name="json",
    about=say("everything, for programs"),
    ending=".json",
    make=make,
    whole=True,
)
