"""Several sessions: each balanced as one is, and with as many new encounters as can be."""

from dataclasses import replace

import pytest
from agreed import recounted, values
from builders import a_workshop, rows_of
from draws import sessions, workshops
from hypothesis import given
from hypothesis import strategies as st
from real_lists import real_list
from several import fewest, measured, pairs_apart
from witness import Session

import allocator
from allocator.allocation import Outcome
from allocator.delegation import DelegationId
from allocator.errors import UsageProblem
from allocator.settings import Group, RuleRow, Settings
from allocator.workshop import Workshop
from examples import examples


def allocated(workshop: Workshop, session: Session, number: int) -> Outcome:
    """What the package makes of so many sessions."""
    return allocator.allocate(
        workshop,
        groups=session.k,
        seating=session.seating,
        small=session.small or session.k - 1,
        small_seating=session.small_seating,
        sessions=number,
    )


def meetings(outcome: Outcome) -> tuple[int, int]:
    """Value and bound of the goal."""
    assert outcome.meetings is not None
    return outcome.meetings.value, outcome.meetings.bound


@pytest.mark.parametrize(
    ("heads", "regions", "session", "number"),
    [
        ((1, 1, 1, 1), "X", Session(k=2), 2),
        ((1, 1, 1, 1), "X", Session(k=2), 3),
        ((1, 1, 1, 1, 1, 1), "XXY", Session(k=2), 2),
        ((2, 2, 1, 1, 3, 1), "XY", Session(k=2, seating="whole"), 2),
        ((1, 2, 3, 4, 5, 6), "X", Session(k=2, seating="whole"), 2),
        ((1, 1, 1, 1, 1, 1, 1), "XYZ", Session(k=2), 3),
        ((1, 1, 2, 2, 1, 1), "XY", Session(k=3), 2),
        ((4, 1, 1, 2, 1, 1), "XY", Session(k=3), 2),
    ],
)
def test_the_bound_holds_for_every_choice_of_sessions(
    heads: tuple[int, ...], regions: str, session: Session, number: int
) -> None:
    """No choice of balanced sessions is below the bound, and none is better where it is proven."""
    workshop = a_workshop(*heads, regions=regions)
    outcome = allocated(workshop, session, number)
    value, bound = meetings(outcome)
    best = fewest(rows_of(workshop), session, number)

    assert bound <= best <= value
    assert value == pairs_apart(outcome)
    assert outcome.status == ("optimal" if value == bound else "feasible")


@examples(15)
@given(workshops(most=5, largest=4), sessions(most_groups=3))
def test_no_choice_of_two_sessions_is_below_the_bound(workshop: Workshop, session: Session) -> None:
    """Whatever the seating, by brute force over all balanced rosters."""
    outcome = allocated(workshop, session, 2)
    value, bound = meetings(outcome)

    assert bound <= fewest(rows_of(workshop), session, 2) <= value


@examples(20)
@given(workshops(most=14, largest=9), sessions(), st.integers(2, 4))
def test_every_session_is_as_good_as_one(workshop: Workshop, session: Session, number: int) -> None:
    """The rules hold in each, the goals have the values of one session, and the first is that."""
    one = allocated(workshop, session, 1)
    outcome = allocated(workshop, session, number)

    assert [[]] * number == [
        recounted(outcome.session(each), session)[1] for each in range(1, number + 1)
    ]
    assert [tuple(values(one).values())] * number == measured(outcome, session)
    assert one.allocation == outcome.allocation
    assert one.goals == outcome.goals
    assert meetings(outcome)[0] == pairs_apart(outcome)


@pytest.mark.parametrize(("groups", "number", "expected"), [(2, 2, 338), (3, 2, 1217), (3, 3, 609)])
def test_a_real_list_meets_as_many_as_any_choice_could(
    groups: int, number: int, expected: int
) -> None:
    """144 delegations in two or three sessions: proven, by the design or by the solver."""
    outcome = allocator.allocate(
        allocator.read_list(real_list("04")), groups=groups, sessions=number
    )

    assert (expected, expected) == meetings(outcome)
    assert "optimal" == outcome.status


