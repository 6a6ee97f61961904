"""An outcome in words and small tables, the same for terminal, page and workbook."""

from allocator.explain.changes import (
    FrontierRow,
    change_rows,
    chosen_word,
    frontier_rows,
    told_lines,
)
from allocator.explain.outcome import (
    BalanceRow,
    GroupRow,
    balance_rows,
    counted,
    goal_title,
    group_rows,
    headline,
    language_of,
    region_label,
    unit_word,
)

__all__ = [
    "BalanceRow", "FrontierRow", "GroupRow", "balance_rows", "change_rows", "chosen_word",
    "counted", "frontier_rows", "goal_title", "group_rows", "headline", "language_of",
    "region_label", "told_lines", "unit_word",
]  # fmt: skip
