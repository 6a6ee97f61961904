"""What the pages take from the program itself: all of it, and as the program has it."""

import re
from dataclasses import fields

import click
import pytest
from from_program import PARTS, filled, markdown, part, written
from from_program.codes import endings
from from_program.commands import commands
from from_program.keys import schema
from from_program.sentences import sentences
from from_program.units import every_goal
from pages import ROOT

from allocator.errors import TimeIsUp, UsageProblem
from allocator.intake.refusals import sheet_unknown
from allocator.language import LANGUAGES, catalogue
from allocator.model import catalog
from allocator.settings import Settings

DOCS = ROOT / "docs"
PAGES = {path.stem: path.read_text("utf-8") for path in sorted(DOCS.glob("*.md"))}
ENTRIES = re.findall(r"^### ([EN]-[A-Z]+)$", PAGES["errors"], re.MULTILINE)


def rows(kind: str, name: str = "") -> list[list[str]]:
    """The cells of the table of a part, without its head."""
    lines = [line for line in part(kind, name).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def test_every_part_is_wanted_by_a_page_and_filled_in() -> None:
    """No part is made for nothing, and no page keeps a mark where a part should stand."""
    wanted = {
        kind
        for text in PAGES.values()
        for kind in re.findall(r"<!-- from the program: ([a-z-]+)", text)
    }

    assert set(PARTS) == wanted
    assert [] == [name for name, text in PAGES.items() if "\n<!-- from the program" in filled(text)]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_can_be_read_as_it_is(name: str) -> None:
    """Its parts are those of the program now: `python -m from_program` in docs/ writes them."""
    assert written(PAGES[name]) == PAGES[name]


@pytest.mark.parametrize("wanted", [("nothing", ""), ("options", "alocate"), ("words", "nothing")])
def test_a_part_that_is_not_there_stops_the_build(wanted: tuple[str, str]) -> None:
    """A slip in a page is an error, never an empty place."""
    kind, name = wanted
    with pytest.raises(KeyError):
        filled(f"<!-- from the program: {kind} {name} -->\n<!-- end -->")


def test_no_character_of_a_sentence_is_taken_for_markup() -> None:
    """Stars, underscores and brackets stay; options and what stands in backticks is code."""
    told = markdown.prose("a_b * [c] <d> --max-rows and ``x|y``, -g, well-known")

    assert "a\\_b \\* \\[c\\] \\<d\\> `--max-rows` and `x|y`, `-g`, well-known" == told
    assert "| a\\|b c |" == markdown.table(("head",), [("a|b\nc",)]).splitlines()[-1]


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_part_of_a_command_has_its_options_and_its_help(name: str) -> None:
    """Each option stands in a row of its own, by all its names; required ones say so."""
    options = [each for each in commands()[name].params if isinstance(each, click.Option)]
    told = [re.findall(r"`(--?[a-z][a-z-]*)", row[0]) for row in rows("options", name)]
    required = [row[2] == "required" for row in rows("options", name)]

    assert [each.opts for each in options] == told
    assert [each.required for each in options] == required


def test_a_default_is_that_of_the_program() -> None:
    """What an option does without being given is what the settings do."""
    told = {row[0]: row[1:] for row in rows("options", "allocate")}

    assert ["Seconds after which the best roster so far is kept.", "`60`"] == told[
        "`--time-limit S`"
    ]
    assert "groups less one" == told["`--small N`"][1]
    assert "that of the list's headings" == told["`--language en\\|fr\\|es\\|ar`"][1]


def test_every_code_has_its_sentences() -> None:
    """Behind each code of docs/errors.md stands a sentence, and no other code has one."""
    assert sorted(ENTRIES) == sorted(sentences())
    assert [] == [code for code, said in sentences().items() if not said]


def test_every_code_is_in_one_of_the_tables_of_messages() -> None:
    """Errors and notices, each with a link to its entry."""
    linked = [row[0] for kind in ("errors", "notices") for row in rows("messages", kind) if row[0]]

    assert sorted(f"[`{code}`](errors.md#{code.lower()})" for code in ENTRIES) == sorted(linked)


def test_a_sentence_stands_behind_the_code_that_says_it() -> None:
    """A message of a list, of an error class and of an error that is worded where it is raised."""
    assert sheet_unknown.__doc__
    assert "there is no sheet {name}. {advice}" in sentences()["E-SHEET"]
    assert TimeIsUp(1).message.startswith(sentences()["E-TIME"][0].split("{")[0])
    assert any(said.startswith("there is no goal") for said in sentences()[UsageProblem.code])


def test_what_is_filled_in_is_set_in_italics() -> None:
    """A placeholder keeps its name and loses its form."""
    (said,) = [row[1] for row in rows("messages", "errors") if "larger than *size*" in row[1]]

    assert "what was sent is larger than *size*. Save only the list as a new file." == said


def test_exit_codes_are_those_of_the_table_and_of_the_schema() -> None:
    """docs/cli.md explains each number that an error ends with, and success."""
    table = PAGES["cli"].split("\n## Exit codes\n")[1]
    explained = [int(each) for each in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)]
    used = {int(each) for those in endings().values() for each in those if each.isdigit()}
    failure = schema("allocator-1")["$defs"]["failure"]["properties"]["error"]

    assert explained == sorted({0, *used})
    assert failure["properties"]["exit_code"]["enum"] == sorted(used)


def test_every_http_status_is_explained() -> None:
    """docs/web.md has a row for each status that a refusal of the page answers with."""
    table = PAGES["web"].split("| status | means |")[1].split("\n\n")[0]
    explained = {each for line in table.splitlines() for each in re.findall(r"\d{3}", line[:12])}
    used = {each.split()[1] for those in endings().values() for each in those if " " in each}

    assert set() == used - explained


def test_goals_and_rules_are_those_of_the_catalogue() -> None:
    """Every goal in its order with a name in each language, and every rule with what it demands."""
    goals = [f"`{goal.name}`" for goal in every_goal()]
    claims = [row[1] for row in rows("goals")]

    assert goals == [row[0] for row in rows("goals")] == [row[0] for row in rows("goal-names")]
    assert all(claims)
    assert {len(LANGUAGES) + 1} == {len(list(filter(None, row))) for row in rows("goal-names")}
    assert [f"`{rule.name}`" for rule in catalog.RULES] == [row[0] for row in rows("rules")]
    assert all(row[1] and "Source" not in row[1] for row in rows("rules"))


def test_every_kind_of_rule_has_its_words() -> None:
    """One row per kind of the sheet *Rules*, in each language."""
    english = [f"`{catalogue('en')['rule_words'][rule.name]}`" for rule in catalog.EVENT_RULES]

    assert english == [row[0] for row in rows("rule-kinds")]
    assert "needed" == next(iter(row for row in rows("rule-kinds") if row[0] == "`at least`"))[-1]


def test_every_setting_has_its_row_and_its_words() -> None:
    """The settings that have a value, with meaning, option, default, and names in each language."""
    keys = [f"`{field.name}`" for field in fields(Settings)]
    keys = [key for key in keys if key not in ("`group_table`", "`rules`")]
    table = {row[0]: row[1:] for row in rows("settings")}

    assert sorted(keys) == sorted(table)
    assert sorted(keys) == sorted(row[0] for row in rows("setting-names"))
    assert ["`--max-group-size`", "`40`"] == table["`max_group_size`"][1:]
    assert all(row[0] for row in table.values())
