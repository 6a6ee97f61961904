"""Clocks, languages of the system, hash seeds and folders change no byte of the workbook."""

import subprocess
import time
from itertools import cycle
from pathlib import Path
from shutil import which

import pytest
from click.testing import CliRunner
from faulted import EPOCH, a_short_list, digest, run

from allocator.cli import main

OPTIONS = ["allocate", "list.csv", "-o", "rosters.xlsx", "--time-limit", "30"]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The SHA-256 of the workbook of an undisturbed run."""
    return rosters(tmp_path_factory.mktemp("usual"))


def rosters(folder: Path, **environment: str) -> str:
    """The SHA-256 of the workbook that a run writes for the short list."""
    a_short_list(folder)
    done = run(folder, *OPTIONS, **environment)
    assert 0 == done.returncode, done.stderr
    assert "no better split exists (proven)" in done.stdout
    return digest(folder / "rosters.xlsx")


@pytest.mark.parametrize(
    ("first", "second"),
    [(4_000_000_000, 0), (0, 4_000_000_000), (0, 1), (1_700_000_000, 1_699_996_400)],
)
def test_a_clock_that_is_set_bounds_no_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, usual: str, first: int, second: int
) -> None:
    """It leaps by decades or an hour each time it is read: all is proven, the bytes the same."""
    moments = cycle([first, second])
    a_short_list(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: float(next(moments)))
        patch.setattr(time, "time_ns", lambda: 1_000_000_000 * next(moments))
        done = CliRunner().invoke(main, OPTIONS)

    assert 0 == done.exit_code, done.output
    assert "no better split exists (proven)" in done.output
    assert usual == digest(tmp_path / "rosters.xlsx")


def test_another_moment_is_another_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, usual: str
) -> None:
    """``SOURCE_DATE_EPOCH`` is what the workbook records."""
    a_short_list(tmp_path)
    monkeypatch.chdir(tmp_path)
    digests = []
    for moment in ("1600000000", EPOCH):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        assert 0 == CliRunner().invoke(main, [*OPTIONS, "--force"]).exit_code
        digests.append(digest(tmp_path / "rosters.xlsx"))

    assert usual != digests[0]
    assert usual == digests[1]


@pytest.mark.parametrize(
    ("seed_and_zone", "locale", "folder"),
    [
        ("0 Pacific/Kiritimati", "C", "plain"),
        ("1 Asia/Kathmandu", "tr_TR.UTF-8", "with two spaces"),
        ("2 UTC", "ar_EG.UTF-8", "مجلد العمل"),
        ("3 America/Adak", "POSIX", "dossier d’été"),
        ("4 Nowhere/At_all", "C.UTF-8", "%s {0} $HOME 'quoted' [x]"),
    ],
)
def test_surroundings_change_no_byte(
    tmp_path: Path, usual: str, seed_and_zone: str, locale: str, folder: str
) -> None:
    """Order of sets, language, zone of the clock: nothing of them is in the workbook.

    The locales are made for the test where the system can do that; else they count as C.
    """
    place = tmp_path / folder
    place.mkdir()
    hash_seed, zone = seed_and_zone.split()
    environment = {"PYTHONHASHSEED": hash_seed, "LC_ALL": locale, "LANG": locale, "TZ": zone}
    environment["LOCPATH"] = str(a_locale(tmp_path, locale))

    assert usual == rosters(place, **environment)


def a_locale(folder: Path, name: str) -> Path:
    """A folder with a locale compiled from the sources of the system; an empty one without them."""
    locales = folder / "locales"
    locales.mkdir()
    if "_" in name and which("localedef"):
        source, _, charset = name.partition(".")
        command = ["localedef", "-i", source, "-f", charset, str(locales / name)]
        subprocess.run(command, check=False, capture_output=True)
    return locales


@pytest.mark.long
@pytest.mark.parametrize("hash_seed", range(5, 20))
def test_no_seed_of_hashes_changes_a_byte(tmp_path: Path, usual: str, hash_seed: int) -> None:
    """The order of sets and mappings is nowhere in the workbook."""
    assert usual == rosters(tmp_path, PYTHONHASHSEED=str(hash_seed), LC_ALL="tr_TR.ISO-8859-9")


def test_a_system_without_unicode_writes_the_same(tmp_path: Path, usual: str) -> None:
    """Python told to keep to ASCII."""
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    assert usual == rosters(tmp_path, **ascii_only)
