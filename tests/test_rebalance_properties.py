"""What holds for every re-balance of head-counts, against an enumeration of all rosters."""

from dataclasses import replace
from itertools import pairwise

import pytest
from agreed import values
from hypothesis import assume, given
from hypothesis import strategies as st
from rebalancing.changed_lists import Changed, head_counts
from rebalancing.rebalanced import the_case
from witness import fair_shares
from witness_moves import (
    best_by_hand,
    caps,
    fewest_by_hand,
    frontier_by_hand,
    goal_order,
    rosters,
)

import allocator
from allocator.allocation import Outcome
from allocator.changes import Changes
from allocator.delegation import DelegationId
from allocator.errors import NoAllocation
from allocator.workshop import Workshop
from examples import examples

some = examples(25)
#: Where each example takes several re-balances, or many groups to enumerate.
few = examples(12)


def changes_of(outcome: Outcome) -> Changes:
    """The changes of a re-balance."""
    assert outcome.changes is not None
    return outcome.changes


def total(outcome: Outcome) -> int:
    """People on the list of some rosters."""
    return outcome.workshop.head_count


@some
@given(head_counts(), st.integers(0, 3))
def test_the_outcome_is_what_an_enumeration_of_all_rosters_finds(
    changed: Changed, tolerance: int
) -> None:
    """P25, P28: the fewest moves within the tolerance, then the best; or neither has a roster."""
    try:
        after = allocator.rebalance(changed.before, changed.new, tolerance=tolerance)
    except NoAllocation:
        asked = replace(changed.before, workshop=changed.new)
        assert {} == rosters(*the_case(changed.before, asked).question)
        return
    case = the_case(changed.before, after)
    found, order = rosters(*case.question), goal_order(*case.question)
    limits = caps(dict(zip(order, min(found), strict=True)), tolerance)
    fewest = fewest_by_hand(found, order, limits)

    assert order == after.plan.goals
    assert (fewest, fewest) == (changes_of(after).moves, case.moves_in(after))
    assert best_by_hand(found, order, fewest, limits) == values(after)
    assert "optimal" == after.status


@some
@given(head_counts(), st.integers(0, 4))
def test_with_a_budget_the_best_that_it_allows_is_taken(changed: Changed, budget: int) -> None:
    """P27: the best values with at most so many moves, with as few as these need; or a refusal."""
    asked = replace(changed.before, workshop=changed.new)
    found = rosters(*the_case(changed.before, asked).question)
    if not found or min(found.values()) > budget:
        with pytest.raises(NoAllocation):
            allocator.rebalance(changed.before, changed.new, max_moves=budget)
        return
    after = allocator.rebalance(changed.before, changed.new, max_moves=budget)
    case = the_case(changed.before, after)
    best = best_by_hand(found, goal_order(*case.question), budget)

    assert best == values(after)
    assert found[tuple(best.values())] == changes_of(after).moves == case.moves_in(after)
    assert "optimal" == after.status


@some
@given(head_counts())
def test_the_frontier_is_that_of_the_enumeration(changed: Changed) -> None:
    """Every number of moves that gives something better is there, with its best values."""
    asked = replace(changed.before, workshop=changed.new)
    found = rosters(*the_case(changed.before, asked).question)
    assume(found)
    front = frontier_by_hand(found)

    after = allocator.rebalance(changed.before, changed.new, max_moves=0 if 0 in front else 99)
    points = changes_of(after).frontier

    assert len(front) > 11 or front == {
        point.moves: tuple(point.goals.values()) for point in points
    }
    assert all(point.proven for point in points)
    assert all(sum(point.sizes) == total(after) for point in points)


@few
@given(head_counts(limited=False), st.integers(1, 4))
def test_other_numbers_of_groups_agree_with_the_enumeration(changed: Changed, groups: int) -> None:
    """Whoever sat in a group that is no more moves or withdraws; a new group has nobody yet."""
    settled = replace(changed.before.workshop.settings, group_table=None)
    before = replace(
        changed.before,
        workshop=replace(changed.before.workshop, settings=settled),
    )
    after = allocator.rebalance(before, changed.new, groups=groups)
    case = the_case(before, after)
    found, order = rosters(*case.question), goal_order(*case.question)
    limits = caps(dict(zip(order, min(found), strict=True)), 2)
    fewest = fewest_by_hand(found, order, limits)

    assert groups == after.plan.k
    assert (fewest, fewest) == (changes_of(after).moves, case.moves_in(after))
    assert best_by_hand(found, order, fewest, limits) == values(after)


