"""Head-counts that are no whole number from 1 to 500, and those that are one in other letters."""

from pathlib import Path

from corpus.case import Case, Problem
from corpus.sheets import HEADER, Cell, a_list, inline, value
from list_files import a_workbook
from openpyxl import load_workbook


def _refused(number: int, name: str, cell: Cell, holds: str, says: str = "") -> Case:
    """A list whose first head-count is refused."""

    def make(folder: Path) -> Path:
        return a_list(folder, ("Kenya", cell), ("Chad", 1))

    problem = Problem("E-COUNT", "cell B2", holds)
    return Case(number=number, name=name, make=make, problems=(problem,), says=says)


def _read(number: int, name: str, *cells: Cell, counts: tuple[int, ...]) -> Case:
    """A list whose head-counts are texts that are read as numbers."""
    names = ("Kenya", "Chad", "Peru", "Fiji")[: len(cells)]

    def make(folder: Path) -> Path:
        return a_list(folder, *zip(names, cells, strict=True))

    read = tuple(zip(names, counts, strict=True))
    return Case(number=number, name=name, make=make, notices=("N-COUNT",), read=read)


def _formatted(number: int, name: str, number_format: str, stored: float) -> Case:
    """A list whose first head-count is shown in a number format."""

    def make(folder: Path) -> Path:
        path = a_workbook(folder, [HEADER, ("Kenya", stored), ("Chad", 1)])
        book = load_workbook(path)
        book.worksheets[0]["B2"].number_format = number_format
        book.save(path)
        return path

    problem = Problem("E-COUNT", "cell B2", str(stored))
    return Case(number=number, name=name, make=make, problems=(problem,))


_TEXTS = (("superscript", "²"), ("pax", "3 pax"), ("tbc", "TBC"), ("range", "3-4"))
_STORED = (("nan", "NaN"), ("inf", "INF"), ("1e999", "1e999"), ("long", "9" * 5_000),
           ("under", "1_000"), ("text", "three"))  # fmt: skip

CASES = (
    _refused(90, "minus_one", value("-1"), "-1", says="below 1"),
    _refused(91, "zero", value("0"), "<v>0</v>", says="cannot be seated"),
    _refused(92, "fraction", value("2.5"), "2.5"),
    _formatted(93, "fraction_shown_as_3", "0", 2.5),
    _refused(94, "1e300", value("1e300"), "1e300"),
    _refused(95, "million_million", value(str(10**12)), str(10**12), says="above 500"),
    _read(96, "text", "3", " 4 ", counts=(3, 4)),
    _read(97, "other_digits", "\xa03", "٣", "３", "१२", counts=(3, 3, 3, 12)),
    *(_refused(98, name, text, text) for name, text in _TEXTS),
    _refused(99, "decimal_comma", "3,0", "3,0"),
    _refused(99, "thousand_point", "1.000", "1.000"),
    _refused(100, "true", value("1", 't="b"'), 't="b"'),
    _formatted(100, "date", "yyyy-mm-dd", 45000),
    _formatted(100, "percent", "0%", 0.03),
    _refused(101, "blank", inline(""), 'r="B2"'),
    *(_refused(102, f"num_{name}", value(text), text) for name, text in _STORED),
)
