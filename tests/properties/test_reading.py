"""What reading promises of any file: one model in every form, or a refusal that harms nothing."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from corpus.runs import run
from hypothesis import example, given, settings
from hypothesis import strategies as st
from properties.tables import FORMS, WORKBOOK, Form, Table, tables

from allocator.findings import Finding
from allocator.intake import examine, read_list
from examples import examples

#: What no list may hold where the number of delegates stands.
BAD_COUNTS = ("3 pax", "TBC", -1, 2.5, "", "1.000", 501, "3-4", "²")
#: The longest that anybody waits for a file to be refused, in milliseconds.
PATIENCE = 20_000
#: Pieces of lists, and what has no place in one: text made of these is nearly a list.
PIECES = ("Delegation", "Delegates", "Region", "Category", "Name", "Seating", "Total", "Kenya", "3",
          "Fiji", "whole", ",", ",", ";", "\t", "\n", "\n", '"', "\x0b", "\x1b[31m", "\x85",
          "\u2028", "\u202e", "\ufeff", "=", "sep=;\n", "3 pax")  # fmt: skip
YESTERDAY = b"rosters of yesterday"


@examples(30)
@given(tables(), st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_a_list_is_the_same_in_every_form(
    tmp_path_factory: pytest.TempPathFactory, table: Table, form: Form, other: Form
) -> None:
    """P34: from csv in any separator and encoding, or from a workbook, the same delegations."""
    folder = tmp_path_factory.mktemp("forms")
    one, two = (read_list(each.file(table, folder)) for each in (form, other))

    assert one.delegations == two.delegations
    assert [row[0] for row in table.rows] == [each.name for each in one.delegations]
    assert [row[1] for row in table.rows] == [each.head_count for each in one.delegations]


@st.composite
def spoilt(draw: st.DrawFn) -> Table:
    """A list with bad counts here and there."""
    table = draw(tables())
    return Table(
        headings=table.headings,
        rows=tuple(
            (row[0], draw(st.just(row[1]) | st.sampled_from(BAD_COUNTS)), *row[2:])  # type: ignore[arg-type] # a decimal
            for row in table.rows
        ),
    )


@examples(30)
@given(spoilt())
def test_every_error_is_in_its_cell_and_the_errors_stand_in_order(
    tmp_path_factory: pytest.TempPathFactory, table: Table
) -> None:
    """P37: sorted by place, the same again, one per bad cell, each with what the cell holds."""
    path = WORKBOOK.file(table, tmp_path_factory.mktemp("spoilt"))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    bad = {number for number, row in enumerate(table.rows, start=2) if row[1] in BAD_COUNTS}

    errors = examine(path).errors

    assert errors == examine(path).errors
    assert bad == {each.place.row for each in errors}
    assert places(errors) == sorted(places(errors))
    assert [each.found for each in errors] == [
        str(sheet.cell(each.place.row, each.place.column).value or "") for each in errors
    ]


@examples(20)
@given(spoilt().filter(lambda table: any(row[1] in BAD_COUNTS for row in table.rows)),
       st.sampled_from(FORMS))  # fmt: skip
def test_a_refused_run_leaves_the_folder_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, table: Table, form: Form
) -> None:
    """P38: ``allocate`` and ``check`` write nothing, to the byte, and tell the same errors."""
    folder = tmp_path_factory.mktemp("refused")
    source, output = form.file(table, folder), folder / "rosters.xlsx"
    output.write_bytes(YESTERDAY)
    before = contents(folder)

    refused = run(["allocate", str(source), "-o", str(output), "--force", "-g", "2"])
    checked = run(["check", str(source)])

    assert (3, []) == (refused.code, refused.strays)
    assert refused.lines == tuple(line for line in checked.lines if line.startswith("error["))
    assert before == contents(folder)


@settings(examples(80), deadline=PATIENCE)
@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode)
       | st.lists(st.sampled_from(PIECES), max_size=40).map(lambda some: "".join(some).encode()),
       st.sampled_from(("list.csv", "list.tsv", "list.xlsx", "list.txt")))  # fmt: skip
@example(content=b"\x01\t\x01\x0b\x01", name="list.csv")
@example(content=b"Who,\x1b[31mPeople\nKenya,3\n", name="list.csv")
def test_any_bytes_are_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    """P35: exit code 0, 2, 3 or 6, errors of one line, no traceback, within 20 seconds.

    No character of the file reaches the terminal that could command it.
    """
    path = tmp_path_factory.mktemp("bytes") / name
    path.write_bytes(content)

    told = run(["check", str(path)])

    assert told.code in {0, 2, 3, 6}
    assert [] == told.strays
    assert [] == [line for line in told.lines if not line.isprintable()]
    assert bool(told.code) == any(line.startswith("error[") for line in told.lines)


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """A file with some of its bytes changed, left out, or put twice."""
    changed = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(changed) - 1)))
        length = draw(st.integers(0, 20))
        changed[place : place + length] = draw(st.binary(max_size=20))
    return bytes(changed)


@settings(examples(50), deadline=PATIENCE)
@given(tables(), st.sampled_from(FORMS), st.data())
def test_a_damaged_list_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, table: Table, form: Form, data: st.DataObject
) -> None:
    """P35: a sound file of which some bytes were lost or changed on its way."""
    path = form.file(table, tmp_path_factory.mktemp("damaged"))
    path.write_bytes(data.draw(damaged(path.read_bytes())))

    told = run(["check", str(path)])

    assert told.code in {0, 2, 3, 6}
    assert [] == told.strays


@settings(examples(30), deadline=PATIENCE)
@given(tables(), st.data())
def test_a_workbook_with_spoilt_parts_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, table: Table, data: st.DataObject
) -> None:
    """P35: damage within the parts of the archive, whose checksums are right all the same."""
    path = WORKBOOK.file(table, tmp_path_factory.mktemp("parts"))
    damage(path, data)

    told = run(["check", str(path)])

    assert told.code in {0, 2, 3, 6}
    assert [] == told.strays


def damage(path: Path, data: st.DataObject) -> None:
    """Spoil one part of a workbook."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = data.draw(st.sampled_from(sorted(parts)))
    parts[part] = data.draw(damaged(parts[part]))
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def places(errors: tuple[Finding, ...]) -> list[tuple[int, int]]:
    """Row and column of each."""
    return [(each.place.row, each.place.column) for each in errors]


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}
