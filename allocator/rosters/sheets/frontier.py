"""The part of the overview that shows what more moves would give: a table and a chart."""

from openpyxl.worksheet.pagebreak import Break

from allocator.explain import frontier_rows, goal_title
from allocator.rosters.charts import bars, cells, many_series
from allocator.rosters.edition import Edition
from allocator.rosters.page import HEAD_HEIGHT, Page
from allocator.rosters.sheets import changes

#: Goals that have a column of their own; the others stand in the sentence.
_SHOWN_GOALS = ("size", "small", "seating")
#: Least height of a row of the table in points.
_POINT_HEIGHT = 20
#: Width and height of the chart in centimetres: as wide as the table.
_CHART = (34.5, 8.5)


def write(page: Page, edition: Edition) -> None:
    """Write the table, and with more than one point the chart, on a printed page of their own."""
    several = len(changes.changes_in(edition).frontier) > 1
    if several:
        _next_page(page)
    _table(page, edition)
    page.skip()
    if several:
        _chart(page, edition)
        _next_page(page)


def _next_page(page: Page) -> None:
    """Begin another printed page below the charts that hang from the last row."""
    for _ in range(page.hanging):
        page.skip()
    page.hanging = page.pages_high = 0
    page.sheet.row_breaks.append(Break(id=page.row))
    # A chart whose edge lies on the break would show it on the page before.
    page.skip()


def _table(page: Page, edition: Edition) -> None:
    page.line([edition.say("overview.frontier")], "section")
    page.line([changes.frontier_note(edition)], "note")
    titles = [goal_title(name, edition.language) for name in _SHOWN_GOALS]
    page.line(
        [edition.heading("moves"), *titles, edition.heading("sizes"), edition.heading("points")],
        ["head number", "head number", "head number", "head number", "head", "head"],
        height=HEAD_HEIGHT,
    )
    for row in frontier_rows(edition.outcome, edition.language):
        goals = [row.goals.get(name) for name in _SHOWN_GOALS]
        others = [
            f"{goal_title(name, edition.language)} {value}"
            for name, value in row.goals.items()
            if name not in _SHOWN_GOALS
        ]
        sentence = edition.dots([row.remark, *others])
        number, text = ("total number", "total") if row.chosen else ("number", "text")
        styles = [number, number, number, number, text, text]
        line = [row.moves, *goals, row.sizes, sentence]
        page.line(line, styles, height=max(_POINT_HEIGHT, page.height_of(line, styles)))


def _chart(page: Page, edition: Edition) -> None:
    """The goals for each number of moves, from the sheet of the changes."""
    title = edition.say("sheets.changes")
    sheet = page.neighbour(title)
    first, last = changes.frontier_rows_at(edition)
    before = len(changes.FRONTIER_FIELDS)
    width, height = _CHART
    title_of_chart, right = edition.say("overview.frontier_chart"), edition.from_right
    chart = bars(title_of_chart, width=width, height=height, from_right=right)
    many_series(
        chart,
        values=[cells(sheet, before + number, first, last) for number in _telling(edition)],
        names=cells(sheet, 1, first + 1, last),
    )
    chart.x_axis.title = edition.heading("moves")
    alt = edition.say("overview.frontier_chart_alt", sheet=title)
    page.chart(chart, column="A", alt=alt)


def _telling(edition: Edition) -> list[int]:
    """The places of the goals that more moves change, from 1; of all goals where none does.

    Bars that are the same everywhere would hide the others, and there are no colours for them.
    """
    rows = frontier_rows(edition.outcome, edition.language)
    names = list(enumerate((score.name for score in edition.outcome.goals), start=1))
    changed = [number for number, name in names if len({row.goals.get(name) for row in rows}) > 1]
    return changed or [number for number, _ in names]
