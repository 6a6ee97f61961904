"""Text files: the ways in which lists are saved, and those in which they cannot be read."""

import codecs
from collections.abc import Callable
from pathlib import Path

from corpus.case import Case, Problem

LIST = "Delegation,Delegates\nKenya,2\nChad,1\n"
READ = (("Kenya", 2), ("Chad", 1))
_ACCENTS = "Délégation;Délégués\nÉgypte;2\nBrésil;3\nPérou;1\n"
_READ_ACCENTS = (("Égypte", 2), ("Brésil", 3), ("Pérou", 1))


def _written(content: bytes | str) -> Callable[[Path], Path]:
    """Writes a text file with this content."""

    def make(folder: Path) -> Path:
        path = folder / "list.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


def _read(
    name: str,
    content: bytes | str,
    read: tuple[tuple[str, int], ...] = READ,
    *notices: str,
    number: int = 103,
) -> Case:
    return Case(number=number, name=name, make=_written(content), read=read, notices=notices)


def _refused(number: int, name: str, content: bytes | str, *problems: Problem) -> Case:
    return Case(number=number, name=name, make=_written(content), problems=problems)


_SAVED = (
    _read("utf8", _ACCENTS, _READ_ACCENTS),
    _read("utf8_bom", codecs.BOM_UTF8 + LIST.encode()),
    _read("utf16le_bom", codecs.BOM_UTF16_LE + LIST.encode("utf-16-le")),
    _read("semicolon", LIST.replace(",", ";")),
    _read("tab", LIST.replace(",", "\t")),
    _read("sep_line", "sep=;\n" + LIST.replace(",", ";")),
    _read("cr_only", LIST.replace("\n", "\r")),
    _read("mixed_eol", "Delegation,Delegates\rKenya,2\r\nChad,1\n"),
    _read("blank_lines", LIST.replace("\n", "\n\n,\n")),
    _read("quote_newline", 'Delegation,Delegates,Note\nKenya,2,"a\nb"\nChad,1,\n'),
)
_UNKNOWN = Problem("E-ENCODING")
_PAGES = (
    *(_read(page, _ACCENTS.encode(page), _READ_ACCENTS, "N-ENCODING", number=104)
      for page in ("cp1252", "mac_roman")),
    *(_refused(104, page, f"Delegation;Delegates\n{name};2\n".encode(page), _UNKNOWN)
      for page, name in (("cp1256", "كينيا"), ("cp1251", "Кения"), ("gb18030", "肯尼亚"))),
    _refused(104, "bad_utf8", b"Delegation;Delegates\nK\xe9ny\xff\xfea;2\n", _UNKNOWN),
    _refused(104, "lone_surrogate", b"Delegation;Delegates\nK\xed\xa0\x80;2\n", _UNKNOWN),
    _refused(104, "utf16le_nobom", LIST.encode("utf-16-le"), _UNKNOWN),
    _refused(104, "utf32", LIST.encode("utf-32"), _UNKNOWN),
)  # fmt: skip
_BROKEN = (
    _refused(105, "nul", LIST.replace("Chad", "Ch\0ad"), Problem("E-CHAR", "line 3", "\0")),
    _refused(105, "nul_cr_only", "Delegation,Delegates\rKenya,2\rCh\0ad,1\r",
             Problem("E-CHAR", "line 3", "\0")),
    _refused(105, "nul_only", b"\0" * 100, Problem("E-TYPE")),
    _refused(106, "unclosed_quote", LIST.replace("Chad", '"Chad'),
             Problem("E-CSV", "line 3", '"Chad')),
    _refused(106, "ragged_more", "Delegation,Delegates\nKenya,2\nChad,1,9\n",
             Problem("E-CSV", "line 3", "1,9")),
    _refused(106, "ragged_first_more", "Delegation,Delegates\nKenya,2,9\nChad,1\n",
             Problem("E-CSV", "line 2", "2,9")),
    _refused(106, "all_rows_extra", "Delegation,Delegates\nA,Kenya,2\nB,Chad,1\n",
             Problem("E-CSV", "line 2", "A,Kenya,2"), Problem("E-CSV", "line 3", "B,Chad,1")),
    _refused(106, "ragged_less", "Delegation,Delegates,Region\nKenya,2,Africa\nChad,1\n",
             Problem("E-CSV", "line 3", "Chad,1")),
    _refused(107, "empty", b"", Problem("E-EMPTY")),
    _refused(107, "bom_only", codecs.BOM_UTF8, Problem("E-EMPTY")),
)  # fmt: skip
_COUNT = "line 2, column B"
_VALUES = (
    _refused(108, "decimal_comma", "Delegation;Delegates\nKenya;3,5\n",
             Problem("E-COUNT", _COUNT, "3,5")),
    _refused(108, "thousand_sep", 'Delegation,Delegates\nKenya,"1,000"\n',
             Problem("E-COUNT", _COUNT, "1,000")),
    _refused(108, "inf", "Delegation,Delegates\nKenya,inf\n", Problem("E-COUNT", _COUNT, "inf")),
    _read("lead_zero", "Delegation,Delegates\n007,2\nKenya,1\n", (("007", 2), ("Kenya", 1)),
          "N-NAME", number=108),
    _refused(108, "dup_header", "Delegation,Delegates,Delegates\nKenya,2,3\n",
             Problem("E-HEADER", "line 1, column C", "Delegates,Delegates")),
    _read("inject", "Delegation,Delegates\n=1+1,2\nKenya,1\n", (("=1+1", 2), ("Kenya", 1)),
          "N-NAME", "N-TEXT", number=108),
)  # fmt: skip
#: What spoiled files brought to light, each under the number that it is nearest to.
_FOUND = (
    # The square of these lengths would take minutes.
    *(Case(number=35, name=name, checked=True, notices=("N-NAME",), make=_written(
        "Delegation,Delegates,Region\n" + "".join(f"K{row},1,a{run}\n" for row in range(rows))))
      for name, run, rows in (("runs_of_marks", "*" * 50_000, 180),
                              ("runs_of_accents", "\u0315\u0300" * 25_000, 90))),
    _refused(68, "heading_with_breaks", 'Kenya,2,"a\nb"\nChad,1,\n',
             Problem("E-HEADER", "line 1", "Kenya,2")),
    _read("name_with_breaks", 'Delegation,Delegates\n"Kenya\nNorth",2\nChad,1\n',
          (("Kenya\nNorth", 2), ("Chad", 1)), "N-NAME"),
    _read("total_of_digits", LIST + f"TOTAL,{'9' * 5_000}\n", READ, "N-ROW", number=102),
    Case(number=104, name="encoding_undefined", make=_written(LIST),
         options=("--encoding", "undefined"), problems=(_UNKNOWN,)),
)  # fmt: skip
CASES = (*_SAVED, *_PAGES, *_BROKEN, *_VALUES, *_FOUND)