@some
@given(head_counts(limited=False))
def test_the_same_list_again_keeps_every_seat_even_one_moved_by_hand(changed: Changed) -> None:
    """P21, P32: with nobody to be moved, the rosters stay as somebody left them."""
    again = allocator.rebalance(changed.before, changed.before.workshop, max_moves=0)

    assert changes_of(again).are_none
    assert dict(changed.before.allocation.seats) == dict(again.allocation.seats)


@some
@given(head_counts())
def test_a_rebalance_of_a_rebalance_moves_nobody(changed: Changed) -> None:
    """P22: once within the tolerance, always within the tolerance."""
    try:
        once = allocator.rebalance(changed.before, changed.new)
    except NoAllocation:
        assume(False)
        raise
    twice = allocator.rebalance(once, changed.new)

    assert changes_of(twice).are_none
    assert dict(once.allocation.seats) == dict(twice.allocation.seats)


@few
@given(head_counts(limited=False))
def test_a_looser_tolerance_never_needs_more_moves(changed: Changed) -> None:
    """P26: what is within a tolerance is within every larger one."""
    moves = [
        changes_of(allocator.rebalance(changed.before, changed.new, tolerance=each)).moves
        for each in range(4)
    ]

    assert all(tight >= loose for tight, loose in pairwise(moves))


@some
@given(head_counts(limited=False))
def test_a_late_delegation_that_withdraws_again_leaves_the_rosters_as_they_were(
    changed: Changed,
) -> None:
    """P29: where its coming moved nobody, and the rosters were within the tolerance."""
    settled = allocator.rebalance(changed.before, changed.before.workshop)
    guest = replace(
        changed.new.delegations[0], id=DelegationId("guest"), name="Guest", seating=None
    )
    more = Workshop(delegations=(*settled.workshop.delegations, guest))

    came = allocator.rebalance(settled, more)
    assume(not changes_of(came).moves)
    gone = allocator.rebalance(came, Workshop(delegations=more.delegations[:-1]))

    assert 0 == changes_of(gone).moves
    assert dict(settled.allocation.seats) == dict(gone.allocation.seats)


@some
@given(head_counts(), st.data())
def test_groups_in_another_order_need_as_many_moves(changed: Changed, data: st.DataObject) -> None:
    """P30: groups are known by name, so their order changes neither moves nor values."""
    try:
        one = allocator.rebalance(changed.before, changed.new)
    except NoAllocation:
        assume(False)
        raise
    assume(not any(fair_shares(total(one), the_case(changed.before, one).session)))
    groups = data.draw(st.permutations(one.plan.groups))

    other = allocator.rebalance(changed.before, changed.new, groups=groups)

    assert tuple(groups) == other.plan.groups
    assert changes_of(one).moves == changes_of(other).moves
    assert values(one) == values(other)


@few
@given(head_counts(limited=False), st.integers(0, 2))
def test_coming_together_needs_no_more_moves_than_coming_one_by_one(
    changed: Changed, tolerance: int
) -> None:
    """P31: the sequence ends at a roster that one re-balance may choose, too."""
    before = allocator.rebalance(changed.before, changed.before.workshop, tolerance=0)
    assume(not values(before)["seating"])
    known = before.workshop.delegations
    late = [
        replace(each, id=DelegationId(f"late{each.id}"), name=f"Late {each.name}")
        for each in known[:3]
    ]
    everybody = Workshop(delegations=(*known, *late))
    step, moves = before, 0
    for number in range(1, len(late) + 1):
        some_more = Workshop(delegations=(*known, *late[:number]))
        step = allocator.rebalance(step, some_more, tolerance=tolerance)
        moves += changes_of(step).moves

    together = allocator.rebalance(before, everybody, tolerance=tolerance)

    assert changes_of(together).moves <= moves
