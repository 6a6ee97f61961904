"""What is said about lists, told in other languages down to its parts."""

from pathlib import Path

import pytest
from list_files import a_workbook
from staffed import a_named_workshop

from allocator.errors import ListRefused
from allocator.file_errors import CannotWrite
from allocator.findings import Place, quoted
from allocator.intake import Reading, examine_upload
from allocator.intake.guard import load
from allocator.language import LANGUAGES
from allocator.planning.appointments import appointments_of
from allocator.remarks.rows import label_conflict
from allocator.remarks.wording import listed, named, parted
from allocator.settings import Group
from allocator.text import told

HEADER = ("Delegation", "Delegates")
ENGLISH = {"the", "is", "are", "and", "of", "not", "write", "row", "here", "from"}
FOREIGN = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", FOREIGN)
def test_every_finding_of_a_list_full_of_slips_can_be_told(tmp_path: Path, language: str) -> None:
    """Errors and notices alike, down to the last word; what is the list's stays as it is."""
    rows = [
        HEADER, ("Kenya", 501), ("Kenia ", "3 pax"), ("Tchad", 0), ("Chad", 2), ("Chad", 3),
        ("", 4), ("x" * 201, 1), ("Total", 7), ("Ke\u200bnya", None), ("=Peru", -1),
    ]  # fmt: skip
    upload = load(a_workbook(tmp_path, rows, sheets={"Notes": [("a",)]}))
    findings = examine_upload(upload, Reading()).findings

    assert 10 < len(findings)
    for finding in findings:
        assert told(finding.message, "en") == finding.message
        assert told(finding.message, language) != finding.message
        assert set() == ENGLISH & set(told(finding.message, language).lower().split())
        assert finding.place.file in told(str(finding.place), language)


def test_a_place_and_quotation_marks_are_those_of_the_language() -> None:
    """As the messages name them; in English they are what they always were."""
    place = Place(file="liste.xlsx", sheet="Délégations", row=7, column=2)

    assert 'liste.xlsx, sheet "Délégations", cell B7' == str(place)
    assert "liste.xlsx, feuille «\u202fDélégations\u202f», cellule B7" == told(str(place), "fr")
    assert "liste.csv, línea 7" == told(str(Place(file="liste.csv", row=7)), "es")
    assert ('"{a}"', "«{a}»") == (quoted("{a}"), told(quoted("{a}"), "es"))


def test_names_are_parted_as_the_language_does() -> None:
    """Also where there are more than are told."""
    names = named([f"D{number}" for number in range(12)])

    assert names.endswith("D9 and 2 more")
    assert told(names, "fr").endswith("D9 et 2 de plus")
    assert "A and B and C" == str(listed(["A", "B", "C"]))
    assert "A y B y C" == told(listed(["A", "B", "C"]), "es")
    assert ("A; B", "A\u202f; B") == (parted(["A", "B"]), told(parted(["A", "B"]), "fr"))
    assert "" == named([])


def test_columns_have_their_names_in_the_language() -> None:
    """No English word stands in a French sentence."""
    finding = label_conflict(Place(), "region", "Kenya", ("Asia", "Africa"))

    assert finding.message.startswith('the region of Kenya is "Asia" here and "Africa" further up.')
    assert told(finding.message, "fr").startswith(
        "région de Kenya\u202f: «\u202fAsia\u202f» ici, mais «\u202fAfrica\u202f» plus haut."
    )


def test_offices_are_told_in_the_language() -> None:
    """Somebody who is named twice, with both offices."""
    workshop = a_named_workshop(("X", ["", ""]))
    groups = (Group(name="A", chair="D1-1", rapporteur="D1-1"), Group(name="B"))
    with pytest.raises(ListRefused) as refused:
        appointments_of(groups, workshop, "list.xlsx")
    (finding,) = refused.value.findings

    assert "is chair of A and rapporteur of A; nobody holds two offices" in finding.message
    assert "presidencia de A y relator de A; nadie ocupa dos" in told(finding.message, "es")


def test_errors_of_files_can_be_told(tmp_path: Path) -> None:
    """The name, the folder and the system's reason stay as they are."""
    error = CannotWrite(tmp_path / "rosters.xlsx", "no space left on device")

    assert "Nothing was written there; choose another place." in str(error)
    assert told(error.message, "es").startswith("rosters.xlsx no se puede escribir en la carpeta")
    assert told(error.message, "es").endswith("No se escribió nada allí; elija otro lugar.")
