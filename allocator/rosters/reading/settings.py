"""The settings that a rosters workbook carries, read as those of any list."""

from allocator.intake.settings_sheets import settings_of
from allocator.rosters.reading.binder import Binder
from allocator.settings import Settings


def read_settings(binder: Binder) -> Settings:
    """What the sheets of settings and of groups say; empty cells say nothing.

    Problems are left with the binder.
    """
    title = binder.sheets["delegations"].title
    listed = next(sheet for sheet in binder.sources if sheet.name == title)
    read = settings_of(binder.sources, listed)
    binder.problems.add(read.findings)
    return read.settings
