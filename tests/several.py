"""Several sessions by brute force: every balanced roster, and the best choice among them."""

from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, product

from builders import rows_of
from witness import Counts, Row, Session, columns_of, fair_shares, goals_of, values_of, ways

from allocator.allocation import Outcome

#: Delegation by delegation, its people per group.
Roster = tuple[Counts, ...]


def balanced(rows: Sequence[Row], session: Session) -> list[Roster]:
    """Every roster that keeps the seating rules and has the best values of all goals."""
    valued = [
        (_values(rows, session, roster), roster)
        for roster in product(*(ways(row, session) for row in rows))
    ]
    best = min(values for values, _ in valued)
    return [roster for values, roster in valued if values == best]


def _values(rows: Sequence[Row], session: Session, roster: Roster) -> tuple[int, ...]:
    columns = columns_of(rows, session)
    totals = [
        tuple(
            map(
                sum,
                zip(
                    *(column.counts(row, own) for row, own in zip(rows, roster, strict=True)),
                    strict=True,
                ),
            )
        )
        for column in columns
    ]
    shares = fair_shares(sum(row.delegates for row in rows), session)
    return tuple(values_of(totals, columns, shares, goals_of(rows, session)).values())


def fewest(rows: Sequence[Row], session: Session, number: int) -> int:
    """Pairs that share no group in any of so many balanced sessions, for the best choice."""
    masks = {_apart(roster) for roster in balanced(rows, session)}
    choices = combinations_with_replacement(sorted(masks), number)
    return min(_all(choice).bit_count() for choice in choices)


def _apart(roster: Roster) -> int:
    """A bit for each pair of delegations, set when they share no group."""
    return sum(
        1 << index
        for index, (one, other) in enumerate(combinations(roster, 2))
        if not _share(one, other)
    )


def _all(masks: Sequence[int]) -> int:
    result = masks[0]
    for mask in masks[1:]:
        result &= mask
    return result


def _share(one: Counts, other: Counts) -> bool:
    return any(here and there for here, there in zip(one, other, strict=True))


def pairs_apart(outcome: Outcome) -> int:
    """Pairs of delegations that share a group in no session, counted pair by pair."""
    return _all([_apart(roster) for roster in rosters(outcome)]).bit_count()


def rosters(outcome: Outcome) -> Iterator[Roster]:
    """The seats of every session, delegation by delegation in list order."""
    for allocation in outcome.allocations:
        yield tuple(allocation.seats[each.id] for each in outcome.workshop.delegations)


def measured(outcome: Outcome, session: Session) -> list[tuple[int, ...]]:
    """The values of the goals in every session, as the witness counts them."""
    rows = rows_of(outcome.workshop)
    return [_values(rows, session, roster) for roster in rosters(outcome)]
