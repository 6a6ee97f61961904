"""A heading with one word of a column is asked about, where that column is not there."""

from pathlib import Path

import pytest
from list_files import a_csv, notices

from allocator.intake import examine
from allocator.intake.manner import Reading
from allocator.intake.reading import examine_file


@pytest.mark.parametrize(
    ("heading", "option"),
    [
        ("Role in the working groups", "--column role=C"),
        ("Langue souhaitée", "--column language=C"),
        ("Género de la persona", "--column gender=C"),
        ("Seating wish", "--column seating=C"),
    ],
)
def test_the_question_has_the_option(heading: str, option: str, tmp_path: Path) -> None:
    """At the cell of the heading; with the option the column is read, and nothing is asked."""
    path = a_csv(tmp_path, f"Country,Name,{heading}", "Chad,Ana,", "Peru,Eva,x")
    _, asked = notices(examine(path), "N-HEADER")
    field, letter = option.removeprefix("--column ").split("=")
    reading = Reading(columns={field: letter})

    assert asked.endswith(f"say so: {option}.")
    assert 1 == len(notices(examine_file(path, reading), "N-HEADER"))


@pytest.mark.parametrize("heading", ["Payroll", "Role", "Remarks", "Controlling", "Position"])
def test_other_headings_are_left_in_peace(heading: str, tmp_path: Path) -> None:
    """A part of a word is no word, and what is read needs no question."""
    path = a_csv(tmp_path, f"Country,Name,{heading}", "Chad,Ana,", "Peru,Eva,chair")

    assert 1 == len(notices(examine(path), "N-HEADER"))


def test_a_second_column_of_a_kind_is_left_in_peace(tmp_path: Path) -> None:
    """Where the language is read, another heading about languages is something else."""
    path = a_csv(tmp_path, "Country,Name,Language,Language of the papers", "Chad,Ana,fr,en")

    assert 1 == len(notices(examine(path), "N-HEADER"))
