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
from allocator.explain.inquiry import (
    Elsewhere,
    Held,
    Whereabouts,
    elsewhere_sentence,
    held_sentence,
    whereabouts_lines,
)
from allocator.explain.kept import KeptRule, kept_rules
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
from allocator.explain.phases import phase_title
from allocator.explain.reasons import reason_for

__all__ = [
    "AlternativeColumn", "AlternativeRow", "BalanceRow", "Elsewhere", "FrontierRow", "GroupRow",
    "Held", "KeptRule", "Whereabouts", "alternative_columns", "alternative_rows", "balance_rows",
    "change_rows", "chosen_word", "counted", "elsewhere_sentence", "frontier_rows", "goal_title",
    "group_rows", "headline", "held_sentence", "kept_rules", "language_of", "phase_title",
    "reason_for", "region_label", "told_lines", "unit_word", "whereabouts_lines", "why_taken",
]  # fmt: skip
