"""What may be the same is told, with both names and what to do; what cannot be is not."""

import pytest
from rebalancing.versions import heads, people, person, told

from allocator.delegation import Delegation
from allocator.enrolment.entry import Entry
from allocator.findings import Finding, Severity
from allocator.pairing.doubts import (
    MOST_COMPARED,
    about_people,
    groups_gone,
    perhaps_renamed,
    spelled_anew,
)
from allocator.pairing.people import paired_people, people_of


def renamed(gone: str, come: str) -> list[Finding]:
    """What is told when the one delegation left and the other joined."""
    return list(perhaps_renamed(*(heads({name: 1}).delegations for name in (gone, come))))


def about(old: list[Entry], new: list[Entry]) -> list[Finding]:
    """What is told about the people of two lists."""
    lists = (people(*entries).delegations for entries in (old, new))
    return list(about_people(paired_people(*map(people_of, lists))))


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("World Bank", "World Bank Group"),
        ("World Bank Group", "World Bank"),
        ("Bank, World", "World Bank"),
        ("Nile Basin Iniative", "Nile Basin Initiative"),
        ("Kenya", "Kennya"),
        ("Republik Kenya", "Kenya"),
    ],
)
def test_names_alike_are_told(gone: str, come: str) -> None:
    """A slip, a word more or less, another order, a State that was not recognised on one side."""
    (notice,) = renamed(gone, come)

    assert (Severity.NOTICE, "N-SAME", come) == (notice.severity, notice.code, notice.found)
    assert f'"{gone}" is not on the list any more and "{come}" is new' in notice.message
    assert "run again" in notice.message


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("Niger", "Nigeria"),
        ("Republic of Korea", "Democratic People's Republic of Korea"),
        ("Guinea", "Guinea-Bissau"),
        ("Dominica", "Dominican Republic"),
        ("Kenya", "World Bank"),
        ("World Bank", "African Union"),
    ],
)
def test_two_states_and_names_that_differ_are_not_told(gone: str, come: str) -> None:
    """Two States are never the same delegation, however alike their names are."""
    assert [] == renamed(gone, come)


def test_a_state_beside_an_organization_with_its_name_inside_is_told() -> None:
    """It is told and not decided: "Niger Basin Authority" is not Niger."""
    (notice,) = renamed("Niger", "Niger Basin Authority")

    assert "now the one leaves and the other joins" in notice.message


def test_a_very_long_list_of_strangers_is_not_compared() -> None:
    """Too many pairs of names would take too long; nothing is told then."""
    side = int(MOST_COMPARED**0.5) + 1
    gone = [Delegation(id=heads({"X Y": 1}).delegations[0].id, name="X Y", head_count=1)] * side

    assert [] == list(perhaps_renamed(gone, gone))


def test_a_spelling_that_folds_alike_is_no_other_spelling() -> None:
    """Case, accents and spaces aside; Germany and Allemagne are told in one notice."""
    pairs = [("France", "FRANCE "), ("Côte d'Ivoire", "Cote d’Ivoire"), ("Germany", "Allemagne")]
    delegations = [
        (heads({old: 1}).delegations[0], heads({new: 1}).delegations[0]) for old, new in pairs
    ]
    (notice,) = spelled_anew(delegations)

    assert "N-SPELLING" == notice.code
    assert 'rosters: 1 ("Germany" is "Allemagne")' in notice.message
    assert [] == list(spelled_anew(delegations[:2]))


def test_groups_that_are_gone_are_named_in_one_notice() -> None:
    """Everybody there moves."""
    (notice,) = groups_gone(["Red", "Blue"])

    assert "N-GROUP" == notice.code
    assert "Red, Blue" in notice.message
    assert [] == list(groups_gone([]))


def test_a_person_found_under_another_name_or_delegation_is_told() -> None:
    """Both times the address says who it is."""
    old = [person("Kenya", "Ann Ray", email="a@x.org"), person("Peru", "Eva", email="e@x.org")]
    new = [person("Kenya", "Ann Day", email="a@x.org"), person("Chile", "Eva", email="e@x.org")]
    (message,) = told(about(old, new), "N-SPELLING")

    assert '"Ann Ray" of Kenya is now "Ann Day" of Kenya' in message
    assert '"Eva" of Peru is now "Eva" of Chile' in message
    assert "delegation than on the rosters: 2" in message


def test_a_person_whose_name_is_spelled_alike_is_not_told() -> None:
    """Accents and case are no other name."""
    old = [person("Kenya", "Zoé Ñandú", email="a@x.org")]

    assert [] == about(old, [person("Kenya", "ZOE NANDU", email="a@x.org")])


def test_people_who_contradict_each_other_are_told_with_both_names() -> None:
    """They are taken for two."""
    (notice,) = about(
        [person("Kenya", "Ann Ray", email="a@x.org")], [person("Kenya", "Ann Ray", email="b@x.org")]
    )

    assert "N-SAME" == notice.code
    assert "differ in the registration or the e-mail address" in notice.message
    assert "They are taken for two people" in notice.message


@pytest.mark.parametrize("now", ["Anne Ray", "Ray Ann", "Ann Marie Ray", "Ann Rai"])
def test_people_of_one_delegation_with_names_alike_are_told(now: str) -> None:
    """A slip, another order, a name more."""
    (notice,) = about([person("Kenya", "Ann Ray")], [person("Kenya", now)])

    assert ("N-SAME", now) == (notice.code, notice.found)


@pytest.mark.parametrize("now", [("Kenya", "Tom Poe"), ("Ghana", "Anne Ray")])
def test_people_with_other_names_or_of_other_delegations_are_not_told(now: tuple[str, str]) -> None:
    """One left and one joined, and that is all."""
    assert [] == about([person("Kenya", "Ann Ray")], [person(*now)])


def test_registrations_that_number_the_rows_are_told_once() -> None:
    """And nobody is said to be called otherwise."""
    names = ("Ann Ray", "Bob Day", "Cy Low", "Tom Poe")
    old = [person("Kenya", name, registration=str(n)) for n, name in enumerate(names, 1)]
    new = [person("Kenya", name, registration=str(n)) for n, name in enumerate(names, 2)]
    (notice,) = about(old, new)

    assert "N-SAME" == notice.code
    assert "number the rows" in notice.message
