"""A Word document in the language of an edition; needs python-docx, the extra ``word``."""

import io
from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from allocator.language import script
from allocator.rosters.book import CREATOR
from allocator.rosters.edition import Edition
from allocator.rosters.look import FONT, INK
from allocator.rosters.rows import writable

#: The paper, A4, and the room around the text; centimetres.
_WIDTH, _HEIGHT, _MARGIN = 21.0, 29.7, 2.3
#: Widths of a delegation and of its number of people, once and twice in a row; centimetres.
_WIDTHS = {1: (14.0, 2.4), 2: (5.8, 2.4)}
#: Delegations up to which one column of them is enough.
_ONE_COLUMN = 6
_SIZE, _TABLE_SIZE = 11, 10
#: Where page numbers stand in the sentence of the footer, until they are put in as fields.
_PAGE, _PAGES = "\ue000", "\ue001"


class Document:
    """A document while it is written, from the first line to the last."""

    def __init__(self, edition: Edition) -> None:
        """An empty page of A4 with its number at the foot."""
        self._edition = edition
        self._docx = docx.Document()
        self._from_right = script(edition.language)["direction"] == "rtl"
        section = self._docx.sections[0]
        section.page_width, section.page_height = Cm(_WIDTH), Cm(_HEIGHT)
        section.left_margin = section.right_margin = Cm(_MARGIN)
        section.top_margin = section.bottom_margin = Cm(_MARGIN)
        self._set_styles()
        self._number_pages(section.footer.paragraphs[0])

    def heading(self, text: str, level: int) -> None:
        """A heading; level 0 is the title, which stands in the middle."""
        paragraph = self._docx.add_heading(writable(text), level or 1)
        if level == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def line(self, text: str, *, follows: bool = False) -> None:
        """A line of text, if there is any; ``follows`` keeps it on the page of what is next."""
        if text:
            paragraph = self._docx.add_paragraph(writable(text))
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.keep_with_next = follows

    def table(self, headings: tuple[str, str], rows: Sequence[tuple[str, int]]) -> None:
        """Names with numbers: two of them side by side where they are many, read across.

        Read downwards, a column would go on behind the other one where the page ends.
        """
        blocks = 2 if len(rows) > _ONE_COLUMN else 1
        table = self._docx.add_table(rows=-(-len(rows) // blocks) + 1, cols=2 * blocks)
        table.style = "Table Grid"
        table.autofit = False
        if self._from_right:
            table._tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001 - no public way
        for column, width in zip(table.columns, _WIDTHS[blocks] * blocks, strict=True):
            column.width = Cm(width)
        shown = [text for row in ([headings] * blocks, rows) for pair in row for text in pair]
        cells = table._cells  # noqa: SLF001 - the public way is quadratic
        for number, (cell, text) in enumerate(zip(cells, shown, strict=False)):
            _fill(cell, str(text), _WIDTHS[blocks][number % 2], bold=number < 2 * blocks)
            if number % 2:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        for number, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))

    def content(self, title: str) -> bytes:
        """The file."""
        properties, stamp = self._docx.core_properties, self._edition.stamp
        properties.title = writable(title)
        properties.author = properties.last_modified_by = CREATOR
        properties.comments = ""
        properties.language = self._edition.language
        properties.created = properties.modified = stamp
        buffer = io.BytesIO()
        self._docx.save(buffer)
        return buffer.getvalue()

    def _set_styles(self) -> None:
        styles = self._docx.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(_SIZE)
        if self._from_right:
            normal.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
            normal.element.get_or_add_rPr().append(OxmlElement("w:rtl"))
        for level, size in ((1, 16), (2, 14)):
            font = styles[f"Heading {level}"].font
            font.size, font.color.rgb = Pt(size), RGBColor.from_string(INK)

    def _number_pages(self, footer: Paragraph) -> None:
        """The sentence of the footer, with the numbers as fields that Word fills in."""
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        sentence = self._edition.say("print.page", page=_PAGE, pages=_PAGES)
        before, _, rest = sentence.partition(_PAGE)
        between, _, behind = rest.partition(_PAGES)
        footer.add_run(before)
        _add_field(footer, "PAGE")
        footer.add_run(between)
        _add_field(footer, "NUMPAGES")
        footer.add_run(behind)


def _fill(cell: _Cell, text: str, width: float, *, bold: bool) -> None:
    cell.width = Cm(width)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(writable(text))
    run.font.size = Pt(_TABLE_SIZE)
    # Arabic and Hebrew letters heed a switch of their own.
    run.bold = run.font.cs_bold = bold or None


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - no public way
