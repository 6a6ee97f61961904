"""Files that are not what their name says, and archives that are damaged, locked or rigged."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from corpus.case import Case, Problem
from corpus.sheets import HEADER, a_book, a_part
from list_files import SHEET, a_csv, a_workbook
from ods_files import an_ods, number, text
from real_lists import real_list

Make = Callable[[Path], Path]
READ = (("Kenya", 2), ("Chad", 1))
#: Bytes of an entry in the directory of an archive: its flags and its checksum.
_FLAGS, _CHECKSUM = 8, 16
_WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"


def _bytes(content: bytes, name: str = "list.xlsx") -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def _changed(change: Callable[[bytes], bytes]) -> Make:
    """A sound workbook whose bytes are changed."""

    def make(folder: Path) -> Path:
        path = a_book(folder, {})
        path.write_bytes(change(path.read_bytes()))
        return path

    return make


def _with(parts: dict[str, bytes | None], name: str = "list.xlsx") -> Make:
    def make(folder: Path) -> Path:
        return a_book(folder, parts, name=name)

    return make


def _renamed(make: Make, name: str) -> Make:
    def renamed(folder: Path) -> Path:
        return make(folder).rename(folder / name)

    return renamed


def _in_directory(offset: int) -> Callable[[bytes], bytes]:
    """Turn one bit of every entry in the directory of an archive."""

    def change(content: bytes) -> bytes:
        changed, start = bytearray(content), content.find(b"PK\x01\x02")
        while start >= 0:
            changed[start + offset] ^= 1
            start = content.find(b"PK\x01\x02", start + 1)
        return bytes(changed)

    return change


def _ods(folder: Path) -> Path:
    return an_ods(
        folder, text("Delegation") + text("Delegates"),
        text("Kenya") + number(2), text("Chad") + number(1),
    )  # fmt: skip


def _xls(folder: Path) -> Path:
    return _bytes(real_list("03").read_bytes(), "list.xls")(folder)


def _many_entries(folder: Path) -> Path:
    path = a_workbook(folder, [HEADER, *READ])
    with ZipFile(path, "a") as archive:
        for each in range(60_005):
            archive.writestr(f"xl/media/{each}", b"")
    return path


def _twice(folder: Path) -> Path:
    path = a_workbook(folder, [HEADER, *READ])
    with ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as archive:
        archive.writestr(SHEET, sheet.replace(b"Kenya", b"Fiji"))
    return path


def _sheet_at(target: str, mode: str = "Internal") -> Make:
    """A workbook whose only sheet is said to stand elsewhere; a list of Canaria lies there."""

    def make(folder: Path) -> Path:
        (folder / "outside.xml").write_text("<worksheet>Canaria</worksheet>", encoding="utf-8")
        path = a_book(folder, {})
        with ZipFile(path) as archive:
            relations = archive.read(_WORKBOOK_RELATIONS)
        place = target.format(folder=folder).encode()
        changed = relations.replace(b'"/xl/worksheets/sheet1.xml"', b'"' + place + b'"')
        changed = changed.replace(place + b'"', place + b'" TargetMode="' + mode.encode() + b'"')
        assert changed != relations
        return a_book(folder, {_WORKBOOK_RELATIONS: changed})

    return make


def _sheet_named(part: str, content: bytes | None = None) -> Make:
    """A workbook whose only sheet is this part."""

    def make(folder: Path) -> Path:
        with ZipFile(_sheet_at(f"/{part}")(folder)) as archive:
            relations, sheet = archive.read(_WORKBOOK_RELATIONS), archive.read(SHEET)
        parts = {part: content or sheet, SHEET: None, _WORKBOOK_RELATIONS: relations}
        return a_book(folder, parts)

    return make


def _plain_zip(folder: Path) -> Path:
    path = folder / "list.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("letter.txt", "Dear all")
    return path


def _refused(number: int, name: str, make: Make, code: str, says: str = "") -> Case:
    return Case(number=number, name=name, make=make, problems=(Problem(code),), says=says)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = _OLE + "EncryptedPackage".encode("utf-16-le")
_MACROS: dict[str, bytes | None] = {"xl/vbaProject.bin": b"macros"}
_MERGED = a_part(behind='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
_LINK = "xl/externalLinks/externalLink1.xml"
_DDE = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'

CASES = (
    _refused(1, "zero_bytes", _bytes(b""), "E-EMPTY"),
    _refused(2, "nul", _bytes(b"\0" * 100), "E-TYPE"),
    _refused(3, "truncated", _changed(lambda whole: whole[: len(whole) // 2]), "E-DAMAGED"),
    _refused(4, "trunc_tail", _changed(lambda whole: whole[:-10]), "E-DAMAGED"),
    _refused(5, "crc_bad", _changed(_in_directory(_CHECKSUM)), "E-DAMAGED"),
    _refused(6, "csv_renamed", lambda folder: a_csv(folder, "Delegation", name="list.xlsx"),
             "E-TYPE", "is a CSV. Rename it"),
    _refused(7, "html_renamed", _bytes(b"<html><table></table></html>"), "E-TYPE", "web page"),
    _refused(8, "pdf_renamed", _bytes(b"%PDF-1.7 nothing"), "E-TYPE", "PDF"),
    _refused(9, "xls_renamed", _renamed(_xls, "list.xlsx"), "E-TYPE", "is an .xls workbook"),
    Case(number=10, name="real.xls", make=_xls, notices=("N-BLOCK", "N-NAME", "N-ROW")),
    Case(number=11, name="good.ods", make=_ods, read=READ),
    _refused(12, "ods_renamed", _renamed(_ods, "list.xlsx"), "E-TYPE", "is an .ods"),
    _refused(13, "password", _bytes(_LOCKED), "E-PASSWORD"),
    _refused(14, "macro.xlsm", _with(_MACROS, "list.xlsm"), "E-MACRO", "Save it as .xlsx"),
    _refused(15, "macro_as_xlsx", _with(_MACROS), "E-MACRO"),
    _refused(16, "not_xlsx_zip", _plain_zip, "E-TYPE"),
    _refused(17, "many_entries", _many_entries, "E-EXPAND"),
    _refused(18, "dup_entry", _twice, "E-DAMAGED"),
    _refused(19, "zipslip_target", _sheet_at("/../../../../../..{folder}/outside.xml"),
             "E-DAMAGED"),
    Case(number=19, name="sheet_elsewhere", make=_sheet_named("xl/list.xml"), read=READ),
    _refused(19, "sheet_in_no_xml", _sheet_named("xl/list.bin"), "E-DAMAGED"),
    _refused(19, "merged_elsewhere", _sheet_named("xl/list.xml", _MERGED), "E-RANGE"),
    _refused(20, "ext_sheet_target", _sheet_at("http://127.0.0.1:9/sheet1.xml", "External"),
             "E-DAMAGED"),
    Case(number=21, name="external_link", make=_with({_LINK: b"<externalLink/>"}),
         notices=("N-LINK",), read=READ),
    Case(number=22, name="dde_ole",
         make=_with({_LINK: _DDE, "xl/embeddings/oleObject1.bin": _OLE}),
         notices=("N-LINK",), read=READ),
    _refused(23, "xlsx_renamed.csv", _renamed(_with({}), "list.csv"), "E-TYPE", "Rename it"),
    _refused(24, "encrypted_entry", _changed(_in_directory(_FLAGS)), "E-PASSWORD"),
)  # fmt: skip
