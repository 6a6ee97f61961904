"""docs/allocator-1.schema.json is the form of every answer, and of what docs/json.md promises."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from forms import COMMANDS, described, faults
from from_program import part
from from_program.keys import schema
from jsonschema import Draft202012Validator

from allocator.cli import main

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA = schema(COMMANDS)

COUNTS = "Delegation,Delegates\nFrance,5\nGhana,4\n" + "".join(
    f"{name},1\n" for name in ("Kenya", "Peru", "Fiji", "Chad", "Oman", "Cuba", "Togo", "Iraq")
)
NAMES = "Delegation,First name,Last name,Role\n" + "".join(
    f"{name},{first},of {name},{role}\n"
    for name in ("France", "Kenya", "Peru", "Fiji", "Chad", "Oman", "Nepal")
    for first, role in (("Ama", "chair"), ("Jan", ""))
)
#: The commands in their order: the files of one are read by those after it.
ANSWERS = (
    ("check", "check counts.csv -g 2"),
    ("failure", "check wrong.csv"),
    ("allocate", "allocate counts.csv -g 2,3 -o counts.xlsx"),
    ("allocate", "allocate names.csv -g 2 -o names.xlsx"),
    ("allocate", "allocate counts.csv -g 2 --sessions 3 -o sessions.xlsx"),
    ("failure", "allocate counts.csv --settings small.toml -o never.xlsx"),
    ("failure", "allocate nothing.csv -o never.xlsx"),
    ("rebalance", "rebalance names.xlsx --list fewer.csv -o names-2.xlsx"),
    ("rebalance", "rebalance counts.xlsx --add late.csv -o counts-2.xlsx"),
    ("compare", "compare names.xlsx names-2.xlsx"),
    ("explain_who", "explain names.xlsx Nepal"),
    ("explain_who", "explain counts-2.xlsx France"),
    ("explain_roster", "explain names-2.xlsx"),
    ("verify", "verify names.xlsx"),
    ("verify", "verify names-2.xlsx --prove --from names.xlsx"),
)  # fmt: skip


def write_lists(desk: Path) -> None:
    """The lists that the commands read."""
    files = {
        "counts.csv": COUNTS,
        "names.csv": NAMES,
        "fewer.csv": NAMES.replace("Nepal", "Togo"),
        "late.csv": "Delegation,Delegates\nMali,2\nFrance,1\n",
        "wrong.csv": "Delegation,Delegates\nFrance,many\n",
        "small.toml": '[[group]]\nname = "A"\ncapacity = 3\n[[group]]\nname = "B"\ncapacity = 3\n',
    }
    for name, text in files.items():
        (desk / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the answer of every command in ``0.json`` and on, and two exports."""
    desk = tmp_path_factory.mktemp("desk")
    write_lists(desk)
    with pytest.MonkeyPatch.context() as place:
        place.chdir(desk)
        for number, (_, line) in enumerate(ANSWERS):
            result = CliRunner().invoke(main, [*line.split(), "--json"])
            (desk / f"{number}.json").write_text(result.stdout, encoding="utf-8")
        for name in ("names", "names-2"):
            export = ["export", f"{name}.xlsx", "--to", "json", "-o", f"{name}.json"]
            assert 0 == CliRunner().invoke(main, export).exit_code
    return desk


@pytest.mark.parametrize("number", range(len(ANSWERS)), ids=lambda number: ANSWERS[number][1])
def test_an_answer_has_its_form_and_nothing_more(number: int, desk: Path) -> None:
    """What ``--json`` prints has every key of the schema, of its type, and no other key."""
    answer = json.loads((desk / f"{number}.json").read_text("utf-8"))

    assert [] == faults(ANSWERS[number][0], answer)
    assert Draft202012Validator(SCHEMA).is_valid(answer)


@pytest.mark.parametrize(("name", "form"), [("names", "allocate"), ("names-2", "rebalance")])
def test_the_export_for_programs_has_the_form_of_the_command(
    name: str, form: str, desk: Path
) -> None:
    """``export --to json`` writes what ``allocate`` or ``rebalance`` would print."""
    assert [] == faults(form, json.loads((desk / f"{name}.json").read_text("utf-8")))


def test_every_form_has_an_answer_here() -> None:
    """No form of the schema is without a command above, and each is one of those allowed."""
    allowed = [each["$ref"].removeprefix("#/$defs/") for each in SCHEMA["anyOf"]]

    assert sorted(allowed) == sorted({name for name, _ in ANSWERS})


def test_a_wrong_answer_is_not_taken() -> None:
    """The schema refuses an answer with a key missing, of another type, or too many."""
    right: dict[str, object] = {
        "schema": "allocator/1", "status": "verified", "goals": [], "findings": [],
    }  # fmt: skip

    assert [] == faults("verify", right)
    assert 1 == len(faults("verify", {**right, "status": "fine"}))
    assert 1 == len(faults("verify", {key: right[key] for key in ("schema", "status", "goals")}))
    assert 1 == len(faults("verify", {**right, "more": 1}))


def test_every_key_says_what_it_means() -> None:
    """Each key of each form has a description, or is the same key of another form."""
    silent = [
        (name, key)
        for name, form in SCHEMA["$defs"].items()
        for key, is_told in described(form)
        if not is_told
    ]

    assert [] == silent


def test_the_page_has_every_form_and_every_part_once() -> None:
    """docs/json.md shows the keys of each form of the schema, and of each part that forms share."""
    page = (DOCS / "json.md").read_text("utf-8")

    assert sorted(SCHEMA["$defs"]) == sorted(
        re.findall(rf"keys {COMMANDS} (\w+) -->$", page, re.MULTILINE)
    )


def test_the_table_of_a_form_has_its_keys_with_types_and_meanings() -> None:
    """A list of parts is linked, a key inside another has a path, a value to choose is quoted."""
    rows = part("keys", f"{COMMANDS} allocate").splitlines()

    assert "| `groups` | list of [group](#group) | One for each group, in order. |" in rows
    assert "| `choice.taken` | number | The one that was taken. |" in rows
    assert '| `schema` | `"allocator/1"` | The version of this form. |' in rows


def test_keys_of_another_form_are_not_said_again() -> None:
    """After a re-balance the table begins with what ``allocate`` has not."""
    rows = part("keys", f"{COMMANDS} rebalance").splitlines()

    assert "| `previous` | object | The rosters it was made from. |" == rows[2]
