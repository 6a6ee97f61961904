"""The old seats as seen from a new list: who had which, and who is gone."""

from rebalancing.versions import heads, people, person, plan, rosters, rosters_of_people, told

from allocator.allocation import Outcome
from allocator.delegation import DelegateId, DelegationId
from allocator.pairing import Pairing, paired
from allocator.published.seats import NOWHERE, Bench, Leaver
from allocator.workshop import Workshop

RED, BLUE = "Red", "Blue"
KENYA, PERU = DelegationId("KEN"), DelegationId("PER")


def known_again(before: Outcome, workshop: Workshop, *names: str) -> Pairing:
    """The old seats, in groups with these names; Red and Blue unless others are given."""
    return paired(before, workshop, plan(*(names or (RED, BLUE))))


def of_kenya() -> Outcome:
    """Three people of Kenya by number: two in Red, one in Blue; and Peru in Blue."""
    return rosters(heads({"Kenya": 3, "Peru": 1}), {"KEN": (2, 1), "PER": (0, 1)}, RED, BLUE)


def test_a_delegation_known_by_number_has_its_old_seats() -> None:
    """Whatever its number is now; the bench has no members, for everybody is meant."""
    published = known_again(of_kenya(), heads({"Kenya": 5, "Fiji": 2})).published

    assert {KENYA: (Bench(seats=(2, 1)),)} == dict(published.benches)
    assert {KENYA} == published.known
    assert (Leaver(delegation="Peru", group=1),) == published.leavers


def test_a_state_in_another_language_is_the_same_state_and_told() -> None:
    """Its ISO code finds it: N-SPELLING names both spellings."""
    before = rosters(
        heads({"Germany": 4, "Côte d’Ivoire": 1}), {"DEU": (2, 2), "CIV": (1, 0)}, RED, BLUE
    )
    pairing = known_again(before, heads({"Allemagne": 4, "Ivory Coast": 1}))

    assert (((2, 2),), ((1, 0),)) == tuple(
        tuple(bench.seats for bench in benches) for benches in pairing.published.benches.values()
    )
    assert () == pairing.published.leavers
    assert ["N-SPELLING"] == [each.code for each in pairing.notices]
    assert '"Germany" is "Allemagne"' in pairing.notices[0].message
    assert '"Côte d’Ivoire" is "Ivory Coast"' in pairing.notices[0].message


def test_an_organization_with_another_name_leaves_and_joins_and_is_told() -> None:
    """R6: it may be the same one, and nobody guesses."""
    before = rosters(
        heads({"World Bank Group": 2, "Kenya": 3}),
        {"world bank group": (2, 0), "KEN": (2, 1)},
        RED,
        BLUE,
    )
    pairing = known_again(before, heads({"World Bank": 2, "Kenya": 3}))

    assert {KENYA} == pairing.published.known
    assert (Leaver(delegation="World Bank Group", group=0, people=2),) == pairing.published.leavers
    (notice,) = pairing.notices
    assert ("N-SAME", "World Bank") == (notice.code, notice.found)
    assert "now the one leaves and the other joins" in notice.message


def test_two_states_with_names_alike_are_two_states() -> None:
    """Niger went, Nigeria came: nothing is asked."""
    before = rosters(heads({"Niger": 1, "Peru": 1}), {"NER": (1, 0), "PER": (0, 1)}, RED, BLUE)

    assert () == known_again(before, heads({"Nigeria": 1, "Peru": 1})).notices


def test_a_named_person_has_a_place_and_whoever_is_gone_is_a_leaver() -> None:
    """By the identity of the new list; the leaver by that of the old one."""
    before = rosters_of_people(
        people(person("Kenya", "Ann Ray", email="a@x.org"), person("Kenya", "Bob Day")),
        (1, 0),
        RED,
        BLUE,
    )
    now = people(person("Kenya", "Ann Ray", registration="7"), person("Kenya", "Cy Low"))
    published = known_again(before, now).published

    assert {DelegateId("7"): 1} == dict(published.places)
    assert {} == dict(published.benches)
    assert {KENYA} == published.known
    assert (
        Leaver(delegation="Kenya", group=0, delegate="KEN/bob day", name="Bob Day"),
    ) == published.leavers


