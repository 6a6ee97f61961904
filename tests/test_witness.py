"""The witness itself: by-hand values, and its readings of the rules against each other."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from witness import Row, Session, fair_shares, measure, ways
from witness_optimum import NoRosterError, brute_force, optimum

from examples import examples

GROUPS = ("Group 1", "Group 2", "Group 3", "Group 4")


def a_row(
    delegation: str = "A",
    delegates: int = 1,
    region: str = "R",
    category: str = "",
    seating: str = "",
) -> Row:
    """A row of a list, in one region unless said otherwise."""
    return Row(
        delegation=delegation,
        delegates=delegates,
        region=region,
        category=category,
        seating=seating,
    )


def a_roster(*seats: tuple[str, int, int]) -> list[dict[str, object]]:
    """The records of a roster from (delegation, number of the group, people)."""
    return [
        {"delegation": name, "group": GROUPS[group - 1], "delegates": people}
        for name, group, people in seats
    ]


@st.composite
def small_lists(draw: st.DrawFn) -> list[Row]:
    """Up to six delegations of up to five people in two regions."""
    regions, categories = st.sampled_from("XY"), st.sampled_from(("", "", "State", "NGO"))
    seatings = st.sampled_from(("", "", "", "spread", "whole"))
    heads = draw(st.lists(st.integers(1, 5), min_size=1, max_size=6))
    return [
        a_row(f"D{number}", people, draw(regions), draw(categories), draw(seatings))
        for number, people in enumerate(heads)
    ]


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Two or three groups, any seating, now and then with capacities."""
    k = draw(st.integers(2, 3))
    limits = st.lists(st.none() | st.integers(1, 12), min_size=k, max_size=k)
    return Session(
        k=k,
        seating=draw(st.sampled_from(("spread", "whole"))),
        small=draw(st.sampled_from((0, 1, 4))),
        small_seating=draw(st.sampled_from(("together", "apart"))),
        capacities=tuple(draw(st.one_of(st.just([]), limits))),
    )


@examples(25)
@given(small_lists(), sessions())
def test_the_solver_and_the_enumeration_find_the_same_best(
    rows: list[Row], session: Session
) -> None:
    """Values are equal and proven; what one cannot seat the other cannot seat either."""
    try:
        best = brute_force(rows, session)
    except NoRosterError:
        with pytest.raises(NoRosterError):
            optimum(rows, session)
        return

    proof = optimum(rows, session)

    assert best == proof.values
    assert best == proof.bounds


def test_two_small_delegations_sit_in_different_groups() -> None:
    """Two delegations of 1 in 2 groups: everything is even."""
    rows = [a_row("A", 1), a_row("B", 1)]

    best = brute_force(rows, Session(k=2))

    assert best == {
        "size": 0, "small": 0, "region.delegations": 0, "region.delegates": 0
    }  # fmt: skip


def test_size_comes_before_regions() -> None:
    """3 and 1 whole, 2 and 2 whole: sizes 4/4 need 3+1 and 2+2 together, whatever the regions."""
    rows = [a_row("A", 3, "X"), a_row("B", 1, "X"), a_row("C", 2, "Y"), a_row("D", 2, "Y")]

    best = brute_force(rows, Session(k=2, seating="whole"))

    assert best == {
        "size": 0, "small": 1, "region.delegations": 4, "region.delegates": 8
    }  # fmt: skip


def test_capacities_that_do_not_fit_an_even_split_share_by_capacity() -> None:
    """60 people, rooms of 10, 30 and 40: shares 7.5, 22.5 and 30, the earlier half rounded up."""
    assert fair_shares(60, Session(k=3, capacities=(10, 30, 40))) == (8, 22, 30)


def test_a_group_without_a_capacity_counts_with_what_the_others_leave() -> None:
    """60 people, one room of 10 and two without a limit: they count with 25 each."""
    assert fair_shares(60, Session(k=3, capacities=(10, None, None))) == (10, 25, 25)


def test_capacities_that_fit_an_even_split_change_nothing() -> None:
    """11 people in rooms of 3, 4 and 9: 3, 4 and 4 is even, so the spread is plain."""
    assert fair_shares(11, Session(k=3, capacities=(3, 4, 9))) == (0, 0, 0)


def test_five_people_in_three_groups_sit_two_two_one() -> None:
    """A delegation with as many people as groups has floor or ceiling in each."""
    assert ways(a_row("A", 5), Session(k=3)) == [(2, 2, 1), (2, 1, 2), (1, 2, 2)]


def test_a_small_delegation_apart_sits_in_different_groups() -> None:
    """Two people, three groups, apart: three ways to leave a group out."""
    session = Session(k=3, small_seating="apart")

    assert ways(a_row("A", 2), session) == [(1, 1, 0), (1, 0, 1), (0, 1, 1)]


def test_a_roster_is_recounted() -> None:
    """5 as 3+2 and 1 in group 2: 3 people each; the small one makes 0 and 1."""
    rows = [a_row("A", 5), a_row("B", 1)]
    roster = a_roster(("A", 1, 3), ("A", 2, 2), ("B", 2, 1))

    values, broken = measure(rows, Session(k=2), GROUPS[:2], roster)

    assert broken == []
    assert values == {
        "size": 0, "small": 1, "region.delegations": 1, "region.delegates": 0
    }  # fmt: skip


@pytest.mark.parametrize(
    "roster",
    [
        a_roster(("A", 1, 3), ("A", 2, 1), ("B", 2, 1)),
        a_roster(("A", 1, 2), ("A", 2, 2)),
        a_roster(("A", 1, 2), ("A", 2, 2), ("B", 1, 1), ("B", 1, 1)),
        a_roster(("A", 1, 2), ("A", 2, 2), ("B", 4, 1)),
        a_roster(("A", 1, 2), ("A", 2, 2), ("C", 1, 1), ("B", 1, 1)),
        a_roster(("A", 1, 2), ("A", 2, 2), ("B", 1, 1), ("B", 2, 0)),
    ],
    ids=["not spread", "not seated", "twice", "no such group", "no such delegation", "nobody"],
)
def test_a_broken_roster_is_told(roster: list[dict[str, object]]) -> None:
    """Every way to break the seating of A (4 people) and B (1 person) in two groups is noticed."""
    rows = [a_row("A", 4), a_row("B", 1)]

    _, broken = measure(rows, Session(k=2), GROUPS[:2], roster)

    assert broken


def test_a_full_room_is_told() -> None:
    """Three people in a room of two break the capacity and nothing else."""
    rows = [a_row("A", 2, seating="whole"), a_row("B", 1)]
    roster = a_roster(("A", 1, 2), ("B", 1, 1))

    _, broken = measure(rows, Session(k=2, capacities=(2, None)), GROUPS[:2], roster)

    assert broken == ["3 people in 'Group 1', which holds 2"]


def test_the_witness_never_meets_the_package() -> None:
    """A fresh interpreter that imports the witnesses has loaded no module of the package."""
    modules = (
        "witness, witness_optimum, witness_moves, witness_frontier, witness_rules, "
        "witness_rules_optimum"
    )
    script = f"import sys, {modules}; print('allocator' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parent,
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout.strip() == "False"
