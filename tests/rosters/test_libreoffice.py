"""LibreOffice as a second reader: it opens the workbook, prints it, and saves it unharmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from libreoffice import needs_libreoffice, saved
from outcomes import STAMP, a_named_list, an_outcome

import allocator
from allocator.allocation import Outcome
from allocator.language import LANGUAGES
from allocator.rosters import contradictions, read_rosters, write_rosters
from allocator.settings import Settings

pytestmark = needs_libreoffice


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """An outcome, and the workbook of its rosters as LibreOffice saved it."""

    outcome: Outcome
    path: Path


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Saved]:
    """A workbook of each language, and one of several sessions."""
    folder = tmp_path_factory.mktemp("workbooks")
    outcomes = {
        language: an_outcome(
            a_named_list(language=language),
            settings=Settings(meeting="Council"),
            balance=("Level",),
        )
        for language in LANGUAGES
    }
    outcomes["sessions"] = allocator.allocate(a_named_list(), groups=2, sessions=3)
    for name, outcome in outcomes.items():
        write_rosters(outcome, folder / f"{name}.xlsx", stamp=STAMP)
    paths = saved([folder / f"{name}.xlsx" for name in outcomes], "xlsx")
    return {path.stem: Saved(outcome=outcomes[path.stem], path=path) for path in paths}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_saved_by_libreoffice_says_the_same(
    workbooks: Mapping[str, Saved], language: str
) -> None:
    """Nothing is lost, no text becomes a formula, and no sheet contradicts another."""
    outcome, read = workbooks[language].outcome, read_rosters(workbooks[language].path)

    assert outcome.allocation == read.allocation
    assert outcome.workshop.delegations == read.workshop.delegations
    assert () == contradictions(workbooks[language].path)


def test_the_sessions_that_libreoffice_saves_are_the_same(workbooks: Mapping[str, Saved]) -> None:
    """The rosters of every session come back, and no sheet contradicts another."""
    sessions = workbooks["sessions"]

    assert sessions.outcome.allocations == read_rosters(sessions.path).allocations
    assert () == contradictions(sessions.path)


def test_a_workbook_prints(tmp_path: Path) -> None:
    """It becomes a PDF."""
    path = tmp_path / "rosters.xlsx"
    write_rosters(an_outcome(), path, stamp=STAMP)
    (printed,) = saved([path], "pdf")

    assert printed.read_bytes().startswith(b"%PDF")
