"""Opening a rosters workbook: its language, its sheets by what they are, its rosters."""

import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from allocator.errors import CannotRead
from allocator.language import LANGUAGES, catalogue
from allocator.rosters.phrases import Phrases
from allocator.rosters.problems import Problems
from allocator.rosters.reading.grid import Grid

#: Sheets without which no outcome can be read.
REQUIRED = ("delegations", "groups", "settings", "record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """The sheets of a rosters workbook.

    ``sheets``: key of the catalogue's ``[sheets]`` -> grid, total over ``REQUIRED``. ``others`` are
    the sheets of no such name, in the workbook's order; the rosters of the groups are among them.
    """

    phrases: Phrases
    problems: Problems
    sheets: dict[str, Grid]
    others: tuple[Grid, ...]


def binder_of(path: str | os.PathLike[str]) -> Binder:
    """The sheets of a workbook.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: when it is no rosters workbook, or sheets are missing.
    """
    problems = Problems(Path(path).name)
    grids = grids_of(path)
    language = _language_of([grid.title for grid in grids])
    if not language:
        problems.no_rosters()
        problems.refuse()
    titles = {title.casefold(): key for key, title in catalogue(language)["sheets"].items()}
    sheets = {titles[key]: grid for grid in grids if (key := grid.title.casefold()) in titles}
    for key in REQUIRED:
        if key not in sheets:
            problems.no_sheet(catalogue(language)["sheets"][key])
    problems.refuse()
    return Binder(
        phrases=Phrases(language=language),
        problems=problems,
        sheets=sheets,
        others=tuple(grid for grid in grids if grid.title.casefold() not in titles),
    )


def grids_of(path: str | os.PathLike[str]) -> tuple[Grid, ...]:
    """The values of every sheet, checked before any parser sees them.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: when it is no sound workbook.
    """
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except OSError as error:
        raise CannotRead(Path(path).name, (error.strerror or str(error)).lower()) from error
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise CannotRead(Path(path).name, "it is no Excel workbook") from error
    try:
        return tuple(_grid(sheet) for sheet in book.worksheets)
    finally:
        book.close()


def _grid(sheet: Worksheet) -> Grid:
    # A size that the file states itself can be wrong; the cells are what counts.
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    return Grid(title=sheet.title, rows=tuple(sheet.iter_rows(values_only=True)))


def _language_of(titles: Sequence[str]) -> str:
    """The language whose names for the sheets the workbook uses; empty when it uses none."""
    there = {title.casefold() for title in titles}
    known = {
        code: sum(catalogue(code)["sheets"][key].casefold() in there for key in REQUIRED)
        for code in LANGUAGES
    }
    best = max(LANGUAGES, key=lambda code: known[code])
    return best if known[best] else ""
