"""Rows become delegations: identities, regions, labels."""

import pytest

from allocator.enrolment.enrol import enrol
from allocator.enrolment.entry import Entry
from allocator.errors import ListRefused
from allocator.findings import Finding, Place

COLUMNS = {"delegation": 1, "delegates": 2, "region": 3, "category": 4, "seating": 5}


def an_entry(row: int, delegation: str, delegates: object = 2, **texts: str) -> Entry:
    """One row of a list of head-counts; the texts are region, category and seating."""
    return Entry(
        place=Place(file="list.xlsx", sheet="Delegations", row=row),
        delegation=delegation,
        delegates=delegates,
        region=texts.get("region", ""),
        category=texts.get("category", ""),
        seating=texts.get("seating", ""),
        columns=COLUMNS,
    )


def regions(*entries: Entry) -> dict[str, str]:
    """Delegation -> the region it counts under."""
    delegations, _ = enrol(entries)
    return {each.name: each.region for each in delegations}


def told(code: str, *entries: Entry) -> list[Finding]:
    """The notices of a code."""
    _, findings = enrol(entries)
    return [each for each in findings if each.code == code]


def refused(*entries: Entry) -> tuple[Finding, ...]:
    """The errors of a list."""
    with pytest.raises(ListRefused) as raised:
        enrol(entries)
    return raised.value.findings


def test_without_a_region_column_the_regional_groups_count() -> None:
    """Then the category, then "No regional group"."""
    assert regions(
        an_entry(2, "Kenya"),
        an_entry(3, "World Bank", category="Agencies"),
        an_entry(4, "Holy See"),
        an_entry(5, "Niue", category="Observers"),
    ) == {
        "Kenya": "African Group",
        "World Bank": "Agencies",
        "Holy See": "No regional group",
        "Niue": "Observers",
    }


def test_a_region_column_wins_and_its_blanks_are_filled() -> None:
    """With the list's own label of the group where it has one, and one notice."""
    entries = (
        an_entry(2, "Kenya", region="Afrique"),
        an_entry(3, "Chad"),
        an_entry(4, "Japan"),
        an_entry(5, "Egypt", region="Middle East"),
        an_entry(6, "World Bank"),
    )

    assert regions(*entries) == {
        "Kenya": "Afrique",
        "Chad": "Afrique",
        "Japan": "Asia-Pacific Group",
        "Egypt": "Middle East",
        "World Bank": "No regional group",
    }
    (notice,) = told("N-REGION", *entries)
    assert (notice.place.cell, notice.message) == (
        "C3",
        (
            "empty regions filled with the UN regional group or the category: "
            "3 (Chad, Japan, World Bank)."
        ),
    )


def test_spellings_of_a_label_are_one_label() -> None:
    """The first spelling counts, and the other one is told."""
    entries = (an_entry(2, "Kenya", region="Africa"), an_entry(3, "Chad", region="AFRICA"))

    assert set(regions(*entries).values()) == {"Africa"}
    assert [each.place.cell for each in told("N-LABEL", *entries)] == ["C3"]


def test_two_names_of_a_group_stay_two_regions_with_a_notice() -> None:
    """The list says so; perhaps it means one."""
    entries = (
        an_entry(2, "Peru", region="GRULAC"),
        an_entry(3, "Cuba", region="Latin America and the Caribbean"),
    )

    assert len(set(regions(*entries).values())) == 2
    assert "GRULAC" in told("N-LABEL", *entries)[0].message


def test_the_identity_is_the_code_else_the_folded_name() -> None:
    """The name itself stays as it is."""
    delegations, _ = enrol([an_entry(2, "KENYA*"), an_entry(3, "World  Bank")])

    assert [(each.id, each.iso3, each.name) for each in delegations] == [
        ("KEN", "KEN", "KENYA*"),
        ("world bank", "", "World  Bank"),
    ]


def test_a_slip_in_the_name_of_a_state_is_told_and_not_repaired() -> None:
    """It counts as an organization."""
    entries = (an_entry(2, "Kyrgystan"),)

    assert regions(*entries) == {"Kyrgystan": "No regional group"}
    assert 'Did you mean "Kyrgyzstan"?' in told("N-NAME", *entries)[1].message


def test_an_unknown_seating_is_refused() -> None:
    """By its cell."""
    (error,) = refused(an_entry(2, "Kenya", seating="sideways"))

    assert (error.code, error.place.cell) == ("E-SEATING", "E2")


def test_errors_come_by_place_and_notices_not_at_all() -> None:
    """However the rows were ordered."""
    errors = refused(an_entry(9, "Kenya", 0), an_entry(3, " Chad", "x"), an_entry(5, ""))

    assert [each.place.row for each in errors] == [3, 5, 9]


def test_a_control_character_anywhere_in_a_row_is_refused() -> None:
    """Labels and traits are printed too."""
    errors = refused(
        an_entry(2, "Kenya", region="Afr\x00ica"),
        Entry(place=Place(row=3), delegation="Chad", delegates=1, traits={"Note": "a\x07"}),
    )

    assert sorted(each.place.row for each in errors) == [2, 3]
    assert {each.code for each in errors} == {"E-CHAR"}
