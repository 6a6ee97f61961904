"""Lists with a row per delegate."""

from pathlib import Path

from list_files import a_csv, a_workbook, errors, notices, problems, seats
from openpyxl import load_workbook

from allocator.intake import examine, read_list


def test_blank_delegations_belong_to_the_one_above(tmp_path: Path) -> None:
    """When no delegation is named twice, each is named once above its delegates."""
    found = examine(a_csv(tmp_path, "Delegation,Name", "Kenya,Ana", ",Bo", "Chad,Cy", ",Di", ",Ed"))

    assert seats(found) == [("Kenya", 2), ("Chad", 3)]
    assert "3 rows" in notices(found, "N-BLOCK")[0]


def test_a_delegation_alone_above_its_delegates_is_no_delegate(tmp_path: Path) -> None:
    """It heads its block."""
    found = examine(a_csv(tmp_path, "Delegation,Name", "Kenya,", ",Ana", ",Bo", "Chad,", ",Cy"))

    assert seats(found) == [("Kenya", 2), ("Chad", 1)]


def test_a_blank_delegation_among_named_ones_is_an_omission(tmp_path: Path) -> None:
    """Where delegations are named in every row, a blank belongs to nobody."""
    path = a_csv(tmp_path, "Delegation,Name", "Kenya,Ana", "Kenya,Bo", ",Cy", "Chad,Di")

    assert problems(path) == [("E-NAME", "A4")]


def test_a_delegation_merged_over_its_delegates_is_filled(tmp_path: Path) -> None:
    """The merged cell holds for each of them."""
    path = a_workbook(
        tmp_path, [("Delegation", "Name"), ("Kenya", "Ana"), (None, "Bo"), ("Chad", "Cy")]
    )
    book = load_workbook(path)
    book.worksheets[0].merge_cells("A2:A3")
    book.save(path)

    assert seats(examine(path)) == [("Kenya", 2), ("Chad", 1)]


def test_two_spellings_of_a_state_are_one_delegation(tmp_path: Path) -> None:
    """It keeps the name of its first row."""
    found = examine(a_csv(tmp_path, "Country,Name", "Kenya,Ana", "KENYA,Bo", "Kenia,Cy"))

    assert seats(found) == [("Kenya", 3)]


def test_a_registration_appears_once(tmp_path: Path) -> None:
    """The second row is told, with the row of the first."""
    path = a_csv(tmp_path, "Registration ID,Country,Name", "7,Kenya,Ana", "7,Chad,Bo")

    assert problems(path) == [("E-DUP", "A3")]
    assert "is in row 2 already" in errors(examine(path))[0]


def test_two_delegates_of_one_name_must_be_told_apart(tmp_path: Path) -> None:
    """By a registration or an e-mail address; in two delegations they are two people."""
    path = a_csv(tmp_path, "Country,Name", "Kenya,Ana Li", "Chad,Ana Li", "Kenya,ANA LI")

    assert problems(path) == [("E-DUP", "B4")]


def test_a_shared_address_is_no_identity(tmp_path: Path) -> None:
    """A delegation may register all its people with one address; their names tell them apart."""
    workshop = read_list(
        a_csv(tmp_path, "Country,Name,Email", "Kenya,Ana,m@x.org", "Kenya,Bo,M@x.org",
              "Kenya,Cy,c@x.org")
    )  # fmt: skip

    assert [each.id for each in workshop.delegations[0].delegates] == [
        "KEN/ana",
        "KEN/bo",
        "c@x.org",
    ]
    assert [each.code for each in workshop.notices if each.code == "N-EMAIL"] == ["N-EMAIL"]


def test_the_region_of_a_delegation_is_said_once_or_alike(tmp_path: Path) -> None:
    """Blank cells agree with any; two different regions are an error."""
    good = a_csv(tmp_path, "Country,Name,Region", "Kenya,Ana,East", "Kenya,Bo,", "Kenya,Cy,EAST")
    bad = a_csv(tmp_path, "Country,Name,Region", "Kenya,Ana,East", "Kenya,Bo,West", name="b.csv")

    assert read_list(good).delegations[0].region == "East"
    assert problems(bad) == [("E-CONFLICT", "C3")]


def test_categories_that_differ_within_a_delegation_belong_to_its_delegates(
    tmp_path: Path,
) -> None:
    """They become a column of the delegates, with a notice."""
    found = examine(
        a_csv(tmp_path, "Country,Name,Category", "Kenya,Ana,Minister", "Kenya,Bo,Adviser")
    )

    assert found.workshop is not None
    kenya = found.workshop.delegations[0]
    assert kenya.category == ""
    assert [each.traits["category"] for each in kenya.delegates] == ["Minister", "Adviser"]
    assert len(notices(found, "N-CATEGORY")) == 1


def test_one_column_is_enough(tmp_path: Path) -> None:
    """A column of delegations, one row per delegate."""
    assert seats(examine(a_csv(tmp_path, "Delegation", "Kenya", "Kenya", "Chad"))) == [
        ("Kenya", 2),
        ("Chad", 1),
    ]


def test_a_name_beside_a_first_name_is_the_family_name(tmp_path: Path) -> None:
    """French lists head the family name "Nom"; both parts are printed, and tell people apart."""
    path = a_csv(tmp_path, "Pays;Prénom;Nom", "Kenya;Ana;Otieno", "Kenya;Bo;Otieno")
    (kenya,) = read_list(path).delegations

    assert ["Ana Otieno", "Bo Otieno"] == [each.name for each in kenya.delegates]
