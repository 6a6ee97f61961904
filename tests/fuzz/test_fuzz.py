"""Spoiled files: the program says what is wrong, in a line each, and harms nothing."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

import pytest
from fuzz import seeds, spoiling
from fuzz.judging import OF_A_LIST, OF_ROSTERS, judged
from fuzz.places import is_held
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from allocator.intake import examine

#: From the bytes of a sound file to spoiled ones.
Spoil = Callable[[bytes], st.SearchStrategy[bytes]]
Judge = Callable[[Path], None]
#: Sound files, what spoils one, and what judges the program by a spoiled one.
Kind = tuple[list[Path], Spoil, Judge]

YESTERDAY = b"rosters of yesterday"
#: Seconds for each of the eight kinds: the long run takes as many files as fit in.
LONG = float(os.environ.get("FUZZ_SECONDS", "30"))
#: Files of each kind in the short run, and in a round of the long one.
FEW = 8


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A spoiled file; the report of a failure says where it lies, not what is in it."""

    path: Path
    content: bytes

    def __repr__(self) -> str:
        """The path of the smallest file that fails, once all others have been tried."""
        return str(self.path)


def _fuzz(kind: Kind, drawn: int = 0) -> None:
    """Judge the program on a few spoiled files; the smallest one that fails stays there."""
    sound, spoil, judge = kind
    folder = sound[0].parent / "spoiled"
    folder.mkdir(exist_ok=True)
    files = [(folder / f"list{path.suffix}", path.read_bytes()) for path in sound]

    def spoiled(file: tuple[Path, bytes]) -> st.SearchStrategy[Spoiled]:
        return spoil(file[1]).map(lambda content: Spoiled(file[0], content))

    @seed(drawn)
    @settings(
        max_examples=FEW,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        database=None,
    )
    @given(st.sampled_from(files).flatmap(spoiled))
    def every_spoiled_file_is_judged(file: Spoiled) -> None:
        file.path.write_bytes(file.content)
        judge(file.path)

    every_spoiled_file_is_judged()


def _list_is_read(path: Path, *, options: tuple[str | Path, ...] = ()) -> None:
    """``check`` tells what is there; a refused list leaves the rosters of yesterday alone."""
    code, told = judged(["check", path, "-g", "2", *options])
    if code == 3:
        _rosters_stay(path, told, options)
        if not options:
            _places_hold(path)


def _rosters_stay(path: Path, told: str, options: tuple[str | Path, ...]) -> None:
    folder = path.parent / "rosters"
    folder.mkdir(exist_ok=True)
    (folder / "rosters.xlsx").write_bytes(YESTERDAY)
    output: list[str | Path] = ["-o", folder / "rosters.xlsx", "--force", "-g", "2"]

    errors = "".join(line for line in told.splitlines(keepends=True) if not _is_notice(line))
    assert (3, errors) == judged(["allocate", path, *output, *options])
    assert {"rosters.xlsx": YESTERDAY} == {
        each.name: each.read_bytes() for each in folder.iterdir()
    }


def _is_notice(line: str) -> bool:
    """``check`` tells what was read beside the errors; ``allocate`` has them alone."""
    return line.startswith("notice[")


def _places_hold(path: Path) -> None:
    content = path.read_bytes()
    assert [] == [str(each) for each in examine(path).errors if not is_held(content, each)]


def _list_is_allocated(path: Path) -> None:
    """``allocate`` writes rosters that ``verify`` finds true, or says why not."""
    output = path.parent / "rosters.xlsx"
    options: list[str | Path] = ["-o", output, "--force", "-g", "2", "--time-limit", "2"]
    code, _ = judged(["allocate", path, *options], (*OF_A_LIST, 4, 5))
    if code == 0:
        assert (0, "") == judged(["verify", output])


def _rosters_are_read(path: Path) -> None:
    """``verify`` and ``compare`` tell what is wrong with rosters."""
    judged(["verify", path], OF_ROSTERS)
    judged(["compare", path, path], OF_ROSTERS)


def _rosters_are_renewed(path: Path, *, late: Path) -> None:
    """``rebalance`` tells what is wrong with rosters, or writes the next version."""
    output = path.parent / "next.xlsx"
    output.write_bytes(YESTERDAY)
    options: list[str | Path] = [
        "--add",
        late,
        "-o",
        output,
        "--force",
        "--time-limit",
        "2",
        "--frontier",
        "1",
    ]
    code, _ = judged(["rebalance", path, *options], OF_ROSTERS)
    if code:
        assert output.read_bytes() == YESTERDAY


def _settings_are_read(path: Path, *, source: Path) -> None:
    _list_is_read(source, options=("--settings", path))


KINDS = ("texts", "workbooks", "older workbooks", "allocated texts", "allocated workbooks",
         "settings", "rosters", "renewed rosters")  # fmt: skip


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    """Sound files of a kind, how they are spoiled, and what must hold of them."""
    name = str(request.param)
    if name == "settings":
        path = tmp_path / "event.toml"
        path.write_text(seeds.SETTINGS)
        judge: Judge = partial(_settings_are_read, source=next(seeds.texts(tmp_path)))
        return [path], spoiling.spoiled_settings, judge
    if "rosters" in name:
        renewed = partial(_rosters_are_renewed, late=tmp_path / "late.csv")
        judge = renewed if name.startswith("renewed") else _rosters_are_read
        return list(seeds.rosters(tmp_path)), spoiling.spoiled_zip, judge
    if name == "older workbooks":
        return list(seeds.older_workbooks(tmp_path)), _spoiled_older, _list_is_read
    judge = _list_is_allocated if name.startswith("allocated") else _list_is_read
    if name.endswith("texts"):
        return list(seeds.texts(tmp_path)), spoiling.spoiled_text, judge
    return list(seeds.workbooks(tmp_path)), spoiling.spoiled_zip, judge


def _spoiled_older(content: bytes) -> st.SearchStrategy[bytes]:
    zipped = spoiling.parts_of(content)
    return spoiling.spoiled_zip(content) if zipped else spoiling.spoiled_bytes(content)


def test_a_spoiled_file_is_told_of(kind: Kind) -> None:
    """A few examples of each kind, the same ones for every change."""
    _fuzz(kind)


@pytest.mark.long
def test_thousands_of_spoiled_files_are_told_of(kind: Kind) -> None:
    """As many as the time is for; others in each run, but the same ones in CI."""
    end = monotonic() + LONG
    first = 0 if os.environ.get("CI") else secrets.randbits(32)

    for drawn in count(first):
        _fuzz(kind, drawn)
        if monotonic() > end:
            break
