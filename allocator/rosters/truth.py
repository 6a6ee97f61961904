"""What the sheet of changes says, against the rosters: who moved must sit where it says."""

from collections import Counter
from collections.abc import Iterator

from allocator.allocation import Outcome
from allocator.changes import Changes, Move
from allocator.delegation import Delegation
from allocator.findings import quoted
from allocator.text import Text, say


def untrue_moves(outcome: Outcome) -> Iterator[tuple[Move, Text]]:
    """Each move or newcomer of the sheet of changes that the rosters contradict, and why."""
    joined = outcome.changes.joined if outcome.changes else ()
    delegations = {each.name: each for each in outcome.workshop.delegations}
    told: Counter[tuple[str, str, str]] = Counter()
    for move in (*outcome.moves, *joined):
        delegation = delegations.get(move.delegation)
        if delegation is None:
            yield move, say("{name} is not on the rosters", name=quoted(move.delegation))
            continue
        if move.origin == move.target:
            yield (
                move,
                say(
                    "{name} is said to move from {group} to itself",
                    name=quoted(move.delegation),
                    group=move.origin,
                ),
            )
            continue
        told[move.delegation, move.name, move.target] += move.people
        if told[move.delegation, move.name, move.target] > _seated(outcome, delegation, move):
            who = move.name or move.delegation
            yield (
                move,
                say(
                    "{name} has no such seats in {group}",
                    name=quoted(who),
                    group=quoted(move.target),
                ),
            )


def _seated(outcome: Outcome, delegation: Delegation, move: Move) -> int:
    """How many people a move can mean: those of the name, or of the delegation, in its target."""
    names = [group.name for group in outcome.plan.groups]
    if move.target not in names:
        return 0
    index = names.index(move.target)
    if not move.name:
        return outcome.seats_of(delegation)[index]
    return sum(
        outcome.allocation.places[delegate.id] == index
        for delegate in delegation.delegates
        if move.name in {delegate.name, delegate.id}
    )


def people_by_move(changes: Changes) -> Counter[tuple[str, str, str, str]]:
    """People by delegation, name, old and new group: what two tellings of a change must share."""
    people: Counter[tuple[str, str, str, str]] = Counter()
    for move in (*changes.moved, *changes.joined, *changes.left):
        name = move.name or move.delegate
        people[move.delegation, name, move.origin, move.target] += move.people
    return people
