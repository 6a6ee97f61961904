"""The list of a real session that the whole way is walked with, and what came late."""

import subprocess
import sys
from pathlib import Path

import openpyxl

ROOT = Path(__file__).parents[3]
LIST = ROOT / "examples" / "lists" / "04_inc11_nueva_york_1995_ES.xlsx"
#: Delegations on it.
DELEGATIONS = 144
#: A list with two problems: a number in words, and no number.
SPOILED = "Delegation,Delegates,Region\nKenya,three,Africa\nGhana,2,Africa\nPeru,,GRULAC\n"


def late_list(folder: Path) -> Path:
    """The list anew: one delegation has withdrawn, one has two people more, one is new."""
    book = openpyxl.load_workbook(LIST)
    sheet = book.active
    assert sheet is not None
    rows = [row for row in range(5, sheet.max_row + 1) if isinstance(sheet.cell(row, 2).value, int)]
    people = sheet.cell(rows[1], 2).value
    assert isinstance(people, int)
    sheet.cell(rows[1], 2).value = people + 2
    sheet.cell(rows[10], 1).value = "San Marino"
    path = folder / "late.xlsx"
    book.save(path)
    return path


def late_additions(folder: Path) -> Path:
    """Only those who registered late."""
    path = folder / "additions.csv"
    path.write_text("Delegation,Delegates,Region\nSan Marino,2,Europe\n", "utf-8")
    return path


def verify(*arguments: object) -> tuple[int, str]:
    """Exit code and words of ``allocator verify``."""
    command = [sys.executable, "-m", "allocator", "verify", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr
