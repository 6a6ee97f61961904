"""kill -9 while a workbook is written: the old one or the new one is there, never a mixture."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faulted import a_workbook_of
from openpyxl import load_workbook

from allocator.rosters import require_writable

#: Has a child of its own, for each N, that kills itself at the Nth line of the part that writes,
#: and prints after each what stands there: 0 is the old content, 1 the new one, -1 is neither.
AT_EACH_LINE = """
import os, signal, sys
from itertools import count
from pathlib import Path
from allocator.rosters import files, locks
target = Path(sys.argv[1])
contents = [Path(name).read_bytes() for name in sys.argv[2:]]
def write_until(left):
    def trace(frame, event, argument):
        nonlocal left
        if frame.f_code.co_filename not in (files.__file__, locks.__file__):
            return None
        left -= event == "line"
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    sys.settrace(trace)
    files.put(target, contents[1], force=True)
    os._exit(0)
for line in count(1):
    target.write_bytes(contents[0])
    for left in target.parent.glob(".allocator-*.lock"):
        if not left.read_bytes():
            # Killed before it had said whose it is: ten seconds later it is nobody's.
            os.utime(left, (0, 0))
    child = os.fork()
    if child == 0:
        write_until(line)
    status = os.waitpid(child, 0)[1]
    found = target.read_bytes()
    print(contents.index(found) if found in contents else -1)
    if not os.WIFSIGNALED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
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
    """At each of the lines, 40 and more, the target is whole; first the old, then the new one.

    The next run always gets past what the one before it has left.
    """
    target, old, new = prepared(tmp_path)
    command = [sys.executable, "-c", AT_EACH_LINE, str(target), str(old), str(new)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    states = [int(state) for state in done.stdout.split()]

    assert len(states) > 40
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
        (".allocator-x5.lock", 3700, False),
        (".allocator-x6.lock", 3500, True),
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
