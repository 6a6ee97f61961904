"""Named cases of bad input: what the program does with each is what it promises."""

import socket
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from corpus import cells, containers, counts, csv_files, geometry, sizes, xml_tricks
from corpus.case import MEMORY, NUMBERS, PATIENCE, Case
from corpus.rebalances import REBALANCES
from corpus.runs import contents, is_held, rosters_of_yesterday, run, run_apart, sheets_of
from corpus.table import ROW, row
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


SECURITY = Path(__file__).parents[2] / "docs" / "SECURITY.md"


def named(case: Case) -> str:
    """The name of a case in the report of a run."""
    return f"{case.number:03}-{case.name}"


def test_every_number_of_the_contract_has_a_case() -> None:
    """From 1 to 108 and R1 to R12, and no two cases have the same name."""
    names = [(str(case.number), case.name) for case in CASES]
    names += [(case.number, case.name) for case in REBALANCES]

    assert set(NUMBERS) == {number for number, _ in names}
    assert len(set(names)) == len(names)
    assert f"| {len(names)} broken or hostile files" in SECURITY.read_text("utf-8")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing connects to anything; a try ends the test."""

    def refused(*_arguments: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("case", CASES, ids=named)
def test_what_is_wrong_with_a_file_is_told(
    case: Case, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Exit code, one line per problem without a traceback, and places that hold what is said.

    In less than 20 seconds and 1 GB.
    """
    path = case.make(tmp_path)

    found = (run_apart if case.apart else run)(["check", str(path), *case.options])

    record_property(ROW, row(str(case.number), case.name, case.expected, found))
    assert case.expected == found.told
    assert found.seconds < PATIENCE
    assert found.memory < MEMORY
    assert [] == found.strays
    assert case.says in "\n".join(found.lines)
    elsewhere = [each for each in case.problems if each.where and not is_held(path, each)]
    assert [] == elsewhere
    assert case.read == (tuple(seats(examine(path))) if case.read else ())


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("case", [each for each in CASES if each.problems], ids=named)
def test_a_refused_file_leaves_the_folder_of_the_rosters_as_it_was(
    case: Case, tmp_path: Path
) -> None:
    """``allocate`` tells the same as ``check``, and the rosters of yesterday are still there."""
    path, output = case.make(tmp_path), rosters_of_yesterday(tmp_path)
    before = contents(tmp_path)

    found = run(["allocate", str(path), "-o", str(output), "--force", "-g", "2", *case.options])

    assert case.expected == found.told
    assert before == contents(tmp_path)


@pytest.mark.parametrize(
    "case", [each for each in CASES if not each.problems and not each.checked], ids=named
)
def test_an_odd_list_is_allocated_with_its_names_as_they_stand(case: Case, tmp_path: Path) -> None:
    """Every name is in the rosters, letter by letter, and no sheet has a formula."""
    path, output = case.make(tmp_path), rosters_of_yesterday(tmp_path)

    found = run(["allocate", str(path), "-o", str(output), "--force", "-g", "2", *case.options])
    rosters = sheets_of(output)

    assert (0, []) == (found.code, found.strays)
    assert [] == [name for name, _ in case.read if escape(name, quote=False) not in rosters]
    assert "<f>" not in rosters
