"""An outcome in words and small tables, the same for terminal, page and workbook."""

from allocator.explain.alternatives import (
    AlternativeColumn,
    AlternativeRow,
    alternative_columns,
    alternative_rows,
    why_taken,
)
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
    "AlternativeColumn", "AlternativeRow", "BalanceRow", "FrontierRow", "GroupRow",
    "alternative_columns", "alternative_rows", "balance_rows", "change_rows", "chosen_word",
    "counted", "frontier_rows", "goal_title", "group_rows", "headline", "language_of",
    "region_label", "told_lines", "unit_word", "why_taken",
]  # fmt: skip
