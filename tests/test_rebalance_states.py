"""Lists and rosters that change in any order, and a re-balance now and then: what always holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from agreed import recounted, values
from builders import a_delegation, groups_of
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from rebalancing.changed_lists import COLUMNS, KNOWN_BY, STATES, a_row_of, moved
from rebalancing.rebalanced import Case, same_people, the_case
from witness_frontier import best_with_moves, fewest_moves, limits_for
from witness_moves import against, leeway
from witness_optimum import NoRosterError

import allocator
from allocator import audit
from allocator.allocation import Outcome
from allocator.delegation import DelegationId
from allocator.errors import NoAllocation
from allocator.workshop import Workshop
from examples import examples

#: People who come at once, and how many delegations there are at most.
MOST_PEOPLE, MOST = 4, len(STATES)
states, numbers = st.sampled_from(STATES), st.integers(1, MOST_PEOPLE)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the list: a number, and what the list says to know the person by."""

    number: int
    known_by: tuple[str, ...]


class Rosters(RuleBasedStateMachine):
    """A secretariat between two versions of the rosters; the list gives head-counts."""

    def __init__(self) -> None:
        """Nobody has registered yet."""
        super().__init__()
        self.delegations: dict[str, tuple[Person, ...]] = {}
        self.before: Outcome
        self.last = 0

    def listed(self) -> Workshop:
        """The list as it is now."""
        return Workshop(
            delegations=tuple(
                a_delegation(name, len(people), region=region_of(name))
                for name, people in sorted(self.delegations.items())
            )
        )

    def come(self, people: int, known_by: tuple[str, ...]) -> tuple[Person, ...]:
        """New people."""
        self.last += people
        return tuple(Person(self.last - each, known_by) for each in range(people))

    @initialize(
        people=st.lists(numbers, min_size=2, max_size=MOST),
        known_by=st.sampled_from(KNOWN_BY),
        rooms=st.lists(st.none() | st.integers(8, 12), min_size=2, max_size=3),
        seating=st.sampled_from(("spread", "spread", "whole")),
        small_seating=st.sampled_from(("together", "apart")),
    )
    def publish(
        self,
        people: Sequence[int],
        known_by: tuple[str, ...],
        rooms: list[int | None],
        seating: str,
        small_seating: str,
    ) -> None:
        """The first rosters; when the rooms are too small, there are rooms without a limit."""
        for name, count in zip(STATES, people, strict=False):
            self.delegations[name] = self.come(count, known_by)
        limits = rooms if sum(people) <= sum(each or 12 for each in rooms) - 12 else [None, None]
        self.before = allocator.allocate(
            self.listed(), groups_of(limits), seating=seating, small_seating=small_seating
        )

    @rule(name=states, people=numbers, known_by=st.sampled_from(KNOWN_BY))
    def register(self, name: str, people: int, known_by: tuple[str, ...]) -> None:
        """A delegation comes, or grows."""
        there = self.delegations.get(name, ())
        self.delegations[name] = (*there, *self.come(people, known_by))[: 2 * MOST_PEOPLE]

    @precondition(lambda self: len(self.delegations) > 1)
    @rule(pick=st.integers(0, MOST - 1))
    def withdraw(self, pick: int) -> None:
        """A delegation goes, unless nobody would be left who had a seat."""
        name = sorted(self.delegations)[pick % len(self.delegations)]
        had = {each.name for each in self.before.workshop.delegations}
        if had & (self.delegations.keys() - {name}):
            del self.delegations[name]

    @rule(pick=st.integers(0, MOST - 1), who=st.integers(0, 2 * MOST_PEOPLE))
    def shrink(self, pick: int, who: int) -> None:
        """Somebody of a delegation goes, and it still has somebody."""
        name = sorted(self.delegations)[pick % len(self.delegations)]
        people = list(self.delegations[name])
        if len(people) > 1:
            people.pop(who % len(people))
            self.delegations[name] = tuple(people)

    @rule(pick=st.integers(0, MOST - 1), origin=st.integers(0, 2), to=st.integers(0, 2))
    def move_by_hand(self, pick: int, origin: int, to: int) -> None:
        """Somebody cuts a person out of one roster and pastes the row into another."""
        those = self.before.workshop.delegations
        each = those[pick % len(those)]
        seats, k = self.before.allocation.seats[each.id], self.before.plan.k
        there = [group for group, people in enumerate(seats) if people]
        self.before = moved(self.before, each.id, there[origin % len(there)], to % k)

    @rule(max_moves=st.none() | st.integers(0, 4), tolerance=st.integers(0, 2))
    def rebalance(self, max_moves: int | None, tolerance: int) -> None:
        """The next version, or a refusal that the witness confirms."""
        workshop = self.listed()
        asked = the_case(self.before, replace(self.before, workshop=workshop))
        try:
            after = allocator.rebalance(
                self.before, workshop, max_moves=max_moves, tolerance=tolerance, frontier=2
            )
        except NoAllocation:
            assert not can_be_seated(asked, max_moves)
            return
        require_everybody_seated(workshop, after)
        require_true_numbers(asked, after)
        require_fewest_moves(asked, after, max_moves, tolerance)
        if not after.changes or not after.changes.moves:
            require_seats_kept(self.before, after)
        self.before = after


