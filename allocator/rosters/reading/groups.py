"""Which sheet is whose roster."""

from collections.abc import Sequence

from allocator.folding import fold
from allocator.language import catalogue
from allocator.rosters.edition import group_titles, session_name, session_names
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Grid
from allocator.settings import Group


def rosters_of(
    binder: Binder, groups: tuple[Group, ...], balance: Sequence[str], sessions: int = 1
) -> tuple[Grid, ...]:
    """The roster of each group, in the same order; session by session where there are several.

    A group is renamed in the table of groups and on the tab of its roster: with one of the two it
    could be a slip. ``balance`` are the balanced columns, which stand beside the groups.

    Raises:
        ListRefused: when groups and rosters do not match.
    """
    problems, table = binder.problems, binder.sheets["groups"]
    _require_delegates(binder)
    if not groups:
        problems.no_heading(table.title, binder.phrases.heading("name"))
    rosters = {grid.title.casefold(): grid for grid in binder.others if _is_roster(grid, binder)}
    language = binder.phrases.language
    titles = [title.casefold() for title in group_titles(groups, language, sessions)]
    strays = [grid.title for title, grid in rosters.items() if title not in titles]
    lost = [index for index, title in enumerate(titles) if title not in rosters]
    if groups and not strays and not lost:
        _require_all(binder, session_names(groups, sessions, language), balance)
        problems.refuse()
        return tuple(rosters[title] for title in titles)
    for index in lost:
        group, session = groups[index % len(groups)], index // len(groups) + 1
        place = problems.at(table.title, table.row_with([group.name]), 1)
        problems.no_roster(place, session_name(group.name, session, language))
    for title in strays:
        problems.stray_roster(title)
    problems.refuse()
    return ()


def _require_delegates(binder: Binder) -> None:
    """Rosters with numbers of the list need the sheet that has the list."""
    fields = ("row", "delegation", "region")
    headings = [binder.phrases.heading(field) for field in fields]
    if "delegates" not in binder.sheets and any(grid.row_with(headings) for grid in binder.others):
        binder.problems.no_sheet(binder.phrases.say("sheets.delegates"))
        binder.problems.refuse()


def _require_all(binder: Binder, groups: Sequence[str], balance: Sequence[str]) -> None:
    """A group that was taken out takes its people with it: nobody may be lost like that.

    A renamed group leaves its old name over a column of the sheet of delegations; more strange
    columns than new names are groups that are gone.
    """
    grid = binder.sheets["delegations"]
    total, row = (fold(binder.phrases.heading(field)) for field in ("total", "row"))
    head = grid.rows[max(grid.row_with([total, row]), 1) - 1]
    names = [fold(cell) for cell in head if isinstance(cell, str)]
    if total not in names:
        return
    known = {fold(name) for name in groups}
    new = [name for name in known if name not in names]
    columns = names[: names.index(total)][-len(known) - 1 :]
    other = {fold(text) for text in catalogue(binder.phrases.language)["headings"].values()}
    other |= {fold(column) for column in balance}
    strange = [name for name in columns if name not in known | other]
    for name in strange[: max(0, len(strange) - len(new))]:
        column = next(n for n, cell in enumerate(head, 1) if fold(str(cell or "")) == name)
        place = binder.problems.at(grid.title, grid.row_with([total, row]), column)
        binder.problems.lost_group(place, str(head[column - 1]), binder.sheets["groups"].title)


def _is_roster(grid: Grid, binder: Binder) -> bool:
    """Whether a sheet looks like a roster: it has the headings that all rosters have."""
    last = "row" if "delegates" in binder.sheets else "here"
    fields = ("delegation", "region", last)
    return grid.row_with([binder.phrases.heading(field) for field in fields]) > 0