def test_a_delegation_of_newcomers_is_not_known() -> None:
    """Everybody of Kenya is somebody else: nobody had a seat, so the seating rule holds."""
    before = rosters_of_people(
        people(person("Kenya", "Ann Ray"), person("Peru", "Eva Paz")), (0, 1), RED, BLUE
    )
    now = people(person("Kenya", "Tom Poe"), person("Peru", "Eva Paz"))

    assert {PERU} == known_again(before, now).published.known


def test_people_who_cannot_be_told_apart_share_the_seats_they_had() -> None:
    """Three of Kenya without names were there and two come: a bench for the two, no leaver."""
    before = rosters_of_people(people(*[person("Kenya")] * 3), (0, 0, 1), RED, BLUE)
    now = people(*[person("Kenya")] * 2)
    published = known_again(before, now).published
    (bench,) = published.benches[KENYA]

    assert ((2, 1), 2) == (bench.seats, len(bench.members))
    assert {} == dict(published.places)
    assert () == published.leavers


def test_people_without_names_of_whom_nobody_comes_are_leavers() -> None:
    """All of them have withdrawn, and each is told with the group."""
    before = rosters_of_people(
        people(person("Kenya"), person("Kenya"), person("Kenya", "Ann Ray")), (0, 1, 1), RED, BLUE
    )
    published = known_again(before, people(person("Kenya", "Ann Ray"))).published

    assert [0, 1] == [each.group for each in published.leavers]
    assert {} == dict(published.benches)


def test_names_that_come_where_numbers_were_take_the_seats_by_lot() -> None:
    """The delegation's seats are a bench of everybody who has a name now."""
    published = known_again(
        of_kenya(), people(*(person("Kenya", name) for name in ("Ann", "Bob", "Cy")))
    ).published
    (bench,) = published.benches[KENYA]

    assert ((2, 1), 3) == (bench.seats, len(bench.members))


def test_a_group_is_known_again_by_its_name_wherever_it_stands() -> None:
    """Groups in another order, one more, one less; what is gone is told once."""
    published = known_again(of_kenya(), heads({"Kenya": 3}), "Green", BLUE)

    assert (RED, BLUE) == published.published.groups
    assert (NOWHERE, 1) == published.published.now
    assert ["N-GROUP"] == [each.code for each in published.notices]
    assert (1, 0) == known_again(of_kenya(), heads({"Kenya": 3}), BLUE, RED).published.now


def test_what_may_be_the_same_person_is_told_and_not_taken_for_one() -> None:
    """The names are alike: one leaves, one joins, N-SAME."""
    before = rosters_of_people(
        people(person("Kenya", "Ann Ray"), person("Peru", "Eva Paz")), (0, 1), RED, BLUE
    )
    now = people(person("Kenya", "Anne Ray"), person("Peru", "Eva Paz"))
    pairing = known_again(before, now)

    assert ["Ann Ray"] == [each.name for each in pairing.published.leavers]
    (message,) = told(pairing.notices, "N-SAME")
    assert '"Ann Ray" of Kenya on the rosters and "Anne Ray" of Kenya on the list' in message


def test_the_same_list_again_is_everybody_in_place_without_a_word() -> None:
    """Nobody leaves, nothing is told."""
    pairing = known_again(of_kenya(), of_kenya().workshop)

    assert {KENYA: (Bench(seats=(2, 1)),), PERU: (Bench(seats=(0, 1)),)} == dict(
        pairing.published.benches
    )
    assert ((), ()) == (pairing.published.leavers, pairing.notices)


def test_a_list_without_most_of_the_people_is_told() -> None:
    """N-LEAVE: somebody may have meant to add it; half of the people is not most of them."""
    before = rosters(heads({"Kenya": 2, "Peru": 2}), {"KEN": (1, 1), "PER": (1, 1)}, RED, BLUE)
    few, half = heads({"Kenya": 1, "Fiji": 9}), heads({"Kenya": 2})

    assert "3 of the 4 people" in told(known_again(before, few).notices, "N-LEAVE")[0]
    assert [] == told(known_again(before, half).notices, "N-LEAVE")


def test_groups_that_all_have_new_names_are_the_same_in_their_order() -> None:
    """Two groups then, two groups now: nobody moves for a name, and it is told."""
    pairing = known_again(of_kenya(), heads({"Kenya": 3, "Peru": 1}), "Green", "Gold")

    assert (("Green", "Gold"), (0, 1)) == (pairing.published.groups, pairing.published.now)
    assert '"Red" is "Green", "Blue" is "Gold"' in told(pairing.notices, "N-GROUP")[0]
