"""``allocator allocate``: what it prints, writes and refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocator.cli import main

LIST = """Delegation,Delegates,Region
France,5,WEOG
Ghana,4,African Group
Kenya,1,African Group
Peru,2,GRULAC
Fiji,1,Asia-Pacific Group
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small list as a file."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def allocate(source: Path, output: Path, *options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["allocate", str(source), "-o", str(output), *options])


def test_json_is_one_object_with_the_keys_of_the_contract(source: Path, tmp_path: Path) -> None:
    """Standard output is the answer and nothing else."""
    result = allocate(source, tmp_path / "rosters.xlsx", "-g", "2", "--json")
    answer = json.loads(result.stdout)

    assert 0 == result.exit_code
    assert ("allocator/1", "optimal") == (answer["schema"], answer["status"])
    assert {"groups", "goals", "assignments", "notices", "seed", "workers", "seconds"} <= set(
        answer
    )
    assert {"read", "solve", "write"} == set(answer["seconds"])
    assert 13 == sum(row["delegates"] for row in answer["assignments"])
    assert 13 == sum(group["delegates"] for group in answer["groups"])
    assert all(row["delegates"] >= 1 for row in answer["assignments"])
    assert ["size", "small", "region.delegations", "region.delegates"] == [
        goal["name"] for goal in answer["goals"]
    ]


def test_the_summary_has_the_best_possible_beside_each_number(source: Path, tmp_path: Path) -> None:
    """People see sizes, values, bounds and where the rosters are."""
    output = tmp_path / "rosters.xlsx"
    result = allocate(source, output, "-g", "2")

    assert 0 == result.exit_code
    assert "Best possible" in result.stdout
    assert "2 groups of" in result.stdout
    assert str(output) in result.stdout.replace("\n", "")
    assert output.exists()


def test_an_existing_output_stays_as_it_was(source: Path, tmp_path: Path) -> None:
    """Without --force nothing is replaced; exit code 6 and both ways out."""
    output = tmp_path / "rosters.xlsx"
    output.write_bytes(b"my own work")
    result = allocate(source, output)

    assert 6 == result.exit_code
    assert "E-EXISTS" in result.stderr
    assert "--force" in result.stderr
    assert b"my own work" == output.read_bytes()


def test_force_replaces_an_existing_output(source: Path, tmp_path: Path) -> None:
    """The user has said so."""
    output = tmp_path / "rosters.xlsx"
    output.write_bytes(b"my own work")

    assert 0 == allocate(source, output, "--force").exit_code
    assert output.read_bytes().startswith(b"PK")


def test_a_refused_list_writes_nothing_and_tells_every_problem(
    source: Path, tmp_path: Path
) -> None:
    """Two bad counts: exit code 3, two lines, no file; the JSON has them too."""
    source.write_text(LIST.replace(",5,", ",five,").replace(",4,", ",4.5,"), encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    result = allocate(source, tmp_path / "rosters.xlsx", "--json")
    answer = json.loads(result.stdout)

    assert 3 == result.exit_code
    assert 2 == result.stderr.count("error[E-COUNT]")
    assert "Traceback" not in result.output
    assert ["E-COUNT", "E-COUNT"] == [finding["code"] for finding in answer["findings"]]
    assert before == sorted(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["-g", "some"], 2, "E-USAGE"),
        (["-g", "0"], 2, "E-USAGE"),
        (["-g", "2,,x"], 2, "different ones such as 2,3"),
        (["-g", "0,2"], 2, "E-USAGE"),
        (["-g", "2,2"], 2, "E-USAGE"),
        (["-g", "2,201"], 2, "groups is 201"),
        (["-g", "14,15"], 2, "14 groups for 13 people leave groups empty"),
        (["--priority", "sise"], 2, 'there is no goal "sise"'),
        (["-g", "50"], 2, "50 groups for 13 people leave groups empty"),
        (["--seed", "-1"], 2, "--seed"),
        (["--balance", "shoe size"], 2, 'there is no column "shoe size"'),
        (["--seating", "standing"], 2, "standing"),
        (["--time-limit", "0"], 2, "--time-limit"),
    ],
)
def test_a_wrong_option_ends_with_2(
    source: Path, tmp_path: Path, options: list[str], code: int, told: str
) -> None:
    """And the message says what is possible."""
    result = allocate(source, tmp_path / "rosters.xlsx", *options)

    assert code == result.exit_code
    assert told in result.stderr
    assert not (tmp_path / "rosters.xlsx").exists()


