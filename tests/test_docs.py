"""The documentation tells the truth, in both directions: nothing missing, nothing invented."""

import re
from dataclasses import fields
from pathlib import Path

import click
import openpyxl
import pytest
from from_program.commands import commands

import allocator
from allocator.language import catalogue
from allocator.model import catalog
from allocator.settings import Group

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")


def page(name: str) -> str:
    """The text of one page of the documentation."""
    return (DOCS / f"{name}.md").read_text("utf-8")


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next heading of its level or above."""
    level, rest = re.search(rf"^(#+) {re.escape(title)}\n", text, re.MULTILINE), text
    assert level is not None, title
    rest = text[level.end() :]
    return re.split(rf"^#{{1,{len(level[1])}}} ", rest, flags=re.MULTILINE)[0]


def cells(text: str) -> list[list[str]]:
    """The rows of the Markdown tables of a text, without heads and rules."""
    rows = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    rules = [number for number, row in enumerate(rows) if set("".join(row)) <= set("-: ")]
    return [
        row for number, row in enumerate(rows) if number not in rules and number + 1 not in rules
    ]


def codes_in_source() -> set[str]:
    """Every code that occurs in the package."""
    package = Path(allocator.__file__).parent
    text = "\n".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    return set(re.findall(r'"([EN]-[A-Z]+)"', text))


def test_every_command_has_its_heading_and_no_other_has_one() -> None:
    """docs/cli.md has one heading for each command of the program."""
    headings = re.findall(r"^## allocator (\w+)", page("cli"), re.MULTILINE)

    assert sorted(commands()) == sorted(headings)


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_described_by_itself_under_its_heading(name: str) -> None:
    """docs/cli.md takes the options of a command from the program, where its heading stands."""
    (heading,) = re.findall(rf"^## (allocator {name}\b.*)$", page("cli"), re.MULTILINE)
    own = section(page("cli"), heading)

    assert f"<!-- from the program: options {name} -->\n" in own


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_has_help(name: str) -> None:
    """``--help`` says something about a command and about each of its options."""
    command = commands()[name]

    assert command.help
    assert [] == [
        parameter.name
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]


def test_every_goal_is_in_the_table_of_goals_in_its_order() -> None:
    """docs/method.md lists the goals by name and unit, in the default order of priority."""
    table = [row for row in cells(section(page("method"), "Goals")) if row[1][0] == "`"]
    documented = [(row[1].strip("`"), row[3]) for row in table]
    vacant, regions = ((goal.name, goal.unit) for goal in catalog.OFFICER_GOALS)
    goals = [(goal.name, goal.unit) for goal in (*catalog.GOALS, *catalog.CATEGORY_GOALS)]

    assert [vacant, *goals, ("COLUMN.delegates", "people"), regions] == documented


@pytest.mark.parametrize("rule", catalog.RULES, ids=lambda rule: rule.name)
def test_every_rule_is_described_in_the_method(rule: object) -> None:
    """docs/method.md names each rule by its name, among the seating rules or those of the event."""
    assert f"`{getattr(rule, 'name')}`" in section(page("method"), "Seating rules")  # noqa: B009


def test_every_code_has_its_entry_and_no_other_has_one() -> None:
    """docs/errors.md has one heading for each code that the source can say."""
    documented = re.findall(r"^### ([EN]-[A-Z]+)$", page("errors"), re.MULTILINE)

    assert sorted(codes_in_source()) == sorted(documented)


def test_every_entry_says_what_it_means_and_what_to_do() -> None:
    """Under the heading of each code stands a text of at least two sentences."""
    text = page("errors")
    codes = re.findall(r"^### ([EN]-[A-Z]+)$", text, re.MULTILINE)
    short = [code for code in codes if len(re.findall(r"[.:](?=\s|$)", section(text, code))) < 2]

    assert [] == short


def test_every_key_of_a_group_is_documented_and_no_other() -> None:
    """docs/settings.md lists the keys of a ``[[group]]`` table."""
    of_a_group = [
        row[0].strip("`") for row in cells(section(page("settings"), "The groups themselves"))
    ]

    assert [field.name for field in fields(Group) if field.name != "place"] == of_a_group


def test_every_key_of_a_rule_is_documented_and_no_other() -> None:
    """docs/settings.md lists the keys of a ``[[rule]]`` table with the headings of the sheet."""
    table = cells(section(page("settings"), "The rules themselves"))
    headings = catalogue("en")["headings"]
    told = {re.findall(r"`(\w+)`", row[0])[-1]: row[1] for row in table}

    assert {key: headings[key] for key in catalogue("en")["lists"]["rules"]} == told


def test_every_sheet_is_described_in_its_order(tmp_path: Path) -> None:
    """docs/workbook.md lists the sheets of re-balanced rosters with names, in their order."""
    workshop = allocator.read_list(
        ROOT / "examples/lists/05_inc7_newyork_1993_delegates_cp1252.csv"
    )
    rosters = allocator.rebalance(allocator.allocate(workshop, groups=1), workshop)
    allocator.write_rosters(rosters, tmp_path / "rosters.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "rosters.xlsx", read_only=True).sheetnames
    english = catalogue("en")["sheets"]
    titles = {title: english[key] for key, title in catalogue(workshop.language)["sheets"].items()}
    by_hand = page("workbook").split("<!-- from the program")[0]
    documented = [row[0] for row in cells(by_hand)]

    assert [titles.get(sheet, "one per group") for sheet in sheets] == documented


def test_every_public_name_is_in_the_python_reference() -> None:
    """docs/python.md describes everything that ``allocator`` offers."""
    assert [] == [name for name in allocator.__all__ if name not in page("python")]


def test_the_readme_test_command_is_what_ci_runs() -> None:
    """The command that tests the program is in .ci/run, word for word."""
    told = re.findall(r"^(python3 -m venv .*pytest)$", README, re.MULTILINE)

    assert len(told) == 1
    assert told[0] in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_first_command_of_contributing_is_what_ci_runs() -> None:
    """One command does everything that CI does, and it stands first."""
    first = re.search(r"```bash\n(.*?)\n```", page("contributing"), re.DOTALL)

    assert first is not None
    assert first[1] == ".ci/run"


@pytest.mark.parametrize(
    "path", ["README.md", "examples/README.md", "examples/council-workshop/README.md"]
)
def test_the_links_of_a_readme_lead_somewhere(path: str) -> None:
    """Relative links and pictures of a README name files that exist."""
    text = (ROOT / path).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)

    assert [] == [target for target in targets if not ((ROOT / path).parent / target).exists()]
