"""One sheet while it is written, from the first row to the last."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from allocator.rosters.look import Look, wrapped
from allocator.rosters.measure import STANDARD, lines_of, text_width
from allocator.rosters.rows import Line, Value, writable

#: Points of height of one printed line of 11 point text.
LINE_HEIGHT = 15.0
#: Points of height of a row of headings that may take two lines.
HEAD_HEIGHT = 32.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of a table: its heading, the style of its cells and its width in characters.

    A column whose texts are longer is widened, up to ``most``.
    """

    heading: str
    width: float
    style: str = "text"
    most: float = 0

    @property
    def head_style(self) -> str:
        """Headings stand over their cells: centred over numbers."""
        return "head number" if self.style in _CENTRED else "head"


#: Styles of text in bold letters.
_BOLD = {"first"}
_CENTRED = {"number", "small", "input number"}
#: Room beside the longest text of a column that is as wide as it, in characters.
_AIR = 1.5
#: Height of a usual row in centimetres.
_ROW_CENTIMETRES = LINE_HEIGHT / 72 * 2.54


@dataclass(slots=True)
class Page:
    """A sheet and its rows so far.

    ``columns`` are as many as have a width, ``wide`` the widths in characters, ``hanging`` the rows
    that charts take below the last; ``printed``: last row and column on paper, where not all are.
    ``pages_high`` is the number of printed pages to fit on; 0 is as many as it takes.
    """

    sheet: Worksheet
    look: Look
    book: Book
    lines: list[Line] = field(default_factory=list)
    head_row: int = 0
    columns: int = 1
    wide: list[float] = field(default_factory=list)
    hanging: int = 0
    printed: tuple[int, int] = (0, 0)
    pages_high: int = 0
    alt_texts: list[str] = field(default_factory=list)

    @property
    def row(self) -> int:
        """The number of the row that was written last; 0 before the first."""
        return len(self.lines)

    def line(
        self, values: Sequence[Value], styles: str | Sequence[str], *, height: float = 0
    ) -> int:
        """Write one row and return its number; one style serves all cells, or each has its own.

        The height is in points; 0 is as much as the texts need.
        """
        each = [styles] * len(values) if isinstance(styles, str) else styles
        self.lines.append(Line(values, each, height or self.height_of(values, each)))
        return self.row

    def height_of(self, values: Sequence[Value], styles: Sequence[str]) -> float:
        """The height in points that a row's longest text needs; 0 where one line will do.

        The rows of LibreOffice are as high as the file says, and texts that need more overlap.
        """
        lines = max(map(_lines, values, styles, self.wide), default=1)
        return lines * LINE_HEIGHT if lines > 1 else 0

    def skip(self) -> None:
        """Leave a row empty."""
        self.lines.append(Line())

    def widths(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns, in characters, from the first on."""
        self.wide = list(widths)
        self.columns = max(self.columns, len(self.wide))
        for number, width in enumerate(self.wide, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def table(
        self,
        fields: Sequence[Field],
        rows: Iterable[Sequence[Value]],
        *,
        name: str,
        row_height: float = 0,
    ) -> int:
        """Write headings and rows as a table with filters; the number of the heading row.

        ``name`` is unique in the workbook, letters only. Without rows there is no table object:
        Excel refuses one that is empty. ``row_height`` is that of a row of one line, in points; 0
        leaves it to the program that opens the file.
        """
        written = tuple(rows)
        self.widths(_fitting(field, column, written) for column, field in enumerate(fields))
        headings = distinct([writable(each.heading) for each in fields])
        head_styles = [each.head_style for each in fields]
        self.head_row = self.line(headings, head_styles, height=HEAD_HEIGHT)
        styles = [each.style for each in fields]
        for row in written:
            self.line(row, styles, height=self.height_of(row, styles) or row_height)
        if self.row > self.head_row:
            last = f"{get_column_letter(len(fields))}{self.row}"
            self.sheet.add_table(_table(name, f"A{self.head_row}:{last}", headings))
        self.sheet.freeze_panes = f"A{self.head_row + 1}"
        self.sheet.print_title_rows = f"{self.head_row}:{self.head_row}"
        return self.head_row

    def neighbour(self, title: str) -> Worksheet:
        """Another sheet of the workbook; its rows may not be written yet."""
        return next(sheet for sheet in self.book.worksheets if sheet.title == title)

    def chart(self, chart: BarChart, *, column: str, alt: str) -> None:
        """Put a chart below the last row, with the text that a screen reader reads instead."""
        self.sheet.add_chart(chart, f"{column}{self.row + 1}")
        self.hanging = max(self.hanging, math.ceil(chart.height / _ROW_CENTIMETRES))
        self.alt_texts.append(writable(alt))

    def check(self, validation: DataValidation, cells: str) -> None:
        """Let cells (such as ``B5:B9``) accept only what the validation allows."""
        validation.add(cells)
        self.sheet.add_data_validation(validation)


def _table(name: str, area: str, headings: Sequence[str]) -> Table:
    table = Table(displayName=name, ref=area, autoFilter=AutoFilter(ref=area))
    table.tableColumns = [
        TableColumn(id=number, name=heading) for number, heading in enumerate(headings, start=1)
    ]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return table


def _fitting(field: Field, column: int, rows: Sequence[Sequence[Value]]) -> float:
    """The width of a column that its texts need, within what the field allows."""
    if not field.most:
        return field.width
    bold = field.style in _BOLD
    texts = {str(row[column] or "") for row in rows}
    longest = max((text_width(text, STANDARD, bold=bold) for text in texts), default=0)
    return max(field.width, min(field.most, longest + _AIR))


def _lines(value: Value, style: str, width: float) -> int:
    """The lines that a cell takes in a column of this width."""
    font = wrapped(style) if isinstance(value, str) else None
    if font is None:
        return 1
    return lines_of(str(value), width, font.size, bold=font.bold)


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
