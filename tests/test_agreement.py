"""The solver, its audit and the independent witness agree on random workshops."""

from dataclasses import replace

import pytest
from agreed import allocated, recounted, values
from builders import groups_of, rows_of
from draws import capacities, planted, sessions, workshops
from hypothesis import given
from hypothesis import strategies as st
from witness import Session, measure
from witness_optimum import NoRosterError, brute_force, optimum

from allocator import audit
from allocator.allocation import Allocation
from allocator.errors import NoAllocation
from allocator.workshop import Workshop
from examples import examples

any_workshop = workshops(most=14, largest=9)
small_workshop = workshops(most=6, largest=6)
some = examples(25)


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
