"""Small files that become large, and large files."""

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from corpus.case import Case, Problem
from corpus.sheets import HEADER, a_book, a_list, a_part, a_row
from list_files import SHEET, a_workbook

Make = Callable[[Path], Path]
_MEGABYTE = 2**20
#: How often 16 MB are unpacked, to nearly 4 GB.
_TIMES = 255


def _bomb(part: str, content: bytes, times: int) -> Make:
    """A sound workbook of which one part is this content so many times, packed only once.

    The packed content ends on a whole byte, so that it can be repeated; the archive is written as
    if nothing was packed, and then says that all of it was.
    """

    def make(folder: Path) -> Path:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        piece = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
        path = a_book(folder, {part: None})
        with ZipFile(path, "a") as archive:
            archive.writestr(part, piece * times + b"\x03\x00")
            place = archive.getinfo(part).header_offset
        whole = bytearray(path.read_bytes())
        entry = whole.rindex(b"PK\x01\x02")
        size = (len(content) * times).to_bytes(4, "little")
        whole[place + 8 : place + 10] = whole[entry + 10 : entry + 12] = b"\x08\x00"
        whole[place + 22 : place + 26] = whole[entry + 24 : entry + 28] = size
        path.write_bytes(whole)
        return path

    return make


def _declared(part: str, size: int) -> Make:
    """A workbook whose directory says that a part is this large unpacked, whatever it is."""

    def make(folder: Path) -> Path:
        path = a_book(folder, {part: a_part(a_row(1, *HEADER), a_row(2, "Kenya", 2))})
        with ZipFile(path) as archive:
            index = archive.namelist().index(part)
        content = bytearray(path.read_bytes())
        place = -1
        for _ in range(index + 1):
            place = content.index(b"PK\x01\x02", place + 1)
        content[place + 24 : place + 28] = size.to_bytes(4, "little")
        path.write_bytes(content)
        return path

    return make


def _large_workbook(folder: Path) -> Path:
    """More than 10 MB as it stands: a part that cannot be made smaller."""
    path = a_workbook(folder, [HEADER, ("Kenya", 2)])
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/media/image1.png", b"\x89PNG" * 2_600_000)
    return path


def _rows(number: int) -> Make:
    """Rows of one delegation each, as XML without anything else."""

    def make(folder: Path) -> Path:
        body = BytesIO()
        for row in range(2, number + 2):
            body.write(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row))
        rows = (a_row(1, *HEADER), body.getvalue().decode())
        return a_book(folder, {SHEET: a_part(*rows)})

    return make


def _csv_rows(number: int) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "list.csv"
        rows = "".join(f"Team {row},1\n" for row in range(number))
        path.write_text(f"Delegation,Delegates\n{rows}", encoding="utf-8")
        return path

    return make


def _csv(*pieces: tuple[bytes, int]) -> Make:
    """A text file of these pieces, each so many times; beyond 10 MB nobody looks at it."""

    def make(folder: Path) -> Path:
        path = folder / "list.csv"
        path.write_bytes(b"Delegation,Delegates\n" + b"".join(text * n for text, n in pieces))
        return path

    return make


def _wide(folder: Path) -> Path:
    return a_list(folder, tuple(range(1, 16_385)), header=tuple(range(1, 16_385)))


def _attributes(folder: Path) -> Path:
    """A cell with 20,000 attributes, and no header."""
    flood = " ".join(f'a{number}="1"' for number in range(20_000))
    row = f'<row r="1"><c r="A1" {flood}><v>1</v></c><c r="B1"><v>2</v></c></row>'
    return a_book(folder, {SHEET: a_part(row)})


def _tags(folder: Path) -> Path:
    """Tags that open without an end: whoever looks for the end of each is never done."""
    return a_book(folder, {SHEET: a_part("<v " * 200_000, "<mergeCell " * 200_000)})


def _cells(folder: Path) -> Path:
    """A row of more than a million cells that say nothing."""
    return a_book(folder, {SHEET: a_part(a_row(1, *HEADER), f"<row>{'<c/>' * 1_100_000}</row>")})


def _prefixed_rows(folder: Path) -> Path:
    """As many rows as no list has, under another name for the same name space."""
    part = a_part('<x:row r="1"/>' * 200_000).replace(b" xmlns=", b" xmlns:x=")
    return a_book(folder, {SHEET: part.replace(b"<worksheet", b"<x:worksheet")})


def _deep(folder: Path) -> Path:
    """100,000 elements within each other, and no row."""
    return a_book(folder, {SHEET: a_part("<x>" * 100_000 + "</x>" * 100_000)})


def _refused(number: int, name: str, make: Make, code: str, where: str = "") -> Case:
    problems = (Problem(code, where),)
    return Case(number=number, name=name, make=make, problems=problems, apart=code == "E-EXPAND")


#: The most rows that a user may allow.
_MOST = ("--max-rows", "100000")
_TEXTS = "xl/sharedStrings.xml"

CASES = (
    _refused(25, "bomb_sheet_4g", _large_workbook, "E-SIZE"),
    _refused(26, "bomb_onecell_4g", _bomb(SHEET, b"a" * 16 * _MEGABYTE, _TIMES), "E-EXPAND"),
    _refused(27, "bomb_sst_4g", _bomb(_TEXTS, b"<si/>" * 3 * _MEGABYTE, _TIMES), "E-EXPAND"),
    _refused(28, "bomb_white_4g", _bomb(SHEET, b" " * 16 * _MEGABYTE, _TIMES), "E-EXPAND"),
    _refused(29, "size_lie", _declared(SHEET, 100), "E-DAMAGED"),
    _refused(30, "rep_500k", _rows(500_000), "E-EXPAND"),
    _refused(31, "rep_small", _rows(200_000), "E-RANGE"),
    _refused(31, "prefixed_rows", _prefixed_rows, "E-RANGE"),
    _refused(31, "cell_flood", _cells, "E-RANGE"),
    _refused(32, "cols_16k", _wide, "E-RANGE"),
    _refused(33, "attr_flood", _attributes, "E-HEADER", "row 1"),
    _refused(33, "tag_flood", _tags, "E-DAMAGED"),
    _refused(34, "deep_nest", _deep, "E-EMPTY"),
    _refused(35, "huge_field.csv", _csv((b"a", 10_500_000)), "E-SIZE"),
    _refused(36, "one_long_line.csv", _csv((b",", 10_500_000)), "E-SIZE"),
    _refused(37, "many_rows.csv", _csv((b"Kenya,2\n", 1_300_000)), "E-SIZE"),
    Case(number=38, name="rows_100000.csv", make=_csv_rows(100_000), notices=("N-NAME",),
         options=_MOST, checked=True),
    Case(number=39, name="rows_100001.csv", make=_csv_rows(100_001), options=_MOST,
         problems=(Problem("E-RANGE"),), says="limit 100,000"),
    _refused(39, "rows_10001.csv", _csv_rows(10_001), "E-RANGE"),
)  # fmt: skip
