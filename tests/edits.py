"""Editing a rosters workbook by hand, as somebody does in Excel."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from outcomes import STAMP

from allocator.allocation import Outcome
from allocator.rosters import read_rosters, write_rosters

Edit = Callable[[openpyxl.Workbook], object]


def edited(outcome: Outcome, folder: Path, edit: Edit) -> Outcome:
    """What is read from the outcome's workbook after somebody edited it."""
    path = folder / "rosters.xlsx"
    write_rosters(outcome, path, stamp=STAMP)
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return read_rosters(path)
