"""The names of delegations: kept as they are, told where they are odd, refused where unusable."""

from pathlib import Path

import pytest
from list_files import a_csv, a_workbook, errors, notices, problems, seats

from allocator.intake import examine

HEADER = ("Delegation", "Delegates")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("France", "france "),
        ("Côte d'Ivoire", "Co\u0302te d'Ivoire"),
        ("Republic of Korea", "Korea, Republic of"),
        ("Germany", "Allemagne"),
        ("World Bank", "WORLD  BANK"),
    ],
)
def test_a_delegation_is_listed_once(tmp_path: Path, one: str, other: str) -> None:
    """Two spellings of one delegation are a duplicate, which names both rows."""
    path = a_csv(tmp_path, "Delegation;Delegates", f"{one};2", "Kenya;2", f"{other};3")

    found = examine(path)

    assert problems(path) == [("E-DUP", "A4")]
    assert "is in row 2 already" in errors(found)[0]


@pytest.mark.parametrize("name", ["NA", "None", "null", "NaN", "007", "🇫🇷", "دولة الكويت"])
def test_names_are_kept_code_point_by_code_point(tmp_path: Path, name: str) -> None:
    """No name is taken for a missing value or a number."""
    for path in (
        a_csv(tmp_path, "Delegation,Delegates", f"{name},2"),
        a_workbook(tmp_path, [HEADER, (name, 2)]),
    ):
        assert seats(examine(path)) == [(name, 2)]


def test_spaces_around_names_are_trimmed_with_one_notice(tmp_path: Path) -> None:
    """Non-breaking spaces too; spaces within stay."""
    found = examine(
        a_csv(tmp_path, "Delegation,Delegates", " Kenya,2", "Viet  Nam\xa0,3", "Chad,1")
    )

    assert seats(found) == [("Kenya", 2), ("Viet  Nam", 3), ("Chad", 1)]
    assert notices(found, "N-SPACE") == [
        "spaces around texts were left out: 2, the first one here."
    ]


@pytest.mark.parametrize("character", ["\x01", "\x7f", "\u202e", "\x85"])
def test_control_characters_are_refused(tmp_path: Path, character: str) -> None:
    """What cannot be shown, or hides the order of letters, refuses its row."""
    path = a_csv(tmp_path, "Delegation,Delegates", f"Fr{character}ance,2")

    assert problems(path) == [("E-CHAR", "A2")]


def test_a_control_character_in_the_way_excel_writes_it_is_refused(tmp_path: Path) -> None:
    """Excel stores U+0001 as ``_x0001_``."""
    path = a_workbook(tmp_path, [HEADER, ("Fr_x0001_ance", 2)])

    assert problems(path) == [("E-CHAR", "A2")]


def test_invisible_characters_stay_and_do_not_count(tmp_path: Path) -> None:
    """A zero-width space makes no other State of France."""
    found = examine(a_csv(tmp_path, "Delegation,Delegates", "Fra\u200bnce,2"))

    assert found.workshop is not None
    assert [(each.id, each.name) for each in found.workshop.delegations] == [
        ("FRA", "Fra\u200bnce")
    ]
    assert len(notices(found, "N-INVISIBLE")) == 1


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)"])
def test_names_like_formulas_stay_text_with_a_notice(tmp_path: Path, name: str) -> None:
    """They are told, and kept as they are."""
    found = examine(a_csv(tmp_path, "Delegation;Delegates", f"{name};2"))

    assert seats(found) == [(name, 2)]
    assert len(notices(found, "N-TEXT")) == 1


@pytest.mark.parametrize("length", [201, 10_000])
def test_a_name_of_more_than_200_characters_is_refused(tmp_path: Path, length: int) -> None:
    """The limit is 200, inclusive."""
    assert problems(a_csv(tmp_path, "Delegation,Delegates", f"{'a' * length},2")) == [
        ("E-NAME", "A2")
    ]
    assert seats(examine(a_csv(tmp_path, "Delegation,Delegates", f"{'a' * 200},2")))


def test_a_number_is_a_name_with_a_notice(tmp_path: Path) -> None:
    """A delegation called 7 keeps its name."""
    found = examine(a_workbook(tmp_path, [HEADER, (7, 2), ("Chad", 1)]))

    assert seats(found) == [("7", 2), ("Chad", 1)]
    assert len(notices(found, "N-NAME")) == 2
