"""Writing: the old file or the new one is there, whatever happens."""

import errno
import os
from pathlib import Path

import pytest
from outcomes import STAMP, an_outcome

from allocator.file_errors import CannotWrite, OutputExists
from allocator.rosters import require_writable, write_rosters


def test_an_existing_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    """Without ``force`` the file stays as it is."""
    path = tmp_path / "rosters.xlsx"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(OutputExists):
        write_rosters(an_outcome(), path, force=False, stamp=STAMP)
    assert "old" == path.read_text("utf-8")

    write_rosters(an_outcome(), path, force=True, stamp=STAMP)
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_failing_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    """Whichever step of the system fails."""
    path = tmp_path / "rosters.xlsx"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(CannotWrite, match=os.strerror(number).lower()):
        write_rosters(an_outcome(), path, stamp=STAMP)

    assert "old" == path.read_text("utf-8")
    assert [path] == list(tmp_path.iterdir())


def test_a_link_stays_a_link_and_permissions_are_kept(tmp_path: Path) -> None:
    """The file that the link names is replaced, for the same readers."""
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_rosters(an_outcome(), link, stamp=STAMP)

    assert link.is_symlink()
    assert 0o640 == real.stat().st_mode & 0o777
    assert real.read_bytes().startswith(b"PK")


def test_a_new_file_has_the_permissions_of_its_user(tmp_path: Path) -> None:
    """Those that the system gives to any new file, not those of a temporary one."""
    usual = tmp_path / "usual"
    usual.touch()
    path = tmp_path / "rosters.xlsx"
    write_rosters(an_outcome(), path, stamp=STAMP)

    assert usual.stat().st_mode == path.stat().st_mode


def test_a_place_that_cannot_be_written_is_found_before_the_work(tmp_path: Path) -> None:
    """A missing folder, a folder in place of the file, a file that is there."""
    there = tmp_path / "there.xlsx"
    there.touch()

    with pytest.raises(CannotWrite, match="no such file"):
        require_writable(tmp_path / "missing" / "rosters.xlsx", force=False)
    with pytest.raises(CannotWrite, match="folder"):
        require_writable(tmp_path, force=True)
    with pytest.raises(OutputExists):
        require_writable(there, force=False)


def test_asking_leaves_no_trace(tmp_path: Path) -> None:
    """Neither a temporary file nor a change of the old one."""
    path = tmp_path / "rosters.xlsx"
    require_writable(path, force=False)
    path.write_text("old", encoding="utf-8")
    require_writable(path, force=True)

    assert [path] == list(tmp_path.iterdir())
    assert "old" == path.read_text("utf-8")
