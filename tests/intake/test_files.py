"""Files that are not what they say, or that harm who opens them."""

import time
import zipfile
from pathlib import Path

import pytest
from list_files import SHEET, a_csv, a_workbook, patched, seats
from real_lists import real_list

from allocator.intake import examine

LIST = [("Delegation", "Delegates"), ("Kenya", 2)]


def codes(path: Path) -> list[str]:
    """The codes of the errors of a list, which are told within a few seconds."""
    start = time.perf_counter()
    found = [each.code for each in examine(path).errors]
    assert time.perf_counter() - start < 5
    return found


def a_file(folder: Path, name: str, content: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("list.xlsx", b"", "E-EMPTY"),
        ("list.xlsx", b"\x00" * 100, "E-TYPE"),
        ("list.xlsx", b"Delegation,Delegates\nKenya,2\n", "E-TYPE"),
        ("list.xls", b"<html><table><tr><td>Kenya</td></tr></table></html>", "E-TYPE"),
        ("list.xlsx", b"%PDF-1.7 nothing", "E-TYPE"),
        ("list.xlsx", b"PK\x03\x04 cut off", "E-DAMAGED"),
        ("list.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "E-TYPE"),
        ("list.docx", b"Delegation,Delegates\nKenya,2\n", "E-TYPE"),
        ("list", b"Delegation,Delegates\nKenya,2\n", "E-TYPE"),
        ("list.xml", b"<?xml version='1.0'?><Workbook/>", "E-TYPE"),
    ],
)
def test_a_file_that_is_no_list_is_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    """By what its bytes are, with what to do."""
    assert codes(a_file(tmp_path, name, content)) == [code]


def test_a_wrong_ending_is_named_with_the_right_kind(tmp_path: Path) -> None:
    """A CSV that is called .xlsx, a workbook that is called .csv, an .xls that is called .xlsx."""
    csv = a_csv(tmp_path, "Delegation,Delegates", "Kenya,2", name="a.xlsx")
    book = a_workbook(tmp_path, LIST).rename(tmp_path / "b.csv")
    old = a_file(tmp_path, "c.xlsx", real_list("03").read_bytes())

    messages = [examine(path).errors[0].message for path in (csv, book, old)]

    assert messages == [
        "the file is named .xlsx but is a CSV. Rename it.",
        "the file is named .csv but is an .xlsx workbook. Rename it.",
        "the file is named .xlsx but is an .xls workbook. Rename it.",
    ]


def test_a_password_is_told(tmp_path: Path) -> None:
    """An encrypted workbook is an OLE file with a stream of this name."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    assert codes(a_file(tmp_path, "list.xlsx", content)) == ["E-PASSWORD"]


@pytest.mark.parametrize("name", ["list.xlsm", "list.xlsx"])
def test_macros_are_refused(tmp_path: Path, name: str) -> None:
    """By the ending or by the part that holds them."""
    path = a_workbook(tmp_path, LIST).rename(tmp_path / name)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")

    assert codes(path) == ["E-MACRO"]


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    """Cut off at any point, it is told and nothing else happens."""
    whole = a_workbook(tmp_path, LIST).read_bytes()

    for part in (100, len(whole) // 2, len(whole) - 10):
        assert codes(a_file(tmp_path, f"{part}.xlsx", whole[:part])) == ["E-DAMAGED"]


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    """Entities could expand without end or read other files."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'
    path = patched(a_workbook(tmp_path, LIST), SHEET, b"<worksheet", bomb)

    assert codes(path) == ["E-XML"]


def test_a_part_that_expands_beyond_reason_is_refused(tmp_path: Path) -> None:
    """30 MB of blanks in one part of a small file."""
    path = a_workbook(tmp_path, LIST)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b" " * 30_000_000)

    assert codes(path) == ["E-EXPAND"]


def test_many_parts_are_refused(tmp_path: Path) -> None:
    """No workbook has so many."""
    path = a_workbook(tmp_path, LIST)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(1_001):
            archive.writestr(f"xl/media/{number}", b"")

    assert codes(path) == ["E-EXPAND"]


