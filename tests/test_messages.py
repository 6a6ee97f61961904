"""Every sentence that people read has a translation that says the same of the same things."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from jinja2.nodes import Call, Const

import allocator
from allocator.language import LANGUAGES, messages
from allocator.text import Text, joined, say, told

PACKAGE = Path(allocator.__file__).parent
#: Modules and folders whose sentences are all translated, and into which languages.
TRANSLATED: dict[str, tuple[str, ...]] = {
    "web": ("fr", "es"),
}


def templates(path: Path) -> Iterator[str]:
    """The templates of a module, or of a template of the page.

    One that is no literal could not be found by anybody.
    """
    if path.suffix == ".html":
        for call in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(Call):
            if getattr(call.node, "name", "") == "say":
                assert isinstance(call.args[0], Const), f"{path.name}:{call.lineno}"
                yield str(call.args[0].value)
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
            assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
            yield str(node.args[0].value)


def used() -> set[str]:
    """The templates of the whole program."""
    return {each for path in sources(PACKAGE) for each in templates(path)}


def sources(folder: Path) -> list[Path]:
    """The modules of a folder, and the templates of the page."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".html"})


def placeholders(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("where", sorted(TRANSLATED))
def test_every_sentence_is_translated(where: str) -> None:
    """No sentence of a translated part is missing in a language that the part is told in."""
    path = PACKAGE / where
    files = [path] if path.is_file() else sources(path)
    found = {each for file in files for each in templates(file)}
    assert found, where
    for language in TRANSLATED[where]:
        assert sorted(found - messages(language).keys()) == [], language


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_translations_are_of_sentences_that_are_told(language: str) -> None:
    """A catalogue translates sentences of the program only, with the same placeholders."""
    known = messages(language)
    assert sorted(known.keys() - used()) == []
    unlike = [each for each, text in known.items() if placeholders(each) != placeholders(text)]
    assert unlike == []


@given(st.text(), st.integers())
def test_a_text_is_its_english_sentence(name: str, number: int) -> None:
    """Whoever wants English has a plain string, and its parts are kept beside it."""
    text = say("{name} has {number:,} delegates", name=name, number=number)
    assert f"{name} has {number:,} delegates" == text
    assert isinstance(text, Text)
    assert text == told(text, "en")


@given(st.text(alphabet="{}ab"))
def test_braces_of_a_list_are_no_placeholders(name: str) -> None:
    """A name with braces in it stays what it is, however deep it stands."""
    inner = joined("; ", [name, say("{name} twice", name=name)])
    assert f"{name}; {name} twice" == told(inner, "fr") == inner


def test_what_is_no_text_is_told_as_it_is() -> None:
    """Names and numbers belong to no language."""
    assert "Kenya" == told("Kenya", "es")
    assert "7" == told(7, "fr")
