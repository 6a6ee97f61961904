"""Two changes one after the other, told as one."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from allocator.changes import Changes, Move
from allocator.pairing.difference import gathered


def composed(first: Changes, second: Changes) -> Changes:
    """What changed from before the first to after the second; whoever moved back has not moved.

    Only moves of the second are looked at: between the two, nobody joined or left.
    """
    origins: dict[tuple[str, str, str], list[Move]] = defaultdict(list)
    for move in (*first.moved, *first.joined):
        origins[move.delegation, move.delegate, move.target].append(move)
    for move in second.moved:
        arrived = origins[move.delegation, move.delegate, move.origin]
        onward = list(_onward(arrived, move))
        origins[move.delegation, move.delegate, move.target] += onward
    told = [move for moves in origins.values() for move in moves if move.origin != move.target]
    return replace(
        first,
        moved=gathered([move for move in told if move.origin]),
        joined=gathered([move for move in told if not move.origin]),
    )


def _onward(arrived: list[Move], move: Move) -> Iterator[Move]:
    """The people of a move, from where they were at first; those are taken out of ``arrived``."""
    left = move.people
    for earlier in list(arrived):
        people = min(left, earlier.people)
        if not people:
            break
        arrived.remove(earlier)
        if earlier.people > people:
            arrived.insert(0, replace(earlier, people=earlier.people - people))
        left -= people
        yield replace(earlier, people=people, target=move.target)
    if left:
        yield replace(move, people=left)
