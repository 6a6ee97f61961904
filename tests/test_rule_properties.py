"""What must not matter about the rules of the event, and what more or fewer of them may do."""

from dataclasses import replace

from agreed import values
from draws_rules import demands, kept_events, listed
from hypothesis import given
from hypothesis import strategies as st
from ruled_events import roster_of, settings_of, solved
from witness_rules import broken

import allocator
from allocator.allocation import Outcome
from allocator.settings import Settings
from allocator.workshop import Workshop
from examples import examples

some_list = listed(most=7, largest=6)
some = examples(40)


def under(workshop: Workshop, said: Settings) -> Outcome:
    """The outcome of a workshop with these settings."""
    return allocator.allocate(replace(workshop, settings=said))


@some
@given(some_list, st.data())
def test_a_rule_that_the_roster_keeps_costs_nothing(
    workshop: Workshop, data: st.DataObject
) -> None:
    """The values stay, and they are proven again."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)
    drawn = [data.draw(demands(event)) for _ in range(6)]
    roster = roster_of(outcome)
    kept = [each for each in drawn if not broken(replace(event, demands=(each,)), roster)]
    more = replace(event, demands=(*event.demands, *kept))

    assert values(outcome) == values(solved(workshop, more))


@some
@given(some_list, st.data())
def test_a_rule_less_never_makes_it_worse(workshop: Workshop, data: st.DataObject) -> None:
    """The goals in their order are the same, or better; a roster does not vanish."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)
    fewer = tuple(each for each in event.demands if data.draw(st.booleans()))
    freer = solved(workshop, replace(event, demands=fewer))

    assert list(values(freer).values()) <= list(values(outcome).values())


@some
@given(some_list, st.data())
def test_the_order_of_the_rules_changes_nothing(workshop: Workshop, data: st.DataObject) -> None:
    """Rows in another order give the same roster, seat by seat."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)
    mixed = replace(event, demands=tuple(data.draw(st.permutations(event.demands))))
    again = solved(workshop, mixed)

    assert outcome.goals == again.goals
    assert dict(outcome.allocation.seats) == dict(again.allocation.seats)
    assert dict(outcome.allocation.places) == dict(again.allocation.places)


@some
@given(some_list, st.data())
def test_the_names_of_groups_change_nothing(workshop: Workshop, data: st.DataObject) -> None:
    """Other names, in the table of groups and in the rules: the same seats."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)
    said = settings_of(event)
    table = tuple(
        replace(group, name=group.name.replace("Group ", "Salle n° 10"))
        for group in said.group_table or ()
    )
    rules = tuple(
        replace(row, other=row.other.replace("Group ", "Salle n° 10")) for row in said.rules or ()
    )
    renamed = under(workshop, replace(said, group_table=table, rules=rules or None))

    assert outcome.goals == renamed.goals
    assert outcome.allocation == renamed.allocation


@some
@given(some_list, st.data())
def test_a_rule_that_stands_there_twice_is_one(workshop: Workshop, data: st.DataObject) -> None:
    """Repeated rows leave the plan as it is, and so the roster."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)
    said = settings_of(event)
    twice = under(workshop, replace(said, rules=(*(said.rules or ()), *(said.rules or ()))))

    assert outcome.plan == twice.plan
    assert outcome.allocation == twice.allocation


@some
@given(some_list, st.data())
def test_the_order_of_the_list_changes_nothing(workshop: Workshop, data: st.DataObject) -> None:
    """Rows of the list in another order give the same roster under the same rules."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)
    turned = replace(workshop, delegations=workshop.delegations[::-1])
    again = solved(turned, event)

    assert outcome.goals == again.goals
    assert dict(outcome.allocation.seats) == dict(again.allocation.seats)
    assert dict(outcome.allocation.places) == dict(again.allocation.places)
