"""The audit catches whatever a roster could get wrong, without the solver."""

import subprocess
import sys
from dataclasses import replace

import pytest
from builders import a_delegation, a_plan, a_workshop
from seated import seated

import allocator
from allocator import audit
from allocator.allocation import Outcome
from allocator.delegation import Delegate, DelegateId
from allocator.errors import AuditFailed
from allocator.workshop import Workshop

WORKSHOP = a_workshop(4, 2, 1, regions="XY")
RIGHT = {"D001": (2, 2), "D002": (1, 1), "D003": (0, 1)}


def an_outcome() -> Outcome:
    """A proven outcome of the workshop."""
    return allocator.allocate(WORKSHOP, 2)


def test_a_right_roster_has_no_violations() -> None:
    """Everybody once, evenly."""
    assert () == audit.violations(WORKSHOP, a_plan(2), seated(RIGHT))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"D001": (2, 2), "D002": (1, 1)}, "D003 has no seats"),
        ({**RIGHT, "D009": (1, 0)}, "d009 has seats and is not on the list"),
        ({**RIGHT, "D003": (1, 1)}, "D003 has seats 1/1 for 1 people"),
        ({**RIGHT, "D001": (5, -1)}, "D001 has seats 5/-1 for 4 people"),
        ({**RIGHT, "D001": (2, 1, 1)}, "D001 has seats 2/1/1 for 4 people"),
        ({**RIGHT, "D001": (3, 1)}, "D001 has 3/1 people in the groups"),
        ({**RIGHT, "D003": (0, 0)}, "D003 has seats 0/0 for 1 people"),
    ],
)
def test_a_wrong_roster_is_told_by_name(wrong: dict[str, tuple[int, ...]], told: str) -> None:
    """Lost, invented, doubled and uneven people are all found."""
    assert told in "; ".join(audit.violations(WORKSHOP, a_plan(2), seated(wrong)))


def test_an_audited_outcome_comes_back_unchanged() -> None:
    """The audit only looks."""
    outcome = an_outcome()

    assert outcome is audit.audited(outcome)


@pytest.mark.parametrize(
    "wrong",
    [
        {**RIGHT, "D001": (2, 1, 1)},
        {**RIGHT, "D001": (4,)},
        {**RIGHT, "D001": ()},
        {"D001": (2, 2)},
    ],
)
def test_a_misshapen_roster_is_refused_too(wrong: dict[str, tuple[int, ...]]) -> None:
    """The audit tells of it instead of failing itself."""
    with pytest.raises(AuditFailed, match="D00"):
        audit.audited(replace(an_outcome(), allocation=seated(wrong)))


def test_scores_under_the_wrong_names_are_refused() -> None:
    """Two goals of the same value must not be exchanged, and both orders are told."""
    outcome = an_outcome()
    said, is_so = outcome.goals[::-1], outcome.goals
    told = (
        f"the goals are said to be {', '.join(goal.name for goal in said)}"
        f" and are {', '.join(goal.name for goal in is_so)}"
    )

    with pytest.raises(AuditFailed, match=told):
        audit.audited(replace(outcome, goals=said))


def test_a_bound_below_what_arithmetic_allows_is_refused() -> None:
    """Search never proves less than the arithmetic limit."""
    outcome = an_outcome()
    first = replace(outcome.goals[0], bound=0, limit=1)

    with pytest.raises(AuditFailed, match="size has the bound 0, below its limit 1"):
        audit.audited(replace(outcome, goals=(first, *outcome.goals[1:])))


def named_in(*places: int) -> tuple[str, ...]:
    """What the audit says of two named delegates whose delegation has a seat in each group.

    Each delegate has a place as far as there are ``places``.
    """
    people = [Delegate(id=DelegateId(f"Togo-{number}")) for number in range(2)]
    togo = replace(a_delegation("Togo", 2), delegates=tuple(people))
    workshop = Workshop(delegations=(togo,))
    allocation = replace(
        seated({"Togo": (1, 1)}),
        places=dict(zip((each.id for each in people), places, strict=False)),
    )
    return audit.violations(workshop, a_plan(2), allocation)


def test_named_delegates_who_sit_where_their_delegation_does_are_accepted() -> None:
    """Whoever of the two sits in the first group."""
    assert () == named_in(0, 1)
    assert () == named_in(1, 0)


@pytest.mark.parametrize("places", [(), (0,), (1,), (0, 0), (1, 1), (0, 2), (2, 1), (0, -1)])
def test_named_delegates_who_do_not_sit_where_their_delegation_does_are_told(
    places: tuple[int, ...],
) -> None:
    """In the wrong group, in none, or in a group that does not exist."""
    assert ("the delegates of Togo do not sit where its seats are",) == named_in(*places)


@pytest.mark.parametrize("field", ["value", "bound"])
def test_a_score_that_the_roster_contradicts_is_refused(field: str) -> None:
    """A value that is not measured, or one below its own bound, ends the program."""
    outcome = an_outcome()
    first = outcome.goals[0]
    lie = replace(first, **{field: getattr(first, field) + 1})

    with pytest.raises(AuditFailed, match=first.name):
        audit.audited(replace(outcome, goals=(lie, *outcome.goals[1:])))


def test_a_roster_that_breaks_a_rule_is_refused() -> None:
    """Nothing leaves the solver unseen."""
    with pytest.raises(AuditFailed, match="D001"):
        audit.audited(replace(an_outcome(), allocation=seated({**RIGHT, "D001": (3, 1)})))


def test_the_audit_never_loads_the_solver() -> None:
    """The witness does not know the accused."""
    program = "import sys, allocator.audit; sys.exit('ortools' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode


def test_values_are_counted_anew_after_an_edit_and_bounds_stay() -> None:
    """The small delegation changes its group: what was proven of the list is still proven."""
    outcome = an_outcome()
    seats = dict(outcome.allocation.seats)
    small = WORKSHOP.delegations[2].id
    seats[small] = seats[small][::-1]
    seats[WORKSHOP.delegations[1].id] = (2, 0) if seats[small][0] else (0, 2)
    edited = replace(outcome, allocation=replace(outcome.allocation, seats=seats))
    counted = audit.recounted(edited)

    assert outcome == audit.recounted(outcome)
    assert (1, 3) == (outcome.goals[0].value, counted.goals[0].value)
    assert [(goal.bound, goal.limit) for goal in outcome.goals] == [
        (goal.bound, goal.limit) for goal in counted.goals
    ]
