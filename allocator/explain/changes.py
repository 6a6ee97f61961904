"""What a re-balance changed, and what more moves would give, in words and rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from allocator.allocation import Outcome
from allocator.changes import Changes, Move, Point
from allocator.explain.outcome import counted
from allocator.language import word

#: Up to so many groups the sizes of a point are told one by one; beyond, smallest and largest.
MOST_SIZES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One line of what changed: ``kind`` is ``moved``, ``new`` or ``left``; people are counted."""

    kind: str
    delegation: str
    name: str
    people: int
    origin: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierRow:
    """One point of the frontier: people who move, sizes in words, goal name -> value.

    ``sizes`` is short where there are many groups, ``all_sizes`` has every group. ``remark`` says
    that the point was chosen, or is not proven.
    """

    moves: int
    sizes: str
    all_sizes: str
    goals: dict[str, int]
    chosen: bool
    is_best: bool
    proven: bool
    remark: str


def change_rows(changes: Changes) -> tuple[ChangeRow, ...]:
    """Who moved, then who is new, then who left, each in the order of the lists."""
    kinds = (("moved", changes.moved), ("new", changes.joined), ("left", changes.left))
    return tuple(_row(kind, move) for kind, moves in kinds for move in moves)


def told_lines(changes: Changes, language: str) -> tuple[str, ...]:
    """How many of how many people must be told another group, and who came and went."""
    if changes.are_none:
        return (word(language, "changes.none"),)
    stayed = counted(changes.stayed, "people", language)
    came, went = (sum(move.people for move in moves) for moves in (changes.joined, changes.left))
    return (
        word(
            language,
            "changes.told" if changes.moves else "changes.nobody_told",
            moves=changes.moves,
            stayed=stayed,
        ),
        word(
            language,
            "changes.came",
            new=counted(came, "people", language),
            left=counted(went, "people", language),
        ),
    )


def frontier_rows(outcome: Outcome, language: str) -> tuple[FrontierRow, ...]:
    """The points of the frontier, from the fewest moves to the best roster."""
    return tuple(
        FrontierRow(
            moves=point.moves,
            sizes=_sizes(point),
            all_sizes="/".join(map(str, point.sizes)),
            goals=dict(point.goals),
            chosen=point.chosen,
            is_best=point.is_best,
            proven=point.proven,
            remark=" · ".join(_remarks(point, language)),
        )
        for point in outcome.frontier
    )


def _row(kind: str, move: Move) -> ChangeRow:
    return ChangeRow(
        kind=kind,
        delegation=move.delegation,
        name=move.name or move.delegate,
        people=move.people,
        origin=move.origin,
        target=move.target,
    )


def _sizes(point: Point) -> str:
    """The people per group: ``41/44/40``."""
    if len(point.sizes) > MOST_SIZES:
        return f"{min(point.sizes)} – {max(point.sizes)}"
    return "/".join(map(str, point.sizes))


def chosen_word(language: str, *, is_best: bool) -> str:
    """What is said of the point that was taken."""
    return word(language, "changes.chosen" if is_best else "changes.chosen_within")


def _remarks(point: Point, language: str) -> Iterator[str]:
    """What is to be said of a point."""
    if point.chosen:
        yield chosen_word(language, is_best=point.is_best)
    if not point.proven:
        yield word(language, "verdicts.open")
