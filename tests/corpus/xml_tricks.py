"""Parts of a workbook with document types, entities, odd encodings and forbidden references."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from corpus.case import Case, Problem
from corpus.sheets import HEADER, a_book, a_list, a_part, a_row, inline
from list_files import SHEET

Make = Callable[[Path], Path]
_BOOK, _SHARED = "xl/workbook.xml", "xl/sharedStrings.xml"
_ROWS = (a_row(1, *HEADER), a_row(2, "Kenya", 2), a_row(3, "Chad", 1))
_LEVELS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
#: A billion laughs: nine levels of ten.
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LEVELS}]>'
SMALL = '<!DOCTYPE x [<!ENTITY l9 "lol">]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY l9 "{"a" * 50_000}">]>'


# Behind its declaration no tag of it looks like a tag.
_EBCDIC = b'<?xml version="1.0" encoding="cp037"?>' + a_part(*_ROWS).decode().encode("cp037")


def _sheet(declared: str, name: str = "&l9;") -> bytes:
    """A sheet with a document type, whose first delegation is an entity."""
    return declared.encode() + a_part(_ROWS[0], a_row(2, inline(name), 2))


def _with(part: str, content: bytes) -> Make:
    def make(folder: Path) -> Path:
        return a_book(folder, {part: content})

    return make


def _declared(part: str) -> Make:
    """A workbook one of whose own parts begins with a document type."""

    def make(folder: Path) -> Path:
        path = a_book(folder, {})
        with ZipFile(path) as archive:
            content = archive.read(part)
        return a_book(folder, {part: LAUGHS.encode() + content})

    return make


def _outside(folder: Path) -> Path:
    """A sheet that asks for a file beside it, in which Canaria stands."""
    secret = folder / "secret.txt"
    secret.write_text("Canaria", encoding="utf-8")
    declared = f'<!DOCTYPE x [<!ENTITY l9 SYSTEM "{secret.as_uri()}">]>'
    return a_book(folder, {SHEET: _sheet(declared)})


def _unmarked(encoding: str) -> Make:
    """A sheet in UTF-16 without a byte order mark, which does not begin with a tag."""
    return _with(SHEET, ("\n" + _sheet(SMALL).decode()).encode(encoding))


def _wide(declared: str) -> Make:
    """A sheet in UTF-16, as some programs write it."""
    start = '<?xml version="1.0" encoding="UTF-16"?>' + declared
    return _with(SHEET, (start + a_part(*_ROWS).decode()).encode("utf-16"))


def _reference(number: int, name: str, reference: str) -> Case:
    def make(folder: Path) -> Path:
        return a_list(folder, (inline(f"Ke{reference}nya"), 2))

    return Case(number=number, name=name, make=make, problems=(Problem("E-DAMAGED"),))


def _refused(number: int, name: str, make: Make, *, code: str = "E-XML") -> Case:
    return Case(number=number, name=name, make=make, problems=(Problem(code),), apart=True)


CASES = (
    _refused(40, "lol9_sheet", _with(SHEET, _sheet(LAUGHS))),
    _refused(41, "lol9_sst", _with(_SHARED, f"{LAUGHS}<sst><si><t>&l9;</t></si></sst>".encode())),
    _refused(42, "lol9_wb", _declared(_BOOK)),
    _refused(43, "lol_small", _with(SHEET, _sheet(SMALL))),
    _refused(44, "quadratic", _with(SHEET, _sheet(QUADRATIC, "&l9;" * 50_000))),
    _refused(45, "xxe", _outside),
    _reference(46, "surrogate_ref", "&#xD800;"),
    _reference(47, "nul_ref", "&#0;"),
    _reference(48, "ctrl_ref", "&#1;"),
    _reference(49, "bigref", "&#x110000;"),
    Case(number=50, name="utf16_xml", make=_wide(""), read=(("Kenya", 2), ("Chad", 1))),
    _refused(51, "ebcdic_sheet", _with(SHEET, _EBCDIC), code="E-DAMAGED"),
    _refused(51, "utf16_doctype", _wide(SMALL)),
    _refused(51, "utf16le_unmarked_doctype", _unmarked("utf-16-le")),
    _refused(51, "utf16be_unmarked_doctype", _unmarked("utf-16-be")),
)