@pytest.mark.parametrize("name", ["list.csv", "rosters.csv", "rosters"])
def test_an_output_that_is_no_workbook_or_the_list_itself_is_refused(
    source: Path, tmp_path: Path, name: str
) -> None:
    """Not even --force replaces the user's list."""
    result = allocate(source, tmp_path / name, "--force")

    assert 2 == result.exit_code
    assert "ends in .xlsx" in result.stderr
    assert LIST == source.read_text(encoding="utf-8")


def test_a_workbook_is_never_written_over_itself(source: Path, tmp_path: Path) -> None:
    """Rosters of a list that is a workbook go elsewhere, also through a link."""
    book, link = tmp_path / "list.xlsx", tmp_path / "link.xlsx"
    assert 0 == CliRunner().invoke(main, ["template", "-o", str(book)]).exit_code
    link.symlink_to(book)
    before = book.read_bytes()

    for output in (book, link):
        result = allocate(book, output, "--force")
        assert 2 == result.exit_code
        assert "would be lost" in result.stderr
    assert before == book.read_bytes()
    assert source.exists()


def test_any_whole_number_is_a_seed(source: Path, tmp_path: Path) -> None:
    """From 0 up, also larger than the solver's own; and the workbook is read back with it."""
    for seed in ("0", "99999999999999"):
        output = tmp_path / "r.xlsx"
        result = allocate(source, output, "--seed", seed, "--json", "--force")
        verified = CliRunner().invoke(main, ["verify", str(output), "--prove"])
        assert (0, 0) == (result.exit_code, verified.exit_code), verified.output
        assert int(seed) == json.loads(result.stdout)["seed"]


def test_rooms_that_are_too_small_end_with_4(source: Path, tmp_path: Path) -> None:
    """The capacities of the settings file are kept, and their sum is told."""
    settings = tmp_path / "event.toml"
    settings.write_text(
        '[[group]]\nname = "A"\ncapacity = 5\n[[group]]\nname = "B"\ncapacity = 6\n',
        encoding="utf-8",
    )
    result = allocate(source, tmp_path / "rosters.xlsx", "--settings", str(settings))

    assert 4 == result.exit_code
    assert "5 + 6 = 11 people and the list has 13" in result.stderr
    assert not (tmp_path / "rosters.xlsx").exists()


def test_a_flag_is_stronger_than_the_settings_file(source: Path, tmp_path: Path) -> None:
    """Flag > TOML > sheet > default."""
    settings = tmp_path / "event.toml"
    settings.write_text('groups = 3\nseed = 9\nlanguage = "fr"\n', encoding="utf-8")
    said = ["--settings", str(settings), "--json"]
    by_file = json.loads(allocate(source, tmp_path / "a.xlsx", *said).stdout)
    by_flag = json.loads(allocate(source, tmp_path / "b.xlsx", *said, "-g", "2").stdout)

    assert (3, 9) == (len(by_file["groups"]), by_file["seed"])
    assert (2, 9) == (len(by_flag["groups"]), by_flag["seed"])
    assert "Groupe 1" == by_flag["groups"][0]["name"]


def test_a_list_that_is_not_there_ends_with_6(tmp_path: Path) -> None:
    """A file that cannot be read."""
    result = allocate(tmp_path / "none.xlsx", tmp_path / "rosters.xlsx")

    assert 6 == result.exit_code
    assert "E-READ" in result.stderr


def test_an_output_folder_that_is_not_there_is_told_before_solving(
    source: Path, tmp_path: Path
) -> None:
    """Nobody waits for a solve whose result has no place to go."""
    result = allocate(source, tmp_path / "nowhere" / "rosters.xlsx")

    assert 6 == result.exit_code
    assert "E-WRITE" in result.stderr
