"""What is handed out, as somebody uses it who has nothing else."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
LISTS = ROOT / "examples" / "lists"
#: An Excel list, and an old one, which a process of its own reads.
LISTED = ("04_inc11_nueva_york_1995_ES.xlsx", "03_inc2_geneve_1991_participants_FR.xls")


def done(*command: str | Path) -> str:
    """What a command prints; it may not fail."""
    run = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False, timeout=900
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def allocates(program: Path, folder: Path) -> None:
    """The program reads both lists, and its rosters hold."""
    for name in LISTED:
        rosters = folder / f"{Path(name).stem}.xlsx"
        done(program, "allocate", LISTS / name, "-g", "3", "-o", rosters)
        done(program, "verify", rosters)
