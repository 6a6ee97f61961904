"""What always holds of the workbook of a secretariat, counted from its sheets."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from properties import office
from rebalancing.renewals import Seat, moves_of_seats
from rebalancing.second_versions import changes_of
from witness import Row, Session, measure

import allocator
from allocator.allocation import Outcome

#: Delegation -> people.
People = Mapping[str, int]


def require_everybody_once(rosters: Path, published: People) -> None:
    """P1, P2: all that were published, under their names, and nobody else."""
    people: Counter[str] = Counter()
    for (name, _), number in office.seated(rosters).items():
        people[name] += number

    assert published == people


def require_pins_kept(rosters: Path, published: People) -> None:
    """P4, P23: who is bound to a group sits there with everybody."""
    seats, pins = office.seated(rosters), office.pins_in(rosters)

    assert {name: published[name] for name in pins} == {
        name: seats[name, group] for name, group in pins.items()
    }


def require_true_numbers(rosters: Path, published: People) -> None:
    """P3: the witness counts from the sheets what the Record says."""
    groups = office.groups_in(rosters)
    counted, _ = measure(
        [Row(delegation=name, delegates=number, region=office.region_of(name))
         for name, number in published.items()],
        Session(k=len(groups)),
        groups,
        [{"delegation": name, "group": group, "delegates": people}
         for (name, group), people in office.seated(rosters).items()],
    )  # fmt: skip
    goals = office.rows_in(rosters, "Record", "Name in the program", "Value")
    record = {row["Name in the program"]: row["Value"] for row in goals}

    assert counted == {name: record[name] for name in counted}


def require_nothing_to_do(rosters: Path) -> None:
    """P21, P32: the same list again is the same rosters, however they came about."""
    before = allocator.read_rosters(rosters)
    again = allocator.rebalance(before, before.workshop, max_moves=0)

    assert changes_of(again).are_none
    assert dict(before.allocation.seats) == dict(again.allocation.seats)


def require_settled(after: Outcome, tolerance: int | None) -> None:
    """P22: a re-balance of a re-balance with the same tolerance moves nobody."""
    again = allocator.rebalance(
        after, after.workshop, tolerance=2 if tolerance is None else tolerance
    )

    assert changes_of(again).are_none
    assert dict(after.allocation.seats) == dict(again.allocation.seats)


def require_told_changes(after: Outcome, had: Counter[Seat], has: Counter[Seat]) -> None:
    """P24: the moves that are told are those between the sheets of the two workbooks."""
    assert moves_of_seats(had, has) == people_of(after, "moved")
    assert sum(people_of(after, "moved").values()) == changes_of(after).moves


def people_of(after: Outcome, kind: str) -> Counter[str]:
    """Delegation -> its people who moved, joined or left."""
    people: Counter[str] = Counter()
    for move in getattr(changes_of(after), kind):
        people[move.delegation] += move.people
    return people
