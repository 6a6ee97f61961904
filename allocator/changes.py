"""What a re-balance changes: who joined, who left, who moved, and what more moves would give."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """People who had a seat in one group and get one in another; both by name.

    ``origin`` is empty for somebody who is new, ``target`` for somebody who left. ``delegate`` (the
    identity) and ``name`` are empty where people of a delegation cannot be told apart; ``people``
    counts them.
    """

    delegation: str
    delegate: str = ""
    name: str = ""
    people: int = 1
    origin: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The best that a number of moves allows: goal name -> value, in priority order.

    ``proven``: no fewer moves reach these values, and no roster with as many moves is better.
    ``sizes`` are the people per group. ``is_best`` is untrue of a chosen roster that is the best
    within the tolerance, while a better one with as many moves lies outside it.
    """

    moves: int
    goals: Mapping[str, int]
    sizes: tuple[int, ...]
    chosen: bool = False
    proven: bool = True
    is_best: bool = True


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Everything that is new in a version of the rosters, against the version ``previous``.

    ``previous`` is the version number of the rosters it came from, ``file`` and ``sha256`` are
    those of their workbook. ``stayed`` counts the people who had a seat and still have one.
    ``frontier`` starts at the fewest moves possible and ends at the best roster possible.
    ``fewest``: proven that no fewer moves reach what the chosen point of it reaches. It was chosen
    by ``max_moves`` (people), or where that is ``None`` by ``tolerance`` (people, delegations).
    """

    previous: int = 1
    file: str = ""
    sha256: str = ""
    stayed: int = 0
    fewest: bool = True
    max_moves: int | None = None
    tolerance: int = 0
    moved: tuple[Move, ...] = ()
    joined: tuple[Move, ...] = ()
    left: tuple[Move, ...] = ()
    frontier: tuple[Point, ...] = field(default=(), compare=False)

    @property
    def moves(self) -> int:
        """How many people must be told another group."""
        return sum(move.people for move in self.moved)

    @property
    def are_none(self) -> bool:
        """Whether everything is as it was."""
        return not (self.moved or self.joined or self.left)
