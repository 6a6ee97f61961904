"""What takes minutes to make is made by one of the processes that run tests, for all of them."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

#: Seconds that the others wait for it.
PATIENCE = 1_800


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that ``make`` has filled; it is new when ``make`` gets it.

    Raises:
        FileNotFoundError: when the process that makes it could not.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = factory.mktemp(name, numbered=False)
        make(folder)
        return folder
    # Of each process the base is a folder of its own, below that of the whole run.
    folder = factory.getbasetemp().parent / name
    ready, failed = folder.with_suffix(".ready"), folder.with_suffix(".failed")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(ready, failed)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    ready.touch()
    return folder


def _wait_for(ready: Path, failed: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not ready.exists():
        if failed.exists() or time.monotonic() > until:
            raise FileNotFoundError(ready)
        time.sleep(0.5)
