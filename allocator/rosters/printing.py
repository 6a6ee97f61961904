"""Paper: A4, headers and footers, areas that print."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from allocator.rosters.page import Page
from allocator.rosters.phrases import Phrases

_A4 = 9
#: Inches of paper around the printed area, and from the edge to header and footer.
_SIDE, _TOP, _EDGE = 0.45, 0.65, 0.3
#: Excel takes 255 characters for a header; two parts share them.
_LONGEST_PART = 110


def set_up(page: Page, phrases: Phrases, *, left: str, right: str, foot: str) -> None:
    """Make the sheet print on A4 landscape, as wide as one page, with header and footer."""
    sheet = page.sheet
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = _SIDE
    sheet.page_margins.top = sheet.page_margins.bottom = _TOP
    sheet.page_margins.header = sheet.page_margins.footer = _EDGE
    sheet.print_area = f"A1:{get_column_letter(page.columns)}{page.row + page.hanging}"
    sheet.sheet_view.showGridLines = False
    _headers(sheet, left, right, foot)
    sheet.oddFooter.right.text = phrases.say("print.page", page="&P", pages="&N")
    sheet.oddFooter.right.size = 9


def _headers(sheet: Worksheet, left: str, right: str, foot: str) -> None:
    for part, text in (
        (sheet.oddHeader.left, left), (sheet.oddHeader.right, right), (sheet.oddFooter.left, foot)
    ):  # fmt: skip
        part.text = text[:_LONGEST_PART].replace("&", "&&")
        part.size = 9
