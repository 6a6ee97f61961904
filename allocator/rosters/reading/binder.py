"""Opening a rosters workbook: its language, its sheets by what they are, its rosters."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from allocator.intake.guard import Kind, load, require_harmless
from allocator.intake.sheet import Fault, Sheet, Value
from allocator.intake.upload import Upload
from allocator.intake.xlsx import read_xlsx
from allocator.language import LANGUAGES, catalogue
from allocator.rosters.phrases import Phrases
from allocator.rosters.problems import Problems
from allocator.rosters.reading.grid import Grid
from allocator.workshop import Source

#: Sheets without which no outcome can be read.
REQUIRED = ("delegations", "groups", "settings")
#: Sheets that tell a rosters workbook from others, and how many of them must be there: a filled
#: template has three.
_MARKS = (*REQUIRED, "overview", "balance", "record")
_LEAST_MARKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """The sheets of a rosters workbook.

    ``source`` is the workbook itself.
    ``sheets``: key of the catalogue's ``[sheets]`` -> grid, total over ``REQUIRED``. ``others`` are
    the sheets of no such name, in the order of the workbook; the rosters of the groups are among
    them. ``sources`` are all sheets as the
    list reader sees them.
    """

    phrases: Phrases
    problems: Problems
    source: Source
    sheets: dict[str, Grid]
    sources: tuple[Sheet, ...]
    others: tuple[Grid, ...]


def binder_of(path: str | os.PathLike[str]) -> Binder:
    """The sheets of a workbook.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: when it is no rosters workbook, or sheets are missing.
    """
    return binder_in(load(Path(path)))


def binder_in(upload: Upload) -> Binder:
    """The sheets of a workbook whose bytes are there.

    Raises:
        ListRefused: when it is no rosters workbook, or sheets are missing.
    """
    problems = Problems(upload.file)
    sources = sheets_of(upload)
    grids = tuple(map(_grid, sources))
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
        source=Source(file=upload.file, sha256=upload.sha256),
        sheets=sheets,
        sources=sources,
        others=tuple(grid for grid in grids if grid.title.casefold() not in titles),
    )


def sheets_of(upload: Upload) -> tuple[Sheet, ...]:
    """Every sheet of a workbook.

    Raises:
        ListRefused: when it is no sound workbook.
    """
    file = require_harmless(upload)
    if file.kind is not Kind.XLSX:
        problems = Problems(upload.file)
        problems.no_rosters()
        problems.refuse()
    return read_xlsx(file)


def _grid(sheet: Sheet) -> Grid:
    """The values of a sheet, blank rows included; a cell without a value keeps its text."""
    last = max(sheet.rows, default=0)
    rows = (sheet.rows.get(number, ()) for number in range(1, last + 1))
    return Grid(title=sheet.name, rows=tuple(tuple(map(_cell, row)) for row in rows))


def _cell(value: Value) -> object:
    if isinstance(value, Fault):
        return value.text
    return None if value == "" else value


def _language_of(titles: Sequence[str]) -> str:
    """The language whose names for the sheets the workbook uses; empty for other workbooks."""
    there = {title.casefold() for title in titles}
    known = {
        code: sum(catalogue(code)["sheets"][key].casefold() in there for key in _MARKS)
        for code in LANGUAGES
    }
    best = max(LANGUAGES, key=lambda code: known[code])
    return best if known[best] >= _LEAST_MARKS else ""
