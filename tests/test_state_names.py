"""States in the language of the meeting: what is renamed, what stays, and that nobody moves."""

from dataclasses import replace
from pathlib import Path

import pytest
from rebalancing.versions import heads, people, person, told

import allocator
from allocator.countries import countries, name_in, resolve
from allocator.delegation import DelegateId
from allocator.language import LANGUAGES
from allocator.planning.naming import Directory
from allocator.rosters import contradictions, read_rosters, write_rosters
from allocator.settings import RuleRow, Settings
from allocator.state_names import translated, under
from allocator.text import Text
from allocator.text import told as spoken
from allocator.workshop import Workshop

#: Some delegations as lists in English, French, Spanish and Arabic write them.
COUNTS = (4, 1, 3, 2, 1, 5)
NAMES = {
    "en": ("Germany", "Côte d'Ivoire", "Egypt", "Saudi Arabia", "Mexico", "World Bank"),
    "fr": ("Allemagne", "Côte d'Ivoire", "Égypte", "Arabie saoudite", "Mexique", "World Bank"),
    "es": ("Alemania", "Côte d'Ivoire", "Egipto", "Arabia Saudita", "México", "World Bank"),
    "ar": ("ألمانيا", "كوت ديفوار", "مصر", "المملكة العربية السعودية", "المكسيك", "World Bank"),
}


def a_list(language: str, *, meeting: str | None = None, region: str = "") -> Workshop:
    """The delegations in a language, for a meeting in another one."""
    counts = dict(zip(NAMES[language], COUNTS, strict=True))
    listed = replace(heads(counts, region=region, file=f"{language}.xlsx"), language=language)
    return under(listed, Settings(language=meeting))


def names(workshop: Workshop) -> tuple[str, ...]:
    """What the delegations are called, in the order of the list."""
    return tuple(each.name for each in workshop.delegations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_its_name_in_every_language(language: str) -> None:
    """What a workbook is written with, it is read back with."""
    called = {code: name_in(language, code) for code in countries()}

    assert {code: code for code in called} == {
        code: resolve(name)[0] for code, name in called.items()
    }


@pytest.mark.parametrize("meeting", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_states_are_named_in_the_language_of_the_meeting(language: str, meeting: str) -> None:
    """Organizations are not; who they are stays the same."""
    workshop = a_list(language, meeting=meeting)

    assert NAMES[meeting] == names(workshop)
    assert [each.id for each in a_list("en").delegations] == [
        each.id for each in workshop.delegations
    ]


def test_names_stay_as_written_where_no_language_is_set_or_the_same() -> None:
    """A list may write Czech Republic, Holland or what it likes."""
    listed = heads({"Czech Republic": 2, "Holland": 1})

    assert ("Czech Republic", "Holland") == names(under(listed, Settings()))
    assert ("Czech Republic", "Holland") == names(under(listed, Settings(language="en")))
    assert ("Tchéquie", "Pays-Bas") == names(under(listed, Settings(language="fr")))


def test_one_notice_tells_how_many_names_are_others() -> None:
    """Those that are the same in both languages are not counted; it is told once."""
    workshop = a_list("en", meeting="fr")
    (message,) = told(workshop.notices, "N-NAMES")

    assert (
        "the names of 4 States are written in French; those of organizations are as in the list."
    ) == message
    assert isinstance(message, Text)
    assert "4 Estados se escriben en francés" in spoken(message, "es")
    assert workshop == under(workshop, Settings())


def test_one_name_is_told_as_one() -> None:
    """The sentence agrees in number."""
    workshop = under(heads({"Peru": 1, "France": 1}), Settings(language="fr"))

    assert "the name of 1 State is written in French" in told(workshop.notices, "N-NAMES")[0]


def test_regional_groups_follow_where_the_list_writes_no_others() -> None:
    """GEOA is WEOG; a region that is none of the UN's stays, and so do all of that list."""
    own = heads({"Germany": 1, "France": 2}, region="European Union")
    written = heads({"Germany": 1, "France": 2}, region="Western European and Others Group")

    assert {"WEOG"} == {each.region for each in translated(written, "fr", listed="en").delegations}
    assert {"European Union"} == {
        each.region for each in translated(own, "fr", listed="en").delegations
    }


@pytest.mark.parametrize("who", ["Germany; Saudi Arabia", "Allemagne; السعودية", "DEU; SAU"])
def test_a_rule_names_states_in_any_language(who: str) -> None:
    """Germany is apart from Saudi Arabia, whatever the list, the rule and the meeting speak."""
    rule = RuleRow(kind="apart", who=who)
    listed = replace(
        people(person("Germany", "Ann"), person("Saudi Arabia", "Ali"), person("Peru", "Ida")),
        settings=Settings(rules=(rule,)),
    )
    outcome = allocator.allocate(under(listed, Settings(language="es")), groups=2)
    places = outcome.allocation.places

    assert places[DelegateId("DEU/ann")] != places[DelegateId("SAU/ali")]


@pytest.mark.parametrize("text", ["Ann Ray (Germany)", "Ann Ray (Alemania)", "Ann Ray (ألمانيا)"])
def test_somebody_is_found_with_the_state_in_any_language(text: str) -> None:
    """Two have the name, and the State tells them apart."""
    listed = people(person("Germany", "Ann Ray"), person("Peru", "Ann Ray"))
    workshop = under(listed, Settings(language="fr"))

    assert "DEU" == Directory(workshop).party(text).delegation


@pytest.mark.parametrize("late", ["fr", "es", "ar"])
def test_nobody_moves_when_only_the_language_of_the_list_is_another(late: str) -> None:
    """The same delegations again: no moves, none new, none left, and the names of the meeting."""
    before = allocator.allocate(a_list("en"), groups=2)
    after = allocator.rebalance(before, a_list(late))

    assert () == after.moves
    assert before.allocation.seats == after.allocation.seats
    assert NAMES["en"] == names(after.workshop)


def test_late_registrations_are_named_as_the_meeting_names_them() -> None:
    """A late list in Arabic for rosters in French; those of the rosters keep their names."""
    before = allocator.allocate(a_list("en", meeting="fr"), groups=2)
    late = replace(heads({"بيرو": 1, "مصر": 1}, file="late.xlsx"), language="ar")
    after = allocator.rebalance(before, late, late=True)

    assert (*NAMES["fr"], "Pérou") == names(after.workshop)


@pytest.mark.parametrize("meeting", LANGUAGES)
def test_a_workbook_of_translated_names_agrees_with_itself(tmp_path: Path, meeting: str) -> None:
    """It is read back as it was written, and no sheet contradicts another."""
    outcome = allocator.allocate(a_list("en", meeting=meeting), groups=2)
    path = tmp_path / "rosters.xlsx"
    write_rosters(outcome, path)
    read = read_rosters(path)

    assert outcome.allocation == read.allocation
    assert names(outcome.workshop) == names(read.workshop)
    assert () == contradictions(path)
