"""What a file is by its bytes, and whether its name promises the same."""

import zlib
from enum import Enum
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from allocator.errors import ListRefused
from allocator.intake import refusals
from allocator.intake.upload import Upload
from allocator.text import say


class Kind(Enum):
    """What the bytes of a file are; the value is how messages call it."""

    XLSX = say("an .xlsx workbook")
    XLSM = say("a workbook with macros")
    XLS = say("an .xls workbook")
    ODS = say("an .ods spreadsheet")
    LOCKED = say("a workbook with a password")
    TEXT = say("a CSV")
    HTML = say("a web page")
    PDF = say("a PDF")
    XML = say("an XML file")
    OTHER = say("no list this program can read")


#: What the ending of a name promises.
PROMISED = {".xlsx": Kind.XLSX, ".xls": Kind.XLS, ".ods": Kind.ODS, ".csv": Kind.TEXT,
            ".tsv": Kind.TEXT, ".txt": Kind.TEXT, ".xlsm": Kind.XLSM}  # fmt: skip


def require_kind(upload: Upload) -> Kind:
    """The kind of a file that can be read, and that its name promises.

    Raises:
        ListRefused: E-EMPTY, E-PASSWORD, E-MACRO, or E-TYPE when name and bytes disagree.
    """
    place, kind = upload.place, _kind(upload.content)
    if not upload.content or upload.content in {b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"}:
        raise ListRefused([refusals.file_empty(place)])
    if kind is Kind.LOCKED:
        raise ListRefused([refusals.has_password(place)])
    ending = Path(upload.file).suffix.lower()
    if kind is Kind.XLSM or ending == ".xlsm":
        raise ListRefused([refusals.has_macros(place)])
    if kind is Kind.TEXT and PROMISED.get(ending) is not Kind.TEXT and b"\x00" in upload.content:
        kind = Kind.OTHER
    if kind not in PROMISED.values():
        raise ListRefused([refusals.not_a_list(place, kind.value)])
    if PROMISED.get(ending) is not kind:
        raise ListRefused([refusals.wrong_ending(place, ending, kind.value)])
    return kind


def _kind(content: bytes) -> Kind:
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(b"PK\x03\x04"):
        return _zip_kind(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        return Kind.LOCKED if locked else Kind.XLS
    if content.startswith(b"%PDF"):
        return Kind.PDF
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body")):
        return Kind.HTML
    if start.startswith(b"<?xml"):
        return Kind.HTML if b"<html" in start else Kind.XML
    return Kind.TEXT if content.strip(b"\x00") else Kind.OTHER


def _zip_kind(content: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            stated = _mimetype(archive) if "mimetype" in names else b""
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error):
        # A damaged archive: its first entry still tells what it was meant to be.
        return Kind.ODS if b"opendocument.spreadsheet" in content[:200] else Kind.XLSX
    if "xl/vbaProject.bin" in names:
        return Kind.XLSM
    if "xl/workbook.bin" in names:
        return Kind.OTHER
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    is_ods = b"opendocument.spreadsheet" in stated and "content.xml" in names
    return Kind.ODS if is_ods else Kind.OTHER


def _mimetype(archive: ZipFile) -> bytes:
    """The first bytes of the entry by which an OpenDocument file states what it is."""
    with archive.open("mimetype") as entry:
        return entry.read(100)
