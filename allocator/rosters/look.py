"""How the sheets look: every style of the workbook, by name."""

from copy import copy

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook as Book

#: Without an explicit name LibreOffice prints a serif face (measured with 7.4).
FONT = "Calibri"
INK = "1F2A44"
GREY = "5B6475"
LINE = "C9CFDA"
FILL_HEADER = "1F3A5F"
FILL_INPUT = "FFF7DC"
FILL_UNEVEN = "FDE3C8"
FILL_TOTAL = "EEF2F8"

#: Colours of the groups, told apart with any colour vision. Source: Okabe and Ito, 2008.
GROUP_COLOURS = ("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "8C8C8C", "B8A800")
TAB_READ = "1F3A5F"
TAB_EDIT = "E0B400"
TAB_RECORD = "7F8793"


#: The order of reading of a cell's text. Source: ECMA-376 part 1, 18.8.1, readingOrder.
_RIGHT_TO_LEFT = 2


def _font(size: float = 11, *, bold: bool = False, italic: bool = False, ink: str = INK) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=ink)


def _at(
    horizontal: str = "left", *, vertical: str = "center", wrap: bool = False, indent: int = 0
) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap, indent=indent)


def _lines(*, top: str = LINE, bottom: str = LINE) -> Border:
    return Border(top=Side("thin", color=top), bottom=Side("thin", color=bottom))


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


_EDGE = Side("thin", color=LINE)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_PLAIN = Border()

#: Name of a style -> its font, alignment, border and fill.
_STYLES = {
    "headline": (_font(20, bold=True), _at(), _PLAIN, None),
    "subtitle": (_font(12, ink=GREY), _at(), _PLAIN, None),
    "strong": (_font(12, bold=True), _at(), _PLAIN, None),
    "section": (_font(13, bold=True, ink=FILL_HEADER), _at(), _PLAIN, None),
    "note": (_font(10, italic=True, ink=GREY), _at(), _PLAIN, None),
    "help": (_font(10, italic=True, ink=GREY), _at(wrap=True), _PLAIN, None),
    "head": (_font(bold=True, ink="FFFFFF"), _at(wrap=True), _PLAIN, FILL_HEADER),
    "head number": (_font(bold=True, ink="FFFFFF"), _at("center", wrap=True), _PLAIN, FILL_HEADER),
    "text": (_font(), _at(wrap=True), _lines(), None),
    "first": (_font(bold=True), _at(wrap=True), _lines(), None),
    "number": (_font(), _at("center"), _lines(), None),
    "small": (_font(9, ink=GREY), _at("center"), _lines(), None),
    "code": (_font(10, ink=GREY), _at(wrap=True), _lines(), None),
    "uneven": (_font(bold=True), _at("center"), _lines(), FILL_UNEVEN),
    "total": (_font(bold=True), _at(wrap=True), _lines(top=INK), FILL_TOTAL),
    "total number": (_font(bold=True), _at("center"), _lines(top=INK), FILL_TOTAL),
    "input": (_font(), _at(wrap=True), _BOX, FILL_INPUT),
    # Where a text is longer than its cell is high, its beginning shows and not its middle.
    "input long": (_font(), _at(vertical="top", wrap=True), _BOX, FILL_INPUT),
    "input number": (_font(), _at("center"), _BOX, FILL_INPUT),
    "ruled": (_font(), _at(), Border(bottom=Side("thin", color=GREY)), None),
}


def _mirrored(alignment: Alignment) -> Alignment:
    """The alignment on a sheet from right to left: left means left there too.

    The order of reading is said, else LibreOffice puts full stops and numbers on the wrong side.
    """
    mirrored = copy(alignment)
    mirrored.readingOrder = _RIGHT_TO_LEFT
    if alignment.horizontal == "left":
        mirrored.horizontal = "right"
    return mirrored


def wrapped(style: str) -> Font | None:
    """The font of a style whose texts are wrapped in their cells; none for texts in one line."""
    font, alignment, *_ = _STYLES[style]
    return font if alignment.wrap_text else None


class Look:
    """The named styles of one workbook."""

    def __init__(self, book: Book, *, from_right: bool = False) -> None:
        """Add the styles to the workbook; sheets read from the right begin their cells there."""
        sheet = book.create_sheet()
        self._plain: dict[str, int] = {}
        self._quoted: dict[str, int] = {}
        for name, (font, alignment, border, fill) in _STYLES.items():
            style = NamedStyle(
                name=f"Roster {name}",
                font=font,
                alignment=_mirrored(alignment) if from_right else alignment,
                border=border,
                fill=_fill(fill) if fill else PatternFill(),
            )
            book.add_named_style(style)
            cell = Cell(sheet, 1, 1, style_array=style.as_tuple())
            self._plain[name] = cell.style_id
            cell.quotePrefix = True
            self._quoted[name] = cell.style_id
        book.remove(sheet)

    def number(self, style: str, *, quoted: bool = False) -> int:
        """The number that cells name a style by; ``quoted`` is for text like a formula."""
        return self._quoted[style] if quoted else self._plain[style]
