"""The catalogues: the same keys in every language, with the same placeholders."""

import re
import string
from collections.abc import Mapping

import pytest

from allocator.countries import REGIONAL_GROUPS
from allocator.delegation import DELEGATE_TRAITS
from allocator.folding import fold
from allocator.language import LANGUAGES, catalogue, word
from allocator.settings import Seating, SmallSeating

#: Names of States stand in a table for the first three languages, else in the language's file.
COUNTRIES = "countries"
#: Behind a unit: its form for numbers that end in 3 to 10, where a language has one.
FORM = re.compile(r"_\d+_\d+$")
PRINTED = [section for section in catalogue("en") if section != "lists"]


def placeholders(text: str) -> set[str]:
    """The names between braces in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts(code: str, section: str) -> Mapping[str, str]:
    """One section of what is printed."""
    return catalogue(code)[section]


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_language_has_the_sections_of_english(code: str) -> None:
    """No section is missing, none is left over."""
    assert list(catalogue("en")) == [each for each in catalogue(code) if each != COUNTRIES]


@pytest.mark.parametrize("section", PRINTED)
@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_text_is_translated_with_its_placeholders(code: str, section: str) -> None:
    """The same keys, and in each text the same names between braces."""
    english = texts("en", section)
    other = {key: text for key, text in texts(code, section).items() if not FORM.search(key)}

    assert list(english) == list(other)
    assert {key: placeholders(text) for key, text in english.items()} == {
        key: placeholders(text) for key, text in other.items()
    }


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("section", ["sheets", "regions", "rule_words", "settings", "record"])
def test_what_is_read_back_is_unambiguous(code: str, section: str) -> None:
    """Two keys of a section never have texts that fold alike."""
    folded = [fold(text) for text in texts(code, section).values()]

    assert len(folded) == len(set(folded))


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_of_sheets_are_legal_in_excel(code: str) -> None:
    """At most 31 characters, none of those that Excel refuses."""
    for title in texts(code, "sheets").values():
        assert len(title) <= 31
        assert not set(title) & set("[]:*?/\\")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_that_is_shown_has_a_word(code: str) -> None:
    """Regional groups, traits, seatings: what the program stores, the catalogue can print."""
    assert set(REGIONAL_GROUPS) <= set(texts(code, "regions"))
    assert set(DELEGATE_TRAITS) <= set(texts(code, "headings"))
    assert {*Seating, *SmallSeating} <= set(texts(code, "values"))


def test_a_word_is_filled_in() -> None:
    """The placeholders of a text take the values given."""
    assert "Salle : XVII" == word("fr", "group.room", room="XVII")


def test_there_is_no_catalogue_for_an_unknown_language() -> None:
    """The code is the key that is missing."""
    with pytest.raises(KeyError):
        catalogue("xx")
