"""What a search is at: a goal, or what it does before and beside the goals."""

from allocator.explain.outcome import goal_title
from allocator.text import say

#: What a search does beside serving the goals, as people call it.
PHASES = {
    "rules": say("Rules"),
    "all": say("All goals at once"),
    "moves": say("People who move"),
}


def phase_title(goal: str, language: str) -> str:
    """The goal in hand, or what is searched for in its place; empty before there is any."""
    if goal in PHASES:
        return PHASES[goal]
    return goal_title(goal, language) if goal else ""