def test_three_sessions_of_two_groups_bring_nearly_everybody_together() -> None:
    """Of 1,326 pairs at most 30 are left where parity forbids the design."""
    outcome = allocator.allocate(allocator.read_list(real_list("04")), groups=2, sessions=3)
    value, bound = meetings(outcome)

    assert 0 == bound
    assert value <= 30
    assert "feasible" == outcome.status
    assert not outcome.stopped


def test_four_sessions_of_three_groups_bring_everybody_together() -> None:
    """Nine delegations of one kind on the lines of a plane: each pair meets exactly once."""
    outcome = allocated(a_workshop(*[1] * 9), Session(k=3), 4)

    assert (0, 0) == meetings(outcome)


def test_the_same_list_gives_the_same_sessions() -> None:
    """Twice the same seats and places, whatever the order of the list."""
    workshop = a_workshop(*[1, 2, 1, 5, 3, 1, 1, 2] * 3, regions="XYZ")
    turned = Workshop(delegations=workshop.delegations[::-1])

    one, other = (allocated(each, Session(k=3), 3) for each in (workshop, turned))

    assert [dict(each.seats) for each in one.allocations] == [
        dict(each.seats) for each in other.allocations
    ]
    assert one.meetings == other.meetings


def test_delegations_that_are_everywhere_always_meet() -> None:
    """Nobody sits in one group: nothing is to be gained, and that is proven."""
    assert (0, 0) == meetings(allocated(a_workshop(4, 5, 6), Session(k=3), 3))


def test_one_group_brings_everybody_together() -> None:
    """With one group there is nobody to miss."""
    assert (0, 0) == meetings(allocated(a_workshop(1, 1, 4), Session(k=1), 2))


def test_one_session_says_nothing_of_meetings() -> None:
    """The outcome of one session is what it was."""
    outcome = allocator.allocate(a_workshop(1, 1, 4), groups=2)

    assert outcome.meetings is None
    assert () == outcome.sessions
    assert outcome.goals == outcome.scores


def test_the_rules_of_the_event_hold_in_every_session() -> None:
    """Two who are to be apart never meet, and a small room stays a small room."""
    workshop = replace(
        a_workshop(1, 1, 1, 1, 1, 1),
        settings=Settings(
            rules=(RuleRow(kind="apart", who="D001", other="D002"),),
            group_table=(Group(name="A", capacity=2), Group(name="B")),
        ),
    )
    outcome = allocator.allocate(workshop, sessions=3)
    together = [
        each.seats[DelegationId("d001")] == each.seats[DelegationId("d002")]
        for each in outcome.allocations
    ]

    assert [False] * 3 == together
    assert [2, 2, 2] == [outcome.session(each).counts()[0].delegates for each in (1, 2, 3)]
    assert meetings(outcome)[0] >= 1


def test_a_search_that_runs_out_of_time_has_every_session_all_the_same() -> None:
    """What the clock ends is marked, and balanced."""
    workshop = allocator.read_list(real_list("04"))
    outcome = allocator.allocate(workshop, groups=3, sessions=4, seating="whole", time_limit=2)

    assert 4 == len(outcome.allocations)
    assert outcome.stopped
    assert "feasible" == outcome.status


def test_more_sessions_than_lines_still_are_balanced() -> None:
    """Two groups have a design for three sessions; the fourth is balanced all the same."""
    outcome = allocated(a_workshop(*[1] * 6), Session(k=2), 4)

    assert 4 == len(outcome.allocations)
    assert len(set(measured(outcome, Session(k=2)))) == 1


@pytest.mark.parametrize("number", [0, 7])
def test_a_number_of_sessions_out_of_range_is_refused(number: int) -> None:
    """One to six."""
    with pytest.raises(UsageProblem, match="sessions is"):
        allocator.allocate(a_workshop(1, 1), groups=2, sessions=number)


def test_a_session_that_is_none_is_refused() -> None:
    """Sessions count from 1."""
    outcome = allocator.allocate(a_workshop(1, 1), groups=2, sessions=2)

    with pytest.raises(IndexError, match="no session 3"):
        outcome.session(3)


def test_the_frame_of_several_sessions_tells_them_apart() -> None:
    """One row per session, delegation and group, with the number of the session."""
    frame = allocator.allocate(a_workshop(1, 1, 4), groups=2, sessions=2).frame()

    assert {1: 6, 2: 6} == frame.groupby("session")["delegates"].sum().to_dict()
