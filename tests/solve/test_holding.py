"""What holds a goal above its limit: the reasons are those of every roster there is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest
from agreed import values
from builders import a_workshop
from draws import workshops
from draws_rules import kept_events
from events import a_rule, ruled
from hypothesis import given, settings
from hypothesis import strategies as st
from ruled_events import event_of, solved
from witness import Session, columns_of, fair_shares, goals_of, values_of
from witness_rules import Crowd, Demand, Event, Placement, broken, placements, total

from allocator.allocation import Outcome
from allocator.audit import recounted
from allocator.explain import Held
from allocator.plan import Plan
from allocator.settings import RuleRow
from allocator.solve import allocate_plan
from allocator.solve.demands import demands_of
from allocator.solve.holding import holding
from allocator.workshop import Workshop

#: Goal -> value.
Goals = dict[str, int]


def held(workshop: Workshop, plan: Plan) -> dict[str, Held]:
    """Goal -> what holds it in the best roster."""
    return {each.score.name: each for each in holding(allocate_plan(workshop, plan))}


def test_a_goal_at_its_limit_needs_no_reason() -> None:
    """Every goal of a list that divides evenly."""
    workshop = a_workshop(6, 3, 1, 1, 1)
    found = held(workshop, ruled(workshop))

    assert [0, 0, 0, 0] == [each.score.value for each in found.values()]
    assert [((), (), False, True)] * 4 == [
        (each.goals, each.demands, each.improvable, each.known) for each in found.values()
    ]


def test_a_goal_that_a_higher_goal_holds_names_it() -> None:
    """Three people who sit whole face three small delegations: equal sizes leave 3 and 0 small."""
    workshop = a_workshop(3, 1, 1, 1, seatings=("whole", "", "", ""))
    small = held(workshop, ruled(workshop, groups=2))["small"]

    assert (3, 1) == (small.score.value, small.score.limit)
    assert (("size",), (), True) == (small.goals, small.demands, small.known)


def test_a_goal_that_a_rule_holds_names_its_sentence() -> None:
    """Three small delegations that sit together; the other rule has no part in it."""
    workshop = a_workshop(4, 1, 1, 1, 1)
    rules = (a_rule("together", "D002; D003; D004"), a_rule("not in", "D005", "Group 2"))
    found = held(workshop, ruled(workshop, rules[0], groups=2))
    size = held(workshop, ruled(workshop, *rules, groups=2))["size"]

    assert (2, 0) == (found["size"].score.value, found["size"].score.limit)
    assert ("D002, D003 and D004 together",) == found["size"].demands
    assert ((), ("D002, D003 and D004 together",)) == (size.goals, size.demands)


def test_a_goal_that_the_list_itself_holds_has_no_reasons() -> None:
    """Five and one, both whole, over two groups: no roster by the seating rule is more even."""
    workshop = a_workshop(5, 1)
    size = held(workshop, ruled(workshop, groups=2, seating="whole"))["size"]

    assert (4, 0) == (size.score.value, size.score.limit)
    assert ((), (), False, True) == (size.goals, size.demands, size.improvable, size.known)


def test_a_seating_that_a_rule_relies_on_is_a_reason() -> None:
    """Were D002 not to sit whole, one of its two could be with the others and one elsewhere."""
    workshop = a_workshop(1, 2, 2, 1, seatings=["whole"])
    bound = [a_rule("in", who, "Group 1") for who in ("D001", "D003", "D004")]
    plan = ruled(workshop, a_rule("together", "D001; D002; D003"), *bound, groups=2)
    size = held(workshop, plan)["size"]

    assert 6 == size.score.value
    assert "D002 (2 people) sits in one group" in size.demands


def test_a_roster_that_is_not_the_best_says_so() -> None:
    """Two small delegations moved by hand into one group: nothing holds the goals there."""
    workshop = a_workshop(4, 1, 1)
    outcome = allocate_plan(workshop, ruled(workshop, groups=2))
    seats = {**outcome.allocation.seats}
    seats.update({each.id: (1, 0) for each in workshop.delegations[1:]})
    edited = recounted(replace(outcome, allocation=replace(outcome.allocation, seats=seats)))
    size, small, *_ = holding(edited)

    assert (2, 2) == (size.score.value, small.score.value)
    for each in (size, small):
        assert ((), (), True, True) == (each.goals, each.demands, each.improvable, each.known)


def test_the_limit_is_that_of_the_rosters_as_they_are() -> None:
    """Without the record of a workbook no limit is known: it is counted anew."""
    workshop = a_workshop(5, 1, 1)
    outcome = allocate_plan(workshop, ruled(workshop, groups=2))
    goals = tuple(replace(score, bound=0, limit=0) for score in outcome.goals)

    assert [score.limit for score in outcome.goals] == [
        each.score.limit for each in holding(replace(outcome, goals=goals))
    ]


@pytest.mark.parametrize("rule", [a_rule("in", "D002", "Group 1"), None])
def test_the_reasons_come_in_order_of_priority(rule: RuleRow | None) -> None:
    """One answer for each goal, as the plan has them."""
    workshop = a_workshop(3, 1, 1, 1, seatings=("whole", "", "", ""))
    plan = ruled(workshop, *([rule] if rule else []), groups=2)

    assert list(plan.goals) == list(held(workshop, plan))


def _kept(event: Event, outcome: Outcome, sentences: Sequence[str]) -> tuple[Event, set[str]]:
    """The event with the demands of these sentences only, and who may then sit anyhow."""
    session, free = event.session, set()
    demands = list(event.demands)
    limits, offers = list(session.capacities), list(event.offers)
    names = {each.id: each.name for each in outcome.workshop.delegations}
    rules = {id(rule): number for number, rule in enumerate(outcome.plan.rules)}
    gone = set()
    for demand in demands_of(outcome.workshop, outcome.plan):
        if demand.sentence in sentences:
            continue
        if demand.kind == "capacity":
            limits[demand.about] = None  # type: ignore[call-overload] # the index of a group
        elif demand.kind == "languages":
            offers[demand.about] = frozenset()  # type: ignore[call-overload] # as above
        elif demand.kind in ("whole", "spread"):
            free.add(names[demand.about])  # type: ignore[index] # the id of a delegation
        else:
            gone.add(rules[id(demand.about)])
    left = tuple(each for number, each in enumerate(demands) if number not in gone)
    session = replace(session, capacities=tuple(limits))
    return replace(event, session=session, demands=left, offers=tuple(offers)), free


def _anyhow(crowd: Crowd, k: int) -> Iterator[Placement]:
    """Every way to seat people who may sit anyhow."""
    people = crowd.row.delegates
    for seats in product(range(people + 1), repeat=k):
        if sum(seats) == people:
            yield (seats,)


def lowest(kept: tuple[Event, set[str]], ruler: Session, held_at: Goals, goal: str) -> float:
    """The least value of a goal over all rosters that keep everything asked; infinite for none.

    The fair shares are those of the rooms of ``ruler``, which need not all be kept.
    """
    event, free = kept
    session, rows = event.session, event.rows
    columns = columns_of(rows, session)
    shares = fair_shares(sum(row.delegates for row in rows), ruler)
    choices = [
        list(_anyhow(crowd, session.k))
        if crowd.row.delegation in free
        else placements(crowd, session)
        for crowd in event.crowds
    ]
    least = float("inf")
    for choice in product(*choices):
        roster = {
            crowd.row.delegation: seats for crowd, seats in zip(event.crowds, choice, strict=True)
        }
        if broken(event, roster):
            continue
        totals = [
            total((column.counts(r, roster[r.delegation][0]) for r in rows), session.k)
            for column in columns
        ]
        told = values_of(totals, columns, shares, goals_of(rows, session))
        if all(told[name] <= value for name, value in held_at.items()):
            least = min(least, told[goal])
    return least


def unproven(event: Event, outcome: Outcome) -> Iterator[str]:
    """Each reason that could be missed, and each goal that its reasons leave room."""
    reached = values(outcome)
    for each in holding(outcome):
        goal, value = each.score.name, each.score.value
        if value <= each.score.limit or not each.known:
            yield from (*each.goals, *each.demands)
            continue
        kept = {name: reached[name] for name in each.goals}
        if lowest(_kept(event, outcome, each.demands), event.session, kept, goal) < value:
            yield f"{goal} can be lower than {value} under {kept} and {each.demands}"
        for name in kept:
            fewer = {other: kept[other] for other in kept if other != name}
            if lowest(_kept(event, outcome, each.demands), event.session, fewer, goal) >= value:
                yield f"{goal} is {value} without {name} too"
        for sentence in each.demands:
            others = [other for other in each.demands if other != sentence]
            if lowest(_kept(event, outcome, others), event.session, kept, goal) >= value:
                yield f"{goal} is {value} without {sentence} too"


@settings(max_examples=40, deadline=None)
@given(workshops(most=5, largest=4), st.data())
def test_under_any_rules_no_reason_can_be_missed_and_all_suffice(
    workshop: Workshop, data: st.DataObject
) -> None:
    """By enumeration: all reasons together allow no lower value, and without any one there is."""
    event = data.draw(kept_events(workshop))
    outcome = solved(workshop, event)

    assert [] == list(unproven(event, outcome))
    assert all(each.known and not each.improvable for each in holding(outcome))


@st.composite
def crowded(draw: st.DrawFn, workshop: Workshop) -> Event:
    """Two groups, the first of which rules want everybody in: some roster keeps them all."""
    event = event_of(workshop, Session(k=2))
    names = [(row.delegation, "") for row in event.rows]
    bound = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    pairs = st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True)
    demands = [Demand(kind="in", who=(who,), groups=(0,)) for who in bound]
    for who, *others in draw(st.lists(pairs, max_size=2)):
        demands.append(Demand(kind="together", who=(who,), others=tuple(others)))
    return replace(event, demands=tuple(dict.fromkeys(demands)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 3), min_size=3, max_size=6), st.data())
def test_what_crowds_one_group_is_named_exactly(heads: list[int], data: st.DataObject) -> None:
    """Delegations that sit whole and are bound to a group or to each other."""
    regions = [data.draw(st.sampled_from("XY")) for _ in heads]
    workshop = a_workshop(*heads, regions=regions, seatings=["whole"])
    event = data.draw(crowded(workshop))

    assert [] == list(unproven(event, solved(workshop, event)))
