"""Editing a rosters workbook by hand, as somebody does in Excel."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from outcomes import STAMP

from allocator.allocation import Outcome
from allocator.errors import ListRefused
from allocator.findings import Finding
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


def refused(outcome: Outcome, folder: Path, edit: Edit) -> tuple[Finding, ...]:
    """The problems for which the edited workbook is refused."""
    with pytest.raises(ListRefused) as caught:
        edited(outcome, folder, edit)
    return caught.value.findings
