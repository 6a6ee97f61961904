"""An independent reading of the seating rules and the goals, which recounts finished rosters.

Nothing here imports the package: it is written from the description in docs/method.md
alone, so that a mistake in the package is not repeated here.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

#: The goals of every list, the most important first; the last two only where there are categories.
GOALS = ("size", "small", "region.delegations", "region.delegates",
         "category.delegations", "category.delegates")  # fmt: skip

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One delegation of a list; ``seating`` is ``spread``, ``whole`` or empty (not said)."""

    delegation: str
    delegates: int
    region: str
    category: str = ""
    seating: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What the secretariat asks for; ``small`` 0 means fewer delegates than groups.

    ``capacities`` has one entry (people, or ``None`` for no limit) per group, or is empty.
    ``goals`` reorders the goals; empty means all, in the usual order.
    """

    k: int
    seating: str = "spread"
    small: int = 0
    small_seating: str = "together"
    capacities: tuple[int | None, ...] = ()
    goals: tuple[str, ...] = ()

    def is_small(self, row: Row) -> bool:
        """Whether the delegation counts as small."""
        return row.delegates <= (self.small or self.k - 1)

    def is_whole(self, row: Row) -> bool:
        """Whether the delegation sits in one group."""
        if row.seating:
            return row.seating == "whole"
        together = self.is_small(row) and self.small_seating == "together"
        return self.seating == "whole" or together

    def room(self, group: int, delegates: int) -> int:
        """The people a group can hold, no more than ``delegates``."""
        limit = self.capacities[group] if self.capacities else None
        return delegates if limit is None else min(limit, delegates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One thing that is counted per group: its goal, and who counts in which unit."""

    goal: str
    members: frozenset[str]
    in_people: bool

    def counts(self, row: Row, seats: Counts) -> Counts:
        """What the seats of one delegation add to the groups."""
        if row.delegation not in self.members:
            return (0,) * len(seats)
        return seats if self.in_people else tuple(int(people > 0) for people in seats)


def goals_of(rows: Sequence[Row], session: Session) -> tuple[str, ...]:
    """The goals of this list in priority order; categories count when the list has any."""
    return session.goals or (GOALS if any(row.category for row in rows) else GOALS[:4])


def columns_of(rows: Sequence[Row], session: Session) -> list[Column]:
    """Everything that is counted: all people, the small delegations, each region and category."""
    everybody = frozenset(row.delegation for row in rows)
    small = frozenset(row.delegation for row in rows if session.is_small(row))
    columns = [
        Column(goal="size", members=everybody, in_people=True),
        Column(goal="small", members=small, in_people=False),
    ]
    for kind in ("region", "category"):
        for label in sorted({getattr(row, kind) for row in rows}):
            members = frozenset(row.delegation for row in rows if getattr(row, kind) == label)
            columns += [
                Column(goal=f"{kind}.delegations", members=members, in_people=False),
                Column(goal=f"{kind}.delegates", members=members, in_people=True),
            ]
    wanted = goals_of(rows, session)
    return [column for column in columns if column.goal in wanted]


def fair_shares(delegates: int, session: Session) -> Counts:
    """What `size` measures each group against: its share of capacity, or 0 for a plain spread.

    Shares count only where capacities rule an even split out. A group without a capacity counts
    with the larger of an even share and what the others leave over. Largest remainder, the earlier
    group first.
    """
    k, limits = session.k, session.capacities or (None,) * session.k
    even, extra = divmod(delegates, k)
    tight = sum(limit is not None and limit <= even for limit in limits)
    below = any(limit is not None and limit < even for limit in limits)
    if not below and k - tight >= extra:
        return (0,) * k
    given = [limit for limit in limits if limit is not None]
    left = math.ceil((delegates - sum(given)) / max(1, k - len(given)))
    weights = [max(math.ceil(delegates / k), left) if each is None else each for each in limits]
    whole = sum(weights)
    shares = [delegates * weight // whole for weight in weights]
    by_remainder = sorted(range(k), key=lambda group: -(delegates * weights[group] % whole))
    for group in by_remainder[: delegates - sum(shares)]:
        shares[group] += 1
    return tuple(shares)


def ways(row: Row, session: Session) -> list[Counts]:
    """Every seating of one delegation that its seating rule allows, as people per group."""
    groups = range(session.k)
    if session.is_whole(row):
        return [tuple(row.delegates * (group == at) for group in groups) for at in groups]
    share, extra = divmod(row.delegates, session.k)
    return [
        tuple(share + (group in more) for group in groups) for more in combinations(groups, extra)
    ]


def values_of(
    totals: Sequence[Counts], columns: Sequence[Column], shares: Counts, goals: Iterable[str]
) -> dict[str, int]:
    """Goal -> value, from the count per group of each column."""
    values = dict.fromkeys(goals, 0)
    for column, counts in zip(columns, totals, strict=True):
        against = shares if column.goal == "size" else (0,) * len(counts)
        differences = [count - share for count, share in zip(counts, against, strict=True)]
        values[column.goal] += max(differences) - min(differences)
    return values


def measure(
    rows: Sequence[Row],
    session: Session,
    groups: Sequence[str],
    assignments: Iterable[Mapping[str, object]],
) -> tuple[dict[str, int], list[str]]:
    """Goal -> value of a finished roster, and what it breaks, in words.

    ``assignments`` are the records of the JSON: delegation, group, delegates (people, at least 1).
    """
    seats, broken = _seated(rows, groups, assignments)
    broken += [told for row in rows for told in _misplaced(row, seats[row.delegation], session)]
    columns = columns_of(rows, session)
    totals = [
        _sums([column.counts(row, seats[row.delegation]) for row in rows]) for column in columns
    ]
    for group, limit in enumerate(session.capacities):
        people = sum(each[group] for each in seats.values())
        if limit is not None and people > limit:
            broken.append(f"{people} people in {groups[group]!r}, which holds {limit}")
    shares = fair_shares(sum(row.delegates for row in rows), session)
    return values_of(totals, columns, shares, goals_of(rows, session)), broken


def _seated(
    rows: Sequence[Row], groups: Sequence[str], assignments: Iterable[Mapping[str, object]]
) -> tuple[dict[str, Counts], list[str]]:
    """Delegation -> people per group, and the records that are no seat of this list, in words."""
    places = {(row.delegation, group): 0 for row in rows for group in groups}
    broken = []
    for record in assignments:
        place = (str(record["delegation"]), str(record["group"]))
        people = record["delegates"]
        if place not in places or not isinstance(people, int) or people < 1:
            broken.append(f"{people!r} people at {place} is no seat of this list")
        elif places[place]:
            broken.append(f"{place} is there twice")
        else:
            places[place] = people
    seats = {
        row.delegation: tuple(places[row.delegation, group] for group in groups) for row in rows
    }
    return seats, broken


def _sums(counts: Sequence[Counts]) -> Counts:
    return tuple(sum(group) for group in zip(*counts, strict=True))


def _misplaced(row: Row, seats: Counts, session: Session) -> list[str]:
    """What is wrong with the seats of one delegation, in words."""
    told = []
    if sum(seats) != row.delegates:
        told.append(f"{row.delegation!r} has {sum(seats)} of {row.delegates} people seated")
    if session.is_whole(row):
        if sum(people > 0 for people in seats) != 1:
            told.append(f"{row.delegation!r} sits in {seats}, not in one group")
    elif max(seats) - min(seats) > 1:
        told.append(f"{row.delegation!r} sits in {seats}, which is not spread")
    return told
