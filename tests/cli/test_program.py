"""The program as a user starts it: help, interruption, the live line, one answer on one stream."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "allocator"]


def hard_list(folder: Path) -> Path:
    """Four hundred delegations: a dozen groups of them are not proven within a minute."""
    path = folder / "list.csv"
    regions = "ABCDEFGHIJ"
    rows = [
        f"Delegation {number},{1 + (7 * number * number) % 11},{regions[number % 10]}"
        for number in range(400)
    ]
    path.write_text("\n".join(["Delegation,Delegates,Region", *rows]), encoding="utf-8")
    return path


def test_help_loads_no_heavy_package() -> None:
    """pandas, openpyxl, ortools and rich wait until a command needs them."""
    program = (
        "import sys, allocator.cli.program\n"
        "sys.exit(bool({'pandas', 'openpyxl', 'ortools', 'rich'} & set(sys.modules)))"
    )

    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode


def test_ctrl_c_while_solving_writes_the_best_roster(tmp_path: Path) -> None:
    """Exit code 0, the rosters are there, and they do not claim a proof."""
    output = tmp_path / "rosters.xlsx"
    options = ["allocate", str(hard_list(tmp_path)), "-o", str(output), "-g", "12", "--json"]
    running = subprocess.Popen(
        [*PROGRAM, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    told = next(line for line in running.stderr if "best so far" in line and "none" not in line)
    running.send_signal(signal.SIGINT)
    answer, _ = running.communicate(timeout=60)

    assert "proven bound" in told
    assert told.startswith(("All goals at once: ", "Size of the groups: ", "Small ", "Regions: "))
    assert 0 == running.returncode
    assert ("feasible", True) == (json.loads(answer)["status"], json.loads(answer)["stopped"])
    assert output.exists()


def test_a_second_ctrl_c_writes_nothing(tmp_path: Path) -> None:
    """Exit code 130 at once, whatever was found."""
    output = tmp_path / "rosters.xlsx"
    options = ["allocate", str(hard_list(tmp_path)), "-o", str(output), "-g", "12"]
    running = subprocess.Popen(
        [*PROGRAM, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    next(line for line in running.stderr if "best so far" in line)
    for _ in range(5):  # on a busy machine, two that come at once are one
        running.send_signal(signal.SIGINT)
        time.sleep(0.03)
    _, told = running.communicate(timeout=60)

    assert 130 == running.returncode
    assert "Traceback" not in told
    assert not output.exists()


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["allocate", "list.csv", "-o", "r.xlsx", "--seating", "standing", "--json"],
        ["allocate", "list.csv", "--json"],
        ["check", "list.csv", "--max-rows", "0", "--json"],
        ["check", "none.csv", "--json"],
    ],
)
def test_json_is_one_object_whatever_happens(tmp_path: Path, arguments: list[str]) -> None:
    """Also for a wrong option, the answer is an object with the error in it."""
    result = run(tmp_path, *arguments)
    answer = json.loads(result.stdout)

    assert result.returncode == answer["error"]["exit_code"] != 0
    assert answer["error"]["message"]


def test_names_that_the_terminal_cannot_show_do_no_harm(tmp_path: Path) -> None:
    """Arabic and Czech on a Western European terminal: rosters, a summary, and whole JSON."""
    rows = "Delegation,Delegates,Region\n\u0645\u0635\u0631,3,\u0623\nČesko,4,B\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    options = ["allocate", "list.csv", "-g", "2", "-o", "r.xlsx", "--force"]
    text = run(tmp_path, *options, PYTHONIOENCODING="cp1252")
    answer = run(tmp_path, *options, "--json", PYTHONIOENCODING="cp1252")

    assert (0, 0) == (text.returncode, answer.returncode), text.stderr + answer.stderr
    names = {row["delegation"] for row in json.loads(answer.stdout)["assignments"]}
    assert {"\u0645\u0635\u0631", "Česko"} == names


def test_brackets_in_the_names_of_groups_are_only_text(tmp_path: Path) -> None:
    """A room called [/b] is shown as it is called."""
    (tmp_path / "list.csv").write_text("Delegation,Delegates\nPeru,4\n", encoding="utf-8")
    (tmp_path / "event.toml").write_text(
        '[[group]]\nname = "Room [/b]"\n[[group]]\nname = "[red]"\n', encoding="utf-8"
    )
    result = run(tmp_path, "allocate", "list.csv", "-o", "r.xlsx", "--settings", "event.toml")

    assert 0 == result.returncode, result.stderr
    assert "Room [/b]" in result.stdout
    assert "[red]" in result.stdout


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    """``allocator check LIST | head`` says nothing of a broken pipe."""
    (tmp_path / "list.csv").write_text("Delegation,Delegates\nPeru,4\n", encoding="utf-8")
    source, sink = os.pipe()
    os.close(source)
    result = subprocess.run(
        [*PROGRAM, "check", "list.csv", "--json"],
        cwd=tmp_path,
        stdout=sink,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(sink)

    assert 0 == result.returncode
    assert "Traceback" not in result.stderr
    assert "BrokenPipe" not in result.stderr


def test_what_was_not_foreseen_is_one_line(tmp_path: Path) -> None:
    """Exit code 1, the line of the program to report, JSON where it was asked for, no traceback."""
    program = (
        "import sys\n"
        "from allocator.cli.program import answer\n"
        "from allocator.intake import reading\n"
        "reading.find_list = None\n"
        "sys.exit(answer())"
    )
    list_file = hard_list(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(list_file), "--json"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert 1 == done.returncode
    assert done.stderr.startswith("error[E-INTERNAL]: TypeError (reading.py:")
    assert "Traceback" not in done.stderr
    assert "E-INTERNAL" == json.loads(done.stdout)["error"]["code"]


def test_notices_that_ask_come_before_those_that_only_tell(tmp_path: Path) -> None:
    """Six notices are shown; a misspelt State is among them, however much there is to tell."""
    rows = "".join(f"{name} Society,1,\n" for name in ("Alpha", "Beta", "Gamma"))
    path = tmp_path / "list.csv"
    head = (
        "My title,,\n\nDelegation,Delegates,Status\nFrance,5,\nGhana,5,withdrawn\nKenya,5,pending\n"
    )
    path.write_text(f"{head}{rows}Philipines,2,\nTOTAL,99,\n", encoding="utf-8")
    done = run(tmp_path, "allocate", str(path), "-g", "2", "-o", str(tmp_path / "rosters.xlsx"))
    notices = [line for line in done.stderr.splitlines() if line.startswith("notice")]

    assert 6 == len(notices)
    assert 'Did you mean "Philippines"?' in notices[0]
    assert "N-TOTAL" in notices[1]
