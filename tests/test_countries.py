"""Names of States, in all their spellings, and names that are no States."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from real_lists import real_list

from allocator.countries import (
    AFRICAN_GROUP,
    ASIA_PACIFIC_GROUP,
    EASTERN_EUROPEAN_GROUP,
    GRULAC,
    REGIONAL_GROUPS,
    WEOG,
    countries,
    former_group,
    lookup,
    resolve,
    suggestion,
)
from allocator.folding import fold

SPELLINGS = Path(__file__).parent / "reference" / "country_spellings.tsv"


def spellings() -> list[tuple[str, str]]:
    """Every spelling with the code it stands for, empty when it stands for no present State."""
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    nothing = {"NONE", "HIST"}
    return [(r["spelling"], "" if r["expected"] in nothing else r["expected"]) for r in rows]


def code(name: str) -> str:
    """The code that a name resolves to, empty when to none."""
    country = lookup(name)
    return country.iso3 if country else ""


def test_every_spelling_of_the_table_comes_out_right() -> None:
    """520 spellings in three languages, 31 of which must not resolve."""
    table = spellings()

    wrong = [(name, expected, code(name)) for name, expected in table if code(name) != expected]

    assert len(table) == 520
    assert wrong == []


def test_no_organization_is_taken_for_a_state() -> None:
    """None of the 124 organizations of a real list resolves, and every State in it does."""
    sheet = load_workbook(real_list("07")).worksheets[0]
    rows = [(str(row[0]), str(row[1])) for row in sheet.iter_rows(min_row=2, values_only=True)]

    states = [name for category, name in rows if category in {"Parties", "Observer States"}]
    others = [name for category, name in rows if category not in {"Parties", "Observer States"}]

    assert [name for name in states if lookup(name) is None] == []
    assert [name for name in others if lookup(name) is not None] == []


@pytest.mark.parametrize(
    ("group", "members"),
    [
        (AFRICAN_GROUP, 54),
        (ASIA_PACIFIC_GROUP, 54),
        (EASTERN_EUROPEAN_GROUP, 23),
        (GRULAC, 33),
        (WEOG, 29),
    ],
)
def test_the_regional_groups_have_their_members(group: str, members: int) -> None:
    """The five groups hold the 193 Member States; Kiribati is counted in Asia-Pacific."""
    assert sum(country.region == group for country in countries().values()) == members


def test_what_belongs_to_no_group_has_none() -> None:
    """The Holy See, Palestine, the European Union, Cook Islands, Niue and Kosovo have no group."""
    codes = ("VAT", "PSE", "EUE", "COK", "NIU", "XKX")

    assert [countries()[each].region for each in codes] == [""] * 6


def test_only_groups_of_the_united_nations_are_used() -> None:
    """Every label of the table is one of the five constants, or empty."""
    assert {country.region for country in countries().values()} == {"", *REGIONAL_GROUPS}


@pytest.mark.parametrize("code", sorted(countries()))
def test_a_country_is_found_by_each_of_its_own_names(code: str) -> None:
    """The English, French and Spanish name of each row resolve to the row itself."""
    country = countries()[code]

    found = {lookup(name) for name in (country.name_en, country.name_fr, country.name_es)}

    assert found == {country}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Congo (Kinshasa)", "COD"),
        ("Congo (Brazzaville)", "COG"),
        ("Korea, North", "PRK"),
        ("Saint Vincent & the Grenadines", "VCT"),
        ("Côte d’Ivoire*", "CIV"),
        ("Niger (Chair) *", "NER"),
        ("Sudan, South", "SSD"),
        ("Guinea, Gulf of", ""),
        ("Georgia (University of)", ""),
        ("Niger – Basin Authority", ""),
        ("Mali and Niger", ""),
        ("CAF", ""),
    ],
)
def test_notes_and_inversions_are_understood_and_nothing_is_guessed(
    name: str, expected: str
) -> None:
    """What stands behind a name is dropped only when it is a known note."""
    assert code(name) == expected


def test_the_shipped_names_are_folded() -> None:
    """The table of names holds every name as ``fold`` gives it, so that no name is lost."""
    table = Path(__file__).parent.parent / "allocator" / "reference" / "names.tsv"
    keys = [line.split("\t")[0] for line in table.read_text("utf-8").splitlines()[1:]]

    assert [key for key in keys if fold(key) != key] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Kyrgystan", "Kyrgyzstan"), ("Brasill", "Brasil"), ("Maurtania", "Mauritania")],
)
def test_a_slip_gets_a_suggestion(name: str, expected: str) -> None:
    """A name that resembles that of a State names the State, in the language of the slip."""
    assert suggestion(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministère de l'Intérieur, Sénégal", "Senegal"),
        ("Ministry of Foreign Affairs of the Democratic Republic of the Congo",
         "Democratic Republic of the Congo"),
        ("Permanent Mission of Kenya to the United Nations in Kenya", "Kenya"),
        ("EMBAJADA DEL PERÚ", "Peru"),
        ("وزارة الخارجية تونس", "تونس"),
    ],
)  # fmt: skip
def test_a_ministry_suggests_the_state_behind_it(name: str, expected: str) -> None:
    """The longest name of a State with which it ends; it is asked about, and never taken."""
    assert expected == suggestion(name)
    assert resolve(name)[1] is None


@pytest.mark.parametrize(
    "name", ["Ministry of Foreign Affairs", "Bank of Ghana", "University of Mauritius", "Ministry"]
)
def test_no_state_is_read_into_other_names(name: str) -> None:
    """A bank or a university stands for itself, and a ministry alone for no State."""
    assert "" == suggestion(name)


@pytest.mark.parametrize("name", ["UNHCR", "Nordic Council", "Mali", "", "IOM"])
def test_another_name_gets_no_suggestion(name: str) -> None:
    """Short and unlike names are left alone; a known name is its own best match."""
    assert suggestion(name) in {"", name}


def test_an_unknown_name_is_identified_by_its_fold() -> None:
    """Two spellings of an organization are one delegation."""
    assert resolve("World  BANK") == resolve("World Bank*") == ("world bank", None)


@pytest.mark.parametrize("name", ["Czechoslovakia", "URSS", "Yougoslavie", "Unión Soviética"])
def test_a_former_state_has_its_regional_group_and_no_code(name: str) -> None:
    """It is the name of no present country, and still sat in a group."""
    identity, country = resolve(name)

    assert country is None
    assert former_group(identity) == "Eastern European Group"
    assert former_group(resolve("World Bank")[0]) == ""
