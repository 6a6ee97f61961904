"""Where else somebody could sit: the answers are those of every roster there is."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import a_workshop, groups_of
from draws_rules import kept_events, listed
from events import a_named_delegation, a_rule, ruled, with_traits
from hypothesis import given, settings
from hypothesis import strategies as st
from ruled_events import event_of, solved
from witness import Session
from witness_optimum import NoRosterError
from witness_rules import Demand, Event, Who
from witness_rules_optimum import brute_force

from allocator.allocation import Outcome
from allocator.errors import ListRefused
from allocator.explain import Elsewhere, Whereabouts
from allocator.findings import Place
from allocator.settings import Group, RuleRow
from allocator.solve import allocate_plan
from allocator.solve.elsewhere import whereabouts
from allocator.workshop import Workshop

#: A spread delegation with two odd people, an even one, a whole one and small ones, in two regions.
MIXED = a_workshop(
    5, 3, 4, 1, 2, 1, regions="XXYXYY", seatings=("", "", "whole", "", "", "")
)  # fmt: skip
#: A list with names: three people of Ghana over two groups, and one of Kenya.
NAMED = Workshop(
    delegations=(
        a_named_delegation("Ghana", {"Ama": {}, "Kofi": {}, "Esi": {}}),
        a_named_delegation("Kenya", {"Ali": {}}),
        a_named_delegation("Peru", {"Eva": {}, "Luz": {}}, region="Americas"),
    )
)


def asked(outcome: Outcome, who: str) -> Whereabouts:
    """Where somebody could sit, with time enough."""
    return whereabouts(outcome, who, time_limit=20)


def named(who: str, plan_groups: int, other: Elsewhere) -> int:
    """The index of the group that an answer is about."""
    names = [f"Group {number}" for number in range(1, plan_groups + 1)]
    assert other.group in names, who
    return names.index(other.group)


def there(event: Event, who: Who, group: int) -> Demand:
    """What somebody's sitting in another group means to the witness."""
    (row,) = [row for row in event.rows if row.delegation == who[0]]
    if who[1] or event.session.is_whole(row):
        return Demand(kind="in", who=(who,), groups=(group,))
    most = -(-row.delegates // event.session.k)
    return Demand(kind="at least", who=(who,), groups=(group,), number=most)


def best_there(event: Event, who: Who, group: int) -> dict[str, int]:
    """Goal -> best value of every roster that has somebody there; empty where there is none."""
    try:
        return brute_force(replace(event, demands=(*event.demands, there(event, who, group))))
    except NoRosterError:
        return {}


def goals_of(other: Elsewhere) -> dict[str, int]:
    """Goal -> value of an answer."""
    return {score.name: score.value for score in other.goals}


def told(outcome: Outcome, who: str, group: str) -> list[tuple[str, str, int]]:
    """What keeps somebody out of a group: the sentence, the sheet and the row of each reason."""
    (other,) = [each for each in asked(outcome, who).others if each.group == group]
    assert () == other.goals
    return [(each.message, each.place.sheet, each.place.row) for each in other.forbidden]


def at(row: int, kind: str, who: str, other: str = "") -> RuleRow:
    """A rule that stands in a row of the sheet Rules."""
    return replace(a_rule(kind, who, other), place=Place(sheet="Rules", row=row))


def with_rules(*rules: RuleRow, groups: int | Sequence[Group] = 3) -> Outcome:
    """The best roster of the mixed list under some rules."""
    return allocate_plan(MIXED, ruled(MIXED, *rules, groups=groups))


@pytest.mark.parametrize("who", ["D001", "D003", "D004", "D005", "D006"])
def test_every_other_group_gets_the_best_of_all_rosters(who: str) -> None:
    """Goal by goal as enumerated, and the sizes add up to the list."""
    event = event_of(MIXED, Session(k=3))
    found = asked(solved(MIXED, event), who)

    assert found.others
    for other in found.others:
        index = named(who, 3, other)
        assert best_there(event, (who, ""), index) == goals_of(other)
        assert (16, 3, True) == (sum(other.sizes), len(other.sizes), other.proven)
        assert () == other.forbidden


@pytest.mark.parametrize("who", ["D003", "D004", "D005"])
def test_the_group_of_a_whole_delegation_is_not_among_the_others(who: str) -> None:
    """Its own group is its seats; the two others are answered, in order."""
    found = asked(with_rules(), who)
    own = [f"Group {index + 1}" for index, people in enumerate(found.seats) if people]

    assert 1 == len(own)
    assert [name for name in ("Group 1", "Group 2", "Group 3") if name not in own] == [
        other.group for other in found.others
    ]


def test_an_uneven_delegation_gets_its_odd_people_elsewhere() -> None:
    """Five people over three groups: asked about is the group that has but one."""
    found = asked(with_rules(), "D001")
    fewest = [f"Group {index + 1}" for index, people in enumerate(found.seats) if people == 1]

    assert [1, 2, 2] == sorted(found.seats)
    assert fewest == [other.group for other in found.others]
    assert "" == found.fixed


def test_an_even_delegation_is_fixed() -> None:
    """Three people over three groups cannot sit otherwise, and nothing is searched."""
    found = asked(with_rules(), "D002")

    assert ((1, 1, 1), ()) == (found.seats, found.others)
    assert "Its 3 people are spread evenly, so nothing could be other." == found.fixed


def test_one_group_leaves_no_choice() -> None:
    """Whether somebody would be spread or whole: there is nowhere else."""
    outcome = with_rules(groups=1)
    found = [asked(outcome, who) for who in ("D001", "D003", "D004")]

    assert ["There is only one group."] * 3 == [each.fixed for each in found]
    assert [()] * 3 == [each.others for each in found]


@pytest.mark.parametrize(
    ("seats", "others"),
    [("D003", ["Group 1", "Group 2", "Group 3"]), ("D002", ["Group 2", "Group 3"])],
)
def test_seats_against_the_seating_rule_are_no_fixed_ones(seats: str, others: list[str]) -> None:
    """A re-balance may leave a whole delegation in two groups, and a spread one uneven."""
    outcome = with_rules()
    (delegation,) = [each for each in MIXED.delegations if each.name == seats]
    by_hand = {"D003": (3, 1, 0), "D002": (3, 0, 0)}[seats]
    places = {**outcome.allocation.seats, delegation.id: by_hand}
    edited = replace(outcome, allocation=replace(outcome.allocation, seats=places))
    found = asked(edited, seats)

    assert (by_hand, "") == (found.seats, found.fixed)
    assert others == [other.group for other in found.others]


def test_a_rule_that_binds_to_a_group_is_told_by_its_row() -> None:
    """``in``: the other groups are forbidden by it alone."""
    outcome = with_rules(at(5, "in", "D004", "Group 1"))

    assert (1, 0, 0) == asked(outcome, "D004").seats
    for group in ("Group 2", "Group 3"):
        assert [("D004 in Group 1", "Rules", 5)] == told(outcome, "D004", group)


def test_a_rule_that_closes_a_group_is_told_by_its_row() -> None:
    """``not in``: that group is forbidden, the other one is not."""
    outcome = with_rules(
        at(7, "in", "D006", "Group 3"), at(5, "not in", "D004", "Group 1; Group 2")
    )

    assert (0, 0, 1) == asked(outcome, "D004").seats
    expected = [("D004 not in Group 1 or Group 2", "Rules", 5)]
    assert expected == told(outcome, "D004", "Group 1")
    assert expected == told(outcome, "D004", "Group 2")


def test_two_rules_that_forbid_a_group_only_together_are_both_told() -> None:
    """``together`` with somebody who is bound, and ``apart`` from somebody who is."""
    outcome = with_rules(
        at(5, "together", "D004; D006"), at(6, "in", "D006", "Group 1"),
        at(7, "apart", "D005", "D006"),
    )  # fmt: skip

    assert [("D004 and D006 together", "Rules", 5), ("D006 in Group 1", "Rules", 6)] == told(
        outcome, "D004", "Group 2"
    )
    assert [("D006 in Group 1", "Rules", 6), ("D005 apart from D006", "Rules", 7)] == told(
        outcome, "D005", "Group 1"
    )


def test_the_languages_of_a_group_are_told_by_its_row() -> None:
    """Somebody who follows English only cannot sit where French alone is offered."""
    spoken = with_traits(MIXED, "language", ["", "", "", "en", "", ""])
    place = Place(sheet="Groups", row=4)
    groups = (*groups_of([None]), Group(name="Group 2", languages=("fr",), place=place))
    outcome = allocate_plan(spoken, ruled(spoken, groups=groups))

    assert (1, 0) == asked(outcome, "D004").seats
    assert [("Group 2 offers only fr", "Groups", 4)] == told(outcome, "D004", "Group 2")


def test_a_room_that_is_too_small_is_told_by_its_row() -> None:
    """Four people who sit whole, and a room for three."""
    place = Place(sheet="Groups", row=4)
    groups = (*groups_of([None, None]), Group(name="Group 3", capacity=3, place=place))
    reasons = told(with_rules(groups=groups), "D003", "Group 3")

    assert ("Group 3 seats at most 3", "Groups", 4) in reasons


def test_a_delegate_is_asked_about_alone() -> None:
    """One of three: the best roster that has her, not all of her delegation, in the other group."""
    event = event_of(NAMED, Session(k=2))
    found = asked(solved(NAMED, event), "Ama")
    (other,) = found.others
    own = found.seats.index(1)

    assert ("Ama (Ghana)", 1) == (found.name, sum(found.seats))
    assert f"Group {2 - own}" == other.group
    assert best_there(event, ("Ghana", "ama"), 1 - own) == goals_of(other)


def test_a_rule_about_a_delegate_is_told() -> None:
    """It is her own rule that keeps her there; her delegation may sit as before."""
    outcome = allocate_plan(NAMED, ruled(NAMED, at(9, "in", "Ama", "Group 2"), groups=2))

    assert (0, 1) == asked(outcome, "Ama").seats
    assert [("Ama (Ghana) in Group 2", "Rules", 9)] == told(outcome, "Ama", "Group 1")


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("Ghanna", '"Ghanna" is not on these rosters. Did you mean "Ghana"?'),
        ("Atlantis", '"Atlantis" is not on these rosters. Correct it.'),
        ("", '"" is not on these rosters. Correct it.'),
    ],
)
def test_an_unknown_name_is_refused_with_what_may_be_meant(who: str, message: str) -> None:
    """Exit code 3, and one problem."""
    with pytest.raises(ListRefused) as refused:
        asked(allocate_plan(NAMED, ruled(NAMED, groups=2)), who)
    (finding,) = refused.value.findings

    assert (3, "E-NAME", message) == (refused.value.exit_code, finding.code, finding.message)


