"""Every sentence that people read has a translation that says the same of the same things."""

import pickle
import tomllib
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import PACKAGE, sources, templates, used

from allocator.findings import Place
from allocator.language import LANGUAGES
from allocator.text import Text, Word, joined, say, told

#: Modules and folders whose sentences are all translated, and into which languages.
TRANSLATED: dict[str, tuple[str, ...]] = dict.fromkeys(
    (
        "allocation.py",
        "audit.py",
        "by_hand.py",
        "cli/output_errors.py",
        "comparison.py",
        "errors.py",
        "event_rules.py",
        "explain",
        "exports",
        "file_errors.py",
        "findings.py",
        "group_numbers.py",
        "intake",
        "model",
        "pairing",
        "plan.py",
        "planning",
        "proof.py",
        "remarks",
        "rosters",
        "solve",
        "succession",
        "text.py",
    ),
    ("fr", "es", "ar"),
) | {"web": ("fr", "es")}


def translations(language: str) -> dict[str, str]:
    """The sentences of a catalogue file, whether or not the program offers the language yet."""
    text = (PACKAGE / "languages" / f"{language}.toml").read_text("utf-8")
    sections = tomllib.loads(text)["messages"].values()
    return {template: told for section in sections for template, told in section.items()}


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
        assert sorted(found - translations(language).keys()) == [], language


@pytest.mark.parametrize("language", sorted({*LANGUAGES, "ar"} - {"en"}))
def test_translations_are_of_sentences_that_are_told(language: str) -> None:
    """A catalogue translates sentences of the program only, with the same placeholders."""
    known = translations(language)
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
    inner = joined(" / ", [name, say("{name} twice", name=name)])
    assert f"{name} / {name} twice" == told(inner, "fr") == inner


def test_what_is_no_text_is_told_as_it_is() -> None:
    """Names and numbers belong to no language."""
    assert "Kenya" == told("Kenya", "es")
    assert "7" == told(7, "fr")


def test_a_word_between_parts_is_told_too() -> None:
    """Parts may stand around a word, which is another one in another language."""
    either = joined(say(" or "), ["Group 1", "Group 2"])

    assert either == "Group 1 or Group 2"
    assert told(either, "fr") == "Group 1 ou Group 2"
    assert told(joined("; ", ["one", "two"]), "fr") == "one\u202f; two"
    assert told(joined(", ", ["one", "two"]), "es") == "one, two"


def test_a_word_of_the_catalogue_is_part_of_a_sentence() -> None:
    """What a catalogue has under a key need not be translated again in a sentence."""
    title = Word("goals.column_delegates", {"column": Word("headings.gender")})
    held = say("{goal}: {value}, the least that arithmetic allows.", goal=title, value=3)

    assert held == "Gender: people: 3, the least that arithmetic allows."
    assert told(held, "es") == "Género: personas: 3, lo mínimo que permite la aritmética."
    assert told(pickle.loads(pickle.dumps(held)), "es") == told(held, "es")  # noqa: S301 - own


@pytest.mark.parametrize("template", ["{place.file}", "{place[0]}", "see {place.__class__!r:>{x}}"])
def test_a_placeholder_does_not_look_into_its_value(template: str) -> None:
    """A text that another process sends cannot read what this one knows."""
    with pytest.raises(KeyError):
        Text(template, {"place": Place(file="secret"), "x": 1})
    text = say("{place}", place=Place(file="secret"))
    text.template = template
    with pytest.raises(KeyError):
        told(text, "fr")


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 people"),
        ("en", 1, "1 person"),
        ("fr", 0, "0 personne"),
        ("fr", 2, "2 personnes"),
        ("es", 0, "0 personas"),
        ("ar", 5, "5 أشخاص"),
        ("ar", 103, "103 أشخاص"),
        ("ar", 11, "11 شخصا"),
    ],
)
def test_a_word_has_the_form_that_its_number_takes(language: str, number: int, said: str) -> None:
    """Each language counts in its own way."""
    assert said == told(say("{amount} {amount:person|people}", amount=number), language)
