"""docs/allocator-1.schema.json is the form of every answer, and of what docs/json.md promises."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from allocator.cli import main

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "allocator-1.schema.json").read_text("utf-8"))
#: Form -> the heading of its tables in docs/json.md, and the text before its own table there.
PAGES = {
    "allocate": ("allocate", "\n"),
    "rebalance": ("rebalance", "\n"),
    "compare": ("compare", "\n"),
    "explain_who": ("explain", "For a delegation or delegate:"),
    "explain_roster": ("explain", "For a roster:"),
    "check": ("check", "\n"),
    "verify": ("verify", "\n"),
    "failure": ("When a command fails", "\n"),
}

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


def strict(form: object) -> object:
    """The schema with every object closed: a key that it does not name is one too many."""
    if isinstance(form, list):
        return [strict(each) for each in form]
    if not isinstance(form, dict):
        return form
    closed = {key: strict(value) for key, value in form.items()}
    return {"additionalProperties": False, **closed} if "required" in form else closed


def faults(name: str, answer: object) -> list[str]:
    """What an answer has against its form."""
    forms = strict(SCHEMA["$defs"])
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": forms})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(answer)]


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

    assert sorted(PAGES) == sorted(allowed)
    assert set(PAGES) == {name for name, _ in ANSWERS}


def test_a_wrong_answer_is_not_taken() -> None:
    """The schema refuses an answer with a key missing, of another type, or too many."""
    right: dict[str, object] = {
        "schema": "allocator/1", "status": "verified", "goals": [], "findings": [],
    }  # fmt: skip

    assert [] == faults("verify", right)
    assert 1 == len(faults("verify", {**right, "status": "fine"}))
    assert 1 == len(faults("verify", {key: right[key] for key in ("schema", "status", "goals")}))
    assert 1 == len(faults("verify", {**right, "more": 1}))


def paths(form: dict[str, Any], before: str = "") -> Iterator[str]:
    """The keys of a form as docs/json.md writes them: ``groups[].name``."""
    while "$ref" in form:
        found: Any = SCHEMA
        for step in form["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        form = found
    for key, value in form.get("properties", {}).items():
        yield before + key
        yield from paths(value, f"{before}{key}.")
    if "items" in form:
        yield from paths(form["items"], f"{before.removesuffix('.')}[].")


def documented(name: str) -> tuple[set[str], set[str]]:
    """The keys in the table of a form, and those that the meaning of another key names."""
    title, opening = PAGES[name]
    text = (DOCS / "json.md").read_text("utf-8").split(f"\n## {title}\n", 1)[1]
    text = text.split("\n## ", 1)[0].split(opening, 1)[-1].split("\nFor a roster:")[0]
    keys, named = set[str](), set[str]()
    for line in text.splitlines():
        first, _, *meaning = [*line.split(" | "), "", ""]
        found = re.findall(r"`([a-z_0-9.\[\]]+)`", first) if line.startswith("| `") else []
        keys.update(found)
        for key in found:
            words = re.findall(r"`([a-z_]+)`", " ".join(meaning))
            named.update(f"{key}{joint}{word}" for word in words for joint in (".", "[]."))
    return keys, named


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_schema_has_the_keys_of_the_page(name: str) -> None:
    """Every key in the table stands in the schema; every other is one that the table refers to."""
    keys, named = documented(name)
    if name == "rebalance":
        keys, named = keys | documented("allocate")[0], named | documented("allocate")[1]
    parents = {re.split(r"(?:\[\])?\.(?=[^.]+$)", key)[0] for key in keys if "." in key}
    present = set(paths(SCHEMA["$defs"][name]))
    untold = {
        path
        for path in present - keys - named
        if "." not in path or re.split(r"(?:\[\])?\.(?=[^.]+$)", path)[0] in parents
    }

    assert set() == keys - present
    assert set() == untold
