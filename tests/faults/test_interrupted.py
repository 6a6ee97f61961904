"""Ctrl+C and streams that are closed: what was there stays, and nobody sees a traceback."""

import subprocess
from pathlib import Path

import pytest
from faulted import a_short_list, names, program, run


def ctrl_c_at(event: str, part: str) -> str:
    """Python that interrupts its process once, when it does this with a path of this part."""
    return f"""
import os, signal, sys
due = True
def watch(event, arguments):
    global due
    if due and event == {event!r} and {part!r} in str(arguments[0]):
        due = False
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(watch)
"""


@pytest.mark.parametrize(
    ("event", "part", "is_there"),
    [
        ("open", "list.csv", False),
        ("open", ".allocator-", True),
        ("os.chmod", ".allocator-", True),
        ("os.rename", ".allocator-", True),
        ("os.link", ".allocator-", False),
    ],
)
def test_ctrl_c_while_reading_or_writing(
    tmp_path: Path, event: str, part: str, *, is_there: bool
) -> None:
    """Exit code 130, in words, and nothing is touched or left behind."""
    output = tmp_path / "rosters.xlsx"
    if is_there:
        output.write_bytes(b"old")
    options = ["allocate", a_short_list(tmp_path).name, "-o", output.name]
    options += ["--force"] if is_there else []
    there = names(tmp_path)
    done = run(tmp_path, *options, before=ctrl_c_at(event, part))

    assert 130 == done.returncode, done.stderr
    assert "Traceback" not in done.stderr
    assert "stopped. Nothing was written." in done.stderr
    assert there == names(tmp_path)
    assert not is_there or output.read_bytes() == b"old"


def piped(folder: Path, shell: str) -> "subprocess.CompletedProcess[str]":
    """What a shell line makes of the program, which it calls "$@"."""
    options = ["allocate", a_short_list(folder).name, "-o", "rosters.xlsx"]
    return subprocess.run(
        ["sh", "-c", shell, "sh", *program(*options)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "shell",
    [
        '"$@" | head -n 1',
        '"$@" --json | head -n 1',
        '"$@" >&-',
        '"$@" >&- 2>&-',
    ],
)
def test_whoever_listens_the_rosters_are_written(tmp_path: Path, shell: str) -> None:
    """A reader that has seen enough, or nobody at all, is no error of the program."""
    done = piped(tmp_path, shell)

    assert 0 == done.returncode, done.stderr
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
    assert (tmp_path / "rosters.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("option", ["", " --json"])
def test_a_full_device_for_the_summary_is_told(tmp_path: Path, option: str) -> None:
    """The rosters are written; that the answer could not be is one line, and no traceback."""
    done = piped(tmp_path, f'"$@"{option} > /dev/full')
    told = [line for line in done.stderr.splitlines() if not line.startswith("notice")]

    assert 6 == done.returncode
    assert 1 == len(told), told
    assert told[0].startswith("error[E-WRITE]: the answer cannot be printed: no space left on dev")
    assert (tmp_path / "rosters.xlsx").read_bytes().startswith(b"PK")


def test_a_full_device_for_the_messages_is_told_by_the_exit_code(tmp_path: Path) -> None:
    """Nothing can be said there, so the exit code says it alone; the rosters are whole."""
    done = piped(tmp_path, '"$@" 2> /dev/full')

    assert 6 == done.returncode
    assert ["list.csv", "rosters.xlsx"] == names(tmp_path)
    assert (tmp_path / "rosters.xlsx").read_bytes().startswith(b"PK")
