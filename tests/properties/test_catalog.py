"""Every property has its tests, and every test that says so is in the list."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from unittest import TestCase

import pytest
from hypothesis import settings
from properties.catalog import PROPERTIES

from examples import NIGHTLY, examples

TESTS = Path(__file__).parent.parent
#: What a docstring begins with that claims some properties: ``P21, P32: ...``.
CLAIM = re.compile(r"(?:R\d+, )?(P\d+(?:(?: - |, )P\d+)*): ")
#: Marks of tests that a usual run leaves out.
LEFT_OUT = {"skip", "skipif", "xfail", "long"}


def test_every_property_is_there_once_with_a_claim_and_a_test() -> None:
    """P1 to P38, in order."""
    assert list(range(1, 39)) == [each.number for each in PROPERTIES]
    assert all(each.claim.endswith(".") and each.held_by for each in PROPERTIES)
    assert all(len(set(each.held_by)) == len(each.held_by) for each in PROPERTIES)


@pytest.mark.parametrize("node", sorted({node for each in PROPERTIES for node in each.held_by}))
def test_a_test_that_holds_a_property_is_collected(node: str) -> None:
    """The file can be imported, and has a test of this name that no run leaves out."""
    file, name = node.split("::")
    test = getattr(imported(TESTS / file), name)
    marks = {mark.name for mark in getattr(test, "pytestmark", ())}

    assert Path(file).name.startswith("test_")
    assert name.startswith("test_") or (name.startswith("Test") and issubclass(test, TestCase))
    assert callable(test)
    assert set() == marks & LEFT_OUT


def test_every_test_that_claims_a_property_is_in_the_list() -> None:
    """Its docstring begins with the number, and the list names it there."""
    held = {(each.number, node) for each in PROPERTIES for node in each.held_by}
    unlisted = [each for each in claimed() if each not in held]

    assert [] == unlisted


def test_a_night_gives_every_property_20000_examples() -> None:
    """The profile is there, and no test says for itself how many examples it wants."""
    night = settings.get_profile(NIGHTLY)
    own = [path.name for path in TESTS.rglob("*.py") if "max_examples" in path.read_text("utf-8")]

    assert (20_000, False) == (night.max_examples, night.derandomize)
    assert {7, 20_000} >= {examples(7).max_examples, examples(20_000).max_examples}
    # A fuzz run takes a time and not a number of examples.
    assert ["conftest.py", "examples.py", Path(__file__).name, "test_fuzz.py"] == sorted(own)


def claimed() -> Iterator[tuple[int, str]]:
    """Number and node of every test whose docstring begins with a property."""
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
                continue
            said = CLAIM.match(ast.get_docstring(node) or "")
            for number in numbers(said[1]) if said else ():
                yield number, f"{path.relative_to(TESTS)}::{node.name}"


def numbers(text: str) -> set[int]:
    """The properties of ``P1 - P4, P6``."""
    found = set()
    for part in text.split(", "):
        first, *last = (int(each[1:]) for each in part.split(" - "))
        found |= set(range(first, (last or [first])[0] + 1))
    return found


def imported(path: Path) -> ModuleType:
    """The module of a file of tests."""
    name = f"listed_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
