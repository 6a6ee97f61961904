"""The first sheet: the groups, how well they are balanced, and two charts."""

from allocator.explain import balance_rows, headline, told_lines
from allocator.rosters.charts import bars, cells, many_series, one_series
from allocator.rosters.edition import Edition
from allocator.rosters.page import HEAD_HEIGHT, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets import balance, changes, frontier
from allocator.rosters.sheets.head import TITLE_HEIGHT

#: Widths of the six columns, in characters.
_WIDTHS = (32, 11, 17, 14, 27, 84)
#: Least height in points of the row of a goal: the sentences are read, not only looked up.
_GOAL_HEIGHT = 20
#: Centimetres; the two charts stand side by side under the tables.
_CHART_HEIGHT = 8.5
#: Letters of a name that stands under the bar of its group.
_SHORT_NAME = 18
_CHART_WIDTHS = (13.5, 20.5)
#: Centimetres of a lying bar with its number, and of title, scale and legend around the bars.
_BAR_HEIGHT = 0.42
_CHART_FRAME = 2.6


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    page.widths(_WIDTHS)
    page.pages_high = 1
    title = edition.outcome.workshop.settings.meeting or edition.say("overview.title")
    page.line([title], "headline", height=TITLE_HEIGHT)
    for text in (edition.outcome.workshop.settings.theme, edition.event):
        if text:
            page.line([text], "subtitle")
    page.line([headline(edition.outcome, edition.language)], "strong")
    version = edition.say(
        "overview.version", version=edition.outcome.version, date=f"{edition.stamp:%Y-%m-%d}"
    )
    page.line([version], "subtitle")
    if changes.is_wanted(edition):
        for line in told_lines(changes.changes_in(edition), edition.language):
            page.line([line], "strong")
    page.skip()
    first, last = _groups(page, edition)
    page.skip()
    for session in edition.by_session[1:]:
        _groups(page, session)
        page.skip()
    _balance(page, edition)
    page.skip()
    if changes.is_wanted(edition):
        frontier.write(page, edition)
    _people_chart(page, edition.by_session[0], first, last)
    _region_chart(page, edition.by_session[0])


def _groups(page: Page, edition: Edition) -> tuple[int, int]:
    """The table of the groups; its heading row and its last row of a group."""
    several = edition.outcome.plan.sessions > 1
    title = "words.session" if several else "overview.groups"
    page.line([edition.say(title, session=max(1, edition.session))], "section")
    headings = ["group", "people", "delegations", "small_delegations", "room", "chair_rapporteur"]
    first = page.line([edition.heading(each) for each in headings], _HEADS, height=HEAD_HEIGHT)
    for group in edition.groups:
        held = {"chair": group.chair, "rapporteur": group.rapporteur}
        officers = edition.dots(
            edition.say(f"group.{office}", name=name) for office, name in held.items() if name
        )
        counts = [group.delegates, group.delegations, group.small_delegations]
        page.line(
            [group.name, *counts, group.room, officers],
            ["first", "number", "number", "number", "text", "text"],
        )
    last = page.row
    workshop = edition.outcome.workshop
    small = sum(edition.outcome.plan.is_small(each) for each in workshop.delegations)
    page.line(
        [
            edition.heading("total"), workshop.head_count, len(workshop.delegations), small, None,
            None,
        ],
        ["total", "total number", "total number", "total number", "total", "total"],
    )  # fmt: skip
    return first, last


_HEADS = ["head", "head number", "head number", "head number", "head", "head"]


def _balance(page: Page, edition: Edition) -> None:
    """The table of the goals."""
    page.line([edition.say("overview.balance")], "section")
    page.line([edition.say("overview.balance_note")], "note")
    headings = ["goal", "value", "bound", "unit", "verdict", "meaning"]
    page.line(
        [edition.heading(each) for each in headings],
        ["head", "head number", "head number", "head", "head", "head"],
        height=HEAD_HEIGHT,
    )
    styles = ["first", "number", "number", "text", "text", "text"]
    for row in balance_rows(edition.outcome, edition.language):
        line: list[Value] = [row.title, row.value, row.bound, row.unit, row.verdict, row.sentence]
        page.line(line, styles, height=max(_GOAL_HEIGHT, page.height_of(line, styles)))


def _people_chart(page: Page, edition: Edition, first: int, last: int) -> None:
    """People per group, from the table of the groups of a session."""
    title = edition.in_session(edition.say("overview.people_chart"))
    # Under bars that stand, long names would be written askew.
    lying = any(len(group.name) > _SHORT_NAME for group in edition.groups)
    width, right = _CHART_WIDTHS[0], edition.from_right
    chart = bars(title, width=width, height=_CHART_HEIGHT, lying=lying, from_right=right)
    one_series(
        chart,
        values=cells(page.sheet, 2, first, last),
        names=cells(page.sheet, 1, first + 1, last),
        count=edition.outcome.plan.k,
    )
    numbers = ", ".join(f"{group.name}: {group.delegates}" for group in edition.groups)
    page.chart(chart, column="A", alt=_alt(edition, "people_chart", numbers=numbers))


def _region_chart(page: Page, edition: Edition) -> None:
    """Delegations of each region per group of a session, from the sheet of the balance."""
    name = edition.say("sheets.balance")
    sheet = page.neighbour(name)
    first, last = balance.region_rows(edition)
    k = edition.outcome.plan.k
    height = max(_CHART_HEIGHT, _BAR_HEIGHT * k * (last - first) + _CHART_FRAME)
    title = edition.in_session(edition.say("overview.region_chart"))
    width, right = _CHART_WIDTHS[1], edition.from_right
    chart = bars(title, width=width, height=height, lying=True, from_right=right)
    many_series(
        chart,
        values=[cells(sheet, 2 + group, first, last) for group in range(k)],
        names=cells(sheet, 1, first + 1, last),
    )
    page.chart(chart, column="E", alt=_alt(edition, "region_chart", sheet=name))


def _alt(edition: Edition, chart: str, **words: str) -> str:
    """What a screen reader says of a chart, with the session where there are several."""
    return edition.in_session(edition.say(f"overview.{chart}_alt", **words))
