"""Two versions side by side, counted from the seats alone."""

from dataclasses import replace

import pytest
from outcomes import a_head_count_list, a_named_list, an_outcome
from rebalancing.versions import heads, rosters

from allocator.allocation import Outcome
from allocator.comparison import GoalChange, compared
from allocator.errors import ListRefused
from allocator.findings import Finding, Severity

TWO = ("Red", "Blue")


def with_goals(outcome: Outcome, *goals: str) -> Outcome:
    """The outcome, planned for other goals."""
    return replace(outcome, plan=replace(outcome.plan, goals=goals))


def test_rosters_beside_themselves_changed_in_nothing() -> None:
    """Head-counts and names: no moves, every goal as it was."""
    for outcome in (an_outcome(), an_outcome(a_named_list())):
        comparison = compared(outcome, outcome)

        assert comparison.changes.are_none
        assert outcome.workshop.head_count == comparison.changes.stayed
        assert [(goal.name, goal.value, goal.value) for goal in outcome.goals] == [
            (goal.name, goal.before, goal.after) for goal in comparison.goals
        ]


def test_goals_are_counted_anew_from_the_seats() -> None:
    """What the rosters say of themselves does not matter."""
    outcome = an_outcome()
    lying = replace(outcome, goals=tuple(replace(goal, value=99) for goal in outcome.goals))

    assert compared(outcome, outcome).goals == compared(lying, lying).goals


def test_every_goal_has_its_value_before_and_after() -> None:
    """Five and one; then four and two of other people: by hand."""
    before = rosters(heads({"France": 4, "Fiji": 2}), {"FRA": (3, 1), "FJI": (2, 0)}, *TWO)
    after = rosters(heads({"France": 4, "Peru": 2}), {"FRA": (3, 1), "PER": (1, 1)}, *TWO)
    goals = ("size", "region.delegates")
    comparison = compared(with_goals(before, *goals), with_goals(after, *goals))

    assert (
        GoalChange(name="size", before=4, after=2, unit="people"),
        GoalChange(name="region.delegates", before=4, after=2, unit="people"),
    ) == comparison.goals
    assert (4, 0) == (comparison.changes.stayed, comparison.changes.moves)


def test_a_goal_that_one_side_does_not_have_is_open_there() -> None:
    """A column that only the old list has; the goals of the new one stand first."""
    old = an_outcome(a_named_list(), balance=("Level",))
    goals = {goal.name: goal for goal in compared(old, an_outcome(a_named_list())).goals}

    assert old.goals[-1].value == goals["Level.delegates"].before
    assert goals["Level.delegates"].after is None
    assert "Level.delegates" == list(goals)[-1]


def test_the_goal_seating_is_counted_in_both() -> None:
    """A first version sits by the rule, and so its value is 0."""
    first = an_outcome()
    second = with_goals(first, "size", "small", "seating")
    (goal,) = (each for each in compared(first, second).goals if each.name == "seating")

    assert (0, 0, "people") == (goal.before, goal.after, goal.unit)


def test_edits_and_doubts_are_told_with_the_comparison() -> None:
    """Those of the old rosters, of the new ones, then what is told of who is who."""
    edit = Finding(severity=Severity.NOTICE, code="N-EDITED", message="edited.")
    before = rosters(heads({"Germany": 2}), {"DEU": (1, 1)}, *TWO)
    after = rosters(heads({"Allemagne": 2}), {"DEU": (1, 1)}, *TWO)
    comparison = compared(replace(before, edits=(edit,)), replace(after, edits=(edit, edit)))

    assert ["N-EDITED"] * 3 + ["N-SPELLING"] == [each.code for each in comparison.notices]


def test_the_other_way_round_who_joined_left_and_who_left_joined() -> None:
    """Moves go back; what went in comes out."""
    before = an_outcome()
    after = an_outcome(a_head_count_list({"France": 5, "Brazil": 3, "Peru": 2}), groups=2)
    there, back = compared(before, after).changes, compared(after, before).changes

    assert sum(move.people for move in there.joined) == sum(move.people for move in back.left)
    assert sum(move.people for move in there.left) == sum(move.people for move in back.joined)
    assert there.stayed == back.stayed


def test_rosters_of_two_events_are_no_two_versions() -> None:
    """E-ROSTER: no delegation is on both."""
    other = an_outcome(a_head_count_list({"Peru": 3, "Ghana": 2}))

    with pytest.raises(ListRefused, match="no delegation of the older rosters"):
        compared(an_outcome(), other)


def test_head_counts_do_not_come_after_names() -> None:
    """E-SHAPE: nobody could be found again."""
    with pytest.raises(ListRefused, match="have a row per delegate"):
        compared(an_outcome(a_named_list()), an_outcome())


def test_versions_in_the_wrong_order_are_told() -> None:
    """N-OLDER: the second one has the lower number."""
    first, second = an_outcome(), replace(an_outcome(), version=2)

    assert ["N-OLDER"] == [notice.code for notice in compared(second, first).notices]
    assert () == compared(first, second).notices
