"""Processes of our own, for work that must not end this one, wherever the program comes from."""

import runpy
import sys
from pathlib import Path

#: What the program is told, where it is a folder without a Python, to be such a process.
CHILD = "--child"
#: The scripts that run as one: name of the file -> module.
_SCRIPTS = {
    "legacy_child": "allocator.intake.legacy_child",
    "reader_process": "allocator.web.reader_process",
}


def command(script: Path, isolation: str) -> list[str]:
    """The command that runs a script of ours; ``isolation`` is the option of Python for it."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD, script.stem]
    return [sys.executable, isolation, str(script)]


def serves(arguments: list[str]) -> bool:
    """Run the script that such a command names; false when the arguments are a user's."""
    if not getattr(sys, "frozen", False) or arguments[:1] != [CHILD]:
        return False
    runpy.run_module(_SCRIPTS[arguments[1]], run_name="__main__")
    return True
