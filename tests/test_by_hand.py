"""Rosters changed by hand: every number is that of the audit, whatever was moved."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import a_workshop
from draws import workshops
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import allocator
from allocator import audit
from allocator.allocation import Outcome
from allocator.by_hand import HandMove, Reference, broken, moved
from allocator.delegation import DelegateId, DelegationId
from allocator.errors import UsageProblem
from examples import examples

SOME = settings(examples(30), suppress_health_check=[HealthCheck.too_slow])


def reference_of(outcome: Outcome) -> Reference:
    """The roster that was searched for."""
    return Reference(found=outcome)


def a_move(outcome: Outcome, index: int, target: int, people: int = 1) -> HandMove:
    """Some people of the n-th delegation out of the first group in which it has any."""
    delegation = outcome.workshop.delegations[index]
    seats = outcome.seats_of(delegation)
    origin = next(g for g, there in enumerate(seats) if there)
    return HandMove(delegation=delegation.id, origin=origin, target=target, people=people)


def test_a_move_changes_the_seats_and_every_value() -> None:
    """A delegation of one goes from a group of three to one of two, and is told as worse."""
    outcome = allocator.allocate(a_workshop(1, 1, 1, 1, 1, 1), 2)
    first = outcome.workshop.delegations[0]
    origin = outcome.seats_of(first).index(1)
    after = moved(outcome, [a_move(outcome, 0, 1 - origin)], reference_of(outcome))
    sizes = sorted(count.delegates for count in after.counts())

    assert [2, 4] == sizes
    assert after.seats_of(first)[1 - origin] == 1
    assert ("size", 2, 0) == (after.goals[0].name, after.goals[0].value, after.goals[0].bound)
    assert "feasible" == after.status


def test_a_broken_rule_is_told_and_the_move_is_made_all_the_same() -> None:
    """Three of four people in one group is not an even spread."""
    outcome = allocator.allocate(a_workshop(4, 4), 2)
    after = moved(outcome, [a_move(outcome, 0, 1)], reference_of(outcome))

    assert () == broken(outcome, reference_of(outcome))
    assert 1 == len(broken(after, reference_of(outcome)))


@SOME
@given(workshops(most=6, largest=5), st.data())
def test_values_are_those_of_the_audit_and_bounds_never_above_them(
    workshop: allocator.Workshop, data: st.DataObject
) -> None:
    """After up to five moves of anybody anywhere; nobody is lost."""
    outcome = allocator.allocate(workshop, data.draw(st.integers(2, 3)))
    after, reference = outcome, reference_of(outcome)
    for _ in range(data.draw(st.integers(1, 5))):
        index = data.draw(st.integers(0, len(workshop.delegations) - 1))
        seats = after.seats_of(workshop.delegations[index])
        origin = data.draw(st.sampled_from([g for g, there in enumerate(seats) if there]))
        target = data.draw(st.sampled_from([g for g in range(after.plan.k) if g != origin]))
        people = data.draw(st.integers(1, seats[origin]))
        move = HandMove(delegation=workshop.delegations[index].id, origin=origin, target=target,
                        people=people)  # fmt: skip
        after = moved(after, [move], reference)

    values = audit.measured(workshop, after.plan, after.allocation)
    assert values == tuple(score.value for score in after.goals)
    assert all(score.limit <= score.bound <= score.value for score in after.goals)
    assert workshop.head_count == sum(count.delegates for count in after.counts())


@SOME
@given(workshops(most=6, largest=5), st.data())
def test_moving_there_and_back_gives_the_same_outcome(
    workshop: allocator.Workshop, data: st.DataObject
) -> None:
    """Seats, values and bounds."""
    outcome = allocator.allocate(workshop, 2)
    index = data.draw(st.integers(0, len(workshop.delegations) - 1))
    seats = outcome.seats_of(workshop.delegations[index])
    origin = next(g for g, there in enumerate(seats) if there)
    there = HandMove(delegation=workshop.delegations[index].id, origin=origin, target=1 - origin)
    back = replace(there, origin=1 - origin, target=origin)
    after = moved(outcome, [there, back], reference_of(outcome))

    assert outcome.allocation.seats == after.allocation.seats
    assert outcome.goals == after.goals


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ([HandMove(delegation=DelegationId("nobody"), origin=0, target=1)], "no such delegation"),
        ([HandMove(delegation=DelegationId("d001"), origin=0, target=0)], "another group"),
        ([HandMove(delegation=DelegationId("d001"), origin=0, target=7)], "another group"),
        ([HandMove(delegation=DelegationId("d001"), origin=0, target=1, people=9)], "Move no more"),
        ([HandMove(delegation=DelegationId("d001"), origin=0, target=1, people=0)], "Move no more"),
        (
            [HandMove(delegation=DelegationId("d001"), origin=0, target=1,
                      delegate=DelegateId("x"))],
            "does not sit in that group",
        ),
    ],
)  # fmt: skip
def test_a_move_of_somebody_who_is_not_there_is_refused(
    moves: Sequence[HandMove], told: str
) -> None:
    """Each in words, and nothing is changed."""
    outcome = allocator.allocate(a_workshop(4, 4), 2)
    with pytest.raises(UsageProblem, match=told):
        moved(outcome, moves, reference_of(outcome))
