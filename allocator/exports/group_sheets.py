"""A workbook for paper with a sheet for each group, in the group's colour."""

from functools import partial
from typing import Protocol

from allocator.exports.marks import marks
from allocator.exports.paper import Draft, Paper, print_ready
from allocator.rosters.edition import Edition
from allocator.text import Text, told


class Write(Protocol):
    """Fills the sheet of one group, which ``index`` numbers from 0."""

    def __call__(self, page: Paper, *, index: int) -> None:
        """Write it."""


def sheet_per_group(edition: Edition, write: Write, *, title: Text) -> bytes:
    """The file, with the groups of the session that the edition is; ``title`` says what it is."""
    drafts = (
        Draft(title=tab, colour=mark.colour, write=partial(write, index=index))
        for index, (tab, mark) in enumerate(zip(_tabs(edition), marks(edition), strict=True))
    )
    return print_ready(edition, drafts, title=told(title, edition.language))


def _tabs(edition: Edition) -> tuple[str, ...]:
    """The names of the groups' sheets in the rosters, of that session."""
    groups = len(edition.groups)
    first = max(0, edition.session - 1) * groups
    return edition.group_titles[first : first + groups]
