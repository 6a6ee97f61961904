"""Random lists whose people had seats before, and what the fewest moves are, way by way."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from builders import a_plan, a_workshop
from hypothesis import strategies as st

from allocator.allocation import Allocation
from allocator.delegation import Delegate, DelegateId, Delegation
from allocator.plan import Plan
from allocator.published.seats import NOWHERE, Bench, Published
from allocator.published.staying import seats_against
from allocator.workshop import Workshop

#: Goals of a re-balance.
GOALS = ("size", "small", "seating", "region.delegations", "region.delegates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A list, its plan and the seats that its people had."""

    workshop: Workshop
    plan: Plan
    published: Published

    def may_sit(self, delegation: Delegation, seats: tuple[int, ...]) -> bool:
        """Whether the seating rule, or what a re-balance may leave against it, allows the seats."""
        against = seats_against(seats, whole=self.plan.sits_whole(delegation))
        return against <= self.published.leeway(delegation, self.plan)

    def against(self, allocation: Allocation) -> int:
        """The people who sit against the seating rule of their delegation."""
        return sum(
            seats_against(allocation.seats[each.id], whole=self.plan.sits_whole(each))
            for each in self.workshop.delegations
        )

    def moved(self, allocation: Allocation) -> int:
        """The people who had a seat and have one in another group."""
        return sum(
            sum(self._has_moved(each, allocation.places[each.id]) for each in delegation.delegates)
            if delegation.delegates
            else self._moved_of(delegation, allocation.seats[delegation.id])
            for delegation in self.workshop.delegations
        )

    def fewest(self) -> int:
        """The fewest moves: of every delegation by itself, as nothing else binds them."""
        return sum(min(self._moves(each)) for each in self.workshop.delegations)

    def _moves(self, delegation: Delegation) -> Iterator[int]:
        """The moves of every way in which a delegation may sit."""
        people = delegation.delegates or (None,) * delegation.head_count
        for places in product(range(self.plan.k), repeat=len(people)):
            there = Counter(places)
            seats = tuple(there[group] for group in range(self.plan.k))
            if not self.may_sit(delegation, seats):
                continue
            if delegation.delegates:
                pairs = zip(delegation.delegates, places, strict=True)
                yield sum(self._has_moved(each, place) for each, place in pairs)
            else:
                yield self._moved_of(delegation, seats)

    def _has_moved(self, delegate: Delegate, place: int) -> bool:
        return delegate.id in self.published.places and place != self.published.place_of(
            delegate.id
        )

    def _moved_of(self, delegation: Delegation, seats: tuple[int, ...]) -> int:
        """Of people who are a number only, as many stay in place as the numbers allow."""
        if delegation.id not in self.published.known:
            return 0
        (bench,) = self.published.benches[delegation.id]
        there: Counter[int] = Counter()
        for group, people in zip(self.published.now, bench.seats, strict=True):
            there[group] += people
        stay = sum(min(there[group], people) for group, people in enumerate(seats))
        return min(sum(bench.seats), delegation.head_count) - stay


@st.composite
def late_head_counts(draw: st.DrawFn) -> Late:
    """Delegations of up to four people; some are new, some had other numbers, some groups go."""
    workshop = draw(_workshops())
    k = draw(st.integers(2, 3))
    now = _new_groups(draw, k)
    benches = {
        each.id: (Bench(seats=tuple(draw(st.integers(0, 3)) for _ in now)),)
        for each in workshop.delegations
        if draw(st.booleans())
    }
    known = {name: benches[name] for name in benches if sum(benches[name][0].seats)}
    published = Published(groups=_names(now), now=now, benches=known, known=frozenset(known))
    return Late(workshop=workshop, plan=a_plan(k, goals=GOALS), published=published)


@st.composite
def late_named_lists(draw: st.DrawFn) -> Late:
    """The same for people who are named, of two genders that may be balanced."""
    workshop = Workshop(
        delegations=tuple(_named(draw, each) for each in draw(_workshops()).delegations)
    )
    k = draw(st.integers(2, 3))
    now = _new_groups(draw, k)
    places = {
        delegate.id: draw(st.integers(0, len(now) - 1))
        for delegation in workshop.delegations
        for delegate in delegation.delegates
        if draw(st.booleans())
    }
    known = frozenset(
        each.id
        for each in workshop.delegations
        if any(delegate.id in places for delegate in each.delegates)
    )
    published = Published(groups=_names(now), now=now, places=places, known=known)
    balance = ("gender",) if draw(st.booleans()) else ()
    goals = (*GOALS, *(f"{column}.delegates" for column in balance))
    plan = replace(a_plan(k, goals=goals), balance=balance)
    return Late(workshop=workshop, plan=plan, published=published)


def _workshops() -> st.SearchStrategy[Workshop]:
    heads = st.lists(st.integers(1, 4), min_size=1, max_size=4)
    seatings = st.lists(st.sampled_from(("", "", "spread", "whole")), min_size=4, max_size=4)
    return st.builds(
        lambda people, words: a_workshop(*people, regions="XY", seatings=words), heads, seatings
    )


def _named(draw: st.DrawFn, delegation: Delegation) -> Delegation:
    people = tuple(
        Delegate(
            id=DelegateId(f"{delegation.id}-{number}"),
            traits={"gender": draw(st.sampled_from("FM"))},
        )
        for number in range(delegation.head_count)
    )
    return replace(delegation, delegates=people)


def _new_groups(draw: st.DrawFn, k: int) -> tuple[int, ...]:
    """For each of two or three old groups, which of the new ones it is; one may be no more."""
    order: list[int] = draw(st.permutations([*range(k), NOWHERE]))
    return tuple(order[: draw(st.integers(2, k))])


def _names(now: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(f"Group {number}" for number in range(1, len(now) + 1))
