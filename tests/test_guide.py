"""What is told of the rules of an event, in the guide and elsewhere, is what the program does."""

import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from list_files import a_csv
from pages import LIST, ROOT, commands_in, typed

from allocator.intake import read_list
from allocator.language import catalogue
from allocator.plan import MOST_SESSIONS

GUIDE = (ROOT / "docs" / "guide.md").read_text("utf-8")
BESIDE = GUIDE[GUIDE.index("### Rules beside the row") : GUIDE.index("## 5. Allocate")]
SECTION = GUIDE[GUIDE.index("### Rules of the event") : GUIDE.index(BESIDE)]
CONFLICT, *ANSWERS = re.findall(r"^```text\n(.*?)^```$", SECTION, re.DOTALL | re.MULTILINE)
TYPED, *QUESTIONS = commands_in(SECTION)
#: The example list is Spanish, and the guide is not.
ALLOCATE = f"{TYPED} --language en"
#: The row that the guide adds to its table so that the rules cannot hold.
FOURTH = ["apart", "Fiji", "Chile"]


def table(section: str = SECTION) -> list[list[str]]:
    """The table that a section of the guide shows: its headings and its rows."""
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def a_list(folder: Path, *more: list[str]) -> None:
    """The example list, without the marks behind its names, and with the rules of the guide."""
    shutil.copy(ROOT / LIST, folder / "list.xlsx")
    book = openpyxl.load_workbook(folder / "list.xlsx")
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("*", "")
    sheet = book.create_sheet("Rules")
    for rule in (*table(), *more):
        sheet.append([text or None for text in rule])
    book.save(folder / "list.xlsx")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the list and the rosters that the guide makes of it."""
    folder = tmp_path_factory.mktemp("desk")
    a_list(folder)
    result = typed(ALLOCATE, folder)
    assert 0 == result.exit_code, result.stderr
    return folder


@pytest.mark.parametrize(("question", "answer"), [*zip(QUESTIONS, ANSWERS, strict=True)])
def test_explain_answers_as_the_guide_shows(question: str, answer: str, desk: Path) -> None:
    """Every question of the section, typed."""
    assert answer == typed(question, desk).stdout


def test_rules_that_cannot_hold_are_told_as_the_guide_shows(tmp_path: Path) -> None:
    """The fourth row contradicts what the seating of a large delegation demands."""
    a_list(tmp_path, FOURTH)
    result = typed(ALLOCATE, tmp_path)
    said = result.stderr[result.stderr.index("error[") :]

    assert "a\nfourth row, `apart`, *Fiji*, *Chile*" in SECTION
    assert 4 == result.exit_code
    assert CONFLICT == said
    assert not (tmp_path / "rosters.xlsx").exists()


def test_the_table_of_the_field_denies_nothing_that_the_program_has() -> None:
    """README.md claims rules and sessions for as long as the program has them, and not before."""
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line.startswith("| ")]
    own = {row[1].strip(): row[2].strip() for row in rows}
    kinds = catalogue("en")["rule_words"]
    claims = {
        "keep together": "together" in kinds,
        "keep apart": "apart" in kinds,
        "several rounds, to meet others each time": MOST_SESSIONS > 1,
    }

    assert claims == {name: not own[name].startswith("no") for name in claims}
    assert f"up to {MOST_SESSIONS} rounds" in own["several rounds, to meet others each time"]


def test_the_sheets_of_the_template_are_named_where_the_command_is() -> None:
    """docs/cli.md tells what can be filled in beside the list."""
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    told = text[text.index("## allocator template") : text.index("## allocator serve")]

    assert all(sheet in told for sheet in ("groups", "rules", "settings"))


def test_rules_beside_the_row_are_those_that_the_guide_says(tmp_path: Path) -> None:
    """A pin names the group, a name the other one, and a mark all rows that have it."""
    lines = [",".join(cell.strip("`") for cell in row) for row in table(BESIDE)]
    rules = read_list(a_csv(tmp_path, *lines)).settings.rules or ()

    assert [
        ("in", "Fiji", "Group 1"),
        ("together", "Chad; Togo", ""),
        ("apart", "Nepal", "Tuvalu"),
    ] == [(each.kind, each.who, each.other) for each in rules]
