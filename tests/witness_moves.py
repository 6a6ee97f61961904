"""An independent reading of what a re-balance counts: moves, seats against the rule, leeway.

Nothing here imports the package: it is written from the description in docs/method.md alone.
`rosters` enumerates every roster of a small list in plain Python; `witness_frontier` asks a solver.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from witness import Counts, Row, Session, columns_of, fair_shares, goals_of, values_of

#: The goal of people seated against their rule, and the goal of a balanced column called "text".
SEATING, TEXT = "seating", "text.delegates"

#: What a roster adds up to: people per group, counts per column, counts per text, seated against.
Tally = tuple[Counts, tuple[Counts, ...], tuple[Counts, ...], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """People of one delegation whom nobody can tell apart, as far as moves are concerned.

    ``people`` are on the new list. ``old``: the seats they had per group of now, ``lost`` those in
    groups that are no more; together more than ``people`` where some withdrew, and nobody knows
    who. A named person had one seat or none. ``text`` is what a balanced column says of each.
    """

    people: int
    old: Counts
    lost: int = 0
    text: str = ""


#: Delegation -> its people on the new list, told apart as far as they can be.
People = Mapping[str, tuple[Crew, ...]]


def by_number(rows: Sequence[Row], session: Session, old: Mapping[str, Counts]) -> People:
    """The people of delegations that are known by their head-counts; who is not in ``old`` is new.

    ``old``: delegation -> people per group of now, and whatever comes behind in groups of then.
    """
    nobody = (0,) * session.k
    return {
        row.delegation: (
            Crew(
                people=row.delegates,
                old=old.get(row.delegation, nobody)[: session.k],
                lost=sum(old.get(row.delegation, nobody)[session.k :]),
            ),
        )
        for row in rows
    }


def moves_of(crew: Crew, seats: Counts) -> int:
    """How many of these people must be told another group; as many as possible stay."""
    withdrawn = max(0, sum(crew.old) + crew.lost - crew.people)
    vacated = sum(max(0, had - has) for had, has in zip(crew.old, seats, strict=True)) + crew.lost
    return max(0, vacated - withdrawn)


def against(row: Row, seats: Counts, session: Session) -> int:
    """How many people of a delegation would have to sit elsewhere for its seating rule to hold."""
    if session.is_whole(row):
        return row.delegates - max(seats)
    floor, ceiling = row.delegates // session.k, -(-row.delegates // session.k)
    above = sum(max(0, people - ceiling) for people in seats)
    below = sum(max(0, floor - people) for people in seats)
    return max(above, below)


def leeway(row: Row, crews: Sequence[Crew], session: Session) -> int:
    """How many may sit against the rule: the fewest when everybody who can stay stays in place."""
    return min(against(row, _sum(seats), session) for seats in product(*(map(_in_place, crews))))


def goal_order(rows: Sequence[Row], session: Session, people: People) -> tuple[str, ...]:
    """The goals of a re-balance: `seating` stands behind `small`, a balanced column at the end."""
    order = list(goals_of(rows, session))
    order.insert(order.index("small") + 1, SEATING)
    return (*order, *([TEXT] if texts_of(people) else []))


def texts_of(people: People) -> tuple[str, ...]:
    """The texts of the balanced column, the blank among them; none when nobody has any."""
    texts = {crew.text for crews in people.values() for crew in crews}
    return tuple(sorted(texts)) if any(texts) else ()


def rosters(rows: Sequence[Row], session: Session, people: People) -> dict[Counts, int]:
    """Values in goal order -> the fewest moves that reach them, for all that can be reached.

    Empty when no roster keeps the capacities and sits nobody worse than the leeway.
    """
    columns, texts = columns_of(rows, session), texts_of(people)
    total = sum(row.delegates for row in rows)
    room = [session.room(group, total) for group in range(session.k)]
    none = (0,) * session.k
    reached: dict[Tally, int] = {(none, (none,) * len(columns), (none,) * len(texts), 0): 0}
    for row in rows:
        added: dict[Tally, int] = {}
        for seats, by_text, moves in _ways(row, people[row.delegation], session, texts):
            wrong = against(row, seats, session)
            counts = [column.counts(row, seats) for column in columns]
            for (seated, totals, told, amiss), so_far in reached.items():
                now = _sum((seated, seats))
                if not all(map(int.__le__, now, room)):
                    continue
                tally = (
                    now,
                    tuple(map(_add, totals, counts)),
                    tuple(map(_add, told, by_text)),
                    amiss + wrong,
                )
                added[tally] = min(so_far + moves, added.get(tally, so_far + moves))
        reached = added
    order, shares = goal_order(rows, session, people), fair_shares(total, session)
    found: dict[Counts, int] = {}
    for (_, totals, told, amiss), moves in reached.items():
        values = values_of(totals, columns, shares, goals_of(rows, session))
        values[SEATING] = amiss
        values[TEXT] = sum(max(counts) - min(counts) for counts in told)
        key = tuple(values[goal] for goal in order)
        found[key] = min(moves, found.get(key, moves))
    return found


def fewest_by_hand(
    found: Mapping[Counts, int], order: Sequence[str], limits: Mapping[str, int]
) -> int:
    """The fewest moves of the rosters whose goals are within limits (goal -> most, inclusive)."""
    return min(moves for values, moves in found.items() if _within(values, order, limits))


def best_by_hand(
    found: Mapping[Counts, int],
    order: Sequence[str],
    moves: int,
    limits: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Goal -> value of the best roster with at most so many moves, within limits."""
    best = min(
        values
        for values, needed in found.items()
        if needed <= moves and _within(values, order, limits or {})
    )
    return dict(zip(order, best, strict=True))


