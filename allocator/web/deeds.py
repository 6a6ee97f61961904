"""What undo and redo undo and redo: the change itself, however often it went back and forth."""

from collections.abc import Sequence

from allocator.web.store import Line

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
