"""Several runs that write one file at the same time."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from faulted import a_short_list, a_workbook_of, names, program, run
from openpyxl import load_workbook

from allocator.cli import main
from allocator.rosters.locks import lock_of

#: Waits for the start, writes a workbook as often as told, and ends with the code of the answer.
WRITER = """
import sys, time
from pathlib import Path
from allocator.errors import AllocatorError
from allocator.rosters import files
target, start, content = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]).read_bytes()
print("ready", flush=True)
while not start.exists():
    time.sleep(0.0005)
try:
    for _ in range(int(sys.argv[4])):
        files.put(target, content, force=sys.argv[5] == "force")
except AllocatorError as error:
    print(error.code)
    sys.exit(error.exit_code)
"""
WRITERS = 6


def writers(
    folder: Path, times: int, force: str, year: int = 2020
) -> list["subprocess.Popen[str]"]:
    """Six processes, each with a workbook of its own, that wait until the start is given."""
    (folder / "out").mkdir()
    started = []
    for number in range(WRITERS):
        own = folder / f"own{number}"
        own.write_bytes(a_workbook_of(year + number))
        paths = [str(folder / "out" / "rosters.xlsx"), str(folder / "start"), str(own)]
        command = [sys.executable, "-c", WRITER, *paths, str(times), force]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
    for each in started:
        assert each.stdout is not None
        assert "ready\n" == each.stdout.readline()
    return started


def test_a_reader_always_finds_a_whole_workbook(tmp_path: Path) -> None:
    """Six runs replace one file many times; whenever it is read it is one of theirs."""
    running = writers(tmp_path, 40, "force")
    target = tmp_path / "out" / "rosters.xlsx"
    whole = {(tmp_path / f"own{number}").read_bytes() for number in range(WRITERS)}
    target.write_bytes(next(iter(whole)))
    (tmp_path / "start").touch()
    seen = set()
    while any(each.poll() is None for each in running):
        seen.add(target.read_bytes())
        time.sleep(0.001)
    for each in running:
        each.communicate()

    assert [0] * WRITERS == [each.returncode for each in running]
    assert seen <= whole
    assert len(seen) > 1
    assert ["rosters.xlsx"] == names(target.parent)
    assert "Overview" in load_workbook(target).sheetnames


@pytest.mark.parametrize(
    "year", [2020, *(pytest.param(year, marks=pytest.mark.long) for year in (2030, 2040))]
)
def test_of_several_new_files_one_wins(tmp_path: Path, year: int) -> None:
    """Without --force the others are told that the file exists, and its content is the winner's."""
    running = writers(tmp_path, 1, "", year)
    (tmp_path / "start").touch()
    answers = [each.communicate(timeout=30)[0] for each in running]
    codes = [each.returncode for each in running]
    winner = codes.index(0)

    assert sorted([0, *[6] * (WRITERS - 1)]) == sorted(codes)
    assert {"E-EXISTS\n"} == {answer for answer in answers if answer}
    assert (tmp_path / f"own{winner}").read_bytes() == (
        tmp_path / "out" / "rosters.xlsx"
    ).read_bytes()
    assert ["rosters.xlsx"] == names(tmp_path / "out")


#: Stops its process, for as long as it is not told to go on, when it is about to put the new file
#: in the place of the old one.
HALT_AT_THE_LAST_STEP = """
import os, signal, sys
def watch(event, arguments):
    if event == "os.rename" and ".allocator-" in str(arguments[0]):
        os.kill(os.getpid(), signal.SIGSTOP)
sys.addaudithook(watch)
"""


