"""Memory that runs out: one line that says so, and never a part of a file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from faulted import a_short_list, at_most_memory, names, program, run
from list_files import a_workbook
from ods_files import an_ods, number, text

from allocator import memory
from allocator.errors import NotEnoughMemory, Unforeseen

#: MB of address space: nothing can be loaded, up to what every machine needs and more.
STEPS = (20, 60, 120, 200, 260, 300, 340, 360, 400, 600, 1000)
#: Those at which the solver is reached, where a long list may make a difference.
OF_THE_SOLVER = (300, 400, 1000)


def lines_of(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """What was told beside notices and the live line."""
    usual = ("notice", "…", "looking", "Ctrl")
    told = [line for line in done.stderr.splitlines() if not line.startswith(usual)]
    return [line for line in told if "best so far" not in line]


def a_long_list(folder: Path) -> Path:
    """400 delegations, which keep the solver busy."""
    rows = [f"Delegation {n},{1 + (7 * n * n) % 11},{'ABCDEFGHIJ'[n % 10]}" for n in range(400)]
    path = folder / "list.csv"
    path.write_text("\n".join(["Delegation,Delegates,Region", *rows, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize("is_long", [False, True])
def test_at_each_step_the_rosters_are_whole_or_the_want_of_memory_is_told(
    tmp_path: Path, *, is_long: bool
) -> None:
    """From 20 MB to 1 GB: exit code 1, one line and the old file; or 0 and the new one."""
    source = a_long_list(tmp_path) if is_long else a_short_list(tmp_path)
    output = tmp_path / "rosters.xlsx"
    options = [
        "allocate",
        source.name,
        "-o",
        output.name,
        "--force",
        "-g",
        "12" if is_long else "2",
    ]
    codes = []
    for megabytes in OF_THE_SOLVER if is_long else STEPS:
        output.write_bytes(b"old")
        done = run(tmp_path, *options, "--time-limit", "2", before=at_most_memory(megabytes))
        codes.append(done.returncode)

        assert ["list.csv", "rosters.xlsx"] == names(tmp_path)
        if done.returncode:
            assert 1 == len(lines_of(done)), done.stderr
            assert lines_of(done)[0].startswith("error[E-MEMORY]: there is not enough memory.")
            assert b"old" == output.read_bytes()
        else:
            assert [] == lines_of(done)
            assert output.read_bytes().startswith(b"PK")

    assert {0, 1} == set(codes)
    assert 0 == codes[-1]


def test_many_threads_ask_for_more(tmp_path: Path) -> None:
    """Where the threads of the solver find no room, it would end the process; it is not begun."""
    source = a_long_list(tmp_path)
    options = ["allocate", source.name, "-o", "rosters.xlsx", "-g", "12", "--time-limit", "1"]
    for megabytes in (400, 500, 600):
        done = run(tmp_path, *options, "--workers", "8", before=at_most_memory(megabytes))

        assert 1 == done.returncode, done.stderr
        assert "error[E-MEMORY]" in done.stderr
        assert ["list.csv"] == names(tmp_path)


def test_the_want_of_memory_is_told_to_programs_too(tmp_path: Path) -> None:
    """The answer of --json has the code."""
    options = ["allocate", a_short_list(tmp_path).name, "-o", "rosters.xlsx", "--json"]
    done = run(tmp_path, *options, before=at_most_memory(200))

    assert 1 == done.returncode
    assert '"code": "E-MEMORY"' in done.stdout


def test_a_list_too_large_for_memory_is_told(tmp_path: Path) -> None:
    """Reading takes it all: exit code 1 and one line."""
    rows = "".join(f"Delegation {number},{number % 90 + 1},A\n" for number in range(99_000))
    (tmp_path / "list.csv").write_text(f"Delegation,Delegates,Region\n{rows}", encoding="utf-8")
    options = ["check", "list.csv", "--max-rows", "100000"]
    done = run(tmp_path, *options, before=at_most_memory(90))

    assert (1, 1) == (done.returncode, len(lines_of(done))), done.stderr
    assert done.stderr.startswith("error[E-MEMORY]: ")


@pytest.mark.parametrize("megabytes", [30, 45, 60, 75, 90, 120, 160, 1000])
def test_an_ods_with_little_memory_is_read_or_refused(tmp_path: Path, megabytes: int) -> None:
    """The limit of the program holds for the process that reads such a file, which cannot raise it.

    That is told as want of memory, or as the end by force of that process, and never as a fault of
    Python.
    """
    header = text("Delegation") + text("Delegates")
    source = an_ods(tmp_path, header, text("Kenya") + number(3))
    done = run(tmp_path, "check", source.name, before=at_most_memory(megabytes))
    told = lines_of(done)

    assert done.returncode in ((0,) if megabytes == 1000 else (0, 1, 3)), done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.returncode) == bool(told)
    assert all(line.startswith(("error[E-MEMORY]", "error[E-DAMAGED]")) for line in told), told


def test_a_workbook_with_little_memory_is_read_or_refused(tmp_path: Path) -> None:
    """In each step up to where it is read."""
    source = a_workbook(tmp_path, [("Delegation", "Delegates"), ("Kenya", 3)])
    codes = set()
    for megabytes in (25, 30, 35, 40, 50, 60, 80, 200):
        done = run(tmp_path, "check", source.name, before=at_most_memory(megabytes))
        codes.add(done.returncode)

        assert bool(done.returncode) == any("E-MEMORY" in line for line in lines_of(done))
        assert "Traceback" not in done.stderr

    assert {0, 1} == codes


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(12, "Cannot allocate memory"),
        ImportError("libortools.so.9: failed to map segment from shared object"),
        RuntimeError("can't start new thread"),
    ],
)
def test_every_way_to_say_that_memory_ran_out_is_understood(error: Exception) -> None:
    """Alone, and as the cause of another error; what is something else stays so."""
    after = ImportError("numpy is not there")
    after.__cause__ = error

    assert NotEnoughMemory is type(memory.told(error))
    assert NotEnoughMemory is type(memory.told(after))
    assert Unforeseen is type(memory.told(ImportError("numpy is not there")))
    assert Unforeseen is type(memory.told(ValueError("failed to map segment")))


def test_asking_for_memory_keeps_none() -> None:
    """Ten times a gigabyte, one after the other, in two."""
    script = f"{at_most_memory(2000)}\nfrom allocator.memory import require_memory\n"
    script += "[require_memory(1000) for _ in range(10)]"

    assert 0 == subprocess.run([sys.executable, "-c", script], check=True).returncode


def test_no_memory_is_taken_for_cores(tmp_path: Path) -> None:
    """Whoever sums (numpy) is told to keep to one thread, unless the user has said otherwise."""
    shown = "import atexit, os\natexit.register(lambda: print(os.environ['OPENBLAS_NUM_THREADS']))"
    environment = {name: each for name, each in os.environ.items() if name[:8] != "OPENBLAS"}
    said = [
        subprocess.run(
            program("--version", before=shown), env={**environment, **more}, cwd=tmp_path,
            check=True, capture_output=True, text=True,
        ).stdout.splitlines()[-1]
        for more in ({}, {"OPENBLAS_NUM_THREADS": "2"})
    ]  # fmt: skip

    assert ["1", "2"] == said
