"""One page per group for the report to the plenary: who speaks, and ruled space for the points."""

from openpyxl.worksheet.pagebreak import Break

from allocator.rosters.edition import Edition
from allocator.rosters.page import Page
from allocator.rosters.sheets.head import head

#: Ruled lines on a page, their height in points, and their width in two columns of characters.
_LINES = 10
_RULE_HEIGHT = 24
_WIDTHS = (22, 98)


def write(page: Page, edition: Edition) -> None:
    """Write a page for every group of every session."""
    page.widths(_WIDTHS)
    pages = [(each, group) for each in edition.by_session for group in each.groups]
    for session, group in pages:
        title = f"{edition.say('reports.title')} · {group.name}"
        head(page, edition, session.in_session(title))
        page.skip()
        for field, value in (
            ("room", group.room), ("chair", group.chair), ("rapporteur", group.rapporteur)
        ):  # fmt: skip
            page.line(
                [edition.heading(field), value or None], ["strong", "ruled"], height=_RULE_HEIGHT
            )
        page.skip()
        page.line([edition.say("reports.points")], "section")
        for number in range(1, _LINES + 1):
            page.line([number, None], ["small", "ruled"], height=_RULE_HEIGHT)
        # The note is about the whole page, and must not look like something written on a line.
        page.skip()
        page.line([edition.say("reports.note")], "note")
        page.sheet.row_breaks.append(Break(id=page.row))
