"""Paper: A4, headers and footers, areas that print."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from allocator.rosters.page import Page
from allocator.rosters.phrases import Phrases
from allocator.rosters.rows import writable

_A4 = 9
#: Inches of paper around the printed area, and from the edge to header and footer.
_SIDE, _TOP, _EDGE = 0.45, 0.65, 0.3
#: Excel takes 255 characters for a header; two parts share them.
_LONGEST_PART = 110
#: Points of the text of headers and footers.
_SIZE = 9


def set_up(page: Page, phrases: Phrases, *, left: str, right: str, foot: str) -> None:
    """Make the sheet print on A4 landscape, as wide as one page, with header and footer."""
    sheet = page.sheet
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = page.pages_high
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = _SIDE
    sheet.page_margins.top = sheet.page_margins.bottom = _TOP
    sheet.page_margins.header = sheet.page_margins.footer = _EDGE
    row, column = page.printed if any(page.printed) else (page.row + page.hanging, page.columns)
    sheet.print_area = f"A1:{get_column_letter(column)}{row}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.rightToLeft = phrases.from_right or None
    pages = phrases.say("print.page", page="&P", pages="&N")
    _part(sheet.oddHeader, _escaped(left), _escaped(right), from_right=phrases.from_right)
    _part(sheet.oddFooter, _escaped(foot), pages, from_right=phrases.from_right)


def _part(item: HeaderFooterItem | None, first: str, last: str, *, from_right: bool) -> None:
    """Fill a header or footer; the stubs allow a sheet without one, openpyxl makes none.

    ``first`` stands where the lines of the language begin.
    """
    if item is None:
        return
    left, right = (last, first) if from_right else (first, last)
    for part, text in ((item.left, left), (item.right, right)):
        part.text = text
        part.size = _SIZE


def _escaped(text: str) -> str:
    """The text without commands: a single ``&`` begins one."""
    return writable(text[:_LONGEST_PART]).replace("&", "&&")
