"""What holds for every re-balance of a list with a row per delegate, whatever they are known by."""

from agreed import values
from hypothesis import given
from hypothesis import strategies as st
from rebalancing.changed_lists import Changed, named
from rebalancing.rebalanced import same_people, shown, the_case
from witness_moves import best_by_hand, caps, fewest_by_hand, goal_order, rosters

import allocator
from allocator.allocation import Outcome
from allocator.changes import Changes
from examples import examples

some = examples(25)


def changes_of(outcome: Outcome) -> Changes:
    """The changes of a re-balance."""
    assert outcome.changes is not None
    return outcome.changes


@some
@given(named(), st.integers(0, 3))
def test_the_outcome_is_what_an_enumeration_of_all_rosters_finds(
    listed: tuple[Changed, str], tolerance: int
) -> None:
    """P24, P25: the fewest people move, and then every goal, the balanced column too, is best."""
    changed, column = listed
    after = allocator.rebalance(changed.before, changed.new, tolerance=tolerance)
    case = the_case(changed.before, after, column)
    found, order = rosters(*case.question), goal_order(*case.question)
    limits = caps(dict(zip(order, min(found), strict=True)), tolerance)
    fewest = fewest_by_hand(found, order, limits)

    assert (fewest, fewest) == (changes_of(after).moves, case.moves_in(after))
    assert [*best_by_hand(found, order, fewest, limits).values()] == [*values(after).values()]
    assert "optimal" == after.status


@some
@given(named())
def test_with_no_moves_allowed_the_best_seats_for_new_people_are_found(
    listed: tuple[Changed, str],
) -> None:
    """P27: everybody who had a seat keeps it, and nothing better is possible so."""
    changed, column = listed
    after = allocator.rebalance(changed.before, changed.new, max_moves=0)
    case = the_case(changed.before, after, column)
    found, order = rosters(*case.question), goal_order(*case.question)
    partners = same_people(changed.before.workshop, after.workshop)
    kept = {
        after.allocation.places[each.id] == changed.before.allocation.places[partner]
        for those in after.workshop.delegations
        for each in those.delegates
        if (partner := partners.get((those.id, each.id)))
    }

    assert (0, 0) == (changes_of(after).moves, case.moves_in(after))
    assert False not in kept
    assert [*best_by_hand(found, order, 0).values()] == [*values(after).values()]


@some
@given(named())
def test_exactly_those_who_are_not_on_the_new_list_leave(listed: tuple[Changed, str]) -> None:
    """P23: by registration, else e-mail, else name; of those who have none, by their number."""
    changed, _ = listed
    after = allocator.rebalance(changed.before, changed.new)
    changes = changes_of(after)
    partners = same_people(changed.before.workshop, after.workshop)
    old = [(d.id, e) for d in changed.before.workshop.delegations for e in d.delegates]
    new = [(d.id, e) for d in after.workshop.delegations for e in d.delegates]
    stayed = set(partners.values())

    left = {move.delegate for move in changes.left if move.delegate and "#" not in move.delegate}
    joined = {
        move.delegate for move in changes.joined if move.delegate and "#" not in move.delegate
    }

    assert {each.id for _, each in old if not shown(each)} - stayed == left
    assert {each.id for those, each in new
            if not shown(each) and (those, each.id) not in partners} == joined  # fmt: skip
    assert len(new) == changes.stayed + sum(move.people for move in changes.joined)
    assert len(old) == changes.stayed + sum(move.people for move in changes.left)


@some
@given(named())
def test_the_same_list_again_keeps_every_seat(listed: tuple[Changed, str]) -> None:
    """P21, P32: nobody moves, joins or leaves, whatever people are known by."""
    before = listed[0].before

    again = allocator.rebalance(before, before.workshop, max_moves=0)

    assert changes_of(again).are_none
    assert dict(before.allocation.seats) == dict(again.allocation.seats)
    assert dict(before.allocation.places) == dict(again.allocation.places)


@some
@given(named())
def test_a_rebalance_of_a_rebalance_moves_nobody(listed: tuple[Changed, str]) -> None:
    """P22: once within the tolerance, always within the tolerance."""
    changed, _ = listed
    once = allocator.rebalance(changed.before, changed.new)

    twice = allocator.rebalance(once, changed.new)

    assert changes_of(twice).are_none
    assert dict(once.allocation.places) == dict(twice.allocation.places)


@some
@given(named(), st.integers(1, 4))
def test_other_numbers_of_groups_agree_with_the_enumeration(
    listed: tuple[Changed, str], groups: int
) -> None:
    """Whoever sat in a group that is no more moves, and nobody more than needed."""
    changed, column = listed
    settled = changed.before.workshop.settings
    table = settled.group_table or ()
    after = allocator.rebalance(changed.before, changed.new, groups=groups)
    case = the_case(changed.before, after, column)
    found, order = rosters(*case.question), goal_order(*case.question)
    limits = caps(dict(zip(order, min(found), strict=True)), 2)
    fewest = fewest_by_hand(found, order, limits)

    assert [group.name for group in table][:groups] == [
        group.name for group in after.plan.groups[: len(table)]
    ]
    assert (fewest, fewest) == (changes_of(after).moves, case.moves_in(after))
    assert [*best_by_hand(found, order, fewest, limits).values()] == [*values(after).values()]
