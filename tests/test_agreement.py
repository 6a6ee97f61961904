"""The solver, its audit and the independent witness agree on random workshops."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from builders import groups_of, rows_of
from draws import capacities, planted, sessions, workshops
from hypothesis import given, settings
from hypothesis import strategies as st
from witness import Session, fair_shares, measure
from witness_optimum import NoRosterError, brute_force, optimum

import allocator
from allocator import audit
from allocator.allocation import Allocation, Outcome
from allocator.delegation import DelegationId
from allocator.errors import NoAllocation
from allocator.settings import Seating, SmallSeating
from allocator.workshop import Workshop

any_workshop = workshops(most=14, largest=9)
small_workshop = workshops(most=6, largest=6)
some = settings(max_examples=50, deadline=None)


def allocated(workshop: Workshop, session: Session, *, seed: int = 1) -> Outcome:
    """What the package makes of the session that the witness is asked about."""
    return allocator.allocate(
        workshop,
        groups=groups_of(session.capacities or [None] * session.k),
        seating=Seating(session.seating),
        small=session.small or session.k - 1,
        small_seating=SmallSeating(session.small_seating),
        seed=seed,
    )


def values(outcome: Outcome) -> dict[str, int]:
    """Goal -> value, as the outcome reports it."""
    return {score.name: score.value for score in outcome.goals}


def records(outcome: Outcome) -> list[dict[str, object]]:
    """The assignments of an outcome as the JSON has them."""
    names = [group.name for group in outcome.plan.groups]
    return [
        {"delegation": each.name, "group": name, "delegates": people}
        for each in outcome.workshop.delegations
        for name, people in zip(names, outcome.seats_of(each), strict=True)
        if people
    ]


def recounted(outcome: Outcome, session: Session) -> tuple[dict[str, int], list[str]]:
    """Goal -> value and the broken rules, as the witness counts them."""
    names = [group.name for group in outcome.plan.groups]
    return measure(rows_of(outcome.workshop), session, names, records(outcome))


def renamed(workshop: Workshop, names: Iterable[str]) -> Workshop:
    """The same delegations under other names and identities."""
    return Workshop(
        delegations=tuple(
            replace(each, name=name, id=DelegationId(name.casefold()))
            for each, name in zip(workshop.delegations, names, strict=True)
        )
    )


@some
@given(any_workshop, sessions())
def test_the_audit_accepts_what_the_solver_returns(workshop: Workshop, session: Session) -> None:
    """No rule is broken and every value is what the audit measures."""
    outcome = allocated(workshop, session)

    assert audit.violations(workshop, outcome.plan, outcome.allocation) == ()
    assert audit.measured(workshop, outcome.plan, outcome.allocation) == tuple(
        score.value for score in outcome.goals
    )


@some
@given(any_workshop, sessions())
def test_the_witness_recounts_the_same_values(workshop: Workshop, session: Session) -> None:
    """The independent checker finds no broken rule and the same number for every goal."""
    outcome = allocated(workshop, session)

    assert recounted(outcome, session) == (values(outcome), [])


@some
@given(any_workshop, sessions())
def test_values_bounds_and_limits_are_in_order(workshop: Workshop, session: Session) -> None:
    """P6: limit <= bound <= value, and a workshop this small is solved to the end."""
    outcome = allocated(workshop, session)

    assert outcome.status == "optimal"
    assert all(score.limit <= score.bound == score.value for score in outcome.goals)


@some
@given(any_workshop, sessions(), st.data())
def test_capacities_are_kept_and_recounted(
    workshop: Workshop, session: Session, data: st.DataObject
) -> None:
    """With capacities the values are those of the witness, or neither finds a roster."""
    limits = data.draw(capacities(session.k, workshop.head_count))
    limited = replace(session, capacities=limits)
    try:
        outcome = allocated(workshop, limited)
    except NoAllocation:
        with pytest.raises(NoRosterError):
            optimum(rows_of(workshop), limited)
        return

    assert recounted(outcome, limited) == (values(outcome), [])
    assert values(outcome) == optimum(rows_of(workshop), limited).values


@some
@given(small_workshop, sessions(most_groups=3), st.data())
def test_no_roster_is_better_than_the_one_returned(
    workshop: Workshop, session: Session, data: st.DataObject
) -> None:
    """P5: the values are those of brute force; what is refused, brute force cannot seat either."""
    limits = data.draw(st.just(()) | capacities(session.k, workshop.head_count))
    limited = replace(session, capacities=limits)
    try:
        best = brute_force(rows_of(workshop), limited)
    except NoRosterError:
        with pytest.raises(NoAllocation):
            allocated(workshop, limited)
        return

    assert values(allocated(workshop, limited)) == best


@some
@given(any_workshop, sessions(), st.data())
def test_a_planted_roster_is_never_missed_nor_beats_the_answer(
    workshop: Workshop, session: Session, data: st.DataObject
) -> None:
    """P19: rooms that hold a roster known to exist get one at least as good."""
    rows = rows_of(workshop)
    roster = data.draw(planted(rows, session))
    names = [group.name for group in groups_of([None] * session.k)]
    seated = [
        sum(int(str(seat["delegates"])) for seat in roster if seat["group"] == name)
        for name in names
    ]
    slack = data.draw(st.lists(st.integers(1, 4), min_size=session.k, max_size=session.k))
    limited = replace(session, capacities=tuple(map(int.__add__, seated, slack)))
    planted_values, broken = measure(rows, limited, names, roster)

    outcome = allocated(workshop, limited)

    assert broken == []
    assert list(values(outcome).values()) <= list(planted_values.values())


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


@some
@given(small_workshop, sessions(), st.data())
def test_the_audit_rejects_what_the_witness_rejects(
    workshop: Workshop, session: Session, data: st.DataObject
) -> None:
    """Seats moved about at random are refused by both or by none, and counted the same."""
    outcome = allocated(workshop, session)
    moved = {
        each.id: tuple(data.draw(st.permutations(_parts(data, each.head_count, session.k))))
        for each in workshop.delegations
    }
    allocation = Allocation(seats=moved)
    counted, broken = recounted(replace(outcome, allocation=allocation), session)

    assert audit.measured(workshop, outcome.plan, allocation) == tuple(counted.values())
    assert bool(audit.violations(workshop, outcome.plan, allocation)) == bool(broken)


def _parts(data: st.DataObject, people: int, k: int) -> list[int]:
    """Any way to take people apart into ``k`` numbers, uneven ones included."""
    cuts = sorted(data.draw(st.integers(0, people)) for _ in range(k - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, people], strict=True)]
