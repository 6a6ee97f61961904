"""The JSON answers: what ``--json`` prints, key by key as docs/json.md promises."""

from allocator.answers.inquiries import roster_answer, whereabouts_answer
from allocator.answers.results import (
    allocation_answer,
    check_answer,
    compare_answer,
    findings_answer,
    rebalance_answer,
    refusal_answer,
    verify_answer,
)

__all__ = [
    "allocation_answer", "check_answer", "compare_answer", "findings_answer", "rebalance_answer",
    "refusal_answer", "roster_answer", "verify_answer", "whereabouts_answer",
]  # fmt: skip
