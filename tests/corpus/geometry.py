"""Sheets that lie about their size, cells far outside, and rows that are no delegations."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from corpus.case import Case, Problem
from corpus.sheets import HEADER, Cell, a_book, a_list, a_part, a_row, value
from list_files import SHEET, a_csv, patched

Make = Callable[[Path], Path]
READ = (("Kenya", 2), ("Chad", 1))
_ROWS = (a_row(1, *HEADER), a_row(2, "Kenya", 2), a_row(3, "Chad", 1))


def _sheet(*rows: str, before: str = "", behind: str = "") -> Make:
    def make(folder: Path) -> Path:
        return a_book(folder, {SHEET: a_part(*rows, before=before, behind=behind)})

    return make


def _wide(rows: tuple[str, ...], *, behind: str) -> Make:
    """A sheet in UTF-16."""
    content = a_part(*rows, behind=behind).decode().encode("utf-16")
    return lambda folder: a_book(folder, {SHEET: content})


def _listed(*rows: tuple[Cell, ...], header: tuple[Cell, ...] = HEADER) -> Make:
    def make(folder: Path) -> Path:
        return a_list(folder, *rows, header=header)

    return make


def _sized(name: str, number: int, area: str) -> Case:
    make = _sheet(*_ROWS, before=f'<dimension ref="{area}"/>')
    return Case(number=number, name=name, make=make, read=READ)


def _at(  # noqa: PLR0913 - what is changed, and what is told
    number: int, name: str, old: str, new: str, *, code: str = "E-RANGE", where: str = ""
) -> Case:
    """A list of which one row or cell is said to stand elsewhere."""
    rows = [row.replace(old, new) for row in _ROWS]
    problems = (Problem(code, where),)
    return Case(number=number, name=name, make=_sheet(*rows), problems=problems, apart=not where)


def _refused(number: int, name: str, make: Make, *problems: Problem, says: str = "") -> Case:
    return Case(number=number, name=name, make=make, problems=problems, says=says)


def _formats(folder: Path) -> Path:
    """A workbook with more formats of cells than any program can show."""
    path = a_book(folder, {})
    return patched(path, "xl/styles.xml", b"</cellXfs>", b"<xf/>" * 140_000 + b"</cellXfs>")


def _without_sheets(folder: Path) -> Path:
    path = a_book(folder, {})
    with ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml")
    start, end = book.index(b"<sheets>"), book.index(b"</sheets>")
    return a_book(folder, {"xl/workbook.xml": book[: start + len("<sheets>")] + book[end:]})


def _hidden_sheet(folder: Path) -> Path:
    path = a_book(folder, {})
    return patched(path, "xl/workbook.xml", b'state="visible"', b'state="hidden"')


def _shared_texts(folder: Path) -> Path:
    """A workbook whose table of shared texts says that it holds four thousand millions of them."""
    texts = "".join(f"<si><t>{each}</t></si>" for each in (*HEADER, "Kenya", "Chad"))
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'count="4294967295" uniqueCount="4294967295">{texts}</sst>'
    )
    first, second, third, fourth = (value(str(each), 't="s"') for each in range(4))
    rows = (a_row(1, first, second), a_row(2, third, 2), a_row(3, fourth, 1))
    path = a_book(folder, {SHEET: a_part(*rows), "xl/sharedStrings.xml": shared.encode()})
    with ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml")
    entry = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    if b"/xl/sharedStrings.xml" not in types:
        types = types.replace(b"</Types>", entry)
    changed = {"xl/sharedStrings.xml": shared.encode(), "[Content_Types].xml": types}
    return a_book(folder, {SHEET: a_part(*rows), **changed})


def _merged(said: str) -> str:
    return f'<mergeCells count="1"><mergeCell {said}/></mergeCells>'


#: A range that whoever looks for ``ref=`` takes for a small one.
_TWO_WAYS = """a=" ref='A2:A3'" ref="A1:XFD1048576\""""
_PEOPLE = (a_row(1, "Delegation", "Name"), a_row(2, "Kenya", "Amani"), a_row(3, "", "Baraka"),
           a_row(4, "Chad", "Idriss"))  # fmt: skip

