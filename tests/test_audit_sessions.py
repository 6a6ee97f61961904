"""The audit of several sessions: the worst of all counts, and so does every pair that never meets.

The numbers are counted by hand on a delegation of three people and two of one.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from builders import a_plan, a_workshop
from seated import seated

import allocator
from allocator import audit
from allocator.allocation import Outcome, Score
from allocator.errors import AuditFailed

WORKSHOP = a_workshop(3, 1, 1)
#: Groups of 4 and 1 people with one small delegation each: the goals are 3 and 0.
UNEVEN = {"D001": (3, 0), "D002": (1, 0), "D003": (0, 1)}
#: Groups of 3 and 2 people with both small delegations in the first: the goals are 1 and 2.
ONE_SIDED = {"D001": (1, 2), "D002": (1, 0), "D003": (1, 0)}


def sat(*sessions: Mapping[str, tuple[int, ...]], meetings: int | None = None) -> Outcome:
    """An outcome of these sessions in two groups that claims the value 0 for size and small."""
    first, *following = map(seated, sessions)
    goals = ("size", "small")
    return Outcome(
        workshop=WORKSHOP,
        plan=replace(a_plan(2, goals=goals), sessions=len(sessions)),
        allocation=first,
        sessions=tuple(following),
        goals=tuple(Score(name=name, value=0, bound=0, limit=0, unit="people") for name in goals),
        meetings=None if meetings is None else a_score_of_meetings(meetings),
    )


def a_score_of_meetings(pairs: int) -> Score:
    """So many pairs are said never to meet."""
    return Score(name="meetings", value=pairs, bound=0, limit=0, unit="pairs")


def two_sessions() -> Outcome:
    """A proven outcome of two sessions."""
    return allocator.allocate(WORKSHOP, 2, sessions=2)


def told_of(outcome: Outcome) -> str:
    """What the audit says against an outcome."""
    with pytest.raises(AuditFailed) as refused:
        audit.audited(outcome)
    return str(refused.value)


@pytest.mark.parametrize(
    ("sessions", "worst"),
    [
        ((UNEVEN,), (3, 0)),
        ((ONE_SIDED,), (1, 2)),
        ((UNEVEN, ONE_SIDED), (3, 2)),
        ((ONE_SIDED, UNEVEN), (3, 2)),
        ((UNEVEN, ONE_SIDED, UNEVEN), (3, 2)),
    ],
)
def test_each_goal_has_the_value_of_its_worst_session(
    sessions: tuple[Mapping[str, tuple[int, ...]], ...], worst: tuple[int, ...]
) -> None:
    """Goal by goal, in whichever session that is."""
    assert worst == audit.measured_in_all(sat(*sessions))


def test_pairs_that_never_meet_are_counted_anew_after_an_edit() -> None:
    """The third delegation meets nobody while all sit as in the first session: two pairs."""
    met = audit.recounted(sat(UNEVEN, ONE_SIDED, meetings=9))
    missed = audit.recounted(sat(UNEVEN, UNEVEN, meetings=9))

    assert a_score_of_meetings(0) == met.meetings
    assert a_score_of_meetings(2) == missed.meetings
    assert [3, 2] == [goal.value for goal in met.goals]


def test_an_outcome_without_meetings_gets_none() -> None:
    """One session says nothing of who never meets."""
    assert audit.recounted(sat(UNEVEN)).meetings is None


def test_an_outcome_that_lacks_a_goal_is_not_counted_anew() -> None:
    """No value is taken for that of another goal."""
    whole = sat(UNEVEN)

    with pytest.raises(ValueError, match="longer"):
        audit.recounted(replace(whole, goals=whole.goals[:1]))


def test_proven_sessions_come_back_unchanged() -> None:
    """The audit agrees with the solver about both sessions and who meets in them."""
    outcome = two_sessions()

    assert outcome is audit.audited(outcome)


def test_meetings_that_the_seats_contradict_are_refused() -> None:
    """A pair more or less than the seats show ends the program."""
    outcome = two_sessions()
    assert outcome.meetings is not None
    value = outcome.meetings.value
    lie = replace(outcome, meetings=replace(outcome.meetings, value=value + 1))

    assert f"meetings is said to be {value + 1} and is {value}" in told_of(lie)


def test_a_session_less_or_more_than_wanted_is_refused() -> None:
    """The plan says how many times the delegations sit in groups."""
    outcome = two_sessions()
    less = replace(outcome, sessions=())
    more = replace(outcome, sessions=outcome.sessions * 2)

    assert "there are 1 sessions, and 2 are wanted" in told_of(less)
    assert "there are 3 sessions, and 2 are wanted" in told_of(more)


def test_a_rule_that_a_later_session_breaks_is_found() -> None:
    """Every session is looked at, and not only the first."""
    outcome = two_sessions()
    uneven = seated({"D001": (3, 0), "D002": (1, 0), "D003": (0, 1)})

    assert "D001 has 3/0 people in the groups" in told_of(replace(outcome, sessions=(uneven,)))
