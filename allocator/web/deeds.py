"""What was done, in the words of the history: each reader has them in his language."""

from collections.abc import Sequence

from allocator.allocation import Outcome
from allocator.by_hand import HandMove
from allocator.intake import Examination
from allocator.text import Text, joined, say
from allocator.web.group_names import group_told
from allocator.web.revision import Content
from allocator.web.store import Line
from allocator.web.work import on_board

#: How the history begins to tell of a change that was taken back, and of one that was made again.
_UNDONE, _DONE_AGAIN = "Undone: ", "Done again: "


def deed(lines: Sequence[Line], number: int) -> str:
    """The change that made the content of a revision, as it was told at first.

    ``lines`` are all revisions of the workshop in order.
    """
    by_number = {line.number: line for line in lines}
    line = by_number[number]
    while line.what.startswith(_UNDONE):
        # The content is that from before the revision that was taken back.
        line = by_number[by_number[line.redoes].undoes]
    if not isinstance(line.what, Text):
        # It was kept by a program that knew English only.
        return line.what.removeprefix(_DONE_AGAIN)
    first = line.what.values.get("deed", line.what)
    return first if isinstance(first, str) else line.what


def stepped(lines: Sequence[Line], number: int, *, back: bool) -> str:
    """That the change which made a revision was taken back, or made again."""
    first = deed(lines, number)
    return say("Undone: {deed}", deed=first) if back else say("Done again: {deed}", deed=first)


def moves_told(outcome: Outcome, moves: Sequence[HandMove]) -> str:
    """Who moved where, as the history tells it."""
    return say("Moved {moves}.", moves=joined(", ", [_move(outcome, move) for move in moves]))


def search_told(kind: str, content: Content) -> str:
    """What a search made, as the history tells it."""
    outcome = on_board(content)
    sizes = ", ".join(str(count.delegates) for count in outcome.counts())
    if kind == "rebalanced" and outcome.changes is not None:
        moves = outcome.changes.moves
        if moves == 1:
            return say("Re-balanced: told another group: 1 person; groups of {sizes}.", sizes=sizes)
        return say(
            "Re-balanced: told another group: {moves:,} people; groups of {sizes}.",
            moves=moves,
            sizes=sizes,
        )
    if outcome.status == "optimal":
        return say("Allocated groups of {sizes} (proven best).", sizes=sizes)
    return say("Allocated groups of {sizes} (not proven).", sizes=sizes)


def upload_told(found: Examination | Outcome) -> str:
    """What was uploaded, as the history tells it."""
    if isinstance(found, Outcome):
        return say("Opened rosters, version {version}.", version=found.version)
    if found.workshop is None:
        number = len(found.errors)
        if number == 1:
            return say("Uploaded a list with 1 problem.")
        return say("Uploaded a list with {problems} problems.", problems=number)
    number = len(found.workshop.delegations)
    if number == 1:
        return say("Read a list of 1 delegation.")
    return say("Read a list of {delegations:,} delegations.", delegations=number)


def _move(outcome: Outcome, move: HandMove) -> str:
    delegation = next(each for each in outcome.workshop.delegations if each.id == move.delegation)
    group = group_told(outcome.plan.groups[move.target].name)
    person = next((each for each in delegation.delegates if each.id == move.delegate), None)
    who = (person.name if person else "") or delegation.name
    if person or move.people == delegation.head_count:
        return say("{who} to {group}", who=who, group=group)
    return say("{who} ({people}) to {group}", who=who, people=move.people, group=group)
