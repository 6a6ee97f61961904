"""LibreOffice, for the tests that have it as a second reader."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def saved(paths: Sequence[Path], kind: str) -> list[Path]:
    """Files of one folder as LibreOffice saves them in a folder below it, named by their kind.

    Its start takes longer than what it does with a file, and its first one makes a profile: so one
    run saves all the files, and the profile lies beside the folders of the tests.
    """
    (folder,) = {path.parent for path in paths}
    ending = kind.partition(":")[0]
    profile = f"-env:UserInstallation={(folder.parent / 'libreoffice').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind]
    command += ["--outdir", str(folder / ending), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [folder / ending / f"{path.stem}.{ending}" for path in paths]
