"""Text files: .csv and .tsv."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice

from allocator.errors import ListRefused
from allocator.findings import Finding, Place
from allocator.intake import refusals
from allocator.intake.encodings import decode
from allocator.intake.guard import Harmless
from allocator.intake.header import HEADER_ROWS, find_header
from allocator.intake.sheet import Row, Sheet, filled

#: The separators that lists use, the most usual first.
SEPARATORS = (",", ";", "\t")

_LINE_END = re.compile(r"\r\n|\r|\n")
_SEP_LINE = re.compile(r'\A"?sep=(.)"?(?:\r\n|\r|\n)')


def read_text(file: Harmless, encoding: str | None) -> tuple[Sheet, ...]:
    """The one sheet of a text file; its rows are numbered by the lines they begin in.

    Raises:
        ListRefused: E-ENCODING, E-CSV, E-CHAR or E-SIZE.
    """
    upload = file.upload
    decoded = decode(upload.content, upload.place, encoding)
    text = decoded.text
    if "\x00" in text:
        line = len(_LINE_END.findall(text[: text.index("\x00")])) + 1
        raise ListRefused([refusals.nul_character(Place(file=upload.file, row=line))])
    said = _SEP_LINE.match(text)
    separator = said[1] if said else _separator(text)
    skipped = 1 if said else 0
    rows: dict[int, Row] = {}
    for line, cells in _records(text[said.end() :] if said else text, separator, upload.file):
        if filled(cells):
            rows[line + skipped] = cells
    return (Sheet(file=upload.file, name="", rows=rows, notices=decoded.notices),)


def _records(text: str, separator: str, file: str) -> Iterator[tuple[int, Row]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, tuple(cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ListRefused([_broken(Place(file=file, row=line), str(error))]) from error


def _broken(place: Place, reason: str) -> Finding:
    return refusals.field_too_large(place) if "limit" in reason else refusals.quote_open(place)


def _separator(text: str) -> str:
    """The separator with which the header is understood best."""
    return max(SEPARATORS, key=lambda separator: _understood(text, separator))


def _understood(text: str, separator: str) -> tuple[int, int]:
    rows: dict[int, Row] = {}
    # A text that is broken for one separator may be sound for another; reading tells it.
    with suppress(ListRefused):
        rows.update(islice(_records(text, separator, ""), HEADER_ROWS))
    header = find_header(rows)
    return (header.score if header else 0), max((len(row) for row in rows.values()), default=0)
