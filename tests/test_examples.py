"""What README and docs tell a newcomer to type works, and gives what they say it gives."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parent.parent
LIST = "examples/lists/04_inc11_nueva_york_1995_ES.xlsx"
NAMED_LIST = "examples/lists/05_inc7_newyork_1993_delegates_cp1252.csv"
STORY = "examples/council-workshop/README.md"
#: A JSON object as it was read.
Json = Mapping[str, object]


def blocks(path: str, language: str) -> list[str]:
    """The code blocks in one language of a Markdown file."""
    text = (ROOT / path).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands_of(path: str) -> list[str]:
    """The commands of the program that a Markdown file tells its reader to type, in order."""
    lines = "\n".join(blocks(path, "bash")).splitlines()
    return [line for line in lines if line.startswith("allocator ")]


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What happens when a command is typed in a folder."""
    program, *words = shlex.split(command)
    return subprocess.run(
        [Path(sys.executable).with_name(program), *words],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
        text=True,
        capture_output=True,
        check=False,
    )


def printed(command: str, folder: Path) -> Json:
    """The JSON object that a command prints which ends well."""
    result = typed(command, folder)

    assert (command, 0) == (command, result.returncode), result.stderr
    read: Json = json.loads(result.stdout)
    return read


def keys_of(value: object, path: str = "") -> set[str]:
    """The keys of a JSON value as docs/json.md writes them: ``goals[].name``."""
    if isinstance(value, list):
        return {path}.union(*(keys_of(each, f"{path}[]") for each in value)) - {f"{path}[]"}
    if isinstance(value, dict):
        below = (keys_of(each, f"{path}.{key}" if path else key) for key, each in value.items())
        return ({path} if path else set()).union(*below)
    return {path}


