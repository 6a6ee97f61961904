"""Who sits where in each session: everybody of the list sits in every one."""

from collections.abc import Sequence

from allocator.allocation import Allocation
from allocator.delegation import Delegation
from allocator.rosters.edition import session_names
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.counted import seats_of_counts
from allocator.rosters.reading.edits import Edits
from allocator.rosters.reading.grid import Grid
from allocator.rosters.reading.named import read_people, seats_of_people
from allocator.rosters.reading.roll import Roll, read_roll
from allocator.settings import Group

#: The delegations that stand on the rosters of a session, and where they sit.
Seated = tuple[tuple[Delegation, ...], Allocation]


def seats_of_sessions(
    binder: Binder,
    groups: Sequence[Group],
    rosters: Sequence[Grid],
    columns: tuple[str, ...],
    edits: Edits,
) -> tuple[tuple[Delegation, ...], tuple[Allocation, ...]]:
    """The delegations that stand on the rosters, and where they sit in each session.

    ``rosters`` are those of all groups, session by session. Names and texts are those of the first
    session.

    Raises:
        ListRefused: when somebody stands on the rosters of some sessions only.
    """
    k = len(groups)
    by_session = [rosters[start : start + k] for start in range(0, len(rosters), k)]
    if "delegates" in binder.sheets:
        roll, sessions = _named(binder, groups, by_session, columns, edits)
    else:
        roll, sessions = _counted(binder, groups, by_session, columns, edits)
    for number, (delegations, _) in enumerate(sessions[1:], start=2):
        _require_same(binder, roll, sessions[0][0], delegations, number)
    binder.problems.refuse()
    return sessions[0][0], tuple(allocation for _, allocation in sessions)


def _counted(
    binder: Binder,
    groups: Sequence[Group],
    by_session: Sequence[Sequence[Grid]],
    columns: tuple[str, ...],
    edits: Edits,
) -> tuple[Roll, list[Seated]]:
    roll = read_roll(binder, columns, {}, edits)
    names = session_names(groups, len(by_session), binder.phrases.language)
    k = len(groups)
    return roll, [
        seats_of_counts(binder, roll, rosters, names[number * k : (number + 1) * k], edits)
        for number, rosters in enumerate(by_session)
    ]


def _named(
    binder: Binder,
    groups: Sequence[Group],
    by_session: Sequence[Sequence[Grid]],
    columns: tuple[str, ...],
    edits: Edits,
) -> tuple[Roll, list[Seated]]:
    people = [read_people(binder, rosters) for rosters in by_session]
    on_rosters = {number: row for number, (row, _) in people[0].items()} if people else {}
    roll = read_roll(binder, columns, on_rosters, edits)
    return roll, [
        seats_of_people(binder, roll, these, groups, edits, session=session)
        for session, these in enumerate(people, start=1)
    ]


def _require_same(
    binder: Binder,
    roll: Roll,
    first: Sequence[Delegation],
    other: Sequence[Delegation],
    session: int,
) -> None:
    """Tell of each delegation that has not the same people in a session as in the first."""
    here, there = ({each.id: each for each in these} for these in (first, other))
    grid = binder.sheets["delegations"]
    for identity in dict.fromkeys((*here, *there)):
        one, two = here.get(identity), there.get(identity)
        if one is not None and two is not None and _people(one) == _people(two):
            continue
        row = roll.rows.get(identity)
        place = row.place("delegation") if row else binder.problems.at(grid.title, 0, 0)
        name = next(each.name for each in (one, two) if each is not None)
        counts = [each.head_count if each else 0 for each in (one, two)]
        binder.problems.other_people(place, name, session, counts)


def _people(delegation: Delegation) -> tuple[int, frozenset[str]]:
    return delegation.head_count, frozenset(each.id for each in delegation.delegates)
