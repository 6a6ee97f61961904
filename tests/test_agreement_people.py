"""Balanced columns of named lists: the solver against every placement of every person."""

from collections.abc import Iterator
from itertools import product

from builders import a_workshop
from hypothesis import given
from hypothesis import strategies as st

import allocator
from allocator import audit
from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.workshop import Workshop
from examples import examples

#: The values of the two people-columns: one of labels, one of numbers.
GENDERS, LEVELS = ("F", "M", "X"), ("1", "2", "5")

#: The delegates of one delegation, each with gender and level, by group.
Seating = tuple[tuple[tuple[str, str], ...], ...]
#: Goal and label -> count per group, as sorted items.
Tally = tuple[tuple[tuple[str, str], tuple[int, ...]], ...]


@st.composite
def named_workshops(draw: st.DrawFn, *, people: int) -> Workshop:
    """Delegations of one to five named people, so many people in all or fewer."""
    heads = draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    while sum(heads) > people:
        heads.pop()
    return Workshop(
        delegations=tuple(
            a_named_delegation(
                f"D{number}",
                draw(st.sampled_from(("North", "South"))),
                [
                    (draw(st.sampled_from(GENDERS)), draw(st.sampled_from(LEVELS)))
                    for _ in range(head_count)
                ],
            )
            for number, head_count in enumerate(heads)
        )
    )


def a_named_delegation(name: str, region: str, people: list[tuple[str, str]]) -> Delegation:
    """A delegation of people with a gender and a level each."""
    return Delegation(
        id=DelegationId(name),
        name=name,
        head_count=len(people),
        region=region,
        delegates=tuple(
            Delegate(
                id=DelegateId(f"{name}-{number}"),
                traits={"name": f"Person {number}", "gender": gender, "level": level},
            )
            for number, (gender, level) in enumerate(people)
        ),
    )


def seatings(delegation: Delegation, k: int) -> Iterator[Seating]:
    """Every placement of the delegates that keeps the seating rule."""
    people = [(each.traits["gender"], each.traits["level"]) for each in delegation.delegates]
    for places in set(product(range(k), repeat=len(people))):
        counts = [places.count(group) for group in range(k)]
        together = len(people) < k
        if max(counts) == len(people) if together else max(counts) - min(counts) <= 1:
            yield tuple(
                tuple(sorted(who for who, place in zip(people, places, strict=True) if place == g))
                for g in range(k)
            )


def counted(delegation: Delegation, seating: Seating) -> dict[tuple[str, str], tuple[int, ...]]:
    """Goal and label -> what the seating adds to each group."""
    k, region = len(seating), delegation.region
    people = tuple(map(len, seating))
    present = tuple(int(each > 0) for each in people)
    counts = {
        ("size", ""): people,
        ("small", ""): present if delegation.head_count < k else (0,) * k,
        ("region.delegations", region): present,
        ("region.delegates", region): people,
        ("level.delegates", ""): tuple(sum(int(level) for _, level in here) for here in seating),
    }
    for gender in GENDERS:
        counts["gender.delegates", gender] = tuple(
            sum(who == gender for who, _ in here) for here in seating
        )
    return counts


def best_values(workshop: Workshop, k: int, goals: list[str]) -> list[int]:
    """The lexicographic best over every placement of every person."""
    reached: set[Tally] = {()}
    for delegation in workshop.delegations:
        steps = [counted(delegation, seating) for seating in set(seatings(delegation, k))]
        reached = {_added(dict(tally), step) for tally in reached for step in steps}
    return min([_value(tally, goal) for goal in goals] for tally in reached)


def _added(
    tally: dict[tuple[str, str], tuple[int, ...]], step: dict[tuple[str, str], tuple[int, ...]]
) -> Tally:
    for key, counts in step.items():
        before = tally.get(key, (0,) * len(counts))
        tally[key] = tuple(map(int.__add__, before, counts))
    return tuple(sorted(tally.items()))


def _value(tally: Tally, goal: str) -> int:
    return sum(max(counts) - min(counts) for (name, _), counts in tally if name == goal)


@examples(40)
@given(
    named_workshops(people=9),
    st.integers(2, 3),
    st.sampled_from((["gender"], ["level"], ["gender", "level"], ["level", "gender"])),
)
def test_no_placement_of_the_people_is_better(
    workshop: Workshop, k: int, balance: list[str]
) -> None:
    """With columns to balance, the values are those of enumeration."""
    outcome = allocator.allocate(workshop, groups=k, balance=balance)

    assert [score.name for score in outcome.goals][4:] == [f"{each}.delegates" for each in balance]
    assert [score.value for score in outcome.goals] == best_values(
        workshop, k, [score.name for score in outcome.goals]
    )


@examples(60)
@given(named_workshops(people=25), st.integers(2, 4))
def test_every_named_delegate_sits_where_the_delegation_does(workshop: Workshop, k: int) -> None:
    """Everybody has one place, and the places add up to the seats of the delegation."""
    outcome = allocator.allocate(workshop, groups=k, balance=["gender", "level"])

    assert audit.violations(workshop, outcome.plan, outcome.allocation) == ()
    for delegation in workshop.delegations:
        places = [outcome.allocation.places[each.id] for each in delegation.delegates]
        assert tuple(places.count(group) for group in range(k)) == outcome.seats_of(delegation)


def test_two_women_and_two_men_of_two_delegations_mix_in_both_groups() -> None:
    """Two delegations of four: each group can have two women and two men."""
    people = [("F", "1"), ("F", "1"), ("M", "1"), ("M", "1")]
    workshop = Workshop(
        delegations=(a_named_delegation("A", "N", people), a_named_delegation("B", "N", people))
    )

    outcome = allocator.allocate(workshop, groups=2, balance=["gender"])

    assert [score.value for score in outcome.goals] == [0, 0, 0, 0, 0]


def test_a_column_of_a_head_count_list_counts_every_person() -> None:
    """A trait of the delegation is the trait of each of its people."""
    workshop = a_workshop(2, 2, 2, 2, seatings=["whole"])
    flagged = Workshop(
        delegations=tuple(
            Delegation(
                id=each.id,
                name=each.name,
                head_count=each.head_count,
                region=each.region,
                seating=each.seating,
                traits={"SIDS": "yes" if number < 2 else "no"},
            )
            for number, each in enumerate(workshop.delegations)
        )
    )

    outcome = allocator.allocate(flagged, groups=2, balance=["SIDS"])

    assert {score.name: score.value for score in outcome.goals}["SIDS.delegates"] == 0
