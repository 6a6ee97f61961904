"""How the work is done without a program: sort by region and delegation, deal 1-2-3."""

from collections.abc import Iterator, Sequence
from itertools import count, repeat

from witness import Row, Session

Record = dict[str, object]


def people_dealt(rows: Sequence[Row], session: Session) -> list[Record]:
    """Every person in turn, whatever the delegation."""
    turn = count()
    return [
        record
        for row in _sorted(rows)
        for record in _seat(row, [next(turn) for _ in range(row.delegates)], session)
    ]


def delegations_dealt(rows: Sequence[Row], session: Session) -> list[Record]:
    """Every person in turn, a small delegation as one."""
    turn = count()
    records: list[Record] = []
    for row in _sorted(rows):
        if session.is_whole(row):
            turns = list(repeat(next(turn), row.delegates))
        else:
            turns = [next(turn) for _ in range(row.delegates)]
        records += _seat(row, turns, session)
    return records


def _sorted(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.region, row.delegation))


def _seat(row: Row, turns: Sequence[int], session: Session) -> Iterator[Record]:
    groups = [turn % session.k for turn in turns]
    for group in sorted(set(groups)):
        people = groups.count(group)
        yield {"delegation": row.delegation, "group": str(group), "delegates": people}
