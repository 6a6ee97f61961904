"""Columns that the user names, and what is told about all columns."""

from pathlib import Path

import pytest
from list_files import a_csv, a_workbook, seats

from allocator.errors import UsageProblem
from allocator.findings import column_letters, column_number
from allocator.intake import Examination, Reading, examine_file


def examined(path: Path, sheet: str = "", **columns: str) -> Examination:
    """The list with these columns chosen."""
    return examine_file(path, Reading(sheet=sheet, columns=columns))


def codes(found: Examination) -> list[str]:
    """The codes of the errors."""
    return [each.code for each in found.errors]


def columns(found: Examination) -> list[tuple[str, str, str]]:
    """Letter, heading and field of each column."""
    return [(each.letter, each.heading, each.field) for each in found.view.columns]


def test_what_was_recognised_is_told_by_column(tmp_path: Path) -> None:
    """Every column with its heading, its field and an example; the row of the headings."""
    path = a_workbook(tmp_path, [("List",), HEADER, ("AFRICA",), ("Kenya", 2, "", "x")])
    found = examined(path)
    examples = [each.example for each in found.view.columns]

    assert [("A", "Country", "delegation"), ("B", "Number", "delegates"), ("D", "Note", "")] == (
        columns(found)
    )
    assert ["Kenya", "2", "x"] == examples
    assert (2, "Delegations") == (found.view.header_row, found.view.sheet)
    assert ("Delegations",) == found.view.sheets


HEADER = ("Country", "Number", "", "Note")


def test_without_a_header_the_first_row_with_several_texts_is_shown(tmp_path: Path) -> None:
    """So that the user can say what its columns are."""
    found = examined(a_csv(tmp_path, "Liste", "Land,Anzahl", "Kenya,3"))

    assert ["E-HEADER"] == codes(found)
    assert [("A", "Land", ""), ("B", "Anzahl", "")] == columns(found)
    assert 2 == found.view.header_row


def test_headings_in_another_language_are_read_as_the_user_says(tmp_path: Path) -> None:
    """The first row in which the chosen columns have a heading is the header."""
    path = a_csv(tmp_path, "Liste", "Land,Gruppe,Anzahl", "Kenya,Africa,3", "Chad,Africa,2")
    found = examined(path, delegation="A", region="B", delegates="C")

    assert [("Kenya", 3), ("Chad", 2)] == seats(found)
    assert ["delegation", "region", "delegates"] == [field for _, _, field in columns(found)]
    assert 2 == found.view.header_row


def test_letters_may_be_small(tmp_path: Path) -> None:
    """As people type them."""
    found = examined(a_csv(tmp_path, "Land,Anzahl", "Kenya,3"), delegation="a", delegates="b")

    assert [("Kenya", 3)] == seats(found)


def test_a_recognised_header_stays_and_other_columns_of_it_count(tmp_path: Path) -> None:
    """Of two that could be the delegation, the one that the user says."""
    path = a_csv(tmp_path, "Organization,Country,Delegates", "Kenya,Chad,3")

    assert [("Chad", 3)] == seats(examined(path))
    assert [("Kenya", 3)] == seats(examined(path, delegation="A"))
    assert [("A", "Organization", "delegation"), ("B", "Country", ""),
            ("C", "Delegates", "delegates")] == columns(examined(path, delegation="A"))  # fmt: skip


def test_a_column_that_is_taken_by_the_user_is_no_other_field(tmp_path: Path) -> None:
    """The heading meant something else until then."""
    found = examined(a_csv(tmp_path, "Country,Number,Size", "Kenya,3,4"), delegates="C")

    assert [("Kenya", 4)] == seats(found)


def test_a_field_without_a_column_is_not_read(tmp_path: Path) -> None:
    """A column "Type" that is no category of delegations."""
    path = a_csv(tmp_path, "Country,Delegates,Type", "Kenya,3,Vegetarian")
    found = examined(path, category="")

    assert found.workshop is not None
    assert [""] == [each.category for each in found.workshop.delegations]
    assert ("C", "Type", "") in columns(found)


def test_of_two_columns_of_the_same_name_the_user_says_which(tmp_path: Path) -> None:
    """Without it they are refused."""
    path = a_csv(tmp_path, "Delegates,Country,Delegates", "3,Kenya,4")

    assert ["E-HEADER"] == codes(examined(path))
    assert ["delegates", "delegation", ""] == [field for _, _, field in columns(examined(path))]
    assert [("Kenya", 4)] == seats(examined(path, delegates="C"))


def test_names_in_the_chosen_column_of_head_counts_are_errors(tmp_path: Path) -> None:
    """A column "Participants" with names is recognised as names, unless the user says otherwise."""
    path = a_csv(tmp_path, "Country,Participants", "Kenya,Abc", "Kenya,Def")

    assert ("B", "Participants", "name") in columns(examined(path))
    assert "E-COUNT" in codes(examined(path, delegates="B"))


@pytest.mark.parametrize(("letters", "told"), [("D", "ends with column B"), ("ZZ", "no column ZZ")])
def test_a_column_outside_of_the_list_is_told(tmp_path: Path, letters: str, told: str) -> None:
    """By its letters, with the last one there is."""
    found = examined(a_csv(tmp_path, "Country,Number", "Kenya,3"), region=letters)

    assert ["E-HEADER"] == codes(found)
    assert told in found.errors[0].message


def test_a_list_without_headings_is_refused_and_loses_no_row(tmp_path: Path) -> None:
    """The first delegation must not be taken for a heading."""
    found = examined(a_csv(tmp_path, "Kenya,3", "Chad,2"), delegation="A", delegates="B")

    assert ["E-HEADER"] == codes(found)
    assert "(A, B)" in found.errors[0].message


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"country": "A"}, 'no field "country". The fields are: delegation, delegates, region'),
        ({"delegation": "1"}, '"1" is no column'),
        ({"delegation": "ABCD"}, '"ABCD" is no column'),
        ({"delegation": "É"}, '"É" is no column'),
        ({"delegation": "A", "region": "a"}, "cannot be both delegation and region"),
    ],
)
def test_what_is_no_field_or_no_column_is_refused(said: dict[str, str], told: str) -> None:
    """Before anything is read."""
    with pytest.raises(UsageProblem) as refused:
        Reading(columns=said)

    assert told in refused.value.message


def test_the_sheet_that_was_read_is_told_with_the_others(tmp_path: Path) -> None:
    """Also when it is the user's choice."""
    path = a_workbook(tmp_path, [("a",)], sheets={"Other": [("Country", "Number"), ("Chad", 1)]})

    assert ("Delegations", "Other") == examined(path).view.sheets
    assert ["Other", "Delegations"] == [
        examined(path).view.sheet,
        examined(path, sheet="Delegations").view.sheet,
    ]


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16_384, "XFD")])
def test_letters_and_numbers_of_columns_are_one_thing(number: int, letters: str) -> None:
    """In both directions."""
    assert (letters, number) == (column_letters(number), column_number(letters))
