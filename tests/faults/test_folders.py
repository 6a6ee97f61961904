"""Folders that take no files, vanish, or hold links; files that are read and written at once."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner
from faulted import a_short_list, names, program, run

from allocator.cli import main

#: Becomes a user whom modes bind, after everything is loaded: root writes wherever it likes.
AS_NOBODY = """
import os
import allocator.cli.program, allocator.cli.allocate, allocator.cli.job, allocator.cli.request
from allocator import answers, rosters
rosters.require_writable, rosters.write_rosters
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter and read, and nobody but root may change."""
    folder = Path(mkdtemp(prefix="allocator-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_read_only_folder_is_told_before_the_work(open_folder: Path, *, is_there: bool) -> None:
    """Exit code 6 before the list is even read: this one does not exist."""
    output = open_folder / "rosters.xlsx"
    if is_there:
        output.write_bytes(b"old")
    open_folder.chmod(0o555)
    there = names(open_folder)
    options = ["allocate", "none.csv", "-o", output.name, "--force"]
    done = run(open_folder, *options, before=AS_NOBODY)

    assert 6 == done.returncode, done.stderr
    assert done.stderr.startswith("error[E-WRITE]: rosters.xlsx cannot be written in the folder ")
    assert "permission denied" in done.stderr
    assert there == names(open_folder)


def test_a_folder_that_vanishes_while_solving_is_told(tmp_path: Path) -> None:
    """Exit code 6 in words; the folder does not come back, and the rosters are kept elsewhere."""
    folder = tmp_path / "share"
    folder.mkdir()
    rows = [f"Delegation {n},{1 + (7 * n * n) % 11},{'ABCDEFGHIJ'[n % 10]}" for n in range(400)]
    source = tmp_path / "list.csv"
    source.write_text("\n".join(["Delegation,Delegates,Region", *rows]), encoding="utf-8")
    options = ["allocate", str(source), "-o", str(folder / "rosters.xlsx"), "-g", "12"]
    (tmp_path / "temporary").mkdir()
    running = subprocess.Popen(
        program(*options),
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
    )
    assert running.stderr is not None
    next(line for line in running.stderr if "best so far" in line and "none" not in line)
    folder.rmdir()
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert 6 == running.returncode, told
    assert f"rosters.xlsx cannot be written in the folder {folder}: no such file" in told
    assert "Nothing was written there" in told
    assert "Traceback" not in told
    assert not folder.exists()
    (kept,) = (tmp_path / "temporary").glob("allocator-*/rosters.xlsx")
    assert f"The rosters that were made are kept as {kept}." in told
    assert (0o700, 0o600) == (kept.parent.stat().st_mode & 0o777, kept.stat().st_mode & 0o700)
    assert 0 == run(tmp_path, "verify", str(kept)).returncode


def test_where_no_place_is_left_that_is_told_and_nothing_kept(tmp_path: Path) -> None:
    """The folder vanishes and there is none for temporary files: the message promises nothing."""
    folder = tmp_path / "share"
    folder.mkdir()
    vanishing = f"""
import sys
def watch(event, arguments):
    if event == "tempfile.mkstemp" and {str(folder)!r} in str(arguments[0]):
        watch.seen = getattr(watch, "seen", 0) + 1
        if watch.seen == 2:
            import shutil, tempfile
            shutil.rmtree({str(folder)!r})
            tempfile.tempdir = {str(tmp_path / "nowhere")!r}
sys.addaudithook(watch)
"""
    options = ["allocate", a_short_list(tmp_path).name, "-o", str(folder / "rosters.xlsx")]
    done = run(tmp_path, *options, before=vanishing)

    assert 6 == done.returncode, done.stderr
    assert "Nothing was written there" in done.stderr
    assert "kept as" not in done.stderr
    assert "Traceback" not in done.stderr
    assert ["list.csv"] == names(tmp_path)


def test_a_link_to_a_file_that_is_not_there_yet_stays_a_link(tmp_path: Path) -> None:
    """The file that it names is made."""
    (tmp_path / "elsewhere").mkdir()
    link, real = tmp_path / "rosters.xlsx", tmp_path / "elsewhere" / "real.xlsx"
    link.symlink_to(real)
    done = CliRunner().invoke(main, ["allocate", str(a_short_list(tmp_path)), "-o", str(link)])

    assert 0 == done.exit_code, done.output
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"PK")
    assert ["real.xlsx"] == names(real.parent)


@pytest.mark.parametrize("kind", ["link", "second name", "way around"])
def test_the_list_is_never_its_own_output(tmp_path: Path, kind: str) -> None:
    """Exit code 2 also when the same file goes by another name, and the list is as it was."""
    source = tmp_path / "list.xlsx"
    source.write_bytes(b"a list")
    other = tmp_path / "other.xlsx"
    if kind == "link":
        other.symlink_to(source)
    elif kind == "second name":
        os.link(source, other)
    else:
        (tmp_path / "sub").mkdir()
        other = tmp_path / "sub" / ".." / "list.xlsx"
    done = CliRunner().invoke(main, ["allocate", str(source), "-o", str(other), "--force"])

    assert 2 == done.exit_code
    assert "is a file to be read and would be lost" in done.stderr
    assert b"a list" == source.read_bytes()


def test_the_owner_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    """Root, who may give files away, leaves a file with whom it belongs to; others own theirs."""
    output = tmp_path / "rosters.xlsx"
    output.write_bytes(b"old")
    if os.geteuid() == 0:
        os.chown(output, 65534, 65534)
    was = output.stat()
    script = "import sys; from allocator.rosters.files import put; put(sys.argv[1], b'', force=1)"
    subprocess.run([sys.executable, "-c", script, str(output)], check=True)
    now = output.stat()

    assert b"" == output.read_bytes()
    assert (was.st_uid, was.st_gid, was.st_mode) == (now.st_uid, now.st_gid, now.st_mode)
