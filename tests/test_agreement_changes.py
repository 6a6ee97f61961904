"""What must not matter does not: the answer to a changed list against that to the list."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from agreed import allocated, renamed, values
from builders import rows_of
from draws import capacities, sessions, workshops
from hypothesis import given
from hypothesis import strategies as st
from witness import Session, fair_shares
from witness_optimum import NoRosterError, optimum

from allocator import audit
from allocator.allocation import Allocation
from allocator.delegation import DelegationId
from allocator.errors import NoAllocation
from allocator.workshop import Workshop
from examples import examples

any_workshop = workshops(most=14, largest=9)
some = examples(25)


@some
@given(any_workshop, sessions(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(
    workshop: Workshop, session: Session, draw: Random
) -> None:
    """P7: permuted rows give the same values and the same roster."""
    delegations = list(workshop.delegations)
    draw.shuffle(delegations)

    one = allocated(workshop, session)
    other = allocated(Workshop(delegations=tuple(delegations)), session)

    assert values(other) == values(one)
    assert dict(other.allocation.seats) == dict(one.allocation.seats)


@some
@given(any_workshop, sessions(), st.data())
def test_the_names_of_groups_do_not_matter(
    workshop: Workshop, session: Session, data: st.DataObject
) -> None:
    """P9: groups in another order, capacities and all, give the same values.

    Only where shares are equal: among unequal rooms the earlier group is rounded up.
    """
    limits = data.draw(capacities(session.k, workshop.head_count))
    limited = replace(session, capacities=limits)
    limits = limits if not any(fair_shares(workshop.head_count, limited)) else (None,) * session.k
    orders = data.draw(st.sampled_from(list(permutations(limits))))
    try:
        one = values(allocated(workshop, replace(session, capacities=limits)))
    except NoAllocation:
        with pytest.raises(NoAllocation):
            allocated(workshop, replace(session, capacities=orders))
        return

    assert values(allocated(workshop, replace(session, capacities=orders))) == one


@some
@given(any_workshop, sessions(), st.randoms(use_true_random=False))
def test_the_names_of_delegations_do_not_matter(
    workshop: Workshop, session: Session, draw: Random
) -> None:
    """P10: any renaming keeps the values."""
    names = [f"Z{number:03}" for number in range(len(workshop.delegations))]
    draw.shuffle(names)

    assert values(allocated(renamed(workshop, names), session)) == values(
        allocated(workshop, session)
    )


@some
@given(any_workshop, sessions())
def test_names_in_the_same_order_keep_the_roster(workshop: Workshop, session: Session) -> None:
    """P10: a renaming that keeps the alphabetical order keeps every seat."""
    other = renamed(workshop, [f"Z{number:03}" for number in range(len(workshop.delegations))])

    seats = [allocated(each, session).allocation.seats for each in (workshop, other)]

    assert [seats[0][each.id] for each in workshop.delegations] == [
        seats[1][each.id] for each in other.delegations
    ]


@some
@given(any_workshop, sessions(), st.integers(0, 3))
def test_a_capacity_never_improves_the_values(
    workshop: Workshop, session: Session, slack: int
) -> None:
    """P13: rooms a little above an even share leave the goals as they are, or worse."""
    limit = -(-workshop.head_count // session.k) + slack
    limited = replace(session, capacities=(limit,) * session.k)
    free = list(values(allocated(workshop, session)).values())
    try:
        tight = allocated(workshop, limited)
    except NoAllocation:
        with pytest.raises(NoRosterError):
            optimum(rows_of(workshop), limited)
        return

    assert list(values(tight).values()) >= free


@some
@given(workshops(most=8, largest=9), sessions())
def test_every_delegation_twice_at_most_doubles_the_values(
    workshop: Workshop, session: Session
) -> None:
    """P17: the best roster taken twice is a roster of the doubled list."""
    twins = renamed(workshop, [f"Z{number:03}" for number in range(len(workshop.delegations))])
    doubled = Workshop(delegations=(*workshop.delegations, *twins.delegations))

    once = values(allocated(workshop, session))
    twice = values(allocated(doubled, session))

    assert list(twice.values()) <= [2 * value for value in once.values()]


@some
@given(any_workshop, sessions())
def test_delegations_that_are_alike_can_change_places(workshop: Workshop, session: Session) -> None:
    """P18: seats exchanged between alike delegations break no rule and change no value."""
    outcome = allocated(workshop, session)
    alike: dict[tuple[object, ...], list[DelegationId]] = {}
    for each in workshop.delegations:
        kind = (each.head_count, each.region, each.category, each.seating)
        alike.setdefault(kind, []).append(each.id)
    seats = {
        to: outcome.allocation.seats[here]
        for ids in alike.values()
        for here, to in zip(ids, reversed(ids), strict=True)
    }
    exchanged = Allocation(seats=seats)

    assert audit.violations(workshop, outcome.plan, exchanged) == ()
    assert audit.measured(workshop, outcome.plan, exchanged) == tuple(values(outcome).values())


@some
@given(any_workshop, sessions(), st.integers(1, 1000))
def test_the_seed_changes_the_draw_and_never_the_values(
    workshop: Workshop, session: Session, seed: int
) -> None:
    """P11: one seed gives one roster; another seed gives the same values."""
    first, again = (allocated(workshop, session, seed=seed) for _ in range(2))

    assert dict(first.allocation.seats) == dict(again.allocation.seats)
    assert values(first) == values(allocated(workshop, session))
