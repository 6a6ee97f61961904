"""What a secretariat does to its files: lists are sent, rosters are edited, systems fail."""

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from properties.tables import Form, Table
from rebalancing.renewals import Seat, below

Change = Callable[[openpyxl.Workbook], object]

#: The first row of the sheet Rules that somebody may write in.
FIRST_RULE = 5
#: The call of the system in which a crash happens, while rosters are written.
CALLS = ("fdopen", "fsync", "chmod", "replace")


def a_file(folder: Path, form: Form, people: Mapping[str, int]) -> Path:
    """A list of head-counts, in two regions."""
    rows = tuple((name, number, region_of(name)) for name, number in people.items())
    return form.file(Table(headings=("Delegation", "Delegates", "Region"), rows=rows), folder)


def region_of(name: str) -> str:
    """One of two regions, by the name's length."""
    return "North" if len(name) % 2 else "South"


def rows_in(path: Path, sheet: str, *headings: str) -> list[dict[str, Any]]:
    """The rows of a table of a workbook: heading -> value."""
    return below(_sheets(path.read_bytes())[sheet], *headings)


@lru_cache(maxsize=4)
def _sheets(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Sheet -> the values of its rows; the same workbook is looked at again and again."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def groups_in(path: Path) -> list[str]:
    """The names of the groups, as the sheet Groups has them."""
    return [row["Name"] for row in rows_in(path, "Groups", "Name", "Room")]


def seated(path: Path) -> Counter[Seat]:
    """Delegation and group -> people, from the sheets of the groups."""
    return Counter(
        {
            (row["Delegation"], group): row["In this group"]
            for group in groups_in(path)
            for row in rows_in(path, group, "Delegation", "In this group", "Of")
        }
    )


def pins_in(path: Path) -> dict[str, str]:
    """Delegation -> the group that it is pinned to, from the sheet Rules."""
    return {row["Who"]: row["Group or With"] for row in rows_in(path, "Rules", "Rule", "Who")
            if row["Rule"] == "in"}  # fmt: skip


def write_pin(book: openpyxl.Workbook, delegation: str, group: str) -> None:
    """A rule in the first free row of the sheet Rules."""
    sheet = book["Rules"]
    row = next(row for row in range(FIRST_RULE, 99) if sheet.cell(row, 1).value is None)
    _write(sheet, row, ("in", delegation, group))


def rename_group(book: openpyxl.Workbook, old: str, new: str) -> None:
    """A new name on the tab, in the table of groups and in the rules that name the group."""
    book[old].title = new
    for title in ("Groups", "Rules"):
        for row in book[title].iter_rows(min_row=FIRST_RULE):
            for cell in row:
                if cell.value == old:
                    cell.value = new


def carry(book: openpyxl.Workbook, delegation: str, origin: str, target: str) -> None:
    """One person of a delegation less on one roster, and one more on another."""
    _count(book[target], delegation, 1, like=book[origin])
    _count(book[origin], delegation, -1)


def _count(sheet: Worksheet, delegation: str, step: int, like: Worksheet | None = None) -> None:
    row = _row(sheet, delegation)
    if row is None:
        assert like is not None
        values = [cell.value for cell in like[_row(like, delegation) or 0]]
        _write(sheet, sheet.max_row + 1, [*values[:2], 1, *values[3:]])
        return
    people = int(str(sheet.cell(row, 3).value)) + step
    sheet.cell(row, 3).value = people
    if not people:
        sheet.delete_rows(row)


def _write(sheet: Worksheet, row: int, values: Sequence[object]) -> None:
    """Texts stay texts, as they do when somebody pastes them."""
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        cell.value = value  # type: ignore[assignment] # what another cell holds
        if isinstance(value, str):
            cell.data_type = "s"


def _row(sheet: Worksheet, delegation: str) -> int | None:
    rows: Iterator[int] = (row for row in range(1, sheet.max_row + 1)
                           if sheet.cell(row, 1).value == delegation)  # fmt: skip
    return next(rows, None)


@contextmanager
def crashing(call: str) -> Iterator[None]:
    """A system whose disk gives up at one of the ``CALLS``."""

    def fails(*_: object, **__: object) -> Callable[..., object]:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, fails)
        yield


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}
