"""Re-balances of the real lists: as few moves as an independent witness proves to be needed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from agreed import values
from builders import rows_of
from rebalancing.real_pairs import LISTS, crowded, dealt_badly, moved_by_hand, pair
from rebalancing.rebalanced import the_case
from witness import Session, measure
from witness_frontier import best_with_moves, fewest_moves, limits_for

import allocator
from allocator.allocation import Outcome
from allocator.changes import Changes
from allocator.workshop import Workshop

#: What becomes of the published rosters before they are re-balanced.
STARTS: dict[str, Callable[[Outcome], Outcome]] = {
    "as published": lambda before: before,
    "six too many in one group": lambda before: crowded(before, 6),
    "dealt badly": dealt_badly,
    "ten moved by hand": lambda before: moved_by_hand(before, 10),
}
#: The starts, and the tolerances (people, delegations) that they are tried with.
QUESTIONS = (
    ("as published", 2), ("six too many in one group", 1), ("dealt badly", 2),
    ("ten moved by hand", 0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A real list with late registrations and withdrawals, and the number of groups."""

    number: str
    named: bool
    groups: int

    @property
    def new(self) -> Workshop:
        """The list that comes after the rosters."""
        return pair(self.number, named=self.named)[1]


PAIRS = [Pair(number, named, groups) for number, named in LISTS for groups in (2, 3)]
#: A pair of each list, the first with its names, and one list for two groups; the others take long.
FEW = [("03", True, 3), ("04", False, 2), ("04", False, 3), ("05", False, 3), ("08", False, 3),
       ("01", False, 3), ("07", False, 3)]  # fmt: skip
every_pair = pytest.mark.parametrize(
    "each",
    [
        pytest.param(
            each,
            id=f"{each.number}{'-named' * each.named}-{each.groups}",
            marks=() if (each.number, each.named, each.groups) in FEW else pytest.mark.long,
        )
        for each in PAIRS
    ],
)


@cache
def published(each: Pair) -> Outcome:
    """The rosters of the list before."""
    old, _ = pair(each.number, named=each.named)
    return allocator.allocate(old, groups=each.groups)


@cache
def rebalanced(each: Pair, start: str) -> Outcome:
    """What a re-balance with nothing said makes of the pair."""
    return allocator.rebalance(STARTS[start](published(each)), each.new)


def changes_of(outcome: Outcome) -> Changes:
    """The changes of a re-balance."""
    assert outcome.changes is not None
    return outcome.changes


@pytest.mark.parametrize(("start", "tolerance"), QUESTIONS)
@every_pair
def test_as_few_people_move_as_the_witness_proves_necessary(
    each: Pair, start: str, tolerance: int
) -> None:
    """P25: the fewest moves to the tolerance, and of all rosters with so many the best one."""
    before = STARTS[start](published(each))
    after = allocator.rebalance(before, each.new, tolerance=tolerance, frontier=0)
    case = the_case(before, after)
    limits = limits_for(*case.question, tolerance)
    fewest = fewest_moves(*case.question, limits)

    assert "optimal" == after.status
    assert fewest == changes_of(after).moves
    assert fewest == case.moves_in(after)
    assert best_with_moves(*case.question, fewest, limits) == values(after)


@pytest.mark.parametrize("start", ["as published", "ten moved by hand"])
@every_pair
def test_with_no_moves_allowed_everybody_who_stays_keeps_the_seat(each: Pair, start: str) -> None:
    """P27: nobody moves, named people sit where they sat, and no better goals are possible so."""
    before = STARTS[start](published(each))
    after = allocator.rebalance(before, each.new, max_moves=0, frontier=0)
    case = the_case(before, after)
    old, new = before.allocation.places, after.allocation.places

    assert (0, 0) == (changes_of(after).moves, case.moves_in(after))
    assert {key: old[key] for key in old.keys() & new.keys()} == {
        key: new[key] for key in old.keys() & new.keys()
    }
    assert best_with_moves(*case.question, 0) == values(after)