@pytest.mark.parametrize("name", [SHEET, "../outside.xml", "/etc/outside.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_two_readers_understand_differently_are_refused(
    tmp_path: Path, name: str
) -> None:
    """A part that is there twice, or that leaves the archive."""
    path = a_workbook(tmp_path, LIST)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"<worksheet/>")

    assert codes(path) == ["E-DAMAGED"]


@pytest.mark.parametrize("cell", [b"XFD1048576", b"A1048576", b"XFD2"])
def test_a_cell_far_outside_is_refused(tmp_path: Path, cell: bytes) -> None:
    """Reading all cells up to it would take minutes."""
    path = patched(a_workbook(tmp_path, LIST), SHEET, b'r="A2"', b'r="' + cell + b'"')

    assert codes(path) == ["E-RANGE"]


def test_a_range_merged_over_everything_is_refused(tmp_path: Path) -> None:
    """It would fill the memory."""
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = patched(a_workbook(tmp_path, LIST), SHEET, b"</sheetData>", merged)

    assert codes(path) == ["E-RANGE"]


def test_a_wrong_dimension_loses_no_row(tmp_path: Path) -> None:
    """What a sheet says of its own size is not believed."""
    path = a_workbook(tmp_path, [*LIST, ("Chad", 1), ("Peru", 3)])
    patched(path, SHEET, b'ref="A1:B4"', b'ref="A1:A1"')

    assert seats(examine(path)) == [("Kenya", 2), ("Chad", 1), ("Peru", 3)]


def test_a_file_above_10_mb_is_refused(tmp_path: Path) -> None:
    """Before anything in it is read."""
    assert codes(a_file(tmp_path, "list.csv", b"a" * 10_000_001)) == ["E-SIZE"]


def test_hidden_sheets_are_no_list(tmp_path: Path) -> None:
    """Unless they are asked for."""
    path = a_workbook(tmp_path, LIST)
    patched(path, "xl/workbook.xml", b'state="visible"', b'state="hidden"')

    assert codes(path) == ["E-EMPTY"]
    assert seats(examine(path, sheet="Delegations")) == [("Kenya", 2)]


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    """The name may differ in case."""
    path = a_workbook(tmp_path, LIST, sheets={"Other": [("nothing",)]})

    assert "Delegations" in examine(path, sheet="Missing").errors[0].message
    assert seats(examine(path, sheet="DELEGATIONS")) == [("Kenya", 2)]


def test_the_sheet_that_looks_like_a_list_is_read(tmp_path: Path) -> None:
    """A cover sheet comes first, the list second; the notice names what was not read."""
    path = a_workbook(tmp_path, [("Welcome",)], sheets={"List": LIST})

    found = examine(path)

    assert seats(found) == [("Kenya", 2)]
    assert [each.place.sheet for each in found.findings if each.code == "N-SHEET"] == ["List"]


def test_other_spreadsheets_are_read_in_their_own_process(tmp_path: Path) -> None:
    """A broken .xls ends the reader's process, not ours."""
    whole = real_list("03").read_bytes()
    for size in (600, 5_000, 20_000):
        path = a_file(tmp_path, f"{size}.xls", whole[:size] + b"\xff" * 3_000)

        assert codes(path) == ["E-DAMAGED"]


def test_more_rows_than_any_list_has_are_refused_at_once(tmp_path: Path) -> None:
    """They are counted before openpyxl makes cells of them."""
    flood = b"<sheetData>" + b'<row r="1"></row>' * 100_101
    path = patched(a_workbook(tmp_path, LIST), SHEET, b"<sheetData>", flood)

    assert codes(path) == ["E-RANGE"]


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    """The values stored in the workbook are read, with a notice."""
    path = a_workbook(tmp_path, LIST)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")

    found = examine(path)

    assert seats(found) == [("Kenya", 2)]
    assert [each.code for each in found.findings if each.code == "N-LINK"] == ["N-LINK"]