def documented_keys(title: str) -> set[str]:
    """The keys that one section of docs/json.md lists."""
    text = (ROOT / "docs" / "json.md").read_text("utf-8")
    section = re.split(r"^## ", text.partition(f"\n## {title}\n")[2], flags=re.MULTILINE)[0]
    firsts = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {key for first in firsts for key in re.findall(r"`([^`]+)`", first)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the examples in it."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


@pytest.fixture(scope="module")
def told(desk: Path) -> Path:
    """The folder of somebody who has followed the story to its end."""
    failed = {
        command: result.stderr
        for command in commands_of(STORY)
        if (result := typed(command, desk)).returncode
    }

    assert {} == failed
    return desk


def test_the_story_leaves_the_rosters_of_its_session(told: Path) -> None:
    """Each group of event.toml has a sheet that names theme, room and date."""
    workbook = openpyxl.load_workbook(told / "workshop.xlsx", read_only=True)
    for group, room in [("Group A", "Room I"), ("Group B", "Room II"), ("Group C", "Room III")]:
        text = "\n".join(
            str(cell)
            for row in workbook[group].iter_rows(values_only=True)
            for cell in row
            if cell is not None
        )

        assert "The Image of Migrants in Society" in text
        assert "Wednesday, 25 November 2026" in text
        assert room in text


def test_the_figures_of_the_story_are_true(desk: Path) -> None:
    """Groups of 180, 180, 179 with 25, 25, 24 small delegations, and everything proven."""
    allocate = commands_of(STORY)[1].replace("workshop.xlsx", "again.xlsx")
    groups = printed(f"{allocate} --json", desk)["groups"]
    assert isinstance(groups, list)

    assert [179, 180, 180] == sorted(group["delegates"] for group in groups)
    assert [24, 25, 25] == sorted(group["small_delegations"] for group in groups)


def test_check_of_the_storys_list_gives_the_figures_of_the_story(desk: Path) -> None:
    """144 delegations, 539 delegates, 74 small delegations of three groups."""
    result = printed(f"allocator check {LIST} --json", desk)

    assert (144, 539, 74) == (result["delegations"], result["delegates"], result["small"])


def test_a_changed_seed_draws_other_lots_and_keeps_the_balance(told: Path) -> None:
    """The story's second draw seats people elsewhere, with the same value of every goal."""
    first, second = commands_of(STORY)[1], commands_of(STORY)[4]
    one = printed(f"{first.replace('workshop.xlsx', 'one.xlsx')} --json", told)
    two = printed(f"{second.replace('draw.', 'two.')} --json", told)

    assert one["goals"] == two["goals"]
    assert one["assignments"] != two["assignments"]


@pytest.mark.parametrize("path", ["README.md", "docs/python.md"])
def test_the_python_of_a_page_runs(path: str, desk: Path) -> None:
    """Every Python block runs as it stands, in a folder that has a ``list.xlsx``."""
    shutil.copy(ROOT / LIST, desk / "list.xlsx")
    code = blocks(path, "python")

    assert code
    for each in code:
        subprocess.run([sys.executable, "-W", "error", "-c", each], cwd=desk, check=True)


def test_the_first_command_of_the_readme_writes_the_rosters_that_it_shows(desk: Path) -> None:
    """What README.md shows in the terminal is what its command prints."""
    command = re.search(r"&& \.venv/bin/(allocator allocate .*)$", readme(), re.MULTILINE)
    shown = blocks("README.md", "text")[0]
    assert command is not None
    result = typed(command[1], desk)

    assert 0 == result.returncode, result.stderr
    assert words_of(shown) == words_of(result.stdout)
    assert numbers_of(shown) == numbers_of(result.stdout)
    assert (desk / "rosters.xlsx").exists()


def readme() -> str:
    """The text of README.md."""
    return (ROOT / "README.md").read_text("utf-8")


def words_of(text: str) -> list[str]:
    """The words of a text in order, without its numbers."""
    return [word for word in re.split(r"[\W\d]+", text) if word]


def numbers_of(text: str) -> list[str]:
    """The numbers of a text, sorted: which group is the smaller one is for the solver to draw."""
    return sorted(re.findall(r"\d+", text))


@pytest.mark.parametrize("path", ["docs/guide.md", "docs/settings.md"])
def test_the_event_file_of_a_page_is_accepted(path: str, desk: Path) -> None:
    """A list with a gender column and the page's event.toml make rosters."""
    heads = [("Algeria", "f"), ("Algeria", "m"), ("Benin", "f"), ("Chad", "m"), ("Peru", "f")]
    rows = ["Country,Last name,Gender", *(f"{name},N{row},{gender}" for row, (name, gender)
                                          in enumerate(heads))]  # fmt: skip
    (desk / "people.csv").write_text("\n".join(rows), "utf-8")
    (desk / "event.toml").write_text(blocks(path, "toml")[0], "utf-8")
    command = "allocator allocate people.csv --settings event.toml -o event.xlsx --force --json"

    assert "allocator/1" == printed(command, desk)["schema"]


def test_the_json_of_allocate_has_the_documented_keys(desk: Path) -> None:
    """docs/json.md lists exactly the keys that ``allocate --json`` prints for a named list."""
    command = f"allocator allocate {NAMED_LIST} -o json.xlsx --json"
    keys = keys_of(printed(command, desk))
    # What the page describes as "as above" or in the text beside the key.
    inner = {key for key in keys if re.match(r"others\[\]\.\w+\[\]|seconds\.", key)}

    assert {"seconds.read", "seconds.solve", "seconds.write"} < inner
    assert documented_keys("allocate") == keys - inner


def test_the_json_of_check_has_the_documented_keys(desk: Path) -> None:
    """docs/json.md lists exactly the keys that ``check --json`` prints."""
    keys = keys_of(printed(f"allocator check {LIST} --json", desk))

    assert documented_keys("check") == {key for key in keys if not key.startswith("regions.")}


def test_the_json_of_verify_has_the_documented_keys(told: Path) -> None:
    """docs/json.md lists exactly the keys that ``verify --prove --json`` prints."""
    keys = keys_of(printed("allocator verify workshop.xlsx --prove --json", told))

    assert documented_keys("verify") == {key for key in keys if not key.startswith("goals[].")}


def test_the_json_of_a_refused_list_has_the_documented_keys(desk: Path) -> None:
    """docs/json.md lists exactly the keys of a failure; every problem is among the findings."""
    (desk / "bad.csv").write_text("Country,Delegates\nPeru,3 pax\nChad,TBC\n", "utf-8")
    result = typed("allocator check bad.csv --json", desk)
    answer = json.loads(result.stdout)
    keys = {key for key in keys_of(answer) if not key.startswith(("error.", "findings[]."))}

    assert 3 == result.returncode
    assert documented_keys("When a command fails") == keys
    assert ["E-COUNT", "E-COUNT"] == [finding["code"] for finding in answer["findings"]]


def test_the_lists_that_ship_carry_their_credit() -> None:
    """examples/README.md names every list, its authors and its licence."""
    text = (ROOT / "examples" / "README.md").read_text("utf-8")

    assert [] == [
        path.name for path in (ROOT / "examples" / "lists").iterdir() if path.name not in text
    ]
    assert all(word in text for word in ("Bagozzi", "Blinova", "Emuru", "licenses/by/4.0"))
