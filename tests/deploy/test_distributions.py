"""What is handed out installs in a fresh environment and runs there."""

import os
import sys
import tarfile
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from distributed import ROOT, allocates, done, through_the_page
from made_once import made_once
from web.serving import serving

from allocator import child

#: The most that the wheel may weigh, in bytes: it goes by mail.
MOST_BYTES = 1_000_000


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and the source archive, in a folder."""

    def build(folder: Path) -> None:
        done(sys.executable, "-m", "build", "--outdir", folder, ROOT)

    return made_once(tmp_path_factory, "distributions", build)


@pytest.mark.long
def test_a_wheel_holds_the_program_and_nothing_else(distributions: Path) -> None:
    """Every file of the package that is not made by running it, and what wheels need."""
    (wheel,) = distributions.glob("*.whl")
    names = ZipFile(wheel).namelist()
    inside = {name for name in names if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "allocator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert there == inside
    assert [name for name in names if name.endswith(".dist-info/licenses/docs/license.md")]
    assert wheel.stat().st_size < MOST_BYTES


@pytest.mark.long
def test_a_source_archive_holds_what_the_tests_need(distributions: Path) -> None:
    """Program, tests, pages and examples; no environment, and no cache."""
    (archive,) = distributions.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        tops = {Path(name).parts[1] for name in opened.getnames()}

    known = {"allocator", "docs", "examples", "tests", "README.md", "pyproject.toml"}
    assert known | {"PKG-INFO", ".gitignore"} == tops


@pytest.mark.long
@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_a_distribution_runs_in_a_fresh_environment(
    distributions: Path, kind: str, tmp_path: Path
) -> None:
    """Rosters are made and verified, also on its page, whichever way it is started."""
    (distribution,) = distributions.glob(kind)
    venv.create(tmp_path / "fresh", with_pip=True)
    programs = tmp_path / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    done(programs / "python", "-m", "pip", "install", "-q", f"{distribution}[web]")

    allocates(tmp_path, programs / "allocator")
    command = (programs / "python", "-m", "allocator")
    with (
        serving(tmp_path, program=(*command, "serve", "--no-browser")) as server,
        server.visitor() as visitor,
    ):
        first, second = through_the_page(visitor, tmp_path)
    done(*command, "verify", first)
    done(*command, "verify", second, "--prove", "--from", first)


def test_a_process_of_our_own_is_a_script_for_python() -> None:
    """As long as there is a Python to run it."""
    script = Path("somewhere") / "legacy_child.py"

    assert [sys.executable, "-I", str(script)] == child.command(script, "-I")
    assert not child.serves([child.CHILD, "legacy_child"])


def test_a_folder_without_python_runs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a word that no user types; whatever else it is told is a user's."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    wanted = [sys.executable, child.CHILD, "reader_process"]
    assert wanted == child.command(Path("reader_process.py"), "-P")
    assert not child.serves(["allocate", "list.xlsx"])
