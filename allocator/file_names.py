"""What files of rosters are called, so that versions are told apart in a folder."""

import unicodedata

from allocator.allocation import Outcome

#: Characters of the meeting's name that are kept.
LONGEST = 60


def file_name(outcome: Outcome, day: str, what: str = "rosters", ending: str = ".xlsx") -> str:
    """The name of a file: ``MEETING_rosters_v3_2026-11-23.xlsx``.

    ``day`` begins with a date, ISO 8601. Of the meeting's name, letters and digits stay.
    """
    meeting = outcome.workshop.settings.meeting or ""
    words = "".join(each if _is_kept(each) else " " for each in meeting).split()
    parts = ["-".join(words)[:LONGEST], what, f"v{outcome.version}", day[:10]]
    return "_".join(part for part in parts if part) + ending


def _is_kept(character: str) -> bool:
    """Letters and digits; marks above or below a letter are part of it."""
    return character.isalnum() or unicodedata.combining(character) > 0
