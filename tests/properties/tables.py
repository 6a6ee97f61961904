"""Random lists as somebody sends them: one table in any separator, encoding and format."""

import csv
import io
import string
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
from hypothesis import strategies as st

from allocator.folding import fold

#: Names that spreadsheets like to spoil.
HARD_NAMES = ("=SUM(A1)", "+1", "-x", "@home", "007", "NA", "None", "_x0041_", "#N/A", "1E5",
              "a & b <c>", "“q”", 'say "no"', "x; y, z", "TRUE", "2026-11-26")  # fmt: skip
#: States, whose region the program would know.
STATES = ("Ghana", "Fiji", "Côte d’Ivoire", "Åland Islands", "Türkiye", "Japan")
LETTERS = string.ascii_letters + " éñøßçŁž中文ع'-=&<>.\""
REGIONS, CATEGORIES = ("North", "South", "Ouest é"), ("State", "NGO")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list: its headings, and rows of texts and whole numbers in the order of the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]

    def ordered(self, columns: Sequence[int]) -> "Table":
        """The same with its columns in another order."""
        return Table(
            headings=tuple(self.headings[each] for each in columns),
            rows=tuple(tuple(row[each] for each in columns) for row in self.rows),
        )

    def beside(self, heading: str, texts: Sequence[str]) -> "Table":
        """The same with one more column at the end."""
        rows = tuple((*row, text) for row, text in zip(self.rows, texts, strict=True))
        return replace(self, headings=(*self.headings, heading), rows=rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a list is sent; without a separator as a workbook."""

    separator: str = ""
    encoding: str = ""
    ending: str = "csv"

    def file(self, table: Table, folder: Path) -> Path:
        """The file of a list."""
        path = folder / f"list.{self.ending}"
        if not self.separator:
            _write_workbook(table, path)
            return path
        text = io.StringIO()
        writer = csv.writer(text, delimiter=self.separator)
        writer.writerows([table.headings, *table.rows])
        path.write_bytes(text.getvalue().encode(self.encoding))
        return path


WORKBOOK = Form(ending="xlsx")
FORMS = (
    Form(separator=",", encoding="utf-8"),
    Form(separator=";", encoding="utf-8-sig"),
    Form(separator="\t", encoding="utf-16", ending="tsv"),
    Form(separator=";", encoding="utf-16"),
    WORKBOOK,
)

drawn_names = st.lists(
    st.sampled_from((*HARD_NAMES, *STATES)) | st.text(LETTERS, min_size=3, max_size=12),
    max_size=9,
)


def unlike(drawn: Sequence[str]) -> list[str]:
    """The names without spaces around them, each once, and three of them at least."""
    chosen = {fold(name): name for name in map(str.strip, drawn) if fold(name)}
    return [*chosen.values(), *("Kenya", "Peru", "Chad")[: max(0, 3 - len(chosen))]]


@st.composite
def tables(draw: st.DrawFn, *, largest: int = 7) -> Table:
    """Head-counts with regions, now and then with categories; no name is there twice."""
    headings: tuple[str, ...] = ("Delegation", "Delegates", "Region", "Category")
    rows = tuple(
        (name, draw(st.integers(1, largest)), draw(st.sampled_from(REGIONS)),
         draw(st.sampled_from(CATEGORIES)))
        for name in draw(drawn_names.map(unlike))
    )  # fmt: skip
    table = Table(headings=headings, rows=rows)
    return table if draw(st.booleans()) else table.ordered((0, 1, 2))


def _write_workbook(table: Table, path: Path) -> None:
    """Texts are written as texts, whatever they begin with, and escaped as Excel does."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate([table.headings, *table.rows], start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str):
                cell.value, cell.data_type = value.replace("_x", "_x005F_x"), "s"
    book.save(path)
