"""Whether a place that an error names holds what the error says: the file read in another way."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from xml.etree import ElementTree as ET

from fuzz.spoiling import parts_of

from allocator.findings import Finding, column_letters

#: What a line must hold of which an error says this.
_SIGNS = {"character U+0000": "\0", "quotation mark has no partner": '"'}
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(r"([A-Z]+)(\d+)")


def is_held(content: bytes, finding: Finding) -> bool:
    """Whether the file holds what an error found at its place; nothing is known of other files."""
    place, found = finding.place, str(finding.found).strip().removeprefix("=")
    if not place.row:
        return True
    if place.sheet:
        return not (place.column and found) or _in_a_sheet(content, place.cell, found)
    return _in_a_line(content, finding, found)


def _in_a_line(content: bytes, finding: Finding, found: str) -> bool:
    row, column = finding.place.row, finding.place.column
    lines = _LINES.findall(_text(content))
    if row > len(lines):
        return False
    for what, sign in _SIGNS.items():
        if what in finding.message:
            return sign in "".join(lines[row - 1 : row if sign == "\0" else None])
    if not column or not found or not content.isascii():
        return True
    return any(found in cell for cell in _fields("".join(lines[row - 1 :]), column))


def _fields(text: str, column: int) -> Iterator[str]:
    """The field of a column in the first record of a text, for each separator there might be."""
    for separator in (",", ";", "\t"):
        with suppress(csv.Error, StopIteration, IndexError):
            yield next(csv.reader(StringIO(text, newline=""), delimiter=separator))[column - 1]


def _text(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            with suppress(UnicodeDecodeError):
                return content.decode(encoding)
    return content.decode("latin-1")


def _in_a_sheet(content: bytes, cell: str, found: str) -> bool:
    parts = parts_of(content)
    shared = _shared_texts(parts.get("xl/sharedStrings.xml", b""))
    sheets = [parts[name] for name in parts if "/worksheets/sheet" in name]
    if not sheets or any(b"mergeCell " in sheet for sheet in sheets):
        return True
    return any(_same(text, found) for sheet in sheets for text in _texts(sheet, cell, shared))


def _same(text: str, found: str) -> bool:
    plain = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
    if found[:40] in text or found[:40] in plain:
        return True
    try:
        return float(text) == float(found)
    except ValueError:
        # A date stands in the file as a number of days, a truth as 0 or 1.
        return bool(re.fullmatch(r"[\d.]+", text) and re.search(r"\d-\d|\d:\d|TRUE|FALSE", found))


def _texts(sheet: bytes, cell: str, shared: list[str]) -> Iterator[str]:
    """What a cell of a sheet holds; everything, where the sheet cannot be taken apart."""
    try:
        root = ET.fromstring(sheet)  # noqa: S314 - made by these tests
    except (ET.ParseError, ValueError):
        yield sheet.decode(errors="replace")
        return
    row = 0
    for line in root.iter():
        if not line.tag.endswith("}row"):
            continue
        row, column = _number(line.get("r"), row + 1), 0
        for each in line:
            own = _CELL.fullmatch(each.get("r", ""))
            column = _column(own[1]) if own else column + 1
            if (each.get("r") or f"{column_letters(column)}{row}") == cell:
                inside = "".join(text for text in each.itertext())
                yield inside
                if each.get("t") == "s" and inside.strip().isdecimal():
                    yield from shared[int(inside[:9]) :][:1]


def _shared_texts(part: bytes) -> list[str]:
    try:
        root = ET.fromstring(part)  # noqa: S314 - made by these tests
    except (ET.ParseError, ValueError):
        return []
    return ["".join(each.itertext()) for each in root if each.tag.endswith("}si")]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,9}", text) else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
