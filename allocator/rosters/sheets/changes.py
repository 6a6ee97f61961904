"""What a re-balance changed: who is to be told, and what more moves would have given."""

from collections.abc import Iterator, Sequence

from allocator.changes import Changes
from allocator.explain import change_rows, chosen_word, frontier_rows, goal_title, told_lines
from allocator.rosters.edition import Edition
from allocator.rosters.page import HEAD_HEIGHT, Field, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head

#: Fields of a change, and the width of each column in characters.
WIDTHS = {"change": 17, "delegation": 44, "delegate": 34, "people": 12, "from": 26, "to": 26}
#: Columns of the frontier before those of the goals.
FRONTIER_FIELDS = ("moves", "sizes", "chosen", "proven")
#: The width of a further column, in characters.
_GOAL_WIDTH = 16


def is_wanted(edition: Edition) -> bool:
    """Whether there was a version before."""
    return edition.outcome.changes is not None


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    changes = changes_in(edition)
    head(page, edition, edition.say("changes.title", previous=changes.previous))
    for line in told_lines(changes, edition.language):
        page.line([line], "strong")
    page.line([edition.say("changes.note")], "note")
    page.skip()
    page.table(_fields(edition), _rows(edition), name="Changes")
    page.printed = (page.row, page.columns)
    page.skip()
    page.widths(_all_widths(edition))
    _frontier(page, edition)


def changes_in(edition: Edition) -> Changes:
    """The edition's changes; none where there was no version before."""
    return edition.outcome.changes or Changes()


def frontier_rows_at(edition: Edition) -> tuple[int, int]:
    """The heading row and the last row of the frontier, for the chart."""
    changes = changes_in(edition)
    above = 1 + sum(bool(text) for text in (edition.meeting, edition.event))
    above += len(told_lines(changes, edition.language)) + len(("note", "gap"))
    above += len(("headings", *change_rows(changes))) + len(("gap", "section", "note"))
    return above + 1, above + 1 + len(changes.frontier)


def frontier_note(edition: Edition) -> str:
    """What the lines of the frontier promise: nothing that was not proven."""
    proven = all(point.proven for point in edition.outcome.frontier)
    return edition.say("overview.frontier_note" if proven else "overview.frontier_open")


def columns(edition: Edition) -> tuple[str, ...]:
    """The fields of a change; the delegate only where any change names one."""
    named = any(row.name for row in change_rows(changes_in(edition)))
    return tuple(name for name in WIDTHS if named or name != "delegate")


def _frontier(page: Page, edition: Edition) -> None:
    """The frontier as numbers, from which the chart of the overview is drawn.

    The overview is where it is printed; its columns would make the changes small on paper.
    """
    page.line([edition.say("overview.frontier")], "section")
    page.line([frontier_note(edition)], "note")
    goals = [score.name for score in edition.outcome.goals]
    headings = [edition.heading(field) for field in FRONTIER_FIELDS]
    titles = [goal_title(name, edition.language) for name in goals]
    heads = ["head number", "head", "head", "head", *["head number"] * len(goals)]
    cells = [*headings, *titles]
    page.line(cells, heads, height=max(HEAD_HEIGHT, page.height_of(cells, heads)))
    for row in frontier_rows(edition.outcome, edition.language):
        chosen = chosen_word(edition.language, is_best=row.is_best) if row.chosen else None
        proven = edition.say("values.yes" if row.proven else "values.no")
        styles = ["number", "text", "first", "text", *["number"] * len(goals)]
        page.line([row.moves, row.all_sizes, chosen, proven, *row.goals.values()], styles)


def _fields(edition: Edition) -> list[Field]:
    styles = {"change": "first", "delegation": "first", "people": "number"}
    return [
        Field(heading=edition.heading(name), width=WIDTHS[name], style=styles.get(name, "text"))
        for name in columns(edition)
    ]


def _rows(edition: Edition) -> Iterator[Sequence[Value]]:
    for row in change_rows(changes_in(edition)):
        cells: dict[str, Value] = {
            "change": edition.say(f"changes.{row.kind}"),
            "delegation": row.delegation,
            "delegate": row.name,
            "people": row.people,
            "from": row.origin,
            "to": row.target,
        }
        yield [cells[name] for name in columns(edition)]


def _all_widths(edition: Edition) -> list[float]:
    """The widths of the columns, as many as the wider of the two tables has."""
    own = [WIDTHS[name] for name in columns(edition)]
    more = len(FRONTIER_FIELDS) + len(edition.outcome.goals) - len(own)
    return [*own, *([_GOAL_WIDTH] * max(0, more))]
