"""LibreOffice as a second reader: it opens the workbook, prints it, and saves it unharmed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from outcomes import STAMP, a_named_list, an_outcome

import allocator
from allocator.language import LANGUAGES
from allocator.rosters import contradictions, read_rosters, write_rosters
from allocator.settings import Settings

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def converted(path: Path, kind: str) -> Path:
    """The file as LibreOffice saves it in another folder."""
    folder = path.parent / kind
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_saved_by_libreoffice_says_the_same(tmp_path: Path, language: str) -> None:
    """Nothing is lost, no text becomes a formula, and no sheet contradicts another."""
    outcome = an_outcome(
        a_named_list(language=language), settings=Settings(meeting="Council"), balance=("Level",)
    )
    path = tmp_path / "rosters.xlsx"
    write_rosters(outcome, path, stamp=STAMP)
    saved = converted(path, "xlsx")
    read = read_rosters(saved)

    assert outcome.allocation == read.allocation
    assert outcome.workshop.delegations == read.workshop.delegations
    assert () == contradictions(saved)


def test_the_sessions_that_libreoffice_saves_are_the_same(tmp_path: Path) -> None:
    """The rosters of every session come back, and no sheet contradicts another."""
    outcome = allocator.allocate(a_named_list(), groups=2, sessions=3)
    path = tmp_path / "rosters.xlsx"
    write_rosters(outcome, path, stamp=STAMP)
    saved = converted(path, "xlsx")

    assert outcome.allocations == read_rosters(saved).allocations
    assert () == contradictions(saved)


def test_a_workbook_prints(tmp_path: Path) -> None:
    """It becomes a PDF."""
    path = tmp_path / "rosters.xlsx"
    write_rosters(an_outcome(), path, stamp=STAMP)

    assert converted(path, "pdf").read_bytes().startswith(b"%PDF")
