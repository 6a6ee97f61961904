"""Random events with rules for hypothesis."""

from collections.abc import Sequence
from dataclasses import replace

from draws import CATEGORIES, REGIONS, capacities, sessions, workshops
from events import a_named_delegation
from hypothesis import strategies as st
from ruled_events import crowds_of, event_of, with_member_traits
from witness_rules import Demand, Event, Value, Who, broken, placements, total

from allocator.workshop import Workshop

#: Values of the further columns; somebody may have none.
GENDERS, LANGUAGES = ("F", "M", ""), ("en", "fr", "en / es", "")
#: The languages that a group may offer; none for all.
OFFERS = ((), (), ("en",), ("fr", "en"), ("es", "fr"))
KINDS = ("in", "not in", "together", "apart", "at least", "at most")


@st.composite
def listed(draw: st.DrawFn, *, most: int, largest: int) -> Workshop:
    """A list of head-counts or of delegates, with gender and language."""
    if draw(st.booleans()):
        workshop = draw(workshops(most=most, largest=largest))
    else:
        heads = draw(st.lists(st.integers(1, min(largest, 4)), min_size=1, max_size=min(most, 4)))
        workshop = Workshop(
            delegations=tuple(
                a_named_delegation(
                    f"D{number}",
                    {f"P{number}{index}": {} for index in range(people)},
                    region=draw(st.sampled_from(REGIONS)),
                    seating=draw(st.sampled_from(("", "", "whole", "spread"))),
                )
                for number, people in enumerate(heads)
            )
        )
    whose = [
        (crowd.row.delegation, member.name)
        for crowd in crowds_of(workshop)
        for member in crowd.members
    ]
    texts = {
        who: {
            column: text
            for column, among in (("gender", GENDERS), ("language", LANGUAGES))
            if (text := draw(st.sampled_from(among)))
        }
        for who in whose
    }
    return with_member_traits(workshop, texts)


@st.composite
def events(draw: st.DrawFn, workshop: Workshop, *, most_groups: int = 3) -> Event:
    """A session of a workshop with up to five rules, which may well contradict each other."""
    session = draw(sessions(most_groups=most_groups))
    event = event_of(workshop, session)
    limits = draw(st.just(()) | st.just(()) | capacities(session.k, workshop.head_count))
    some = draw(st.sampled_from((OFFERS[:1], OFFERS[:1], OFFERS)))
    offers = [frozenset(draw(st.sampled_from(some))) for _ in range(session.k)]
    rules = [draw(demands(event)) for _ in range(draw(st.integers(0, 5)))]
    return replace(
        event,
        session=replace(session, capacities=limits),
        demands=tuple(rules),
        offers=tuple(offers) if any(offers) else (),
    )


@st.composite
def kept_events(draw: st.DrawFn, workshop: Workshop) -> Event:
    """An event with up to eight rules, all of which some roster keeps."""
    event = draw(events(workshop))
    offers, k = event.offers, event.session.k
    event = replace(event, offers=(), demands=(), session=replace(event.session, capacities=()))
    roster = {
        crowd.row.delegation: draw(st.sampled_from(placements(crowd, event.session)))
        for crowd in event.crowds
    }
    sizes = total((seats for each in roster.values() for seats in each), k)
    room = draw(st.none() | st.integers(0, 3))
    limits = () if room is None else tuple(people + 1 + room for people in sizes)
    event = replace(event, session=replace(event.session, capacities=limits))
    if not broken(replace(event, offers=offers), roster):
        event = replace(event, offers=offers)
    rules = [draw(demands(event)) for _ in range(draw(st.integers(0, 8)))]
    kept = [each for each in rules if not broken(replace(event, demands=(each,)), roster)]
    return replace(event, demands=tuple(dict.fromkeys(kept)))


@st.composite
def demands(draw: st.DrawFn, event: Event) -> Demand:
    """Any rule that can be written about an event."""
    parties = [(each.row.delegation, "") for each in event.crowds]
    parties += [
        (each.row.delegation, member.name)
        for each in event.crowds
        for member in each.members
        if member.name
    ]
    pairable = len(event.crowds) > 1 or len(event.crowds[0].members) > 1
    kind = draw(st.sampled_from(KINDS if pairable else KINDS[:2] + KINDS[4:]))
    if kind in ("together", "apart"):
        named = draw(_paired(parties))
        cut = draw(st.integers(1, len(named)))
        return Demand(kind=kind, who=named[:cut], others=named[cut:])
    who = tuple(draw(st.lists(st.sampled_from(parties), max_size=2, unique=True)))
    values: Sequence[Value] = draw(
        st.lists(st.sampled_from(_values(event)), min_size=not who, max_size=1 + (not who),
                 unique=True)
    )  # fmt: skip
    counts = kind in ("at least", "at most")
    groups = st.lists(
        st.integers(0, event.session.k - 1), min_size=not counts, max_size=2, unique=True
    )
    share = sum(row.delegates for row in event.rows) // event.session.k
    return Demand(
        kind=kind,
        who=who,
        values=tuple(values),
        groups=tuple(sorted(draw(groups))),
        number=draw(st.integers(0, share)) if counts else 0,
    )


@st.composite
def _paired(draw: st.DrawFn, parties: Sequence[Who]) -> tuple[Who, ...]:
    """Two or three parties; nobody beside the own delegation."""
    named = draw(
        st.lists(st.sampled_from(parties), min_size=2, max_size=3, unique=True).filter(
            lambda some: not any(who[1] and (who[0], "") in some for who in some)
        )
    )
    return tuple(named)


def _values(event: Event) -> list[Value]:
    """Every value that somebody in the list has."""
    rows = event.rows
    found = {("region", row.region) for row in rows}
    found |= {("category", row.category) for row in rows if row.category in CATEGORIES}
    found |= {
        (column, member.traits[column])
        for crowd in event.crowds
        for member in crowd.members
        for column in ("gender", "language")
        if column in member.traits
    }
    return sorted(found)
