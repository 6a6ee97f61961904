"""A late list is added to the one that the rosters carry; nobody is added twice."""

import pytest
from rebalancing.versions import heads, people, person, told

from allocator.delegation import Delegation
from allocator.enrolment.enrol import Entry, enrol
from allocator.errors import ListRefused
from allocator.findings import Place
from allocator.pairing import enlarged
from allocator.workshop import Workshop


def counted(workshop: Workshop) -> dict[str, int]:
    """Name -> people, in the order of the list."""
    return {each.name: each.head_count for each in workshop.delegations}


def named(workshop: Workshop) -> dict[str, list[str]]:
    """Delegation -> names of its people."""
    return {each.name: [one.name for one in each.delegates] for each in workshop.delegations}


def by_name(workshop: Workshop, name: str) -> Delegation:
    """The delegation of this name."""
    return next(each for each in workshop.delegations if each.name == name)


def in_region(region: str, category: str = "", **counts: int) -> Workshop:
    """Delegations with head-counts under one label."""
    delegations, _ = enrol(
        Entry(place=Place(), delegation=name, delegates=n, region=region, category=category)
        for name, n in counts.items()
    )
    return Workshop(delegations=delegations)


def test_head_counts_are_added_up_and_newcomers_stand_at_the_end() -> None:
    """Under the name that the rosters have, whatever the late list calls a State."""
    merged = enlarged(heads({"Germany": 4, "Kenya": 1}), heads({"Fiji": 2, "Allemagne": 1}))

    assert [("Germany", 5), ("Kenya", 1), ("Fiji", 2)] == list(counted(merged).items())


def test_head_counts_that_were_added_up_are_told_as_sums() -> None:
    """Somebody may have written the new total; a delegation that is new is no sum."""
    workshop = heads({"Germany": 4, "Kenya": 1})
    merged = enlarged(workshop, heads({"Allemagne": 3, "Fiji": 2}, file="late.csv"))
    (notice,) = [each for each in merged.notices if each.code == "N-ADDED"]

    assert "late.csv" == notice.place.file
    assert "4 + 3 = 7" in notice.message
    assert "Fiji" not in notice.message
    assert [] == told(enlarged(workshop, heads({"Fiji": 2})).notices, "N-ADDED")


def test_both_files_are_named_in_the_order_in_which_they_came() -> None:
    """With their checksums; the notices of both lists stay."""
    merged = enlarged(heads({"Kenya": 1}, file="a.xlsx"), heads({"Fiji": 1}, file="b.csv"))

    assert ("a.xlsx; b.csv", "a.xlsx; b.csv") == (merged.source.file, merged.source.sha256)


def test_a_region_of_the_united_nations_takes_the_rosters_own_label() -> None:
    """The rosters say "Africa" where the late list, without a region column, says nothing."""
    merged = enlarged(in_region("Africa", Kenya=3), heads({"Ghana": 2}))

    assert ["Africa", "Africa"] == [each.region for each in merged.delegations]


@pytest.mark.parametrize("late", ["sahel states", "SAHEL  STATES"])
def test_a_label_that_folds_alike_is_the_rosters_own(late: str) -> None:
    """Case and spaces are no other region, nor another category."""
    merged = enlarged(
        in_region("Sahel States", "Member", Mali=3), in_region(late, "member", Chad=2)
    )

    assert [("Sahel States", "Member")] * 2 == [
        (each.region, each.category) for each in merged.delegations
    ]


def test_a_region_that_the_rosters_do_not_have_stays() -> None:
    """It is another one."""
    merged = enlarged(in_region("Africa", Kenya=3), heads({"Fiji": 2}))

    assert "Asia-Pacific Group" == by_name(merged, "Fiji").region


def test_more_people_of_a_delegation_stay_under_its_label() -> None:
    """Whatever the late list says of its region."""
    merged = enlarged(in_region("Africa", Kenya=3), in_region("East", Kenya=2))

    assert ("Africa", 5) == (merged.delegations[0].region, merged.delegations[0].head_count)


