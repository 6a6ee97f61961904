"""Outputs in a folder are called after the meeting, the version and the day."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from list_files import a_csv

from allocator.cli import main
from allocator.rosters import read_rosters

LATE = ("Delegation,Delegates", "Kenya,3", "Peru,2", "Chad,1", "Palau,1")


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


def names(folder: Path) -> list[str]:
    """The files of the folder without their days, sorted."""
    return sorted(each.stem.rpartition("_")[0] + each.suffix for each in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rosters of a meeting."""
    (made := tmp_path / "rosters").mkdir()
    (tmp_path / "event.toml").write_text('meeting = "Council: 115/WS 2"\n', "utf-8")
    source = a_csv(tmp_path, *LATE[:-1])
    result = run("allocate", source, "-g", 2, "--settings", tmp_path / "event.toml", "-o", made)
    assert 0 == result.exit_code, result.output
    return made


def test_versions_stand_side_by_side(folder: Path, tmp_path: Path) -> None:
    """A re-balance is the next version; the output says what its file is called."""
    (first,) = folder.iterdir()
    late = a_csv(tmp_path, *LATE, name="late.csv")
    result = run("rebalance", first, "--list", late, "-o", folder)

    assert ["Council-115-WS-2_rosters_v1.xlsx", "Council-115-WS-2_rosters_v2.xlsx"] == names(folder)
    assert "Council-115-WS-2_rosters_v2_" in result.output
    assert {1, 2} == {read_rosters(each).version for each in folder.iterdir()}


def test_the_same_version_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    """Unless it is to be; the rosters are kept elsewhere then."""
    settings = ("-g", 2, "--settings", tmp_path / "event.toml", "-o", folder)
    refused = run("allocate", tmp_path / "list.csv", *settings)
    forced = run("allocate", tmp_path / "list.csv", *settings, "--force")

    assert (6, 0) == (refused.exit_code, forced.exit_code)
    assert "error[E-EXISTS]" in refused.stderr
    assert 1 == len(names(folder))


def test_exports_and_templates_go_there_too(folder: Path) -> None:
    """With the usual ending of the format."""
    (rosters,) = folder.iterdir()
    codes = [
        run("export", rosters, "--to", name, "-o", folder).exit_code for name in ("csv", "badges")
    ]
    codes.append(run("template", "-o", folder).exit_code)

    assert [0, 0, 0] == codes
    assert ["Council-115-WS-2_badges_v1.xlsx", "Council-115-WS-2_csv_v1.csv"] == names(folder)[1:3]
    assert (folder / "delegations.xlsx").exists()


def test_what_is_read_is_never_overwritten(folder: Path, tmp_path: Path) -> None:
    """Not even with --force, when the file of the next version is the one to be read."""
    (first,) = folder.iterdir()
    taken = first.rename(folder / first.name.replace("_v1_", "_v2_"))
    before = taken.read_bytes()
    late = a_csv(tmp_path, *LATE, name="late.csv")
    result = run("rebalance", taken, "--list", late, "-o", folder, "--force")

    assert 2 == result.exit_code
    assert "would be lost" in result.stderr
    assert before == taken.read_bytes()
