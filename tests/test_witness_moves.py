"""The witness of a re-balance itself: by-hand values, and its two readings against each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from witness import Counts, Row, Session
from witness_frontier import best_with_moves, fewest_moves
from witness_moves import (
    Crew,
    People,
    against,
    best_by_hand,
    by_number,
    caps,
    fewest_by_hand,
    frontier_by_hand,
    goal_order,
    leeway,
    moves_of,
    rosters,
    texts_of,
)
from witness_optimum import NoRosterError, brute_force

from examples import examples


def a_row(name: str = "A", people: int = 1, region: str = "R", seating: str = "") -> Row:
    """A row of a list, in one region unless said otherwise."""
    return Row(delegation=name, delegates=people, region=region, seating=seating)


@st.composite
def crews_of(draw: st.DrawFn, row: Row, k: int, texts: tuple[str, ...]) -> tuple[Crew, ...]:
    """The people of a row in one to three crews, each with old seats of its own, or none."""
    cuts = sorted({0, row.delegates, *(draw(st.lists(st.integers(0, row.delegates), max_size=2)))})
    return tuple(
        Crew(
            people=after - before,
            old=tuple(draw(st.lists(st.integers(0, 2), min_size=k, max_size=k))),
            lost=draw(st.sampled_from((0, 0, 0, 1, 2))),
            text=draw(st.sampled_from(texts)),
        )
        for before, after in pairwise(cuts)
    )


@st.composite
def changed_lists(draw: st.DrawFn) -> tuple[list[Row], Session, People]:
    """Up to four delegations of up to four people with any old seats, and any session."""
    k = draw(st.integers(2, 3))
    limits = st.lists(st.none() | st.integers(2, 9), min_size=k, max_size=k).map(tuple)
    session = Session(
        k=k,
        seating=draw(st.sampled_from(("spread", "whole"))),
        small=draw(st.sampled_from((0, 1, 4))),
        small_seating=draw(st.sampled_from(("together", "apart"))),
        capacities=draw(st.just(()) | limits),
    )
    rows = [
        a_row(f"D{number}", people, draw(st.sampled_from("XY")))
        for number, people in enumerate(draw(st.lists(st.integers(1, 4), min_size=1, max_size=4)))
    ]
    texts = draw(st.sampled_from((("",), ("", "f", "m"))))
    return rows, session, {row.delegation: draw(crews_of(row, k, texts)) for row in rows}


@examples(25)
@given(changed_lists(), st.integers(0, 3), st.integers(0, 3))
def test_the_solver_and_the_enumeration_agree_on_every_question(
    changed: tuple[list[Row], Session, People], tolerance: int, more: int
) -> None:
    """The best roster, the fewest moves to a tolerance, and the best with some moves are equal."""
    rows, session, _ = changed
    found = rosters(*changed)
    if not found:
        with pytest.raises(NoRosterError):
            best_with_moves(*changed)
        return
    order = goal_order(*changed)
    best = dict(zip(order, min(found), strict=True))
    limits = caps(best, tolerance)
    fewest = fewest_by_hand(found, order, limits)

    assert best == best_with_moves(*changed)
    assert fewest == fewest_moves(rows, session, changed[2], limits)
    assert best_by_hand(found, order, fewest + more) == best_with_moves(*changed, fewest + more)
    assert best_by_hand(found, order, fewest, limits) == best_with_moves(*changed, fewest, limits)


@examples(25)
@given(changed_lists())
def test_where_nobody_had_a_seat_the_best_is_that_of_a_first_roster(
    changed: tuple[list[Row], Session, People],
) -> None:
    """Without old seats no rule is soft and nobody moves: the enumeration of the first witness."""
    rows, session, _ = changed
    found = rosters(rows, session, by_number(rows, session, {}))
    try:
        best = brute_force(rows, session)
    except NoRosterError:
        assert found == {}
        return

    order = goal_order(rows, session, by_number(rows, session, {}))
    assert {**best, "seating": 0} == dict(zip(order, min(found), strict=True))
    assert {0} == set(found.values())


@examples(25)
@given(changed_lists())
def test_nobody_sits_worse_than_in_place(changed: tuple[list[Row], Session, People]) -> None:
    """A roster with the fewest moves of all exists within the leeway: without capacities."""
    rows, session, people = changed
    free = Session(k=session.k, seating=session.seating, small=session.small,
                   small_seating=session.small_seating)  # fmt: skip
    needed = sum(
        max(0, crew.lost - max(0, sum(crew.old) + crew.lost - crew.people))
        for crews in people.values()
        for crew in crews
    )

    assert needed == min(rosters(rows, free, people).values())


@pytest.mark.parametrize(
    ("crew", "seats", "moves"),
    [
        (Crew(people=3, old=(2, 1)), (2, 1), 0),
        (Crew(people=3, old=(2, 1)), (1, 2), 1),
        (Crew(people=2, old=(2, 1)), (1, 1), 0),
        (Crew(people=2, old=(2, 1)), (0, 2), 1),
        (Crew(people=4, old=(2, 1)), (2, 2), 0),
        (Crew(people=4, old=(2, 1)), (1, 3), 1),
        (Crew(people=2, old=(0, 1), lost=1), (1, 1), 1),
        (Crew(people=1, old=(0, 1), lost=1), (0, 1), 0),
        (Crew(people=1, old=(0, 0)), (0, 1), 0),
    ],
)
def test_moves_are_counted_by_the_formula(crew: Crew, seats: Counts, moves: int) -> None:
    """max(0, sum of max(0, had - has) - withdrawn), seats of groups that are no more included."""
    assert moves == moves_of(crew, seats)


@pytest.mark.parametrize(
    ("people", "seats", "wrong"),
    [
        (2, (1, 1, 0), 1),
        (2, (2, 0, 0), 0),
        (3, (2, 1, 0), 1),
        (3, (3, 0, 0), 2),
        (4, (2, 2, 0), 1),
        (7, (3, 2, 2), 0),
        (7, (4, 3, 0), 2),
        (6, (3, 3, 0), 2),
    ],
)
def test_people_against_the_rule_are_counted(people: int, seats: Counts, wrong: int) -> None:
    """In three groups: one of two apart, one of three too close, two of six missing."""
    assert wrong == against(a_row(people=people), seats, Session(k=3))


@pytest.mark.parametrize(
    ("crews", "most"),
    [
        ((Crew(people=2, old=(0, 0, 0)),), 0),
        ((Crew(people=2, old=(1, 1, 1)),), 1),
        ((Crew(people=2, old=(2, 1, 0)),), 0),
        ((Crew(people=3, old=(2, 0, 0)),), 1),
        ((Crew(people=3, old=(2, 0, 0), lost=1),), 1),
        ((Crew(people=1, old=(1, 0, 0)), Crew(people=1, old=(0, 1, 0))), 1),
        ((Crew(people=1, old=(1, 0, 0)), Crew(people=1, old=(0, 0, 0))), 0),
    ],
)
def test_the_leeway_is_what_staying_in_place_costs(crews: tuple[Crew, ...], most: int) -> None:
    """New people fit in, withdrawals leave well, and named people stay where they are."""
    row = a_row(people=sum(crew.people for crew in crews))

    assert most == leeway(row, crews, Session(k=3))


def test_one_more_move_makes_the_groups_even() -> None:
    """1, 1 and 1 in group 1 and 1 in group 2: one move gives 2 and 2, and nothing is better."""
    rows, session = [a_row(name) for name in "ABCD"], Session(k=2)
    people = by_number(rows, session, {"A": (1, 0), "B": (1, 0), "C": (1, 0), "D": (0, 1)})

    assert {0: (2, 2, 0, 2, 2), 1: (0, 0, 0, 0, 0)} == frontier_by_hand(
        rosters(rows, session, people)
    )


def test_a_group_that_is_no_more_is_counted_behind_the_others() -> None:
    """Seats beyond the groups of now are lost; both people get another group."""
    rows, session = [a_row(people=2)], Session(k=2)

    people = by_number(rows, session, {"A": (0, 0, 2)})

    assert {"A": (Crew(people=2, old=(0, 0), lost=2),)} == dict(people)
    assert () == texts_of(people)
    assert {2} == set(rosters(rows, session, people).values())