def test_delegates_are_appended_to_their_delegation() -> None:
    """Those of new delegations too, and every head-count is the number of names."""
    merged = enlarged(
        people(person("Kenya", "Ann Ray"), person("Peru", "Eva Paz")),
        people(person("Fiji", "Tom Poe"), person("Kenia", "Bob Day")),
    )

    assert {
        "Kenya": ["Ann Ray", "Bob Day"],
        "Peru": ["Eva Paz"],
        "Fiji": ["Tom Poe"],
    } == named(merged)
    assert [2, 1, 1] == [each.head_count for each in merged.delegations]


@pytest.mark.parametrize(
    "again",
    [
        person("Kenya", "ANN  RAY"),
        person("Kenya", "Ann Day", email="A@X.org"),
        person("Ghana", "Ann Ray", email="a@x.org"),
    ],
)
def test_whoever_is_there_already_is_told_and_not_added(again: Entry) -> None:
    """By name within the delegation, or by address whatever name and delegation are."""
    workshop = people(person("Kenya", "Ann Ray", email="a@x.org"))
    merged = enlarged(workshop, people(again, person("Kenya", "Bob Day")))

    assert {"Kenya": ["Ann Ray", "Bob Day"]} == named(merged)
    (message,) = told(merged.notices, "N-THERE")
    assert "not added: 1" in message


def test_a_late_list_of_people_who_are_all_there_adds_nobody() -> None:
    """Nothing changed, and both are named."""
    workshop = people(person("Kenya", "Ann Ray"), person("Peru", "Eva Paz"))
    merged = enlarged(workshop, workshop)

    assert workshop.delegations == merged.delegations
    (message,) = told(merged.notices, "N-THERE")
    assert "2 (Ann Ray of Kenya, Eva Paz of Peru)" in message


def test_people_without_a_name_are_further_people() -> None:
    """A late list of two people of Kenya means two more; everybody has an identity of their own."""
    merged = enlarged(
        people(person("Kenya"), person("Kenya", "Ann Ray")), people(*[person("Kenya")] * 2)
    )
    identities = [each.id for each in merged.delegations[0].delegates]

    assert 4 == merged.head_count
    assert 4 == len(set(identities))
    assert [] == told(merged.notices, "N-THERE")


@pytest.mark.parametrize(
    ("known", "late"),
    [
        (
            person("Kenya", "Ann Ray", registration="7"),
            person("Ghana", "Bob Day", registration="7"),
        ),
        (
            person("Kenya", "Ann Ray", email="a@x.org"),
            person("Kenya", "Ann Ray", email="b@x.org", registration="a@x.org"),
        ),
    ],
)
def test_an_identity_that_somebody_else_has_is_refused(known: Entry, late: Entry) -> None:
    """E-DUP, with the file of the late list and both delegations."""
    with pytest.raises(ListRefused) as caught:
        enlarged(people(known), people(late, file="late.csv"))
    (finding,) = caught.value.findings

    assert ("E-DUP", "late.csv") == (finding.code, finding.place.file)
    assert late.delegation in finding.message
    assert known.delegation in finding.message


def test_every_clash_is_told_at_once() -> None:
    """Two numbers that belong to others."""
    workshop = people(*(person("Kenya", f"K {n}", registration=n) for n in "12"))
    late = people(*(person("Peru", f"P {n}", registration=n) for n in "12"))
    with pytest.raises(ListRefused) as caught:
        enlarged(workshop, late)

    assert ["1", "2"] == [each.found for each in caught.value.findings]


def test_a_late_person_whose_name_is_like_that_of_somebody_else_is_added_and_told() -> None:
    """Another address: two people, and somebody should look."""
    merged = enlarged(
        people(person("Kenya", "Ann Ray", email="a@x.org")),
        people(person("Kenya", "Ann Ray", email="b@x.org")),
    )

    assert {"Kenya": ["Ann Ray", "Ann Ray"]} == named(merged)
    assert 1 == len(told(merged.notices, "N-SAME"))
