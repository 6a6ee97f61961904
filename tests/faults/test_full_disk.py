"""A disk that is full: the previous workbook stays, and the message says so."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from faulted import a_short_list, at_most, digest, names, run


@pytest.fixture
def full_folder(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder with 4 kB to spare where this user may mount one, else a limit for the process."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        yield folder, at_most(1000)
        return
    (folder / "filling").write_bytes(bytes(32_000))
    try:
        yield folder, ""
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_changes_nothing(tmp_path: Path, full_folder: tuple[Path, str]) -> None:
    """Exit code 6, the folder is named, the old file is the same, nothing is left over."""
    folder, before = full_folder
    old = folder / "rosters.xlsx"
    old.write_bytes(b"old" * 5000)
    was, there = digest(old), names(folder)
    options = ["allocate", str(a_short_list(tmp_path)), "-o", str(old), "--force"]
    done = run(tmp_path, *options, before=before)

    assert 6 == done.returncode, done.stderr
    assert f"cannot be written in the folder {folder}: " in done.stderr
    assert "The previous file is unchanged" in done.stderr
    assert (was, there) == (digest(old), names(folder))


@pytest.mark.parametrize("kilobytes", [1, 10, 100])
def test_a_file_that_may_not_grow_changes_nothing(tmp_path: Path, kilobytes: int) -> None:
    """Wherever the writing stops, there is one line of error and no other noise."""
    rows = [f"Delegation {number},{1 + number % 7},R{number % 5}" for number in range(1500)]
    source = a_short_list(tmp_path)
    if kilobytes > 10:
        source.write_text("\n".join(["Delegation,Delegates,Region", *rows]), encoding="utf-8")
    old = tmp_path / "rosters.xlsx"
    old.write_bytes(b"old")
    there = names(tmp_path)
    options = ["allocate", source.name, "-o", old.name, "-g", "2", "--force", "--time-limit", "5"]
    done = run(tmp_path, *options, before=at_most(1000 * kilobytes))
    told = [line for line in done.stderr.splitlines() if not line.startswith(("notice", "look"))]
    told = [line for line in told if "best so far" not in line and not line.startswith("…")]

    assert 6 == done.returncode, done.stderr
    assert 1 == len(told), told
    assert told[0].startswith("error[E-WRITE]: rosters.xlsx cannot be written in the folder ")
    assert (b"old", there) == (old.read_bytes(), names(tmp_path))