@pytest.mark.parametrize("start", ["as published", "dealt badly"])
@every_pair
def test_the_frontier_never_worsens_as_moves_grow(each: Pair, start: str) -> None:
    """Moves grow, every point is better than the one before, and one of them is the outcome."""
    after = rebalanced(each, start)
    points = changes_of(after).frontier
    moves = [point.moves for point in points]
    goals = [list(point.goals.values()) for point in points]
    chosen = [point for point in points if point.chosen]

    assert sorted(set(moves)) == moves
    assert sorted(goals, reverse=True) == goals
    assert len(goals) == len(set(map(tuple, goals)))
    assert [changes_of(after).moves] == [point.moves for point in chosen]
    assert [values(after)] == [dict(point.goals) for point in chosen]
    assert all(point.proven for point in points)


@pytest.mark.parametrize("start", ["as published", "dealt badly"])
@every_pair
def test_the_frontier_ends_at_the_roster_of_a_fresh_allocation(each: Pair, start: str) -> None:
    """The last point has the goals of `allocate` on the new list, and nobody against the rule."""
    fresh = allocator.allocate(each.new, groups=each.groups)

    last = changes_of(rebalanced(each, start)).frontier[-1]

    assert {**values(fresh), "seating": 0} == dict(last.goals)


@every_pair
def test_points_of_the_frontier_are_those_of_the_witness(each: Pair) -> None:
    """So many moves allow no better roster, and one move less does not reach it."""
    before = dealt_badly(published(each))
    after = rebalanced(each, "dealt badly")
    case = the_case(before, after)
    points = changes_of(after).frontier

    for point in {points[1].moves: points[1], points[-2].moves: points[-2]}.values():
        if point.chosen:
            continue
        fewer = best_with_moves(*case.question, point.moves - 1)
        assert best_with_moves(*case.question, point.moves) == dict(point.goals)
        assert list(fewer.values()) > list(point.goals.values())


@every_pair
def test_the_same_list_again_changes_nothing(each: Pair) -> None:
    """P21: nobody moves, joins or leaves, and every seat is the same."""
    before = published(each)

    again = allocator.rebalance(before, before.workshop)

    assert changes_of(again).are_none
    assert dict(before.allocation.seats) == dict(again.allocation.seats)
    assert dict(before.allocation.places) == dict(again.allocation.places)
    assert "optimal" == again.status


@pytest.mark.parametrize("start", ["as published", "dealt badly"])
@every_pair
def test_a_rebalance_of_a_rebalance_changes_nothing(each: Pair, start: str) -> None:
    """P22: what was within the tolerance stays as it is."""
    once = rebalanced(each, start)

    twice = allocator.rebalance(once, each.new, frontier=0)

    assert changes_of(twice).are_none
    assert dict(once.allocation.seats) == dict(twice.allocation.seats)
    assert dict(once.allocation.places) == dict(twice.allocation.places)
    assert 3 == twice.version


@every_pair
def test_the_roster_is_recounted_by_the_first_witness(each: Pair) -> None:
    """The other goals have the values of any roster; only `seating` says who breaks the rule."""
    after = rebalanced(each, "dealt badly")
    names = [group.name for group in after.plan.groups]
    seats = [
        {"delegation": row.delegation, "group": name, "delegates": people}
        for row, those in zip(rows_of(each.new), each.new.delegations, strict=True)
        for name, people in zip(names, after.seats_of(those), strict=True)
        if people
    ]

    counted, broken = measure(rows_of(each.new), Session(k=each.groups), names, seats)
    told = values(after)

    assert bool(told.pop("seating")) == bool(broken)
    assert told == counted


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("number", ["03", "05"])
def test_names_that_come_after_head_counts_take_the_seats_of_their_delegation(
    number: str, groups: int
) -> None:
    """The seats are the delegation's, whoever takes them: as few moves as without the names."""
    before = dealt_badly(published(Pair(number, named=False, groups=groups)))
    new = Pair(number, named=True, groups=groups).new
    after = allocator.rebalance(before, new, frontier=0)
    case = the_case(before, after)

    limits = limits_for(*case.question, 2)
    fewest = fewest_moves(*case.question, limits)

    assert (fewest, fewest) == (changes_of(after).moves, case.moves_in(after))
    assert best_with_moves(*case.question, fewest, limits) == values(after)