def caps(best: Mapping[str, int], tolerance: int) -> dict[str, int]:
    """What size and small may be before somebody is moved; ``best``: of the best roster of all."""
    return {goal: max(tolerance, best[goal]) for goal in ("size", "small")}


def frontier_by_hand(found: Mapping[Counts, int]) -> dict[int, Counts]:
    """Moves -> the best values that they allow, where these are better than with fewer moves."""
    points: dict[int, Counts] = {}
    for values, moves in sorted(found.items(), key=lambda each: (each[1], each[0])):
        if not points or values < list(points.values())[-1]:
            points.setdefault(moves, values)
    return points


def _within(values: Counts, order: Sequence[str], limits: Mapping[str, int]) -> bool:
    reached = dict(zip(order, values, strict=True))
    return all(reached[goal] <= most for goal, most in limits.items())


def _ways(
    row: Row, crews: Sequence[Crew], session: Session, texts: Sequence[str]
) -> Iterator[tuple[Counts, tuple[Counts, ...], int]]:
    """Seats, people per text and group, and moves of one delegation, worse than the leeway none."""
    most = leeway(row, crews, session)
    ways: dict[tuple[Counts, tuple[Counts, ...]], int] = {}
    for seats in product(*(parts(crew.people, (crew.people,) * session.k) for crew in crews)):
        moves = sum(map(moves_of, crews, seats))
        told = [(crew.text, own) for crew, own in zip(crews, seats, strict=True)]
        none = (0,) * session.k
        by_text = tuple(_sum([none, *(own for each, own in told if each == t)]) for t in texts)
        key = (_sum(seats), by_text)
        if against(row, key[0], session) <= most:
            ways[key] = min(moves, ways.get(key, moves))
    for (seated, by_text), moves in ways.items():
        yield seated, by_text, moves


def _in_place(crew: Crew) -> Iterator[Counts]:
    """Every way to seat these people so that nobody moves who need not."""
    rest = crew.people - sum(crew.old)
    if rest <= 0:
        yield from parts(crew.people, crew.old)
        return
    for more in parts(rest, (rest,) * len(crew.old)):
        yield _add(crew.old, more)


def parts(people: int, most: Counts) -> Iterator[Counts]:
    """Every way to take people apart into as many numbers as ``most`` has, none above its own."""
    if len(most) == 1:
        if people <= most[0]:
            yield (people,)
        return
    for first in range(min(people, most[0]) + 1):
        for others in parts(people - first, most[1:]):
            yield (first, *others)


def _add(one: Counts, other: Counts) -> Counts:
    return tuple(map(int.__add__, one, other))


def _sum(counts: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*counts, strict=True)))
