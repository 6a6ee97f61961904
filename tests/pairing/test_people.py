"""The same person in two lists: registration, else e-mail, else name; nothing is guessed."""

import pytest
from rebalancing.versions import people, person

from allocator.enrolment.entry import Entry
from allocator.pairing.people import People, paired_people, people_of


def compared(old: list[Entry], new: list[Entry]) -> People:
    """The people of two lists, paired."""
    lists = (people(*entries).delegations for entries in (old, new))
    return paired_people(*map(people_of, lists))


def found(old: list[Entry], new: list[Entry]) -> list[tuple[str, str]]:
    """The names of the people who were found again, before and now."""
    return [(one.name, other.name) for (_, one), (_, other) in compared(old, new).pairs]


def registered(count: int, *, shift: int = 0) -> list[Entry]:
    """People with registrations; ``shift`` gives everybody the number of somebody else."""
    return [
        person("Peru", f"P{'ABCDEFGHIJKL'[n]}", registration=f"R{n + shift}") for n in range(count)
    ]


def test_a_registration_finds_a_person_under_another_name_address_and_delegation() -> None:
    """It is stronger than everything else, where it is not a number of rows."""
    others = registered(5)
    old = [*others, person("Kenya", "Ann Ray", email="a@x.org", registration="X1")]
    new = [*others, person("Ghana", "Ann Day", email="b@x.org", registration="X1")]

    assert ("Ann Ray", "Ann Day") in found(old, new)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (person("Kenya", "Ann Ray", email="A@X.org"), person("Kenya", "A. Day", email="a@x.ORG")),
        (person("Kenya", "Ann Ray", email="a@x.org"), person("Ghana", "Ann Ray", email="a@x.org")),
        (
            person("Kenya", "Ann Ray", email="a@x.org", registration="1"),
            person("Kenya", "Ann Day", email="a@x.org"),
        ),
    ],
)
def test_without_two_registrations_the_address_finds_a_person(before: Entry, now: Entry) -> None:
    """Whatever its case, and whatever the name and the delegation are."""
    assert 1 == len(compared([before], [now]).pairs)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (person("Kenya", "Zoé Ñandú"), person("Kenya", "ZOE  NANDU")),
        (person("Kenya", "Zoé Ñandú"), person("Kenia", "Zoé Ñandú")),
        (person("Kenya", "Ann Ray", email="a@x.org"), person("Kenya", "Ann Ray")),
        (person("Kenya", "Ann Ray", registration="1"), person("Kenya", "Ann Ray", email="a@x.org")),
    ],
)
def test_else_the_name_within_the_delegation_finds_a_person(before: Entry, now: Entry) -> None:
    """Spelling aside, the delegation's too; with nothing that contradicts it."""
    assert 1 == len(compared([before], [now]).pairs)


def test_a_name_finds_nobody_in_another_delegation() -> None:
    """Two States may both send an Ann Ray."""
    pairing = compared([person("Kenya", "Ann Ray")], [person("Ghana", "Ann Ray")])

    assert ([], []) == (pairing.pairs, pairing.doubtful)
    assert (1, 1) == (len(pairing.old), len(pairing.new))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"registration": "1"}, {"registration": "2"}),
        ({"email": "a@x.org"}, {"email": "b@x.org"}),
    ],
)
def test_people_who_contradict_each_other_are_doubtful_and_no_pair(
    before: dict[str, str], now: dict[str, str]
) -> None:
    """The same name or address, and another address or registration: nobody can tell."""
    old, new = person("Kenya", "Ann Ray", **before), person("Kenya", "Ann Ray", **now)
    pairing = compared([old], [new])

    assert [] == pairing.pairs
    assert 1 == len(pairing.doubtful)


def test_an_address_that_two_people_share_is_nobodys() -> None:
    """The office's address finds nobody; the names do."""
    old = [person("Kenya", name, email="office@x.org") for name in ("Ann Ray", "Bob Day")]
    new = [person("Kenya", name, email="office@x.org") for name in ("Bob Day", "Cy Low")]

    assert [("Bob Day", "Bob Day")] == found(old, new)


