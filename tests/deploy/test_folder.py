"""The folder for people without Python is built, and does what the program does."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path

import pytest
from distributed import ROOT, allocates, done

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in the folder, built in an environment of its own."""
    work = tmp_path_factory.mktemp("folder")
    done(sys.executable, "-m", "venv", work / "fresh")
    python = work / "fresh" / "bin" / "python"
    done(python, "-m", "pip", "install", "-q", f"{ROOT}[folder]")
    done(python, ROOT / "docs" / "deploy" / "folder.py", work / "dist")
    return work / "dist" / "allocator" / "allocator"


def test_the_folder_allocates(program: Path, tmp_path: Path) -> None:
    """Excel lists and old ones, which a process of its own reads."""
    allocates(program, tmp_path)


def test_the_folder_serves_the_page(program: Path) -> None:
    """Its start address is answered."""
    with subprocess.Popen(
        [program, "serve", "--no-browser", "--port", "0"], stdout=subprocess.PIPE, text=True
    ) as served:
        try:
            assert served.stdout is not None
            address = served.stdout.readline().strip()
            assert HTTPStatus.OK == answered(address)
        finally:
            served.terminate()


def answered(address: str) -> int:
    """The status of a page, once the server is there."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    for _ in range(100):
        try:
            with opener.open(address, timeout=5) as answer:
                status: int = answer.status
                return status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.2)
    return 0