CASES = (
    _sized("dim_lie_huge", 52, "A1:XFD1048576"),
    _sized("dim_lie_xfd", 53, "A1:XFD3"),
    _sized("dim_lie_small", 54, "A1:A1"),
    _at(55, "far_cell", 'r="A2"', 'r="XFD1048576"'),
    _at(56, "far_cell_row", 'r="A2"', 'r="A1048576"'),
    _at(57, "far_cell_col", 'r="A2"', 'r="XFD2"'),
    _at(58, "beyond_grid", 'r="A2"', 'r="ZZZ9999999"'),
    # What stands in row -2 is nowhere; row 2 has a head-count and no name.
    _at(59, "neg_row", '<row r="2" ><c r="A2" t="inlineStr">', '<row r="-2" ><c t="inlineStr">',
        code="E-NAME", where="cell A2"),
    _at(59, "neg_row_of_cell", 'r="A2"', 'r="A-2"', code="E-DAMAGED"),
    _at(60, "row_overflow", '<row r="2" ><c r="A2" t="inlineStr">',
        '<row r="4294967298" ><c t="inlineStr">'),
    _refused(61, "empty_sheet", _sheet(), Problem("E-EMPTY")),
    _refused(62, "no_sheet", _without_sheets, Problem("E-DAMAGED")),
    _refused(63, "hidden_sheet", _hidden_sheet, Problem("E-EMPTY"), says="no visible sheet"),
    Case(number=64, name="filtered_hidden_rows", notices=("N-HIDDEN",), read=READ,
         make=_sheet(_ROWS[0], a_row(2, "Kenya", 2, attributes='hidden="1"'), _ROWS[2])),
    _refused(65, "sst_index_oob", _listed((value("999", 't="s"'), 2)), Problem("E-DAMAGED")),
    Case(number=66, name="sst_count_lie", apart=True, make=_shared_texts, read=READ),
    _refused(67, "style_bad", _listed(("Kenya", value("2", 's="9999"'))), Problem("E-DAMAGED")),
    _refused(67, "style_flood", _formats, Problem("E-RANGE")),
    Case(number=68, name="two_headers", notices=("N-ROW",), read=READ,
         make=_listed(("Kenya", 2), HEADER, ("Chad", 1))),
    _refused(69, "dup_headers", _listed(("Kenya", 2, 3), header=(*HEADER, "Delegates")),
             Problem("E-HEADER", "cell C1", "Delegates"), says="B1 and C1"),
    Case(number=70, name="merged", notices=("N-MERGED",), read=(("Kenya", 2), ("Chad", 1)),
         make=_sheet(*_PEOPLE, behind=_merged('ref="A2:A3"'))),
    _refused(70, "merged_everywhere", _sheet(*_PEOPLE, behind=_merged('ref="A1:XFD1048576"')),
             Problem("E-RANGE")),
    _refused(70, "merged_in_two_ways", _sheet(*_PEOPLE, behind=_merged(_TWO_WAYS)),
             Problem("E-DAMAGED")),
    *(_refused(70, f"merged_{name}", _sheet(*_PEOPLE, behind=_merged(f'ref="{area}"')),
               Problem(code))
      for name, area, code in (("across", "A1:XFD9", "E-RANGE"),
                               ("too_many", "A5:J20000", "E-RANGE"),
                               ("small_letters", "a5:xfd1048576", "E-DAMAGED"),
                               ("escaped", "&#65;5:XFD1048576", "E-DAMAGED"))),
    Case(number=70, name="merged_in_utf16", notices=("N-MERGED",),
         make=_wide(_PEOPLE, behind=_merged('ref="A2:A3"')), read=(("Kenya", 2), ("Chad", 1))),
    Case(number=71, name="total_row", notices=("N-ROW",), read=READ,
         make=_listed(("Kenya", 2), ("Chad", 1), ("TOTAL", 3))),
    _refused(72, "header_only", _listed(), Problem("E-EMPTY", "row 1", "Delegates")),
    _refused(72, "header_only.csv", lambda folder: a_csv(folder, "Delegation,Delegates"),
             Problem("E-EMPTY", "line 1", "Delegates")),
)  # fmt: skip
