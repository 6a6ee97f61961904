"""What the pages of the project tell a newcomer to type, typed; shared by tests."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner, Result

from allocator.cli import main

ROOT = Path(__file__).parent.parent
LIST = "examples/lists/04_inc11_nueva_york_1995_ES.xlsx"
STORY = "examples/council-workshop/README.md"
#: A JSON object as it was read.
Json = Mapping[str, object]


def blocks(path: str, language: str) -> list[str]:
    """The code blocks in one language of a Markdown file."""
    text = (ROOT / path).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands_of(path: str) -> list[str]:
    """The commands of the program that a Markdown file tells its reader to type, in order."""
    return commands_in((ROOT / path).read_text("utf-8"))


def commands_in(text: str) -> list[str]:
    """The commands of the program in the blocks of a Markdown text, in order."""
    blocks = re.findall(r"^```bash\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    lines = "\n".join(blocks).splitlines()
    return [line for line in lines if line.startswith("allocator ")]


def typed(command: str, folder: Path) -> Result:
    """What happens when a command is typed in a folder, in a process that has everything loaded."""
    program, *words = shlex.split(command)
    assert "allocator" == program
    with chdir(folder):
        return CliRunner(env={"COLUMNS": "100"}, catch_exceptions=False).invoke(main, words)


def started(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The same of the program as it is installed, in a process of its own."""
    program, *words = shlex.split(command)
    return subprocess.run(
        [Path(sys.executable).with_name(program), *words],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
        text=True,
        capture_output=True,
        check=False,
    )


def printed(command: str, folder: Path) -> Json:
    """The JSON object that a command prints which ends well."""
    result = typed(command, folder)

    assert (command, 0) == (command, result.exit_code), result.stderr
    read: Json = json.loads(result.stdout)
    return read


def words_of(text: str) -> list[str]:
    """The words of a text in order, without its numbers."""
    return [word for word in re.split(r"[\W\d]+", text) if word]


def numbers_of(text: str) -> list[str]:
    """The numbers of a text, sorted: which group is the smaller one is for the solver to draw."""
    return sorted(re.findall(r"\d+", text))
