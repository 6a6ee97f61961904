"""The groups, and which sheet is whose roster."""

from allocator.rosters.edition import group_titles
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Grid, Row, rows_below
from allocator.rosters.sheets.groups import WIDTHS
from allocator.settings import Group


def read_groups(binder: Binder) -> tuple[tuple[Group, ...], tuple[Grid, ...]]:
    """The groups, and the roster of each, in the same order.

    A group that was renamed in the table of groups keeps the roster at its place.

    Raises:
        ListRefused: when groups and rosters do not match.
    """
    phrases, problems = binder.phrases, binder.problems
    headings = {field: phrases.heading(field) for field in WIDTHS}
    rows = list(rows_below(binder.sheets["groups"], headings, ("name",), problems))
    groups = tuple(_group(row) for row in rows)
    problems.refuse()
    rosters = [grid for grid in binder.others if _is_roster(grid, binder)]
    by_title = {grid.title: grid for grid in rosters}
    titles = group_titles(groups, phrases.language)
    strays = [grid for grid in rosters if grid.title not in titles]
    lost = [index for index, title in enumerate(titles) if title not in by_title]
    if len(strays) == len(lost):
        by_title.update({titles[index]: grid for index, grid in zip(lost, strays, strict=True)})
        return groups, tuple(by_title[title] for title in titles)
    for index in lost:
        problems.no_roster(rows[index].place("name"), groups[index].name)
    for grid in strays:
        problems.stray_roster(grid.title)
    problems.refuse()
    return groups, ()


def _group(row: Row) -> Group:
    languages = [code.strip() for code in row.text("languages").replace(";", ",").split(",")]
    return Group(
        name=row.text("name"),
        room=row.text("room"),
        capacity=row.number_of("capacity", least=1) if row.text("capacity") else None,
        languages=tuple(code for code in languages if code),
        chair=row.text("chair"),
        rapporteur=row.text("rapporteur"),
    )


def _is_roster(grid: Grid, binder: Binder) -> bool:
    """Whether a sheet looks like a roster: it has the headings that all rosters have."""
    last = "row" if "delegates" in binder.sheets else "here"
    fields = ("delegation", "region", last)
    return grid.row_with([binder.phrases.heading(field) for field in fields]) > 0
