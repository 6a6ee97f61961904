"""What was done, in the words of the history."""

from collections.abc import Sequence

from allocator.allocation import Outcome
from allocator.by_hand import HandMove
from allocator.explain import counted
from allocator.intake import Examination
from allocator.web.revision import Content
from allocator.web.store import Line
from allocator.web.work import on_board

#: How the history begins to tell of a change that was taken back, and of one that was made again.
UNDONE, DONE_AGAIN = "Undone: ", "Done again: "


def deed(lines: Sequence[Line], number: int) -> str:
    """The change that made the content of a revision, as it was told at first.

    ``lines`` are all revisions of the workshop in order.
    """
    by_number = {line.number: line for line in lines}
    line = by_number[number]
    while line.what.startswith(UNDONE):
        # The content is that from before the revision that was taken back.
        line = by_number[by_number[line.redoes].undoes]
    return line.what.removeprefix(DONE_AGAIN)


def moves_told(outcome: Outcome, moves: Sequence[HandMove]) -> str:
    """Who moved where, as the history tells it."""
    names = {each.id: each for each in outcome.workshop.delegations}
    parts = []
    for move in moves:
        delegation, group = names[move.delegation], outcome.plan.groups[move.target].name
        person = next((each for each in delegation.delegates if each.id == move.delegate), None)
        who = person.name or delegation.name if person else delegation.name
        number = "" if person or move.people == delegation.head_count else f" ({move.people})"
        parts.append(f"{who}{number} to {group}")
    return f"Moved {', '.join(parts)}."


def search_told(kind: str, content: Content) -> str:
    """What a search made, as the history tells it."""
    outcome = on_board(content)
    sizes = ", ".join(str(count.delegates) for count in outcome.counts())
    if kind == "rebalanced" and outcome.changes is not None:
        people = counted(outcome.changes.moves, "people", "en")
        return f"Re-balanced: told another group: {people}; groups of {sizes}."
    proven = "proven best" if outcome.status == "optimal" else "not proven"
    return f"Allocated groups of {sizes} ({proven})."


def upload_told(found: Examination | Outcome) -> str:
    """What was uploaded, as the history tells it."""
    if isinstance(found, Outcome):
        return f"Opened rosters, version {found.version}."
    if found.workshop is None:
        number = len(found.errors)
        return f"Uploaded a list with {number} {'problem' if number == 1 else 'problems'}."
    people = counted(len(found.workshop.delegations), "delegations", "en")
    return f"Read a list of {people}."
