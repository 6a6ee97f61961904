"""Several runs that write one file at the same time."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from faulted import a_workbook_of, names
from openpyxl import load_workbook

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


@pytest.mark.parametrize("year", [2020, 2030, 2040])
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
