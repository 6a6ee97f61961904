"""What a text of the column Role says."""

import pytest
from staffed import CHAIR, RAPPORTEUR

from allocator.offices import NO_ROLE, Office, Role, role_said


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Chair", (CHAIR,)),
        ("co-chair", (CHAIR,)),
        ("may chair", (CHAIR,)),
        ("Head of delegation; Chair", (CHAIR,)),
        ("Chair / Rapporteur", (CHAIR, RAPPORTEUR)),
        ("rapporteur or chair", (CHAIR, RAPPORTEUR)),
        ("Président(e)", (CHAIR,)),
        ("présidence ou rapporteuse", (CHAIR, RAPPORTEUR)),
        ("Presidenta", (CHAIR,)),
        ("relatora y moderadora", (CHAIR, RAPPORTEUR)),
    ],
)
def test_an_office_is_named_in_three_languages(text: str, offices: tuple[Office, ...]) -> None:
    """Case, accents and the other parts of the text do not matter; nobody must by that."""
    assert Role(offices) == role_said(text)


@pytest.mark.parametrize("text", ["must chair", "Chair!", "Chair (must)", "doit présider",
                                  "debe ser presidenta", "obligatoire : présidente"])  # fmt: skip
def test_must_is_a_word_or_an_exclamation_mark(text: str) -> None:
    """Whoever must chair is told from whoever may."""
    assert Role((CHAIR,), must=True) == role_said(text)


@pytest.mark.parametrize("text", ["", "Delegate", "Vice-Chair", "Chair of the Board", "Observer!"])
def test_a_text_that_names_no_office_means_nothing(text: str) -> None:
    """More than the office makes it another thing."""
    assert role_said(text) == NO_ROLE
