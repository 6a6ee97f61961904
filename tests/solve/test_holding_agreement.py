"""The reasons that hold a goal, against every roster of small lists."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from agreed import values
from builders import a_workshop
from draws import workshops
from draws_rules import kept_events
from hypothesis import given
from hypothesis import strategies as st
from ruled_events import event_of, solved
from witness import Session, columns_of, fair_shares, goals_of, values_of
from witness_rules import Crowd, Demand, Event, Placement, broken, placements, total

from allocator.allocation import Outcome
from allocator.solve.demands import demands_of
from allocator.solve.holding import holding
from allocator.workshop import Workshop
from examples import examples

#: Goal -> value.
Goals = dict[str, int]


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


@examples(20)
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


@examples(20)
@given(st.lists(st.integers(1, 3), min_size=3, max_size=6), st.data())
def test_what_crowds_one_group_is_named_exactly(heads: list[int], data: st.DataObject) -> None:
    """Delegations that sit whole and are bound to a group or to each other."""
    regions = [data.draw(st.sampled_from("XY")) for _ in heads]
    workshop = a_workshop(*heads, regions=regions, seatings=["whole"])
    event = data.draw(crowded(workshop))

    assert [] == list(unproven(event, solved(workshop, event)))
