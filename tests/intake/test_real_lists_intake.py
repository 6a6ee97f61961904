"""The six real lists are read as they come."""

import hashlib

import pytest
from list_files import notices
from real_lists import real_list

from allocator.countries import EASTERN_EUROPEAN_GROUP, countries
from allocator.intake import examine, read_list

LISTS = (
    ("01", 197, 7868, "en"),
    ("03", 126, 489, "fr"),
    ("04", 144, 539, "es"),
    ("05", 147, 406, "en"),
    ("07", 322, 9161, "en"),
    ("08", 22, 54, "en"),
)
#: States of the lists that belong to no UN regional group, or exist no more.
GROUPLESS = {"COK", "NIU", "VAT", "PSE", "EUE"}


@pytest.mark.parametrize(("number", "delegations", "delegates", "language"), LISTS)
def test_a_real_list_has_all_its_delegations(
    number: str, delegations: int, delegates: int, language: str
) -> None:
    """Delegations, delegates and the language of the header are those of the source."""
    workshop = read_list(real_list(number))

    assert len(workshop.delegations) == delegations
    assert workshop.head_count == delegates
    assert workshop.language == language


@pytest.mark.parametrize("number", ["01", "03", "04", "05", "07"])
def test_every_state_of_a_real_list_has_its_regional_group(number: str) -> None:
    """A delegation with a code has the group of the reference table, unless it belongs to none."""
    workshop = read_list(real_list(number))

    states = [each for each in workshop.delegations if each.iso3 and each.iso3 not in GROUPLESS]
    wrong = [each.name for each in states if each.region != countries()[each.iso3].region]

    assert len(states) >= 120
    assert wrong == []


@pytest.mark.parametrize(
    ("number", "unknown"),
    [
        ("01", []),
        ("03", ["Czechoslovakia", "Union of Soviet Socialist Republics", "Yugoslavia"]),
        ("04", []),
        ("05", []),
        ("08", []),
    ],
)
def test_only_states_that_exist_no_more_are_unknown(number: str, unknown: list[str]) -> None:
    """Every present State of the lists resolves."""
    workshop = read_list(real_list(number))

    stateless = [each for each in workshop.delegations if not each.iso3]
    assert [each.name for each in stateless] == unknown
    assert {each.region for each in stateless} <= {EASTERN_EUROPEAN_GROUP}


def test_organizations_count_under_their_category() -> None:
    """In a list with categories, what has no UN regional group has its category as region."""
    workshop = read_list(real_list("07"))
    regions = {each.name: each.region for each in workshop.delegations}

    assert regions["World Bank"] == "Specialized agencies and related organizations"
    assert regions["Holy See"] == "Observer States"
    assert regions["European Union"] == "Parties"
    assert regions["Afghanistan"] == "Asia-Pacific Group"


def test_without_categories_the_groupless_are_together() -> None:
    """In a list without categories they count under "No regional group"."""
    workshop = read_list(real_list("04"))

    groupless = [each.name for each in workshop.delegations if each.region == "No regional group"]

    assert groupless == ["Islas Cook*", "Santa Sede*"]


def test_the_region_column_of_a_list_wins() -> None:
    """The labels of the list are used as they stand."""
    workshop = read_list(real_list("08"))

    assert {each.region for each in workshop.delegations} == {"Latin America and the Caribbean"}


def test_names_stay_as_the_list_has_them() -> None:
    """The footnote mark stays in the name and out of the identity."""
    workshop = read_list(real_list("04"))
    argelia = workshop.delegations[0]

    assert (argelia.name, argelia.id, argelia.iso3) == ("Argelia*", "DZA", "DZA")
    assert argelia.traits == {"Jefe de delegación": "No"}


def test_everything_left_out_is_told() -> None:
    """Title rows, sub-heads, the TOTAL and the footnote of list 04 are named with their rows."""
    told = notices(examine(real_list("04")), "N-ROW")

    assert [message.split(":")[0] for message in told] == [
        "left out as title",
        "left out as sub-head",
        "left out as total",
        "left out as footnote",
    ]
    assert all(f"row {row} " in told[1] for row in (5, 50, 90, 104, 128, 152))


def test_a_delegation_named_once_per_block_is_carried_down() -> None:
    """List 03 names each delegation in the first row of its block; the TOTAL agrees."""
    found = examine(real_list("03"))

    assert len(notices(found, "N-BLOCK")) == 1
    assert notices(found, "N-TOTAL") == []
    assert found.workshop is not None
    algeria = found.workshop.delegations[1]
    assert (algeria.name, algeria.head_count) == ("Algérie", 2)
    assert [each.id for each in algeria.delegates] == ["DZA#1", "DZA#2"]


def test_a_code_page_is_taken_when_the_names_say_so() -> None:
    """List 05 is Windows-1252; the notice says how that is known."""
    found = examine(real_list("05"))

    assert "cp1252" in notices(found, "N-ENCODING")[0]
    assert found.workshop is not None
    assert found.workshop.delegations[1].name == "ALGÉRIE"
    assert found.workshop.delegations[0].delegates[0].id == "1"


def test_the_source_is_recorded_without_its_folder() -> None:
    """The name of the file and the SHA-256 of its bytes."""
    path = real_list("08")

    source = read_list(path).source

    assert source.file == path.name
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_former_states_are_not_called_organizations() -> None:
    """List 03 has three of them; a notice says where they are counted."""
    messages = [each.message for each in read_list(real_list("03")).notices]
    former = [each for each in messages if "exist no more" in each]

    assert len(former) == 1
    assert all(name in former[0] for name in ("Czechoslovakia", "Yugoslavia"))
    assert not any("organizations" in each for each in messages)
