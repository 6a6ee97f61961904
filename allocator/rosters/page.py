"""One sheet while it is written, from the first row to the last."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl.cell import Cell
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from allocator.rosters.look import Look

#: What a cell of a roster can hold.
Value = str | int | float | None

#: Characters that no XML holds; a file with one of them does not open.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Text that Excel takes for a formula when somebody edits the cell.
_FORMULA_STARTS = ("=", "+", "-", "@")
#: Points of height of one printed line of 11 point text.
LINE_HEIGHT = 15.0
#: Points of height of a row of headings that may take two lines.
HEAD_HEIGHT = 32.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of a table: its heading, its width in characters and the styles of its cells."""

    heading: str
    width: float
    style: str = "text"

    @property
    def head_style(self) -> str:
        """Headings stand over their cells: centred over numbers."""
        return "head number" if self.style in _CENTRED else "head"


_CENTRED = {"number", "small", "input number"}
#: Height of a usual row in centimetres.
_ROW_CENTIMETRES = LINE_HEIGHT / 72 * 2.54


@dataclass(slots=True)
class Page:
    """A sheet, and the row that was written last (0 before the first).

    ``columns`` are as many as have a width, ``hanging`` the rows that charts take below the last.
    """

    sheet: Worksheet
    look: Look
    row: int = 0
    head_row: int = 0
    columns: int = 1
    hanging: int = 0
    alt_texts: list[str] = field(default_factory=list)

    def line(self, values: Sequence[Value], styles: str | Sequence[str]) -> int:
        """Write one row and return its number; one style serves all cells, or each has its own."""
        each = [styles] * len(values) if isinstance(styles, str) else styles
        self.sheet.append(
            [self._cell(value, style) for value, style in zip(values, each, strict=True)]
        )
        self.row += 1
        return self.row

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        for _ in range(rows):
            self.sheet.append([])
        self.row += rows

    def prose(self, text: str, style: str, *, over: int, lines: int = 1) -> int:
        """Write a text over several columns, in a row as high as so many lines; its number."""
        row = self.line([text], style)
        if over > 1:
            self.sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=over)
        if lines > 1:
            self.tall(lines * LINE_HEIGHT)
        return row

    def tall(self, points: float) -> None:
        """Give the last row a height."""
        self.sheet.row_dimensions[self.row].height = points

    def widths(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns, in characters, from the first on."""
        for number, width in enumerate(widths, start=1):
            self.columns = max(self.columns, number)
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def table(self, fields: Sequence[Field], rows: Iterable[Sequence[Value]], *, name: str) -> int:
        """Write headings and rows as a table with filters; the number of the heading row.

        ``name`` is unique in the workbook, letters only. Without rows there is no table object:
        Excel refuses one that is empty.
        """
        self.widths(each.width for each in fields)
        headings = distinct([each.heading for each in fields])
        self.head_row = self.line(headings, [each.head_style for each in fields])
        self.tall(HEAD_HEIGHT)
        styles = [each.style for each in fields]
        widths = [each.width for each in fields]
        for row in rows:
            self.line(row, styles)
            if (lines := _lines_of(row, widths)) > 1:
                self.tall(lines * LINE_HEIGHT)
        if self.row > self.head_row:
            last = f"{get_column_letter(len(fields))}{self.row}"
            table = Table(displayName=name, ref=f"A{self.head_row}:{last}")
            table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
            self.sheet.add_table(table)
        self.sheet.freeze_panes = f"A{self.head_row + 1}"
        self.sheet.print_title_rows = f"{self.head_row}:{self.head_row}"
        return self.head_row

    def chart(self, chart: BarChart, *, column: str, alt: str) -> None:
        """Put a chart below the last row, with the text that a screen reader reads instead."""
        self.sheet.add_chart(chart, f"{column}{self.row + 1}")
        self.hanging = max(self.hanging, math.ceil(chart.height / _ROW_CENTIMETRES))
        self.alt_texts.append(alt)

    def check(self, validation: DataValidation, cells: str) -> None:
        """Let cells (such as ``B5:B9``) accept only what the validation allows."""
        validation.add(cells)
        self.sheet.add_data_validation(validation)

    def _cell(self, value: Value, style: str) -> Cell:
        """A cell whose text is text, whatever it begins with; ``append`` gives it its place."""
        array = self.look.style(style)
        if not isinstance(value, str):
            return Cell(self.sheet, 1, 1, value, array)
        cell = Cell(self.sheet, 1, 1, _UNWRITABLE.sub("\ufffd", value), array)
        cell.data_type = "s"
        if value.startswith(_FORMULA_STARTS):
            cell.quotePrefix = True
        return cell


def _lines_of(row: Sequence[Value], widths: Sequence[float]) -> int:
    """How many lines the longest text of a row takes when it is wrapped in its column."""
    return max(
        math.ceil(len(value) / width) if isinstance(value, str) else 1
        for value, width in zip(row, widths, strict=True)
    )


def distinct(headings: Sequence[str]) -> list[str]:
    """The headings, later ones numbered where they repeat an earlier: a table needs them unique."""
    seen: set[str] = set()
    result = []
    for heading in headings:
        name, number = heading or " ", 1
        while name.casefold() in seen:
            number += 1
            name = f"{heading} ({number})"
        seen.add(name.casefold())
        result.append(name)
    return result


def choices(values: Sequence[str], *, title: str, message: str) -> DataValidation:
    """A drop-down of these values; nothing else is accepted but an empty cell."""
    return DataValidation(
        type="list",
        formula1=f'"{",".join(values)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=title,
        error=message,
    )


def whole_numbers(least: int, most: int, *, title: str, message: str) -> DataValidation:
    """Only whole numbers in this range, bounds included, or an empty cell."""
    return DataValidation(
        type="whole",
        operator="between",
        formula1=str(least),
        formula2=str(most),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=title,
        error=message,
    )
