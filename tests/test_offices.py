"""What a text of the column Role says, and what is told of officers whom the list does not have."""

import pytest
from builders import a_workshop
from staffed import CHAIR, RAPPORTEUR

from allocator.findings import Place
from allocator.offices import NO_ROLE, Office, Role, role_said
from allocator.planning.appointments import outsiders
from allocator.planning.defaults import plan_for
from allocator.settings import Group, Settings


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


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place(file="list.xlsx", sheet="Groupes"), " in the sheet Groupes"),
        (Place(file="event.toml"), " in event.toml"),
        (Place(), ""),
    ],
)
def test_a_misspelt_officer_is_told_with_the_name_that_was_meant(place: Place, where: str) -> None:
    """And with where the groups are described; a name like none of the list stays without one."""
    groups = (
        Group(name="A", chair="D0011", place=place),
        Group(name="B", chair="Ana Bo", place=place),
    )
    (told,) = outsiders(plan_for(a_workshop(3, 4), Settings(group_table=groups)))

    assert told.message == (
        f'"D0011", "Ana Bo"{where} are not on the list, and so taken for somebody from outside. '
        'Correct the name if it is somebody of the list. Did you mean "D001" for "D0011"?'
    )
