"""Rules of the event on random workshops: solver, audit, enumeration and witness agree."""

import pytest
from agreed import values
from draws_rules import events, listed
from hypothesis import given
from hypothesis import strategies as st
from ruled_events import roster_of, settings_of, solved
from witness_optimum import NoRosterError
from witness_rules import broken, placements
from witness_rules_optimum import brute_force, optimum

from allocator import audit
from allocator.allocation import Allocation
from allocator.delegation import DelegateId
from allocator.errors import NoAllocation
from allocator.planning.defaults import plan_for
from allocator.workshop import Workshop
from examples import examples

small_list = listed(most=5, largest=5)
some = examples(100)


@some
@given(small_list, st.data())
def test_no_roster_that_keeps_the_rules_is_better(workshop: Workshop, data: st.DataObject) -> None:
    """The values are those of all seatings; what is refused has none; every checker agrees."""
    event = data.draw(events(workshop))
    try:
        best = brute_force(event)
    except NoRosterError:
        with pytest.raises(NoAllocation):
            solved(workshop, event)
        return

    outcome = solved(workshop, event)

    assert "optimal" == outcome.status
    assert best == values(outcome)
    assert [] == broken(event, roster_of(outcome))
    assert () == audit.violations(outcome.workshop, outcome.plan, outcome.allocation)


@some
@given(small_list, st.data())
def test_the_audit_finds_broken_what_the_witness_does(
    workshop: Workshop, data: st.DataObject
) -> None:
    """Seats that keep the seating rules, drawn at random, are refused by both or by none."""
    event = data.draw(events(workshop))
    roster = {
        crowd.row.delegation: data.draw(st.sampled_from(placements(crowd, event.session)))
        for crowd in event.crowds
    }
    seats = {
        each.id: tuple(map(sum, zip(*roster[each.name], strict=True)))
        for each in workshop.delegations
    }
    places = {
        DelegateId(member.name): at.index(1)
        for crowd in event.crowds
        for member, at in zip(crowd.members, roster[crowd.row.delegation], strict=True)
        if member.name
    }
    plan = plan_for(workshop, settings_of(event))
    told = audit.violations(workshop, plan, Allocation(seats=seats, places=places))

    assert bool(broken(event, roster)) == bool(told)


@examples(60)
@given(small_list, st.data())
def test_the_witness_is_right_about_itself(workshop: Workshop, data: st.DataObject) -> None:
    """Its solver finds what its enumeration finds."""
    event = data.draw(events(workshop))
    try:
        best = brute_force(event)
    except NoRosterError:
        with pytest.raises(NoRosterError):
            optimum(event)
        return

    assert best == optimum(event).values
