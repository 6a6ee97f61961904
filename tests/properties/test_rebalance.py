"""Re-balances: pins are kept, and what the groups are called does not matter."""

from dataclasses import replace

from agreed import values
from hypothesis import assume, given
from hypothesis import strategies as st
from rebalancing.changed_lists import Changed, head_counts
from rebalancing.second_versions import changes_of

import allocator
from allocator.allocation import Outcome
from allocator.delegation import DelegationId
from allocator.errors import NoAllocation
from allocator.settings import RuleRow, Settings
from examples import examples


@examples(15)
@given(head_counts(), st.data(), st.none() | st.integers(0, 3))
def test_pins_are_kept_and_exactly_those_off_the_list_leave(
    changed: Changed, data: st.DataObject, max_moves: int | None
) -> None:
    """P23: a delegation pinned to its group sits there alone, whoever else must move."""
    before = changed.before
    new = {each.id: each for each in changed.new.delegations}
    alone = [
        each for each in before.workshop.delegations
        if each.id in new and max(before.seats_of(each)) == each.head_count
    ]  # fmt: skip
    assume(alone)
    pinned = data.draw(st.lists(st.sampled_from(alone), min_size=1, unique_by=lambda one: one.id))
    at = {each.id: before.seats_of(each).index(each.head_count) for each in pinned}
    rules = tuple(RuleRow(kind="in", who=each.name, other=f"Group {at[each.id] + 1}")
                  for each in pinned)  # fmt: skip
    try:
        after = allocator.rebalance(with_rules(before, rules), changed.new, max_moves=max_moves)
    except NoAllocation:
        assume(False)
        raise
    gone = {each.name: each.head_count for each in before.workshop.delegations
            if each.id not in new}  # fmt: skip
    left: dict[str, int] = {}
    for move in changes_of(after).left:
        left[move.delegation] = left.get(move.delegation, 0) + move.people

    assert {each: seats_in(after, each, group) for each, group in at.items()} == {
        each: new[each].head_count for each in at
    }
    assert gone == {name: people for name, people in left.items() if name in gone}
    assert sum(each.head_count for each in changed.new.delegations) == (
        before.workshop.head_count - sum(left.values())
        + sum(move.people for move in changes_of(after).joined)
    )  # fmt: skip


@examples(15)
@given(head_counts())
def test_other_names_of_the_groups_give_the_same_seats(changed: Changed) -> None:
    """P30: rosters with renamed groups become rosters with renamed groups, seat by seat."""
    settled = changed.before.workshop.settings
    renamed = tuple(
        replace(group, name=f"Salle {number}")
        for number, group in enumerate(settled.group_table or ())
    )
    assume(renamed)
    other = replace(
        changed.before,
        workshop=replace(changed.before.workshop, settings=replace(settled, group_table=renamed)),
        plan=replace(changed.before.plan, groups=renamed),
    )
    try:
        one, two = (allocator.rebalance(each, changed.new) for each in (changed.before, other))
    except NoAllocation:
        assume(False)
        raise

    assert changes_of(one).moves == changes_of(two).moves
    assert dict(one.allocation.seats) == dict(two.allocation.seats)
    assert values(one) == values(two)
    assert renamed == two.plan.groups


def with_rules(outcome: Outcome, rules: tuple[RuleRow, ...]) -> Outcome:
    """The rosters as if somebody had written rules into their workbook."""
    settled: Settings = replace(outcome.workshop.settings, rules=rules)
    return replace(outcome, workshop=replace(outcome.workshop, settings=settled))


def seats_in(outcome: Outcome, delegation: DelegationId, group: int) -> int:
    """The people of a delegation in a group."""
    return outcome.allocation.seats[delegation][group]
