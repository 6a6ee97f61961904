"""Named cases of bad input: what the program does with each is what it promises."""

import socket
from collections.abc import Callable
from html import escape
from pathlib import Path
from time import perf_counter

import pytest
from corpus import cells, containers, counts, csv_files, geometry, sizes, xml_tricks
from corpus.case import Case
from corpus.runs import held, run, run_apart, sheets_of
from corpus.table import ROW
from list_files import seats

from allocator.intake import examine

CASES = (
    *cells.CASES,
    *counts.CASES,
    *csv_files.CASES,
    *containers.CASES,
    *geometry.CASES,
    *sizes.CASES,
    *xml_tricks.CASES,
)
#: The longest that anybody waits for a file to be refused, in seconds.
PATIENCE = 20


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing connects to anything; a try ends the test."""

    def refused(*_arguments: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number:03}-{case.name}")
def test_a_bad_file_does_what_is_promised(
    case: Case, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Exit code, one line per problem at its place, no traceback, and nothing written if refused.

    ``check`` and ``allocate`` say the same; the place that they name holds what they say.
    """
    path = case.make(tmp_path)
    output = tmp_path / "rosters" / "rosters.xlsx"
    output.parent.mkdir()
    output.write_bytes(b"of yesterday")
    start = perf_counter()

    checked = (run_apart if case.apart else run)(["check", str(path), *case.options])
    # What a child has read without harm is read here too, within the same time.
    allocated = run(["allocate", str(path), "-o", str(output), "--force", "-g", "2", *case.options])
    record_property(ROW, (f"{case.number:>3} {case.name}", case.expected, checked.told))

    assert perf_counter() - start < PATIENCE
    assert case.expected == checked.told
    assert [] == checked.strays
    assert case.says in "\n".join(checked.lines)
    assert (checked.code, 0 if checked.code else 1) == (
        allocated.code,
        [each.read_bytes() for each in output.parent.iterdir()] != [b"of yesterday"],
    )
    assert [] == [
        each for each in case.problems if each.where and each.holds not in held(path, each.where)
    ]
    assert case.read == (tuple(seats(examine(path))) if case.read else ())
    if not case.problems:
        rosters = sheets_of(output)
        assert [] == [name for name, _ in case.read if escape(name, quote=False) not in rosters]
        assert "<f>" not in rosters
