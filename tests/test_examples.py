"""What README and docs tell a newcomer to type works, and gives what they say it gives."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from forms import faults
from pages import (
    LIST,
    ROOT,
    STORY,
    blocks,
    commands_of,
    numbers_of,
    printed,
    started,
    typed,
    words_of,
)

#: Python that runs each text that follows as a program of its own.
EACH = "import sys\nfor each in sys.argv[1:]: exec(each, {'__name__': '__main__'})"
NAMED_LIST = "examples/lists/05_inc7_newyork_1993_delegates_cp1252.csv"


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
        if (result := typed(command, desk)).exit_code
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
    first = commands_of(STORY)[1]
    second = next(each for each in commands_of(STORY) if "another-draw" in each)
    one = printed(f"{first.replace('workshop.xlsx', 'one.xlsx')} --json", told)
    two = printed(f"{second.replace('draw.', 'two.')} --json", told)

    assert one["goals"] == two["goals"]
    assert one["assignments"] != two["assignments"]


@pytest.mark.parametrize("path", ["README.md", "docs/python.md"])
def test_the_python_of_a_page_runs(path: str, desk: Path) -> None:
    """Every Python block runs as it stands, in a folder that has the lists that it names."""
    shutil.copy(ROOT / LIST, desk / "list.xlsx")
    shutil.copy(ROOT / LIST, desk / "new-list.xlsx")
    code = blocks(path, "python")

    assert code
    subprocess.run([sys.executable, "-W", "error", "-c", EACH, *code], cwd=desk, check=True)


def test_the_first_command_of_the_readme_writes_the_rosters_that_it_shows(desk: Path) -> None:
    """What README.md shows in the terminal is what its command prints."""
    command = re.search(r"&& \.venv/bin/(allocator allocate .*)$", readme(), re.MULTILINE)
    shown = blocks("README.md", "text")[0]
    assert command is not None
    result = started(command[1], desk)

    assert 0 == result.returncode, result.stderr
    assert words_of(shown) == words_of(result.stdout)
    assert numbers_of(shown) == numbers_of(result.stdout)
    assert (desk / "rosters.xlsx").exists()


def readme() -> str:
    """The text of README.md."""
    return (ROOT / "README.md").read_text("utf-8")


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
    """``allocate --json`` prints its form of docs/json.md for a named list, and no other key."""
    command = f"allocator allocate {NAMED_LIST} --sessions 2 -o json.xlsx --json"

    assert [] == faults("allocate", printed(command, desk))


def test_the_json_of_check_and_verify_has_the_documented_keys(desk: Path, told: Path) -> None:
    """The two commands print their forms of docs/json.md, and no other key."""
    verified = printed("allocator verify workshop.xlsx --prove --json", told)

    assert [] == faults("check", printed(f"allocator check {LIST} --json", desk))
    assert [] == faults("verify", verified)


def test_the_json_of_a_refused_list_has_the_documented_keys(desk: Path) -> None:
    """A failure has its form of docs/json.md; every problem is among the findings."""
    (desk / "bad.csv").write_text("Country,Delegates\nPeru,3 pax\nChad,TBC\n", "utf-8")
    result = typed("allocator check bad.csv --json", desk)
    answer = json.loads(result.stdout)

    assert 3 == result.exit_code
    assert [] == faults("failure", answer)
    assert ["E-COUNT", "E-COUNT"] == [finding["code"] for finding in answer["findings"]]


def test_the_lists_that_ship_carry_their_credit() -> None:
    """examples/README.md names every list, its authors and its licence."""
    text = (ROOT / "examples" / "README.md").read_text("utf-8")

    assert [] == [
        path.name for path in (ROOT / "examples" / "lists").iterdir() if path.name not in text
    ]
    assert all(word in text for word in ("Bagozzi", "Blinova", "Emuru", "licenses/by/4.0"))
