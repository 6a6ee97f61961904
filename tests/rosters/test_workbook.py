"""The file itself: what Excel, a printer, a screen reader and an auditor find in it."""

import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from outcomes import STAMP, a_head_count_list, a_named_list, an_outcome

from allocator.language import LANGUAGES, catalogue
from allocator.rosters import rosters_file, write_rosters
from allocator.rosters.edition import group_titles
from allocator.settings import Group, Settings


def book_of(content: bytes) -> openpyxl.Workbook:
    """The workbook in the bytes of its file."""
    return openpyxl.load_workbook(BytesIO(content))


def parts_of(content: bytes, pattern: str) -> dict[str, str]:
    """The parts of the file whose names match, as text."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if re.fullmatch(pattern, name)
        }


@pytest.fixture(scope="module")
def named() -> bytes:
    """The rosters of a list with names and a meeting."""
    settings = Settings(meeting="Council & Committee", theme="Money", date="23 November")
    return rosters_file(an_outcome(a_named_list(), settings=settings), stamp=STAMP)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_stand_in_order_in_the_language_of_the_meeting(language: str) -> None:
    """Overview, the groups, the lists, the balance, the forms, what can be edited, the record."""
    outcome = an_outcome(a_named_list(language=language))
    titles = catalogue(language)["sheets"]
    behind = ("delegations", "delegates", "balance", "reports", "notices", "groups", "rules",
              "settings", "record")  # fmt: skip

    assert [titles["overview"], "Group 1", "Group 2", *(titles[key] for key in behind)] == book_of(
        rosters_file(outcome, stamp=STAMP)
    ).sheetnames


def test_a_head_count_list_has_no_sheet_of_delegates() -> None:
    """There are no names to list."""
    assert "Delegates" not in book_of(rosters_file(an_outcome(), stamp=STAMP)).sheetnames


def test_the_same_outcome_gives_the_same_bytes() -> None:
    """At any time, for a stamp in any time zone."""
    zone = timezone(timedelta(hours=2))

    assert rosters_file(an_outcome(), stamp=STAMP) == rosters_file(
        an_outcome(), stamp=datetime(2026, 11, 23, 11, 30, tzinfo=zone)
    )


def test_source_date_epoch_is_the_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    """As reproducible builds want it."""
    epoch = int(STAMP.replace(tzinfo=UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))

    assert rosters_file(an_outcome(), stamp=STAMP) == rosters_file(an_outcome())


def test_no_cell_holds_a_formula(named: bytes) -> None:
    """Not even a name that looks like one; editing it in Excel keeps it a text."""
    sheets = parts_of(named, r"xl/worksheets/sheet\d+\.xml")
    cell = next(
        cell
        for row in book_of(named)["Delegates"].iter_rows()
        for cell in row
        if cell.value == "=SUM(A1)"
    )

    assert sheets
    assert not any("<f>" in text or "<f " in text for text in sheets.values())
    assert "s" == cell.data_type
    assert cell.quotePrefix


def test_signs_that_no_file_can_hold_are_replaced() -> None:
    """A control character makes no unreadable file: in cells, headers, properties, descriptions."""
    settings = Settings(meeting="a\x01b\ud800c", theme="\uffff")
    groups = [Group(name="A\x02"), Group(name="B\udfff")]
    outcome = an_outcome(groups=groups, settings=settings)
    sheet = book_of(rosters_file(outcome, stamp=STAMP)).worksheets[0]

    assert "a\ufffdb\ufffdc" == sheet["A1"].value


@pytest.mark.parametrize("title", ["Overview", "Group 1", "Delegations", "Balance", "Record"])
def test_a_sheet_prints_on_a4_landscape_with_header_and_page_numbers(title: str) -> None:
    """One page wide, the meeting above, page x of y below."""
    settings = Settings(meeting="Council & Committee")
    sheet = book_of(rosters_file(an_outcome(settings=settings), stamp=STAMP))[title]

    assert ("landscape", 9, 1) == (
        sheet.page_setup.orientation,
        sheet.page_setup.paperSize,
        sheet.page_setup.fitToWidth,
    )
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    assert "Council && Committee" == sheet.oddHeader.left.text
    assert "Page &P of &N" == sheet.oddFooter.right.text
    assert sheet.print_area


@pytest.mark.parametrize("title", ["Group 1", "Delegations", "Delegates"])
def test_a_long_list_repeats_its_headings_and_has_filters(named: bytes, title: str) -> None:
    """On every printed page, above the frozen pane, and in the table."""
    sheet = book_of(named)[title]
    (table,) = sheet.tables.values()
    first = int(re.findall(r"\d+", table.ref)[0])

    assert f"${first}:${first}" == sheet.print_title_rows
    assert f"A{first + 1}" == sheet.freeze_panes
    assert table.ref == table.autoFilter.ref
    assert [cell.value for cell in sheet[first]] == [column.name for column in table.tableColumns]


def test_names_of_tables_and_their_columns_are_unique() -> None:
    """Also when a group is called like a column of the list."""
    groups = [Group(name="Total"), Group(name="total"), Group(name="Region")]
    book = book_of(rosters_file(an_outcome(groups=groups), stamp=STAMP))
    names = [name for sheet in book.worksheets for name in sheet.tables]

    assert len(names) == len(set(names))
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            columns = [column.name.casefold() for column in table.tableColumns]
            assert len(columns) == len(set(columns))


def test_charts_are_native_and_described() -> None:
    """Two charts on the overview, each with a text for screen readers, data from cells."""
    content = rosters_file(an_outcome(a_head_count_list(language="fr")), stamp=STAMP)
    (drawing,) = parts_of(content, r"xl/drawings/drawing\d+\.xml").values()
    charts = parts_of(content, r"xl/charts/chart\d+\.xml").values()

    assert 2 == len(re.findall(r'descr="[^"]+"', drawing))
    assert ["'Vue d''ensemble'!", "'Équilibre'!"] == [
        re.findall(r"<f>([^<$]*)\$B", chart)[0] for chart in charts
    ]


def test_the_charts_of_regions_cover_the_table_of_regions() -> None:
    """The first and the last region of the balance, whatever stands in the head of the sheet."""
    for settings in (Settings(), Settings(meeting="M"), Settings(meeting="M", date="D")):
        content = rosters_file(an_outcome(settings=settings), stamp=STAMP)
        chart = parts_of(content, r"xl/charts/chart2\.xml")["xl/charts/chart2.xml"]
        first, last = re.findall(r"<f>'Balance'!\$A\$(\d+):\$A\$(\d+)</f>", chart)[0]
        balance = book_of(content)["Balance"]

        assert "Region" == balance.cell(int(first) - 1, 1).value
        assert {"African Group", "WEOG"} <= {
            balance.cell(row, 1).value for row in range(int(first), int(last) + 1)
        }
        assert balance.cell(int(last) + 1, 1).value is None


def test_every_font_has_its_name() -> None:
    """A font without one prints as a serif face in LibreOffice."""
    (styles,) = parts_of(rosters_file(an_outcome(), stamp=STAMP), r"xl/styles\.xml").values()
    fonts = re.findall(r"<font>.*?</font>", styles)

    assert fonts
    assert all('<name val="Calibri"' in font for font in fonts)


def test_the_properties_name_the_meeting_and_nobody_else() -> None:
    """Title, subject, creator and dates; no person, no machine."""
    settings = Settings(meeting="Council", theme="Money")
    properties = book_of(rosters_file(an_outcome(settings=settings), stamp=STAMP)).properties

    assert ("Council", "Money") == (properties.title, properties.subject)
    assert ("allocator", "allocator") == (properties.creator, properties.lastModifiedBy)
    assert (STAMP, STAMP) == (properties.created, properties.modified)


def test_rosters_at_the_door_show_no_addresses(named: bytes) -> None:
    """E-mail addresses stay on the sheet of the registration desk."""
    book = book_of(named)

    assert not _texts(book["Group 1"]) & {"z@example.org", "e@example.org"}
    assert {"z@example.org", "e@example.org"} <= _texts(book["Delegates"])


def test_delegations_stand_from_a_to_z() -> None:
    """Accents and apostrophes do not count."""
    sheet = book_of(rosters_file(an_outcome(), stamp=STAMP))["Delegations"]
    names = [row[0].value for row in sheet.iter_rows(min_row=5)]

    assert ["Åland Islands", "Brazil", "Côte d’Ivoire", "Fiji", "France", "Kenya"] == names


def test_names_of_groups_become_legal_names_of_sheets() -> None:
    """Banned characters, long names, names of other sheets, names that differ only in case."""
    names = ["A/B: red?", "Overview", "x" * 40, "X" * 40, "History"]
    titles = group_titles(tuple(Group(name=name) for name in names), "en")

    assert ("A-B- red-", "Overview (2)", "x" * 31, "X" * 27 + " (2)", "History (2)") == titles


def test_the_outcome_comes_back_with_the_seconds_of_writing(tmp_path: Path) -> None:
    """The other seconds stay as they were."""
    outcome = write_rosters(an_outcome(), tmp_path / "rosters.xlsx", stamp=STAMP)

    assert outcome.seconds["write"] > 0


def test_writing_needs_neither_pandas_nor_the_solver() -> None:
    """Both are slow to load, and the workbook has no use for them."""
    program = "import sys, allocator.rosters; print({'pandas', 'ortools'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "set()" == run.stdout.strip()


def _texts(sheet: Worksheet) -> set[object]:
    return {value for row in sheet.iter_rows(values_only=True) for value in row}
