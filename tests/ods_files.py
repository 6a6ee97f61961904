"""Writes spreadsheets of LibreOffice (.ods)."""

import zipfile
from pathlib import Path

_START = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
_END = "</office:spreadsheet></office:body></office:document-content>"


def text(value: str, attributes: str = "") -> str:
    """A cell of text."""
    return (
        f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p>'
        "</table:table-cell>"
    )


def number(value: float) -> str:
    """A cell with a number."""
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def day(value: str) -> str:
    """A cell with a date."""
    return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'


def an_ods(folder: Path, *rows: str, inside: str = "") -> Path:
    """A spreadsheet of one sheet with these rows of cells."""
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    path = folder / "list.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", f'{_START}{inside}<table:table table:name="L">{body}</table:table>{_END}'
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path
