"""``allocator export`` on the terminal: notices on standard error, refusals with their code."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from exporting import counted, named

from allocator.cli import main
from allocator.exports.catalog import exports
from allocator.exports.making import offers
from allocator.rosters import read_rosters, write_rosters


def test_who_is_left_out_is_told_on_standard_error(tmp_path: Path) -> None:
    """The file is written all the same."""
    path = tmp_path / "rosters.xlsx"
    write_rosters(named(), path)
    command = ["export", str(path), "--to", "zoom", "-o", str(tmp_path / "zoom.csv")]
    done = CliRunner().invoke(main, command)

    assert (0, f"zoom written to {tmp_path / 'zoom.csv'}.\n") == (done.exit_code, done.stdout)
    assert (
        "notice[N-EXPORT]: left out because there is no e-mail address: 2 people of 7.\n"
        == done.stderr
    )
    assert (
        (tmp_path / "zoom.csv").read_bytes().startswith(b"Pre-assign Room Name,Email Address\r\n")
    )


def test_what_the_rosters_lack_ends_with_3_and_writes_nothing(tmp_path: Path) -> None:
    """In one line with the code and what to do."""
    path = tmp_path / "rosters.xlsx"
    write_rosters(counted(), path)
    command = ["export", str(path), "--to", "zoom", "-o", str(tmp_path / "zoom.csv")]
    done = CliRunner().invoke(main, command)

    assert (3, "") == (done.exit_code, done.stdout)
    assert done.stderr.startswith("error[E-EXPORT]: zoom is for people, and these rosters have")
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", [form.name for form in exports()])
def test_every_format_that_is_possible_can_be_written(tmp_path: Path, name: str) -> None:
    """With each of its endings, in upper case too, from a workbook that was written and read."""
    path = tmp_path / "rosters.xlsx"
    write_rosters(named(), path)
    form = next(each for each in exports() if each.name == name)
    writable = form in [offer.form for offer in offers(read_rosters(path))]
    for ending in form.endings:
        output = tmp_path / f"file{ending.upper()}"
        command = ["export", str(path), "--to", name, "-o", str(output)]

        assert (0 if writable else 3) == CliRunner().invoke(main, command).exit_code
        assert writable == output.exists()
