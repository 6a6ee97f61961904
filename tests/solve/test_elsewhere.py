"""Where else somebody could sit: the answers are those of every roster there is."""

from dataclasses import replace

import pytest
from asking import MIXED, NAMED, asked, with_rules
from draws_rules import kept_events, listed
from hypothesis import given
from hypothesis import strategies as st
from ruled_events import event_of, solved
from witness import Session
from witness_optimum import NoRosterError
from witness_rules import Demand, Event, Who
from witness_rules_optimum import brute_force

from allocator.explain import Elsewhere
from allocator.solve.elsewhere import whereabouts
from allocator.workshop import Workshop
from examples import examples


def index_of(other: Elsewhere) -> int:
    """The index of the group that an answer is about."""
    return int(other.group.removeprefix("Group ")) - 1


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


@pytest.mark.parametrize("who", ["D001", "D003", "D004", "D005", "D006"])
def test_every_other_group_gets_the_best_of_all_rosters(who: str) -> None:
    """Goal by goal as enumerated, and the sizes add up to the list."""
    event = event_of(MIXED, Session(k=3))
    found = asked(solved(MIXED, event), who)

    assert found.others
    for other in found.others:
        index = index_of(other)
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


def test_a_delegate_is_asked_about_alone() -> None:
    """One of three: the best roster that has her, not all of her delegation, in the other group."""
    event = event_of(NAMED, Session(k=2))
    found = asked(solved(NAMED, event), "Ama")
    (other,) = found.others
    own = found.seats.index(1)

    assert ("Ama (Ghana)", 1) == (found.name, sum(found.seats))
    assert f"Group {2 - own}" == other.group
    assert best_there(event, ("Ghana", "ama"), 1 - own) == goals_of(other)


def test_no_time_is_no_answer() -> None:
    """Neither a roster nor a reason is made up."""
    found = whereabouts(with_rules(), "D003", time_limit=1e-9)

    assert [((), (), ())] * 2 == [
        (other.goals, other.sizes, other.forbidden) for other in found.others
    ]


@examples(25)
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
        index = index_of(other)
        expected = best_there(event, (crowd.row.delegation, member), index)
        assert expected == goals_of(other)
        assert bool(expected) != bool(other.forbidden)
