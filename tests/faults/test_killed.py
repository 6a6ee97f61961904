"""kill -9 while a workbook is written: the old one or the new one is there, never a mixture."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faulted import a_workbook_of
from openpyxl import load_workbook

from allocator.rosters import require_writable

#: Kills itself when a line of the part that writes is reached, the Nth one that is executed.
AT_A_LINE = """
import os, signal, sys
from pathlib import Path
from allocator.rosters import files
target, content, left = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), int(sys.argv[3])
def count(frame, event, argument):
    global left
    if frame.f_code.co_filename != files.__file__:
        return None
    left -= event == "line"
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return count
sys.settrace(count)
files.put(target, content, force=True)
"""

#: Writes two workbooks in turn until somebody ends it.
IN_TURN = """
import sys
from pathlib import Path
from allocator.rosters import files
target = Path(sys.argv[1])
contents = [Path(name).read_bytes() for name in sys.argv[2:]]
print("ready", flush=True)
while True:
    for content in contents:
        files.put(target, content, force=True)
"""


def prepared(folder: Path) -> tuple[Path, Path, Path]:
    """The target, which is the old workbook, and the old and the new one elsewhere."""
    (folder / "out").mkdir()
    old, new, target = folder / "old", folder / "new", folder / "out" / "rosters.xlsx"
    old.write_bytes(a_workbook_of(2025))
    new.write_bytes(a_workbook_of(2026))
    target.write_bytes(old.read_bytes())
    return target, old, new


def test_killed_at_any_line_of_the_writing(tmp_path: Path) -> None:
    """At each of the lines, 20 and more, the target is whole; first the old, then the new one."""
    target, old, new = prepared(tmp_path)
    states = []
    for line in range(1, 100):
        target.write_bytes(old.read_bytes())
        command = [sys.executable, "-c", AT_A_LINE, str(target), str(new), str(line)]
        ended = subprocess.run(command, check=False).returncode
        states.append((old.read_bytes(), new.read_bytes()).index(target.read_bytes()))
        if ended == 0:
            break
        assert -signal.SIGKILL == ended

    assert len(states) > 20
    assert sorted(states) == states
    assert {0, 1} == set(states)


def test_killed_at_any_time(tmp_path: Path) -> None:
    """At 20 times of a process that writes without a pause, the workbook opens."""
    target, old, new = prepared(tmp_path)
    for number in range(20):
        writing = subprocess.Popen(
            [sys.executable, "-c", IN_TURN, str(target), str(new), str(old)],
            stdout=subprocess.PIPE,
        )
        assert writing.stdout is not None
        writing.stdout.readline()
        time.sleep(0.0037 * number)
        writing.kill()
        writing.communicate()

        assert target.read_bytes() in (old.read_bytes(), new.read_bytes())
    assert "Overview" in load_workbook(target).sheetnames


@pytest.mark.parametrize(
    ("name", "age", "is_kept"),
    [
        (".allocator-x1.tmp", 3700, False),
        (".allocator-x2.tmp", 3500, True),
        ("allocator-x3.tmp", 3700, True),
        (".allocator-x4.xlsx", 3700, True),
    ],
)
def test_what_a_killed_run_left_is_removed(
    tmp_path: Path, name: str, age: float, *, is_kept: bool
) -> None:
    """Its own unfinished files, when they are older than an hour, and nothing else."""
    left = tmp_path / name
    left.touch()
    os.utime(left, (time.time() - age,) * 2)
    require_writable(tmp_path / "rosters.xlsx", force=False)

    assert is_kept == left.exists()


def test_a_folder_and_a_link_of_that_name_are_let_be(tmp_path: Path) -> None:
    """They are nobody's unfinished file, however old."""
    folder, link = tmp_path / ".allocator-a.tmp", tmp_path / ".allocator-b.tmp"
    folder.mkdir()
    link.symlink_to(tmp_path / "elsewhere")
    for path in (folder, link):
        os.utime(path, (0, 0), follow_symlinks=False)
    require_writable(tmp_path / "rosters.xlsx", force=False)

    assert folder.is_dir()
    assert link.is_symlink()
