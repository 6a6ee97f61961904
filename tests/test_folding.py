"""What makes two spellings of a name the same, and what does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d'Ivoire", "COTE D’IVOIRE"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("St. Lucia", "Saint Lucia"),
        ("Bahamas (the)", "The Bahamas"),
        ("Suisse (la)", "Suisse"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Zimbabwe*", "Zimbabwe"),
        ("U.S.A.", "USA"),
        ("Fra\u200bnce", "France"),
        ("Ｆｒａｎｃｅ", "France"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, accents, punctuation, articles and footnote marks do not count."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("हिंदी", "हंद"), ("Mali", "Malí Y")]
)
def test_different_names_fold_differently(one: str, other: str) -> None:
    """Letters count, and so do the vowel signs of other scripts."""
    assert fold(one) != fold(other)


def test_a_long_run_of_signs_is_cut_in_texts_longer_than_names_alone() -> None:
    """Behind the 30th sign on a letter nothing counts; in a name every sign does."""
    run = "\u093e\u094d" * 60
    signs = "\u094d" * 150

    assert fold(f"क{run}") != fold(f"क{run}\u094d")
    assert fold(f"क{signs}{run}ख") == fold(f"क{signs[:30]}{run}ख")


@pytest.mark.parametrize("text", ["🇫🇷", "***", "—"])
def test_a_text_without_letters_keeps_itself(text: str) -> None:
    """Names made of signs only are still told apart."""
    assert fold(text) == text


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    """NFC and NFD of a text are the same name, whatever the text."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
