"""The page and the story about what comes after the first roster: commands work, figures hold."""

import re
import shutil
from pathlib import Path

import pytest
from forms import faults
from pages import ROOT, STORY, blocks, commands_of, printed, typed

PAGE = "docs/after.md"
EVENT = "--settings examples/council-workshop/event.toml"
NEXT_MORNING = "examples/council-workshop/list-next-morning.csv"
#: Moves, people per group, and the values of five goals, as a line of the frontier shows them.
LINE = re.compile(r"^[ →]+(\d+) +(\d+/\d+/\d+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)", re.MULTILINE)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, and the rosters of the story."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    assert 0 == typed(commands_of(STORY)[1], folder).exit_code
    shutil.copy(folder / "workshop.xlsx", folder / "rosters.xlsx")
    shutil.copy(folder / NEXT_MORNING, folder / "new-list.csv")
    shutil.copy(folder / "examples/council-workshop/late.csv", folder / "late.csv")
    return folder


def test_the_commands_of_the_page_work(desk: Path) -> None:
    """With the lists of the story in place of one's own; the second list makes another workbook."""
    commands = commands_of(PAGE)

    assert commands
    for command in commands:
        told = command.replace("new-list.xlsx", "new-list.csv")
        if "late.xlsx" in told:
            told = told.replace("late.xlsx", "late.csv").replace("rosters-2.xlsx", "late.xlsx")
        result = typed(told, desk)

        assert (told, 0) == (told, result.exit_code), result.stderr


@pytest.fixture(scope="module")
def said(desk: Path) -> str:
    """What the program prints of the list of the next morning."""
    return typed(
        f"allocator rebalance rosters.xlsx --list {NEXT_MORNING} -o said.xlsx", desk
    ).stdout


def test_the_frontier_of_the_page_is_what_the_program_prints(said: str) -> None:
    """Every line with its moves, sizes and goals, and the one that is taken."""
    shown = blocks(PAGE, "text")[0]

    assert len(LINE.findall(shown)) > 3
    assert LINE.findall(said) == LINE.findall(shown)
    assert re.findall(r"→ (\d+)", said) == re.findall(r"→ (\d+)", shown) == ["3"]


def test_the_changes_of_the_page_are_what_the_program_prints(said: str) -> None:
    """Who moves, and how many of how many must be told."""
    words = " ".join(said.split())
    lines = [line for line in blocks(PAGE, "text")[1].splitlines() if line.strip()]

    assert len(lines) > 3
    assert [] == [line for line in lines if "─" not in line and " ".join(line.split()) not in words]


def test_the_figures_of_the_story_are_true(desk: Path) -> None:
    """3 of 530 move; with two moves sizes differ by 3, with none by 8; the slip moves nobody."""
    rebalance = next(each for each in commands_of(STORY) if "workshop-2.xlsx" in each)
    whole = printed(f"{rebalance.replace('workshop-2', 'told')} --json", desk)
    slip = printed(
        "allocator rebalance workshop.xlsx --add examples/council-workshop/late.csv "
        "-o slip.xlsx --json",
        desk,
    )
    frontier = whole["frontier"]
    assert isinstance(frontier, list)

    assert 530 == whole["stayed"]
    assert 3 == sum(move["delegates"] for move in whole["moves"])  # type: ignore[attr-defined] # a list
    assert [8, 4, 3, 1] == [point["goals"]["size"] for point in frontier[:4]]
    assert [] == slip["moves"]


def test_allocating_anew_would_have_moved_a_hundred(desk: Path) -> None:
    """The same list allocated from nothing, compared with the published rosters."""
    typed(f"allocator allocate {NEXT_MORNING} {EVENT} -o anew.xlsx", desk)
    anew = printed("allocator compare workshop.xlsx anew.xlsx --json", desk)["moves"]
    assert isinstance(anew, list)

    assert 102 == sum(move["delegates"] for move in anew)


def test_the_json_of_rebalance_and_compare_has_the_documented_keys(desk: Path) -> None:
    """The two commands print the forms of docs/json.md and no other key."""
    command = f"allocator rebalance rosters.xlsx --list {NEXT_MORNING} -o json.xlsx --json"
    compared = "allocator compare rosters.xlsx json.xlsx --json"

    assert [] == faults("rebalance", printed(command, desk))
    assert [] == faults("compare", printed(compared, desk))
