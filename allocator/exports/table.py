"""Tables as text: CSV that opens in Excel with its accents and in which no text is a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

#: What Excel and LibreOffice take for the beginning of a formula, or cut off before one.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A number, or an address such as ``+a.b@example.org``: neither calculates anything.
_HARMLESS = re.compile(
    r"[+-]\d+(?:[.,]\d+)?|[+-][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII
)

Value = str | int


def csv_file(
    headings: Sequence[str], rows: Iterable[Sequence[Value]], *, mark: bool = True
) -> bytes:
    """A CSV file in UTF-8 with commas and Windows line ends; without headings, rows alone.

    ``mark`` puts the byte order mark first, by which Excel knows UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if headings:
        writer.writerow(headings)
    for row in rows:
        writer.writerow([value if isinstance(value, int) else guarded(value) for value in row])
    return encoded(text.getvalue(), mark=mark)


def encoded(text: str, *, mark: bool = True) -> bytes:
    """Text as the bytes of a file; a half of a character that no file can hold becomes a sign."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.encode("utf-8-sig" if mark else "utf-8")


def one_line(text: str) -> str:
    """The text in one line, for readers that end a row at every line break."""
    return " ".join(text.split())


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would calculate it."""
    if text.startswith(_FORMULA_STARTS) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text
