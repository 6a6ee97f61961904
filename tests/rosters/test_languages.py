"""Workbooks and templates in every language: its own words only, in its own direction."""

from collections.abc import Callable, Iterator
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.header_footer import HeaderFooterItem
from outcomes import STAMP, a_named_list

import allocator
from allocator.language import LANGUAGES, catalogue, script, word
from allocator.rosters import rosters_file
from allocator.rosters.template import template_file
from allocator.settings import Group, RuleRow, Settings
from allocator.state_names import under

OTHERS = [code for code in LANGUAGES if code != "en"]
#: Names of programs, and what is no word.
NAMES = {"allocator", "Python", "OR-Tools", "openpyxl"}


def printed(code: str) -> set[str]:
    """Every text of a catalogue that is printed as it is."""
    unprinted = ("lists", "script")
    sections = (words for section, words in catalogue(code).items() if section not in unprinted)
    return {text for words in sections for text in words.values() if "{" not in text}


def a_workbook(language: str) -> Book:
    """Rosters after a re-balance, with officers, a rule and a column to balance: every sheet."""
    settings = Settings(
        language=language,
        group_table=(Group(name="A", room="XVII", chair="Zoé Ñandú"), Group(name="B")),
        rules=(RuleRow(kind="not in", who="Kenya", other="A"),),
        balance=("title",),
    )
    first = allocator.allocate(under(a_named_list(), settings))
    outcome = allocator.rebalance(first, a_named_list(), max_moves=1)
    return openpyxl.load_workbook(BytesIO(rosters_file(outcome, stamp=STAMP)))


def a_template(language: str) -> Book:
    """The empty list."""
    return openpyxl.load_workbook(BytesIO(template_file(language)))


def texts(book: Book) -> Iterator[str]:
    """Titles of sheets, cells, titles of drop-downs and what stands at the edges of the paper."""
    for sheet in book.worksheets:
        yield sheet.title
        yield from (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
        for check in sheet.data_validations.dataValidation:
            yield from (check.errorTitle or "", check.error or "")
            yield from (check.formula1 or "").strip('"').split(",")


def edges(item: HeaderFooterItem | None) -> tuple[str, str]:
    """What stands on the right and on the left of a header or footer."""
    assert item is not None
    return item.right.text or "", item.left.text or ""


@pytest.mark.parametrize("make", [a_workbook, a_template], ids=["rosters", "template"])
@pytest.mark.parametrize("language", OTHERS)
def test_no_english_word_stands_in_another_language(
    language: str, make: Callable[[str], Book]
) -> None:
    """Unless it is the same word there, or the name of a program."""
    english = printed("en") - printed(language) - NAMES

    assert [] == sorted(english & set(texts(make(language))))


@pytest.mark.parametrize("make", [a_workbook, a_template], ids=["rosters", "template"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_laid_out_as_the_language_is_written(
    language: str, make: Callable[[str], Book]
) -> None:
    """From the right: the sheet, where the text of a cell begins, and the order of reading."""
    right = script(language)["direction"] == "rtl"
    sheets = make(language).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value]
    sides = {cell.alignment.horizontal for cell in cells} - {"center", None, "general"}

    assert {right} == {bool(sheet.sheet_view.rightToLeft) for sheet in sheets}
    assert {"right" if right else "left"} == sides
    assert {2.0 if right else 0.0} == {float(cell.alignment.readingOrder) for cell in cells}


def test_the_edges_of_the_paper_are_mirrored() -> None:
    """The meeting begins the header, the number of the page ends the footer."""
    ltr, rtl = (a_template(language).worksheets[0] for language in ("en", "ar"))
    page = word("ar", "print.page", page="&P", pages="&N")

    assert ("Page &P of &N", "") == edges(ltr.oddFooter)
    assert ("", page) == edges(rtl.oddFooter)
    assert (ltr.title, word("en", "template.title")) == edges(ltr.oddHeader)
    assert (word("ar", "template.title"), rtl.title) == edges(rtl.oddHeader)


def test_charts_begin_where_the_language_does() -> None:
    """The groups of a chart stand from right to left, and bars that lie grow to the left."""
    directions = {}
    for language in ("en", "ar"):
        people, regions = a_workbook(language).worksheets[0]._charts[:2]  # type: ignore[attr-defined] # noqa: SLF001 - no public list
        directions[language] = (
            people.x_axis.scaling.orientation, regions.y_axis.scaling.orientation
        )  # fmt: skip

    assert {"en": ("minMax", "minMax"), "ar": ("maxMin", "maxMin")} == directions
