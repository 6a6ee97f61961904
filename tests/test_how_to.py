"""The commands of the how-to guides work as they stand, on a list with names."""

import csv
import re
import shlex
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from allocator.cli import main

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS = re.findall(r"^allocator (.+)$", (DOCS / "how-to.md").read_text("utf-8"), re.MULTILINE)

HEADINGS = ("Delegation", "First name", "Last name", "Gender", "Role", "E-mail")
STATES = ("Chad", "Fiji", "Ghana", "Kenya", "Nepal", "Peru", "Togo", "Tuvalu", "Benin", "Chile")
#: What stands beside the list for the rooms.
EVENT = """
date = "2026-11-25"
[[group]]
name = "Group 1"
capacity = 20
[[group]]
name = "Group 2"
capacity = 20
"""


def people(*states: str) -> list[tuple[str, ...]]:
    """Two people of each State, a woman and a man, of whom the first may chair."""
    return [
        (state, name, f"of {state}", gender, role, f"{name}@{state}.example".lower())
        for state in states
        for name, gender, role in (("Ama", "F", "chair"), ("Jan", "M", ""))
    ]


def write_list(path: Path, rows: list[tuple[str, ...]]) -> None:
    """A list as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, *rows):
        sheet.append(row)
    book.save(path)


def run(line: str) -> tuple[int, str]:
    """Run a command as typed, into files that may exist; its exit code and all that it says."""
    result = CliRunner().invoke(main, shlex.split(line))
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the pages speak of, in one folder."""
    desk = tmp_path_factory.mktemp("desk")
    write_list(desk / "list.xlsx", people(*STATES))
    write_list(desk / "late.xlsx", people("Mali"))
    write_list(desk / "new-list.xlsx", people(*STATES[:-1], "Mali"))
    with (desk / "registrations.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *people(*STATES)])
    (desk / "event.toml").write_text(EVENT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as place:
        place.chdir(desk)
        assert run("allocate list.xlsx -g 3 -o rosters.xlsx")[0] == 0
        assert run("rebalance rosters.xlsx --list new-list.xlsx -o rosters-2.xlsx")[0] == 0
    return desk


def test_there_are_commands() -> None:
    """The page has the commands of the everyday tasks, and none of them twice."""
    assert len(COMMANDS) > 15
    assert len(COMMANDS) == len(set(COMMANDS))


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_page_works(
    line: str, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed as it stands, it ends with 0 and writes what it says."""
    here = shutil.copytree(desk, tmp_path / "here")
    monkeypatch.chdir(here)
    written = re.findall(r"--(?:output|marked) (\S+)", line)
    code, said = run(f"{line} --force" if written else line)

    assert 0 == code, said
    assert [] == [name for name in written if not (here / name).stat().st_size]
