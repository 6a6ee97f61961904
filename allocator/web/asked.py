"""What was asked last about a board, and the answers: they are no part of its revisions."""

from dataclasses import dataclass

from allocator.web.work import Suggestion


@dataclass(slots=True)
class Answers:
    """What was asked last about the board: suggestions, and why somebody sits there."""

    revision: int = 0
    suggestions: tuple[Suggestion, ...] = ()
    who: str = ""
    lines: tuple[str, ...] = ()
