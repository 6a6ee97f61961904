"""Headings in three languages, and what each column means."""

from pathlib import Path

import pytest
from list_files import a_csv, notices, seats

from allocator.intake import examine, read_list
from allocator.intake.header import find_header


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (("Delegation", "Delegates"), "en"),
        (("COUNTRY / ORGANIZATION ", "No. of participants"), "en"),
        (("Délégation", "Nombre de délégués"), "fr"),
        (("DELEGATION", "NOMBRE DE DELEGUES :"), "fr"),
        (("Pays", "Effectif"), "fr"),
        (("Delegación", "N.º de delegados"), "es"),
        (("País", "Número de delegados (máx. 5)"), "es"),
        (("Party", "Registered participants"), "en"),
        (("Delegation / Délégation", "Delegates / Délégués"), "en"),
        (("Etat membre", "Nombre"), "fr"),
    ],
)
def test_headings_are_recognised(header: tuple[str, str], language: str) -> None:
    """Case, accents, spaces and punctuation do not count."""
    found = find_header({3: ("List", ""), 4: header})

    assert found is not None
    assert (found.row, found.language) == (4, language)
    assert found.columns == {"delegation": 0, "delegates": 1}


def test_a_heading_means_what_it_means_in_the_language_of_the_others() -> None:
    """``Nombre`` is a number in French and a name in Spanish."""
    french = find_header({1: ("Délégation", "Nombre", "Région")})
    spanish = find_header({1: ("Delegación", "Nombre", "Apellidos", "Cargo")})

    assert french is not None
    assert spanish is not None
    assert french.columns == {"delegation": 0, "delegates": 1, "region": 2}
    assert spanish.columns == {"delegation": 0, "first_name": 1, "last_name": 2, "function": 3}


def test_the_country_goes_before_the_organization(tmp_path: Path) -> None:
    """Of several columns that could be the delegation the best known is, the others are kept."""
    workshop = read_list(
        a_csv(tmp_path, "Organization,Country,Last name", "Ministry of Labour,Kenya,Abc")
    )

    assert workshop.delegations[0].name == "Kenya"
    assert workshop.delegations[0].delegates[0].traits == {
        "Organization": "Ministry of Labour",
        "last_name": "Abc",
    }


def test_a_registration_export_becomes_delegates(tmp_path: Path) -> None:
    """Person columns get their canonical names, the others keep their headings."""
    workshop = read_list(
        a_csv(
            tmp_path,
            "ID,First name,Last name,Country,E-mail,Gender,Language,Dietary  needs",
            "17,Ana,Li,Kenya,a@x.org,F,en,none",
            "18,Bo,Li,Kenya,,M,,",
        )
    )

    ana, bo = workshop.delegations[0].delegates
    assert (ana.id, ana.name) == ("17", "Ana Li")
    assert ana.traits == {
        "registration": "17",
        "first_name": "Ana",
        "last_name": "Li",
        "email": "a@x.org",
        "gender": "F",
        "language": "en",
        "Dietary needs": "none",
    }
    assert bo.traits == {"registration": "18", "first_name": "Bo", "last_name": "Li", "gender": "M"}


def test_a_row_number_is_no_identity(tmp_path: Path) -> None:
    """It changes with the order of the rows, so it is kept as any other column."""
    workshop = read_list(a_csv(tmp_path, "No.,Country,Title", "1,Kenya,Mr", "2,Kenya,Ms"))

    assert [each.id for each in workshop.delegations[0].delegates] == ["KEN#1", "KEN#2"]
    assert workshop.delegations[0].delegates[1].traits == {"No.": "2", "title": "Ms"}


def test_columns_without_or_with_equal_headings_are_kept_apart(tmp_path: Path) -> None:
    """Their letters tell them apart."""
    workshop = read_list(
        a_csv(tmp_path, "Delegation,Delegates,Note,Note,", "Kenya,2,a,b,c", "Chad,1,,,")
    )

    assert workshop.delegations[0].traits == {"Note": "a", "Note (D)": "b", "Column E": "c"}


def test_names_under_participants_are_names(tmp_path: Path) -> None:
    """A column of names that is headed like head-counts is a column of names."""
    found = examine(a_csv(tmp_path, "Country,Participants", "Kenya,Ana Li", "Kenya,Bo Li"))

    assert seats(found) == [("Kenya", 2)]
    assert found.workshop is not None
    assert found.workshop.delegations[0].delegates[0].name == "Ana Li"


def test_what_was_matched_is_told(tmp_path: Path) -> None:
    """One notice names each heading with its column and its meaning."""
    found = examine(a_csv(tmp_path, "Title,Pays,Effectif", "x,Kenya,2"))

    assert notices(found, "N-HEADER") == [
        (
            'columns: "Title" (A) is the title; "Pays" (B) is the delegation; '
            '"Effectif" (C) is the number of delegates.'
        )
    ]


@pytest.mark.parametrize(
    ("word", "whole"), [("whole", True), ("Entière", True), ("repartida", False), ("spread", False)]
)
def test_the_seating_of_a_delegation_is_read(tmp_path: Path, word: str, whole: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """In English, French and Spanish."""
    seating = read_list(
        a_csv(tmp_path, "Delegation,Delegates,Seating", f"Kenya,5,{word}", "Chad,3,")
    )

    assert [each.seating for each in seating.delegations] == ["whole" if whole else "spread", None]
