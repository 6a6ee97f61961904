"""How well a delegation sits by its rule when everybody who can stays in place."""

from collections.abc import Iterator, Sequence
from math import comb, prod

from allocator.published.told import Told

#: Ways to take leavers out that are gone through; with more, each bench is settled by itself.
MOST_WAYS = 20_000


def least_against(told: Sequence[Told], *, whole: bool) -> int:
    """The fewest people against the rule with nobody moved.

    Whoever withdraws leaves, and whoever joins takes, the seat that serves the rule best. People of
    a group that is no more count as joining.
    """
    if whole:
        people = sum(each.people for each in told)
        k = len(told[0].seats)
        return people - max(sum(_most_in(each, group) for each in told) for group in range(k))
    joining = sum(max(0, each.people - sum(each.seats)) for each in told)
    return min(seats_against(_filled(seats, joining), whole=False) for seats in _left(told))


def seats_against(seats: Sequence[int], *, whole: bool) -> int:
    """How many people of a delegation would have to sit elsewhere for its seating rule to hold.

    Whole: everybody outside the group that has most of them. Spread: those above ceil(n/k) in a
    group, or those missing from floor(n/k), whichever is more. Source: docs/method.md, re-balance.
    """
    if whole:
        return sum(seats) - max(seats)
    floor, rest = divmod(sum(seats), len(seats))
    above = sum(max(0, count - floor - (rest > 0)) for count in seats)
    below = sum(max(0, floor - count) for count in seats)
    return max(above, below)


def _most_in(told: Told, group: int) -> int:
    """The most people of a bench that can be in a group without a move."""
    joining = max(0, told.people - sum(told.seats))
    return min(told.seats[group], told.people) + joining


def _left(told: Sequence[Told]) -> Iterator[tuple[int, ...]]:
    """Seats per group after the leavers have left, in every way, or in the most even one."""
    leavers = [sum(each.seats) - each.people for each in told]
    shrunk = [each for each, gone in zip(told, leavers, strict=True) if gone > 0]
    grown = [each.seats for each, gone in zip(told, leavers, strict=True) if gone <= 0]
    k = len(told[0].seats)
    seats = {tuple(map(sum, zip((0,) * k, *grown, strict=True)))}
    ways = prod(comb(each.people + k - 1, k - 1) for each in shrunk)
    for each in shrunk:
        if len(shrunk) == 1 or ways > MOST_WAYS:
            seats = {_evened(reached, each) for reached in seats}
        else:
            kept = tuple(_kept(each.seats, each.people))
            seats = {_added(reached, own) for reached in seats for own in kept}
    yield from seats


def _evened(seats: Sequence[int], told: Told) -> tuple[int, ...]:
    """The seats with those of a bench, whose leavers have left the fullest groups."""
    own, all_seats = list(told.seats), list(_added(seats, told.seats))
    for _ in range(sum(own) - told.people):
        fullest = max((g for g, count in enumerate(own) if count), key=all_seats.__getitem__)
        own[fullest] -= 1
        all_seats[fullest] -= 1
    return tuple(all_seats)


def _kept(seats: Sequence[int], people: int) -> Iterator[tuple[int, ...]]:
    """Every way for so many people to stay on these seats."""
    if len(seats) == 1:
        if people <= seats[0]:
            yield (people,)
        return
    for here in range(min(seats[0], people), -1, -1):
        for others in _kept(seats[1:], people - here):
            yield (here, *others)


def _filled(seats: Sequence[int], joining: int) -> tuple[int, ...]:
    """The seats with newcomers, each in the group that has fewest."""
    filled = list(seats)
    for _ in range(joining):
        filled[filled.index(min(filled))] += 1
    return tuple(filled)


def _added(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(map(int.__add__, one, other))