class NamedRosters(Rosters):
    """The same with a row per delegate, each known by this or that or by nothing."""

    def listed(self) -> Workshop:
        """The list as it is now."""
        rows = [
            a_row_of(name, region_of(name), each.number, each.known_by)
            for name, people in sorted(self.delegations.items())
            for each in people
        ]
        return Workshop.from_frame(pd.DataFrame(rows, columns=COLUMNS))


def region_of(name: str) -> str:
    """One of two regions."""
    return "North" if STATES.index(name) % 2 else "South"


def can_be_seated(asked: Case, max_moves: int | None) -> bool:
    """Whether any roster keeps the rules with at most so many moves."""
    try:
        fewest = fewest_moves(*asked.question, {})
    except NoRosterError:
        return False
    return max_moves is None or fewest <= max_moves


def require_everybody_seated(workshop: Workshop, after: Outcome) -> None:
    """P1, P2: everybody on the new list has one seat, and nobody else has any."""
    people = {each.id: each.head_count for each in workshop.delegations}
    named = sorted(each.id for those in workshop.delegations for each in those.delegates)

    assert people == {each: sum(seats) for each, seats in after.allocation.seats.items()}
    assert named == sorted(after.allocation.places)


def require_true_numbers(asked: Case, after: Outcome) -> None:
    """P3, P4, P24: rules, goals and moves as they are counted again from the seats."""
    rows, session, people = asked.question
    by_name = {each.name: each for each in after.workshop.delegations}
    most: dict[DelegationId, int] = {
        by_name[row.delegation].id: leeway(row, people[row.delegation], session) for row in rows
    }
    seated = [against(row, after.seats_of(by_name[row.delegation]), session) for row in rows]
    counted, _ = recounted(after, session)

    assert () == audit.violations(after.workshop, after.plan, after.allocation, most)
    assert {**counted, "seating": sum(seated)} == values(after)
    assert after.changes is not None
    assert asked.moves_in(after) == after.changes.moves


def require_fewest_moves(
    asked: Case, after: Outcome, max_moves: int | None, tolerance: int
) -> None:
    """P25: the witness proves as few moves, and no better goals with them."""
    assert after.changes is not None
    limits = {} if max_moves is not None else limits_for(*asked.question, tolerance)
    fewest = max_moves if max_moves is not None else fewest_moves(*asked.question, limits)
    best = best_with_moves(*asked.question, fewest, limits)
    needed = fewest_moves(*asked.question, {**limits, **best})

    assert best == values(after)
    assert needed == after.changes.moves
    assert "optimal" == after.status


def require_seats_kept(before: Outcome, after: Outcome) -> None:
    """P27: where nobody moves, everybody who can be told apart sits where they sat."""
    old, new = before.allocation.places, after.allocation.places
    partners = same_people(before.workshop, after.workshop)

    assert {key: old[was] for key, was in partners.items()} == {
        key: new[each.id]
        for those in after.workshop.delegations
        for each in those.delegates
        if (key := (those.id, each.id)) in partners
    }


TestRosters = Rosters.TestCase
TestRosters.settings = settings(examples(20), stateful_step_count=12)
TestNamedRosters = NamedRosters.TestCase
TestNamedRosters.settings = settings(examples(20), stateful_step_count=12)
