"""The program as a user starts it: help, interruption, the live line, one answer on one stream."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from allocator.cli import run; run()"]


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
        "import sys, allocator.cli\n"
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
    for _ in range(2):
        running.send_signal(signal.SIGINT)
        time.sleep(0.01)
    _, told = running.communicate(timeout=60)

    assert 130 == running.returncode
    assert "Traceback" not in told
    assert not output.exists()
