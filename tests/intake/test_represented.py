"""Whom somebody stands for where a list has a country and an organization."""

from pathlib import Path

from list_files import a_csv, errors, notices, problems, seats

from allocator.intake import examine
from allocator.intake.manner import Reading
from allocator.intake.reading import examine_file

HEAD = "Name,E-mail,Affiliation,Country,Category,Status"


def test_a_country_is_the_delegation_of_its_government(tmp_path: Path) -> None:
    """A ministry is no delegation; the notice says how to have it otherwise."""
    found = examine(a_csv(tmp_path, HEAD, "Ana Li,a@x.org,Ministry,Kenya,,", "Bo,,Mission,Kenya,,"))

    assert [("Kenya", 2)] == seats(found)
    assert [
        (
            '"Country" is the delegation, and "Affiliation" (C) is not. The other way round: '
            "--column delegation=C."
        )
    ] == notices(found, "N-AFFILIATION")


def test_without_a_country_it_is_the_organization(tmp_path: Path) -> None:
    """An organization has no country; who has neither is told as an error."""
    sound = a_csv(tmp_path, HEAD, "Ana,,Mission,Kenya,,", "Bo,,Rivers,,,", "Cy,,Rivers,,,")
    broken = a_csv(tmp_path, HEAD, "Ana,,Mission,Kenya,,", "Bo,,,,,", name="broken.csv")

    assert [("Kenya", 1), ("Rivers", 2)] == seats(examine(sound))
    assert [("E-NAME", "D3")] == problems(broken)


def test_the_category_tells_organizations_from_states(tmp_path: Path) -> None:
    """An organization's people are not delegates of the country where they live."""
    found = examine(
        a_csv(tmp_path, HEAD, "Ana,,WHO,Switzerland,IGO,", "Bo,,FDFA,Switzerland,Member State,",
              "Cy,,Rivers,Kenya,Organisation non gouvernementale,")
    )  # fmt: skip

    assert [("WHO", 1), ("Switzerland", 1), ("Rivers", 1)] == seats(found)
    (told,) = notices(found, "N-AFFILIATION")
    assert "2 (WHO, Rivers)" in told


def test_an_affiliation_that_is_a_state_is_the_delegation(tmp_path: Path) -> None:
    """Its people may live elsewhere; a State named twice is the same."""
    found = examine(
        a_csv(tmp_path, HEAD, "Ana,,Kenya,Switzerland,,", "Bo,,Chad,Tchad,,", "Cy,,FDFA,Suisse,,")
    )

    assert [("Kenya", 1), ("Tchad", 1), ("Suisse", 1)] == seats(found)


def test_a_chosen_column_is_taken_in_every_row(tmp_path: Path) -> None:
    """``--column delegation=C`` ends the discussion."""
    path = a_csv(tmp_path, HEAD, "Ana,,WHO,Switzerland,IGO,", "Bo,,FDFA,Switzerland,,")
    found = examine_file(path, Reading(columns={"delegation": "C"}))

    assert [("WHO", 1), ("FDFA", 1)] == seats(found)
    assert [] == notices(found, "N-AFFILIATION")


def test_a_column_of_delegations_needs_no_help(tmp_path: Path) -> None:
    """Whoever wrote "Delegation" above a column meant it; the organization is one more column."""
    path = a_csv(tmp_path, "Delegation,Organization,Name", "Kenya,Chad,Ana", "Kenya,WHO,Bo")

    assert [("Kenya", 2)] == seats(examine(path))
    assert [] == notices(examine(path), "N-AFFILIATION")


def test_codes_are_read_as_names_in_the_language_of_the_list(tmp_path: Path) -> None:
    """Two letters or three; Namibia is not a missing value."""
    french = examine(a_csv(tmp_path, "Pays,Nom", "NA,Ana", "DE,Bo", "DE,Cy"))
    counts = examine(a_csv(tmp_path, "Country,Delegates", "NAM,2", "DEU,3", name="counts.csv"))

    assert [("Namibie", 1), ("Allemagne", 2)] == seats(french)
    assert [("Namibia", 2), ("Germany", 3)] == seats(counts)
    assert ["N-CODE"] == [each.code for each in counts.findings if each.code == "N-CODE"]


def test_codes_among_names_stay_what_they_are(tmp_path: Path) -> None:
    """A column that holds anything else holds names: an organization may be called "AI"."""
    found = examine(a_csv(tmp_path, "Country,Name", "AI,Ana", "Kenya,Bo"))

    assert [("AI", 1), ("Kenya", 1)] == seats(found)
    assert [] == errors(found)
