"""Organizations that may be one are told, and different ones are left in peace."""

from pathlib import Path

import pytest
from list_files import a_csv, notices, seats

from allocator.enrolment.look_alikes import look_alikes
from allocator.intake import examine

RIVERS = "Rivers Without Borders"


@pytest.mark.parametrize(
    "other",
    [
        "Rivers without Border",
        "RIVERS WITHOUT BODERS",
        "Rivers Withuot Borders",
        "Rivers With out Borders",
    ],
)
def test_a_slip_makes_a_look_alike(other: str) -> None:
    """A letter too many, too few or misplaced, or a space within a word, hides no organization."""
    assert [(RIVERS, other)] == list(look_alikes(["African Union", RIVERS, other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Group A", "Group B"),
        ("Organization 12", "Organization 13"),
        ("Organization 2024a", "Organization 2025a"),
        ("Central Bank of Niger", "Central Bank of Nigeria"),
        ("Eastern Fisheries Council", "Western Fisheries Council"),
        ("African Union", "European Union"),
        ("World Health Organization", "World Tourism Organization"),
        ("Council of Churches", "Council of Cities"),
        ("Red", "Redd"),
        ("Red Cross", "Red Cross Youth"),
    ],
)
def test_other_names_are_no_look_alikes(one: str, other: str) -> None:
    """A number, a letter, a State or another word makes another organization."""
    assert [] == list(look_alikes([one, other]))


def test_a_look_alike_is_told_at_its_cell_and_kept(tmp_path: Path) -> None:
    """Nothing is merged: the notice asks, and both count until the list says otherwise."""
    other = "Rivers without Border"
    found = examine(a_csv(tmp_path, "Delegation,Delegates", f"{RIVERS},2", "Kenya,1", f"{other},3"))

    assert [(RIVERS, 2), ("Kenya", 1), (other, 3)] == seats(found)
    told = next(each for each in found.findings if "almost" in each.message)
    assert ("N-NAME", "A4") == (told.code, told.place.cell)
    assert told.message in notices(found, "N-NAME")
    assert (
        f'"{other}" is written almost like "{RIVERS}", and they are read as two organizations. If '
        "they are one, write the name alike in both rows."
    ) == told.message
