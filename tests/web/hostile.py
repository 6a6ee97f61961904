"""Files that nobody means well with, and names that want to be something else."""

import zipfile
from io import BytesIO
from pathlib import Path

LIST = Path(__file__).parents[2] / "examples" / "lists" / "04_inc11_nueva_york_1995_ES.xlsx"
#: Texts that a page, a log or a workbook might take for something else than a name.
NAMES = (
    '<img src=x onerror="document.title=1">',
    "</bdi><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "=HYPERLINK(1)",
)


def bomb() -> bytes:
    """A small workbook with a sheet of 300 MB."""
    return _workbook({"xl/worksheets/sheet1.xml": b" " * 300_000_000})


def doctype() -> bytes:
    """A workbook whose parts declare entities that would expand."""
    text = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>'
    return _workbook({"xl/workbook.xml": text})


def truncated() -> bytes:
    """The first bytes of a real list."""
    return LIST.read_bytes()[:3_000]


def html() -> bytes:
    """A page that was renamed."""
    return b"<html><body><table><tr><td>Kenya</td></tr></table></body></html>"


def outside() -> bytes:
    """A workbook with a part that wants to be unpacked elsewhere."""
    return _workbook({"../../../../tmp/escaped": b"x"})


def zeros() -> bytes:
    """Nothing but zeros."""
    return bytes(100_000)


def _workbook(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            **parts,
        }.items():
            archive.writestr(name, content)
    return buffer.getvalue()


FILES = {made.__name__: made for made in (bomb, doctype, truncated, html, outside, zeros)}
