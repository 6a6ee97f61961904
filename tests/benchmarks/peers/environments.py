"""An environment for each tool, made when it is needed and never part of the project."""

import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.peers.tool import HERE, Tool


class NotInstalledError(Exception):
    """A tool cannot be installed here."""


def interpreter(tool: Tool, folder: Path) -> str:
    """The Python that runs a tool, in an environment below the folder that is made if need be.

    Raises:
        NotInstalledError: with what pip said last.
    """
    if not tool.requirements:
        return HERE
    home = folder / tool.name
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(home, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run = subprocess.run([*pip, *tool.requirements], capture_output=True, text=True, check=False)
    if run.returncode:
        message = f"cannot be installed: {run.stderr.strip().splitlines()[-1]}"
        raise NotInstalledError(message)
    return str(python)