@pytest.mark.parametrize("name", ["rosters.xlsx", "link.xlsx"])
def test_the_second_of_two_runs_is_told_and_the_first_goes_on(tmp_path: Path, name: str) -> None:
    """Exit code 6 before the list is even read, also by another name of the same file."""
    source, output = a_short_list(tmp_path), tmp_path / "rosters.xlsx"
    output.write_bytes(b"old")
    (tmp_path / "link.xlsx").symlink_to(output)
    options = ["allocate", source.name, "-o", output.name, "--force"]
    first = subprocess.Popen(program(*options, before=HALT_AT_THE_LAST_STEP), cwd=tmp_path)
    os.waitpid(first.pid, os.WUNTRACED)
    second = run(tmp_path, "allocate", "none.csv", "-o", name, "--force")

    assert 6 == second.returncode, second.stderr
    assert second.stderr.startswith("error[E-LOCKED]: another run is writing rosters.xlsx. Wait")
    assert b"old" == output.read_bytes()

    first.send_signal(signal.SIGCONT)

    assert 0 == first.wait(timeout=60)
    assert output.read_bytes().startswith(b"PK")
    assert ["link.xlsx", "list.csv", "rosters.xlsx"] == names(tmp_path)


def test_the_lock_of_a_killed_run_is_no_hindrance(tmp_path: Path) -> None:
    """Its process is gone from this machine, so the next run goes on at once and clears it away."""
    source, output = a_short_list(tmp_path), tmp_path / "rosters.xlsx"
    output.write_bytes(b"old")
    options = ["allocate", source.name, "-o", output.name, "--force"]
    first = subprocess.Popen(program(*options, before=HALT_AT_THE_LAST_STEP), cwd=tmp_path)
    os.waitpid(first.pid, os.WUNTRACED)
    first.kill()
    first.wait()

    assert lock_of(output).exists()
    assert b"old" == output.read_bytes()
    assert 0 == run(tmp_path, *options).returncode
    assert output.read_bytes().startswith(b"PK")
    assert not lock_of(output).exists()


@pytest.mark.parametrize(
    ("signed", "age", "code"),
    [
        ("1 elsewhere.example", 3500, 6),
        ("1 elsewhere.example", 3700, 0),
        ("{alive} {here}", 3500, 6),
        ("{alive} {here}", 3700, 0),
        ("{gone} {here}", 0, 0),
        ("{gone} elsewhere.example", 3500, 6),
        ("99999999999999999999 {here}", 0, 0),
        ("", 3, 6),
        ("", 30, 0),
        ("what is this", 3, 6),
        ("what is this", 30, 0),
    ],
)
def test_a_lock_holds_as_long_as_its_run_may_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signed: str, age: float, code: int
) -> None:
    """An hour at most; on this machine until the process ends; ten seconds when it names nobody."""
    monkeypatch.setattr("allocator.rosters.locks.PATIENCE", 0.05)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    output = tmp_path / "rosters.xlsx"
    lock = lock_of(output)
    words = {"alive": os.getppid(), "gone": gone.pid, "here": socket.gethostname()}
    lock.write_text(signed.format_map(words), encoding="utf-8")
    os.utime(lock, (time.time() - age,) * 2)
    done = CliRunner().invoke(main, ["allocate", str(a_short_list(tmp_path)), "-o", str(output)])

    assert code == done.exit_code, done.output
    assert (code == 6) == ("E-LOCKED" in done.stderr)
    assert (code == 6) == lock.exists()
    assert (code == 0) == output.exists()


def test_what_is_no_file_is_nobody_s_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder or a link of that name is never removed, however old; the message names it."""
    monkeypatch.setattr("allocator.rosters.locks.PATIENCE", 0.05)
    output, source = tmp_path / "rosters.xlsx", a_short_list(tmp_path)
    lock = lock_of(output)
    lock.symlink_to(source)
    os.utime(lock, (0, 0), follow_symlinks=False)
    done = CliRunner().invoke(main, ["allocate", str(source), "-o", str(output)])

    assert 6 == done.exit_code, done.output
    assert f"delete {lock.name} beside it" in done.stderr
    assert lock.is_symlink()


def test_a_file_with_the_longest_name_has_a_lock_too(tmp_path: Path) -> None:
    """A name of 255 bytes leaves no room for a longer one beside it."""
    output = tmp_path / f"{'r' * 250}.xlsx"
    done = CliRunner().invoke(main, ["allocate", str(a_short_list(tmp_path)), "-o", str(output)])

    assert 0 == done.exit_code, done.output
    assert sorted([output.name, "list.csv"]) == names(tmp_path)
