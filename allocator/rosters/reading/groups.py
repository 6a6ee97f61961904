"""Which sheet is whose roster."""

from allocator.rosters.edition import group_titles
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Grid
from allocator.settings import Group


def rosters_of(binder: Binder, groups: tuple[Group, ...]) -> tuple[Grid, ...]:
    """The roster of each group, in the same order.

    A group is renamed in the table of groups and on the tab of its roster: with one of the two it
    could be a slip.

    Raises:
        ListRefused: when groups and rosters do not match.
    """
    problems, table = binder.problems, binder.sheets["groups"]
    if not groups:
        problems.no_heading(table.title, binder.phrases.heading("name"))
    rosters = {grid.title.casefold(): grid for grid in binder.others if _is_roster(grid, binder)}
    titles = [title.casefold() for title in group_titles(groups, binder.phrases.language)]
    strays = [grid.title for title, grid in rosters.items() if title not in titles]
    lost = [index for index, title in enumerate(titles) if title not in rosters]
    if groups and not strays and not lost:
        return tuple(rosters[title] for title in titles)
    for index in lost:
        name = groups[index].name
        problems.no_roster(problems.at(table.title, table.row_with([name]), 1), name)
    for title in strays:
        problems.stray_roster(title)
    problems.refuse()
    return ()


def _is_roster(grid: Grid, binder: Binder) -> bool:
    """Whether a sheet looks like a roster: it has the headings that all rosters have."""
    last = "row" if "delegates" in binder.sheets else "here"
    fields = ("delegation", "region", last)
    return grid.row_with([binder.phrases.heading(field) for field in fields]) > 0
