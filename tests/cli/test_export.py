"""``allocator export``: what is written, what is told, what is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from exporting import counted, named, rows_of

from allocator.cli import main
from allocator.exports.making import export
from allocator.rosters import read_rosters, write_rosters


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """Rosters of head-counts."""
    write_rosters(counted(), tmp_path / "rosters.xlsx")
    return tmp_path / "rosters.xlsx"


def test_the_file_is_what_python_makes_of_the_workbook(rosters: Path) -> None:
    """In the language that is asked for; the command says what was written."""
    output = rosters.with_name("groups.csv")
    done = run(rosters, "--to", "csv", "-o", output, "--language", "fr")

    assert (0, f"csv written to {output}.\n") == (done.exit_code, done.stdout)
    assert export(read_rosters(rosters), "csv", language="fr") == output.read_bytes()
    assert "Délégation" == rows_of(output.read_bytes())[0][0]


def test_a_file_that_is_there_stays_without_force(rosters: Path) -> None:
    """And is replaced with it."""
    output = rosters.with_name("groups.csv")
    output.write_text("mine")
    refused = run(rosters, "--to", "csv", "-o", output)

    assert (6, True, "mine") == (
        refused.exit_code,
        "E-EXISTS" in refused.stderr,
        output.read_text(),
    )
    assert 0 == run(rosters, "--to", "csv", "-o", output, "--force").exit_code
    assert output.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_name_with_another_ending_is_refused(rosters: Path) -> None:
    """With or without one; nothing is written, and never over the rosters."""
    before = rosters.read_bytes()
    for name in ("groups.txt", "groups", "rosters.xlsx"):
        refused = run(rosters, "--to", "csv", "-o", rosters.with_name(name), "--force")
        assert 2 == refused.exit_code
        assert "error[E-USAGE]: a file for csv ends in .csv" in refused.stderr

    assert [rosters] == list(rosters.parent.iterdir())
    assert before == rosters.read_bytes()


def test_a_session_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With how many there are."""
    write_rosters(named(), tmp_path / "rosters.xlsx")
    path = tmp_path / "rosters.xlsx"
    refused = run(path, "--to", "csv", "-o", tmp_path / "a.csv", "--session", 3)

    assert 2 == refused.exit_code
    assert "no session 3: the rosters have 1" in refused.stderr
