"""Marks in a workbook: where something is wrong, and what; never by colour alone."""

import re
from collections.abc import Iterator, Sequence

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from allocator.findings import Finding, Place, Severity
from allocator.intake.told import PROBLEMS
from allocator.text import joined, say, told

#: Who wrote the comments, as Excel shows it.
AUTHOR = "allocator"
#: The longest text of a comment and of a cell, in characters; Excel holds 32,767.
LONGEST = 2_000
#: Width of a comment in points, and the letters that fit on one of its lines of 15 points.
_WIDTH, _LETTERS, _LINE = 320, 52, 15

_FILLS = {Severity.ERROR: "FFFFC7CE", Severity.NOTICE: "FFFFEB9C"}
#: Errors and notices have different frames too, for eyes and printers without colours.
_SIDES = {Severity.ERROR: Side("medium", "FF9C0006"), Severity.NOTICE: Side("dashed", "FF7F6000")}
_LEGEND = (
    (
        Severity.ERROR,
        say("Error (red, solid frame): the list is refused until this is corrected."),
    ),
    (
        Severity.NOTICE,
        say("Notice (amber, dashed frame): the list is read; check that this is meant."),
    ),
)
_KINDS = {Severity.ERROR: say("error"), Severity.NOTICE: say("notice")}
_HEADINGS = (say("Kind"), say("Code"), say("Where"), say("What was found, and what to do"))
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Text that Excel reads as a coded character.
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def plain(text: str) -> str:
    """The text as a cell can hold it: without what no XML holds, and not too long."""
    return _CODED.sub("_x005F_", _UNWRITABLE.sub("\ufffd", text))[:32_000]


def mark(book: Book, findings: Sequence[Finding], home: Place, language: str) -> None:
    """Mark every finding at its cell or row, and add a sheet that lists all of them.

    Args:
        book: the workbook; it is changed.
        findings: those without a row, or of another file, are in the list alone.
        home: the file, and the sheet of findings whose place has none.
        language: the code of the one in which comments and list are written.
    """
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    # Errors last: where both stand in a cell, the colour is that of the error.
    for finding in sorted(findings, key=lambda each: each.severity is Severity.ERROR):
        sheet = sheets.get(plain(finding.place.sheet or home.sheet)[:31])
        if sheet is not None and finding.place.row and finding.place.file == home.file:
            _mark(sheet, finding, language)
    _list(book, findings, home, language)


def _mark(sheet: Worksheet, finding: Finding, language: str) -> None:
    cells = list(_cells(sheet, finding))
    side = _SIDES[finding.severity]
    for cell in cells:
        cell.fill = PatternFill("solid", fgColor=_FILLS[finding.severity])
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    first = cells[0]
    kind = told(_KINDS[finding.severity], language)
    text = f"{kind}[{finding.code}]: {told(finding.message, language)}"
    if first.comment is not None:
        text = f"{text}\n\n{first.comment.text}"
    text = plain(text)[:LONGEST]
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    first.comment = Comment(text, AUTHOR, height=_LINE * (lines + 1), width=_WIDTH)


def _cells(sheet: Worksheet, finding: Finding) -> Iterator[Cell]:
    """The cell of a finding; of one about a row its cells with text, at least the first."""
    row, column = finding.place.row, finding.place.column
    if column:
        yield _visible(sheet, row, column)
        return
    used = [cell.column for cell in sheet[row] if cell.value is not None] or [1]
    for number in used if finding.severity is Severity.ERROR else used[:1]:
        yield _visible(sheet, row, number)


def _visible(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell; of a merged range the first, which stands for all."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        area = next(each for each in sheet.merged_cells.ranges if cell.coordinate in each)
        return _visible(sheet, area.min_row, area.min_col)
    return cell


def _list(book: Book, findings: Sequence[Finding], home: Place, language: str) -> None:
    """The last sheet: what the marks mean, and every finding with its place."""
    page = book.create_sheet(_free_title(book, told(PROBLEMS, language)))
    for severity, meaning in _LEGEND:
        page.append([told(meaning, language)])
        page.cell(page.max_row, 1).fill = PatternFill("solid", fgColor=_FILLS[severity])
    page.append([])
    page.append([told(heading, language) for heading in _HEADINGS])
    for cell in page[page.max_row]:
        cell.font = Font(bold=True)
    for finding in sorted(findings, key=lambda each: each.severity is not Severity.ERROR):
        _line(page, finding, home, language)
    for letter, width in zip("ABCD", (10, 14, 30, 110), strict=True):
        page.column_dimensions[letter].width = width
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _line(page: Worksheet, finding: Finding, home: Place, language: str) -> None:
    row, place = page.max_row + 1, finding.place
    texts = (_KINDS[finding.severity], finding.code, _where(place, home), finding.message)
    for column, text in enumerate(texts, 1):
        cell = page.cell(row, column)
        cell.value = plain(told(text, language))
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if place.row and place.file == home.file:
        sheet = plain(place.sheet or home.sheet)[:31].replace("'", "''")
        target = f"'{sheet}'!{place.cell or f'A{place.row}'}"
        page.cell(row, 3).hyperlink = Hyperlink(ref="", location=target)


def _where(place: Place, home: Place) -> str:
    """The place as a reader of the copy finds it: a line of a text file is a row there."""
    if place.file != home.file:
        return str(place)
    row = place.cell or (say("row {row}", row=place.row) if place.row else "")
    return joined(", ", [part for part in (place.sheet, row) if part])


def _free_title(book: Book, wanted: str) -> str:
    taken = {name.casefold() for name in book.sheetnames}
    numbers = (f"{wanted} {number}" for number in range(2, len(taken) + 3))
    return next(title for title in (wanted, *numbers) if title.casefold() not in taken)
