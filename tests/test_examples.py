"""What README and docs tell a newcomer to type works, and prints what they say it prints."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parent.parent
LISTS = ROOT / "examples" / "lists"
STORY = ROOT / "examples" / "council-workshop"
LIST = LISTS / "04_inc11_nueva_york_1995_ES.xlsx"


def blocks(path: str, language: str) -> list[str]:
    """The code blocks in one language of a Markdown file."""
    text = (ROOT / path).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands_of(path: str) -> list[str]:
    """The commands of the program that a Markdown file tells its reader to type, in order."""
    lines = "\n".join(blocks(path, "bash")).splitlines()
    return [line for line in lines if line.startswith("allocator ")]


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a command prints that is typed in a folder."""
    return subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples in it, where somebody has followed the story to its end."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_the_story_runs_from_the_list_to_the_rosters(desk: Path) -> None:
    """Each command of the story ends well, in the order told, and says something."""
    for command in commands_of("examples/council-workshop/README.md"):
        result = typed(command, desk)

        assert (command, 0) == (command, result.returncode), result.stderr
        assert result.stdout + result.stderr


def test_the_rosters_of_the_story_are_those_that_it_tells_of(desk: Path) -> None:
    """180, 180 and 179 people in the three rooms of event.toml, and the theme on each roster."""
    roster = openpyxl.load_workbook(desk / "rosters.xlsx", read_only=True)
    printed = {
        sheet.title: " ".join(
            str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
        for sheet in roster
    }

    assert all(name in printed for name in ("Group A", "Group B", "Group C"))
    assert "The Image of Migrants in Society" in printed["Group B"]
    assert "Room II" in printed["Group B"]


def test_the_figures_of_the_story_are_true(desk: Path) -> None:
    """144 delegations, 539 delegates, 74 small; groups of 180, 180, 179; 25, 25 and 24 small ones."""
    command = commands_of("examples/council-workshop/README.md")[1].replace("rosters", "again")
    result = json_of(f"{command} --json", desk)
    groups = result["groups"]

    assert "optimal" == result["status"]
    assert [179, 180, 180] == sorted(group["delegates"] for group in groups)
    assert [24, 25, 25] == sorted(group["small_delegations"] for group in groups)
