"""Builds a folder with the program and all that it needs, for people without Python.

    python -m pip install ".[folder]"
    python docs/deploy/folder.py dist

makes ``dist/allocator``. ``allocator`` in it (on Windows ``allocator.exe``) is the command line;
started with a double click it opens the web page. It runs on the kind of system where it was built.
Source: https://pyinstaller.org
"""

import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from PyInstaller.__main__ import run

#: Packages whose files PyInstaller does not find by itself.
WHOLE = ("allocator", "ortools")
#: Packages that import parts of themselves by name.
BY_NAME = ("allocator", "uvicorn", "openpyxl", "rich")
#: Packages whose licences go along, with those of all that they need.
LICENSED = ("allocator", "jinja2", "python-docx", "starlette", "uvicorn")
#: What the program never needs, but its libraries would bring along if it were there.
LEFT_OUT = ("matplotlib", "tkinter", "IPython", "pytest", "hypothesis", "sphinx")

ENTRY = """
import os
import sys

from allocator.__main__ import run

# The folder's libraries are for the program alone: a browser that it opens needs its own.
theirs = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if theirs is not None:
    os.environ["LD_LIBRARY_PATH"] = theirs
if len(sys.argv) == 1:
    sys.argv.append("serve")  # a double click
run()
"""


def main(folder: Path) -> None:
    """Build into ``folder``; what is made on the way is thrown away."""
    with tempfile.TemporaryDirectory() as work:
        entry = Path(work) / "start.py"
        entry.write_text(ENTRY, encoding="utf-8")
        run(
            [
                str(entry),
                "--name=allocator",
                "--onedir",
                "--noconfirm",
                "--log-level=ERROR",
                f"--distpath={folder.resolve()}",
                f"--workpath={work}/build",
                f"--specpath={work}",
                *(f"--collect-data={each}" for each in WHOLE),
                *(f"--collect-binaries={each}" for each in WHOLE),
                *(f"--collect-submodules={each}" for each in BY_NAME),
                *(f"--recursive-copy-metadata={each}" for each in LICENSED),
                f"--add-data={a_file_of('docx.parts')}:docx/parts",
                "--hidden-import=python_calamine",
                *(f"--exclude-module={each}" for each in LEFT_OUT),
            ]
        )


def a_file_of(package: str) -> str:
    """The first file of a package; with it the folder of the package exists.

    python-docx finds its templates by way of ``docx/parts/..``, which must be there on the disk.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return spec.origin


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "dist"))