def test_a_name_of_two_is_refused() -> None:
    """Two delegations have an Ama: the message says how to tell them apart."""
    extra = a_named_delegation("Togo", {"Ama T": {"name": "Ama"}, "Ayo": {}})
    twice = Workshop(delegations=(*NAMED.delegations, extra))
    outcome = allocate_plan(twice, ruled(twice, groups=2))
    with pytest.raises(ListRefused) as refused:
        asked(outcome, "Ama")
    (finding,) = refused.value.findings

    assert (3, "E-NAME") == (refused.value.exit_code, finding.code)
    assert '"Ama" stands for 2 on these rosters.' in finding.message
    assert "Ama (Togo)" == asked(outcome, "Ama (Togo)").name


def test_no_time_is_no_answer() -> None:
    """Neither a roster nor a reason is made up."""
    found = whereabouts(with_rules(), "D003", time_limit=1e-9)

    assert [((), (), ())] * 2 == [
        (other.goals, other.sizes, other.forbidden) for other in found.others
    ]


@settings(max_examples=25, deadline=None)
@given(listed(most=4, largest=4), st.data())
def test_what_is_best_elsewhere_is_so_on_every_list(
    workshop: Workshop, data: st.DataObject
) -> None:
    """Under any rules, for delegations and delegates: the enumeration's values, or forbidden."""
    event = data.draw(kept_events(workshop))
    crowd = data.draw(st.sampled_from(event.crowds))
    members = [member.name for member in crowd.members if member.name]
    member = data.draw(st.sampled_from(["", *members]))
    found = asked(solved(workshop, event), member or crowd.row.delegation)

    for other in found.others:
        index = named(member, event.session.k, other)
        expected = best_there(event, (crowd.row.delegation, member), index)
        assert expected == goals_of(other)
        assert bool(expected) != bool(other.forbidden)