def test_registrations_that_number_the_rows_are_passed_over() -> None:
    """Somebody came in above, and every number behind belongs to somebody else."""
    pairing = compared(registered(6), registered(6, shift=1))

    assert pairing.counts_rows
    assert [] == pairing.doubtful
    assert [(name, name) for name in ("PA", "PB", "PC", "PD", "PE", "PF")] == found(
        registered(6), registered(6, shift=1)
    )


def test_a_few_registrations_may_come_with_another_name() -> None:
    """One of six people married: the registrations hold for everybody."""
    old, new = registered(6), registered(6)
    new[0] = person("Peru", "PZ", registration="R0")
    pairing = compared(old, new)

    assert not pairing.counts_rows
    assert ("PA", "PZ") in found(old, new)
    assert 6 == len(pairing.pairs)


def test_more_than_one_in_five_with_another_name_is_a_number_of_rows() -> None:
    """Two of six: nobody would give that many people to somebody else."""
    new = registered(6)
    new[0] = person("Peru", "PY", registration="R0")
    new[1] = person("Peru", "PZ", registration="R1")
    pairing = compared(registered(6), new)

    assert pairing.counts_rows
    assert 4 == len(pairing.pairs)


def test_people_without_any_name_are_paired_in_order_where_all_of_them_stay() -> None:
    """Those of the same traits; a third one is new."""
    pairing = compared([person("Kenya")] * 2, [person("Kenya")] * 3)

    assert (2, 0, 1) == (len(pairing.pairs), len(pairing.old), len(pairing.new))


def test_people_without_any_name_are_left_open_where_some_have_gone() -> None:
    """Nobody can say who of them."""
    pairing = compared([person("Kenya")] * 3, [person("Kenya")] * 2)

    assert (0, 3, 2) == (len(pairing.pairs), len(pairing.old), len(pairing.new))


def test_people_without_a_name_are_known_by_delegation_and_traits() -> None:
    """Another title is somebody else, where both lists have titles."""
    old = [person("Kenya", title="Ms"), person("Kenya", title="Mr")]
    both = compared(old, [person("Kenya", title="Mr")])
    neither = compared(old, [person("Kenya")])

    assert (1, 1, 0) == (len(both.pairs), len(both.old), len(both.new))
    assert (0, 2, 1) == (len(neither.pairs), len(neither.old), len(neither.new))


def test_people_known_by_their_registration_only_are_told_apart_by_it() -> None:
    """R2 leaves and R9 joins: nobody is taken for somebody else."""
    old = [person("Kenya", registration=each) for each in ("R1", "R2", "R3")]
    new = [person("Kenya", registration=each) for each in ("R1", "R9", "R3")]
    pairing = compared(old, new)

    assert (2, 1, 1) == (len(pairing.pairs), len(pairing.old), len(pairing.new))
    assert [None] == [pairing.nameless(each) for each in pairing.old]


def test_a_registration_that_loses_or_gains_its_name_is_the_same_person() -> None:
    """One list has the names and the other has not."""
    old = [person("Kenya", f"P{number}", registration=f"R{number}") for number in range(4)]
    new = [
        person("Kenya", registration=f"R{number}", email=f"{number}@x.org") for number in range(4)
    ]

    assert 4 == len(compared(old, new).pairs)
    assert 4 == len(compared(new, old).pairs)


def test_whoever_has_a_name_or_an_address_is_not_nameless() -> None:
    """They can be told from the others."""
    pairing = compared([person("Kenya", "Ann Ray"), person("Kenya", email="a@x.org")], [])

    assert [None, None] == [pairing.nameless(each) for each in pairing.old]


def test_nobody_has_two_partners() -> None:
    """Whoever is found by one key is out of the way of the next."""
    old = [person("Kenya", "Ann Ray", email="a@x.org"), person("Kenya", "Bob Day")]
    new = [person("Kenya", "Bob Day", email="a@x.org"), person("Kenya", "Ann Ray")]
    pairing = compared(old, new)

    assert [("Ann Ray", "Bob Day")] == [
        (one.name, other.name) for (_, one), (_, other) in pairing.pairs
    ]
    assert (["Bob Day"], ["Ann Ray"]) == (
        [each.name for _, each in pairing.old],
        [each.name for _, each in pairing.new],
    )
