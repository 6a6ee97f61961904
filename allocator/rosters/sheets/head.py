"""What stands at the head of every sheet: its title, the meeting and the event."""

from allocator.rosters.edition import Edition
from allocator.rosters.page import Page

#: Height of the row of a title, in points.
TITLE_HEIGHT = 30


def head(page: Page, edition: Edition, title: str) -> None:
    """The title, then the meeting with its theme, then date, time and venue, as far as known."""
    page.line([title], "headline", height=TITLE_HEIGHT)
    for text in (edition.meeting, edition.event):
        if text:
            page.line([text], "subtitle")
