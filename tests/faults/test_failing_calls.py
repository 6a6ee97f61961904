"""Each call of the system fails in turn, the first, the second, and so on to the last."""

import errno
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner
from faulted import a_short_list, names

from allocator.cli import main

#: The calls by which a file is opened, written, made safe and put in its place.
CALLS = ("open", "write", "fdopen", "fsync", "chmod", "replace", "link")


class Failing:
    """Lets the calls of the system pass until the Nth one of them, which fails."""

    def __init__(self, nth: int) -> None:
        """Count from the first call on."""
        self.left = nth

    def around(self, call: Callable[..., object]) -> Callable[..., object]:
        """The call, counted."""

        def counted(*arguments: object, **options: object) -> object:
            self.left -= 1
            if self.left == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return call(*arguments, **options)

        return counted


def faults(monkeypatch: pytest.MonkeyPatch) -> Iterator[Failing]:
    """A failing system for each N; the caller stops when nothing failed any more."""
    for nth in count(1):
        with monkeypatch.context() as patch:
            failing = Failing(nth)
            for call in CALLS:
                patch.setattr(os, call, failing.around(getattr(os, call)))
            yield failing


@pytest.mark.parametrize("is_there", [True, False])
def test_whichever_call_fails_the_old_file_is_intact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    """Exit code 6, the old file as it was or still none, no unfinished file."""
    source, output = a_short_list(tmp_path), tmp_path / "rosters.xlsx"
    options = ["allocate", str(source), "-o", str(output)]
    if is_there:
        output.write_bytes(b"old")
        options.append("--force")
    there, failed = names(tmp_path), 0
    for failing in faults(monkeypatch):
        done = CliRunner().invoke(main, options)
        if failing.left > 0 or done.exit_code == 0:
            break
        failed += 1

        assert 6 == done.exit_code, done.output
        assert there == names(tmp_path)
        assert not is_there or output.read_bytes() == b"old"

    assert failed >= 5
    assert 0 == done.exit_code
    assert output.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("room", [0, 1, 1000, 20_000])
def test_a_write_that_stops_midway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """Some bytes reach the disk, then no more: exit code 6, the old file, no unfinished one."""
    output = tmp_path / "rosters.xlsx"
    output.write_bytes(b"old")
    source = a_short_list(tmp_path)
    there, really = names(tmp_path), os.fdopen

    def narrow(handle: int, mode: str) -> object:
        file = really(handle, mode)
        write = file.write

        class Narrow:
            """A file with little room."""

            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def write(self, content: bytes) -> None:
                write(content[:room])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        return Narrow()

    monkeypatch.setattr(os, "fdopen", narrow)
    done = CliRunner().invoke(main, ["allocate", str(source), "-o", str(output), "--force"])

    assert 6 == done.exit_code, done.output
    assert "no space left on device. The previous file is unchanged" in done.output
    assert (b"old", there) == (output.read_bytes(), names(tmp_path))


def test_a_file_that_another_program_holds_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a workbook that is open in Excel: exit code 6, in words."""
    output = tmp_path / "rosters.xlsx"
    output.write_bytes(b"old")
    source = a_short_list(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", refuse)
    done = CliRunner().invoke(main, ["allocate", str(source), "-o", str(output), "--force"])

    assert 6 == done.exit_code, done.output
    assert "close it if it is open in Excel and run again" in done.output
    assert (b"old", ["list.csv", "rosters.xlsx"]) == (output.read_bytes(), names(tmp_path))


@pytest.mark.parametrize("mark", ["~$rosters.xlsx", ".~lock.rosters.xlsx#"])
def test_the_mark_of_an_open_workbook_is_only_a_warning(tmp_path: Path, mark: str) -> None:
    """The mark outlives a crash of Excel: the rosters are written, and the user is told."""
    output = tmp_path / "rosters.xlsx"
    output.write_bytes(b"old")
    (tmp_path / mark).touch()
    options = ["allocate", str(a_short_list(tmp_path)), "-o", str(output), "--force"]
    done = CliRunner().invoke(main, options)

    assert 0 == done.exit_code, done.output
    assert "rosters.xlsx seems to be open in Excel" in done.stderr
    assert output.read_bytes().startswith(b"PK")
    assert (tmp_path / mark).exists()


def test_a_list_that_is_open_elsewhere_is_read_as_it_was_saved(tmp_path: Path) -> None:
    """The user is told that what is not saved is not read."""
    output, source = tmp_path / "rosters.xlsx", a_short_list(tmp_path)
    (tmp_path / f".~lock.{source.name}#").touch()
    done = CliRunner().invoke(main, ["allocate", str(source), "-o", str(output)])

    assert 0 == done.exit_code, done.output
    assert "list.csv seems to be open in Excel or LibreOffice: what is not saved" in done.stderr
    assert output.exists()
