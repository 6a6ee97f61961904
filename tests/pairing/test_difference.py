"""Who joined, left and moved, counted from old seats and new seats alone."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rebalancing.versions import Seats, heads, people, person, plan, rosters, rosters_of_people

from allocator.allocation import Outcome
from allocator.changes import Changes, Move
from allocator.pairing import changes_of, paired
from allocator.pairing.difference import gathered

RED, BLUE, GREEN = "Red", "Blue", "Green"


def between(old: Outcome, new: Outcome) -> Changes:
    """What changed from the one to the other."""
    published = paired(old, new.workshop, new.plan).published
    return changes_of(published, new.workshop, new.plan, new.allocation)


def of_kenya(before: Seats, after: Seats, *names: str) -> Changes:
    """The changes of one delegation that is known by its number."""
    old, new = (
        rosters(heads({"Kenya": sum(seats)}), {"KEN": seats}, *names) for seats in (before, after)
    )
    return between(old, new)


def counts(moves: tuple[Move, ...]) -> int:
    """The people of some moves."""
    return sum(move.people for move in moves)


@pytest.mark.parametrize(
    ("before", "after", "moves", "joined", "left"),
    [
        ((2, 1), (2, 1), 0, 0, 0),
        ((2, 1), (1, 2), 1, 0, 0),
        ((3, 0), (0, 3), 3, 0, 0),
        ((2, 1), (2, 2), 0, 1, 0),
        ((2, 1), (1, 3), 1, 1, 0),
        ((2, 1), (1, 1), 0, 0, 1),
        ((2, 1), (0, 2), 1, 0, 1),
        ((4, 0), (0, 1), 1, 0, 3),
        ((4, 1), (1, 0), 0, 0, 4),
    ],
)
def test_head_counts_move_by_the_formula(
    before: Seats, after: Seats, moves: int, joined: int, left: int
) -> None:
    """Max(0, sum of max(0, x - y) - withdrawn), withdrawn being what is less in all."""
    changes = of_kenya(before, after, RED, BLUE)

    assert moves == changes.moves
    assert (joined, left) == (counts(changes.joined), counts(changes.left))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=4))
def test_any_head_counts_move_by_the_formula(seats: list[tuple[int, int]]) -> None:
    """The formula of the design; and who stays, moves, joins and leaves makes the new seats."""
    names = (RED, BLUE, GREEN, "White")[: len(seats)]
    before, after = (tuple(each[side] for each in seats) for side in (0, 1))
    assume(any(before) and any(after))
    changes = of_kenya(before, after, *names)
    withdrawn = max(0, sum(before) - sum(after))
    now = dict(zip(names, before, strict=True))
    for move in (*changes.moved, *changes.joined, *changes.left):
        if move.origin:
            now[move.origin] -= move.people
        if move.target:
            now[move.target] += move.people

    assert max(0, sum(max(0, x - y) for x, y in seats) - withdrawn) == changes.moves
    assert withdrawn == counts(changes.left)
    assert after == tuple(now.values())
    assert sum(after) - counts(changes.joined) == changes.stayed


def test_everybody_of_a_group_that_is_no_more_moves_or_withdraws() -> None:
    """Three groups before, two now: the people of Green get another group."""
    old = rosters(heads({"Kenya": 5, "Peru": 1}), {"KEN": (2, 2, 1), "PER": (0, 0, 1)},
                  RED, BLUE, GREEN)  # fmt: skip
    new = rosters(heads({"Kenya": 5, "Peru": 1}), {"KEN": (3, 2), "PER": (0, 1)}, RED, BLUE)

    assert (
        Move(delegation="Kenya", origin=GREEN, target=RED),
        Move(delegation="Peru", origin=GREEN, target=BLUE),
    ) == between(old, new).moved


def test_a_withdrawal_is_taken_from_the_group_that_is_no_more() -> None:
    """Who withdraws leaves the group that lost most, so that nobody moves."""
    old = rosters(heads({"Kenya": 3}), {"KEN": (1, 1, 1)}, RED, BLUE, GREEN)
    changes = between(old, rosters(heads({"Kenya": 2}), {"KEN": (1, 1)}, RED, BLUE))

    assert ((), (Move(delegation="Kenya", origin=GREEN),)) == (changes.moved, changes.left)


def test_a_group_that_stands_elsewhere_is_no_move() -> None:
    """The groups are known by their names."""
    old = rosters(heads({"Kenya": 3}), {"KEN": (2, 1)}, RED, BLUE)
    changes = between(old, rosters(heads({"Kenya": 3}), {"KEN": (1, 2)}, BLUE, RED))

    assert changes.are_none
    assert 3 == changes.stayed


def test_each_named_person_is_told_alone() -> None:
    """One stays, one moves, one is new, one has left; identity and name are both there."""
    old = rosters_of_people(
        people(*(person("Kenya", name) for name in ("Ann", "Bob", "Cy"))), (0, 0, 1), RED, BLUE
    )
    now = people(*(person("Kenya", name) for name in ("Ann", "Bob", "Dee")))
    changes = between(old, rosters_of_people(now, (0, 1, 1), RED, BLUE))

    assert (
        Move(delegation="Kenya", delegate="KEN/bob", name="Bob", origin=RED, target=BLUE),
    ) == changes.moved
    assert (Move(delegation="Kenya", delegate="KEN/dee", name="Dee", target=BLUE),) == (
        changes.joined
    )
    assert (Move(delegation="Kenya", delegate="KEN/cy", name="Cy", origin=BLUE),) == changes.left
    assert 2 == changes.stayed


def test_people_who_cannot_be_told_apart_move_by_the_formula() -> None:
    """Three were there and two come: one withdrew, and it takes one move to sit both in Blue."""
    old = rosters_of_people(people(*[person("Kenya")] * 3), (0, 0, 1), RED, BLUE)
    changes = between(old, rosters_of_people(people(*[person("Kenya")] * 2), (1, 1), RED, BLUE))

    assert (Move(delegation="Kenya", origin=RED, target=BLUE),) == changes.moved
    assert (Move(delegation="Kenya", origin=RED),) == changes.left
    assert (2, ()) == (changes.stayed, changes.joined)


def test_a_delegation_that_left_is_told_with_its_groups() -> None:
    """Its people in each group, under its old name; nobody else leaves."""
    old = rosters(heads({"Kenya": 3, "Peru": 1}), {"KEN": (2, 1), "PER": (0, 1)}, RED, BLUE)
    changes = between(old, rosters(heads({"Peru": 1}), {"PER": (0, 1)}, RED, BLUE))

    assert (
        Move(delegation="Kenya", people=2, origin=RED),
        Move(delegation="Kenya", people=1, origin=BLUE),
    ) == changes.left
    assert ((), (), 1) == (changes.moved, changes.joined, changes.stayed)


def test_a_delegation_that_is_new_moves_nobody() -> None:
    """It is told with its groups."""
    old = rosters(heads({"Peru": 1}), {"PER": (0, 1)}, RED, BLUE)
    new = rosters(heads({"Peru": 1, "Kenya": 3}), {"PER": (0, 1), "KEN": (2, 1)}, RED, BLUE)
    changes = between(old, new)

    assert (
        Move(delegation="Kenya", people=2, target=RED),
        Move(delegation="Kenya", people=1, target=BLUE),
    ) == changes.joined
    assert 0 == changes.moves


def test_names_where_numbers_were_count_as_the_delegations_number() -> None:
    """Who takes which seat is free: two in Red and one in Blue are everybody in place."""
    old = rosters(heads({"Kenya": 3}), {"KEN": (2, 1)}, RED, BLUE)
    now = people(*(person("Kenya", name) for name in ("Ann", "Bob", "Cy")))

    assert between(old, rosters_of_people(now, (0, 1, 0), RED, BLUE)).are_none
    assert 1 == between(old, rosters_of_people(now, (1, 1, 0), RED, BLUE)).moves


def test_moves_that_differ_in_nothing_are_one_line() -> None:
    """With all their people, in the order of the first."""
    one = Move(delegation="Kenya", origin=RED, target=BLUE)
    other = Move(delegation="Peru", origin=RED, target=BLUE)

    assert (
        Move(delegation="Kenya", people=3, origin=RED, target=BLUE),
        other,
    ) == gathered((one, other, one, one))


def test_the_difference_of_rosters_to_themselves_is_none() -> None:
    """Nobody moved, joined or left, and everybody stayed."""
    outcome = rosters(heads({"Kenya": 3, "Peru": 1}), {"KEN": (2, 1), "PER": (0, 1)}, RED, BLUE)
    published = paired(outcome, outcome.workshop, plan(RED, BLUE)).published
    changes = changes_of(published, outcome.workshop, plan(RED, BLUE), outcome.allocation)

    assert changes.are_none
    assert (4, 0) == (changes.stayed, changes.moves)
