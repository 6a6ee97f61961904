"""The guard: what no parser ever sees, and what it is handed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from list_files import SHEET, a_csv, a_workbook, errors, patched

from allocator.intake import examine
from allocator.intake.guard import Kind, load, require_harmless

LIST = [("Delegation", "Delegates"), ("Kenya", 2)]


def test_a_workbook_is_handed_on_with_its_parts(tmp_path: Path) -> None:
    """Unpacked once, and when it was saved is read from them."""
    file = require_harmless(load(a_workbook(tmp_path, LIST)))

    assert Kind.XLSX is file.kind
    assert b"Kenya" in b"".join(file.parts.values())
    assert file.saved.endswith("Z")


def test_a_text_file_has_no_parts(tmp_path: Path) -> None:
    """Nor does it say when it was saved."""
    file = require_harmless(load(a_csv(tmp_path, "Delegation,Delegates")))

    assert (Kind.TEXT, {}, "") == (file.kind, file.parts, file.saved)


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be", "utf-16"]
)
@pytest.mark.parametrize("space", ["", " ", "\n"])
def test_a_document_type_is_seen_in_every_encoding(tmp_path: Path, name: str, space: str) -> None:
    """In any that expat reads, with a mark or without, also behind white space."""
    path = a_workbook(tmp_path, LIST)
    bomb = (space + '<!DOCTYPE x [<!ENTITY a "b">]>').encode(name)
    patched(path, SHEET, b"<worksheet", bomb + b"<worksheet")

    assert [each.partition(":")[0] for each in errors(examine(path))] == ["error[E-XML]"]


def test_a_name_like_a_document_type_is_a_name(tmp_path: Path) -> None:
    """As text it is written otherwise."""
    path = a_workbook(tmp_path, [*LIST, ("<!DOCTYPE x>", 1)])

    assert [] == errors(examine(path))


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("import pyexpat; pyexpat.version_info = (2, 3, 9)", "expat 2.3.9, which is not safe"),
        ("", "openpyxl reads XML without protection"),
    ],
)
def test_no_workbook_is_read_where_parsers_are_not_safe(
    tmp_path: Path, before: str, told: str
) -> None:
    """One line, exit code 6; a text file, which needs no such parser, is read."""
    program = f"{before}\nimport sys\nfrom allocator.cli.program import answer\nsys.exit(answer())"
    unsafe = {} if before else {"OPENPYXL_DEFUSEDXML": "False"}

    def check(path: Path) -> tuple[int, list[str]]:
        done = subprocess.run(
            [sys.executable, "-c", program, "check", str(path)],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, **unsafe},
        )
        return done.returncode, done.stderr.splitlines()

    code, (line,) = check(a_workbook(tmp_path, LIST))

    assert 6 == code
    assert line.startswith("error[E-PARSER]: ")
    assert told in line
    assert 0 == check(a_csv(tmp_path, "Delegation,Delegates", "Kenya,2"))[0]


def test_workbooks_are_read_and_written_alike_where_lxml_is_installed() -> None:
    """Openpyxl would take it where some other package brings it along, and write other bytes."""
    told = "import allocator, lxml, openpyxl.xml; print(openpyxl.xml.LXML)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
