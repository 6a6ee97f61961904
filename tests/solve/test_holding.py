"""What holds a goal above its limit, by hand."""

from dataclasses import replace

import pandas as pd
import pytest
from builders import a_workshop, groups_of
from events import a_rule, ruled

from allocator import allocate, rebalance
from allocator.audit import recounted
from allocator.explain import Held
from allocator.plan import Plan
from allocator.settings import RuleRow
from allocator.solve import allocate_plan
from allocator.solve.holding import holding
from allocator.workshop import Workshop


def held(workshop: Workshop, plan: Plan) -> dict[str, Held]:
    """Goal -> what holds it in the best roster."""
    return {each.score.name: each for each in holding(allocate_plan(workshop, plan))}


def test_a_goal_at_its_limit_needs_no_reason() -> None:
    """Every goal of a list that divides evenly."""
    workshop = a_workshop(6, 3, 1, 1, 1)
    found = held(workshop, ruled(workshop))

    assert [0, 0, 0, 0] == [each.score.value for each in found.values()]
    assert [((), (), False, True)] * 4 == [
        (each.goals, each.demands, each.improvable, each.known) for each in found.values()
    ]


def test_a_goal_that_a_higher_goal_holds_names_it() -> None:
    """Three people who sit whole face three small delegations: equal sizes leave 3 and 0 small."""
    workshop = a_workshop(3, 1, 1, 1, seatings=("whole", "", "", ""))
    small = held(workshop, ruled(workshop, groups=2))["small"]

    assert (3, 1) == (small.score.value, small.score.limit)
    assert (("size",), (), True) == (small.goals, small.demands, small.known)


def test_a_goal_that_a_rule_holds_names_its_sentence() -> None:
    """Three small delegations that sit together; the other rule has no part in it."""
    workshop = a_workshop(4, 1, 1, 1, 1)
    rules = (a_rule("together", "D002; D003; D004"), a_rule("not in", "D005", "Group 2"))
    found = held(workshop, ruled(workshop, rules[0], groups=2))
    size = held(workshop, ruled(workshop, *rules, groups=2))["size"]

    assert (2, 0) == (found["size"].score.value, found["size"].score.limit)
    assert ("D002, D003 and D004 together",) == found["size"].demands
    assert ((), ("D002, D003 and D004 together",)) == (size.goals, size.demands)


def test_a_goal_that_the_list_itself_holds_has_no_reasons() -> None:
    """Five and one, both whole, over two groups: no roster by the seating rule is more even."""
    workshop = a_workshop(5, 1)
    size = held(workshop, ruled(workshop, groups=2, seating="whole"))["size"]

    assert (4, 0) == (size.score.value, size.score.limit)
    assert ((), (), False, True) == (size.goals, size.demands, size.improvable, size.known)


def test_a_seating_that_a_rule_relies_on_is_a_reason() -> None:
    """Were D002 not to sit whole, one of its two could be with the others and one elsewhere."""
    workshop = a_workshop(1, 2, 2, 1, seatings=["whole"])
    bound = [a_rule("in", who, "Group 1") for who in ("D001", "D003", "D004")]
    plan = ruled(workshop, a_rule("together", "D001; D002; D003"), *bound, groups=2)
    size = held(workshop, plan)["size"]

    assert 6 == size.score.value
    assert "D002 (2 people) sits in one group" in size.demands


def test_a_roster_that_is_not_the_best_says_so() -> None:
    """Two small delegations moved by hand into one group: nothing holds the goals there."""
    workshop = a_workshop(4, 1, 1)
    outcome = allocate_plan(workshop, ruled(workshop, groups=2))
    seats = {**outcome.allocation.seats}
    seats.update({each.id: (1, 0) for each in workshop.delegations[1:]})
    edited = recounted(replace(outcome, allocation=replace(outcome.allocation, seats=seats)))
    size, small, *_ = holding(edited)

    assert (2, 2) == (size.score.value, small.score.value)
    for each in (size, small):
        assert ((), (), True, True) == (each.goals, each.demands, each.improvable, each.known)


def test_the_limit_is_that_of_the_rosters_as_they_are() -> None:
    """Without the record of a workbook no limit is known: it is counted anew."""
    workshop = a_workshop(5, 1, 1)
    outcome = allocate_plan(workshop, ruled(workshop, groups=2))
    goals = tuple(replace(score, bound=0, limit=0) for score in outcome.goals)

    assert [score.limit for score in outcome.goals] == [
        each.score.limit for each in holding(replace(outcome, goals=goals))
    ]


def test_people_against_their_rule_leave_the_limit_open() -> None:
    """Two of a delegation that lost one stay in two groups: 3 present could be even, 2 never."""
    workshop = Workshop.from_frame(pd.DataFrame({"delegation": ["A", "B"], "delegates": [3, 1]}))
    before = allocate(workshop, groups=3)
    late = Workshop.from_frame(pd.DataFrame({"delegation": ["A", "B"], "delegates": [2, 1]}))
    after = rebalance(before, late, max_moves=0)
    small = next(each for each in holding(after) if each.score.name == "small")

    assert (0, 0) == (small.score.value, small.score.limit)
    assert ((), (), False, True) == (small.goals, small.demands, small.improvable, small.known)


def test_no_limit_is_above_its_value_after_a_rebalance() -> None:
    """Nor above the bound: it is what arithmetic allows of the people as they sit."""
    heads = {"A": 3, "B": 2, "C": 5, "D": 4, "E": 3, "F": 1}
    late = {"A": 2, "B": 4, "C": 3, "D": 2, "E": 1, "F": 1}
    first, second = (
        Workshop.from_frame(pd.DataFrame({"delegation": [*each], "delegates": [*each.values()]}))
        for each in (heads, late)
    )
    before = allocate(first, groups=3)
    for moves in (0, 1, None):
        scores = [each.score for each in holding(rebalance(before, second, max_moves=moves))]
        assert [] == [each for each in scores if each.limit > min(each.value, each.bound)]


def test_rooms_that_only_set_the_fair_shares_are_no_reason() -> None:
    """Shares of 4, 1 and 0 leave no choice: equal sizes hold the small ones, not the rooms."""
    workshop = a_workshop(1, 1, 1, 2)
    plan = replace(ruled(workshop, groups=groups_of([6, 1, 1])), small=2)
    small = held(workshop, plan)["small"]

    assert (3, 1) == (small.score.value, small.score.limit)
    assert (("size",), ()) == (small.goals, small.demands)


@pytest.mark.parametrize("rule", [a_rule("in", "D002", "Group 1"), None])
def test_the_reasons_come_in_order_of_priority(rule: RuleRow | None) -> None:
    """One answer for each goal, as the plan has them."""
    workshop = a_workshop(3, 1, 1, 1, seatings=("whole", "", "", ""))
    plan = ruled(workshop, *([rule] if rule else []), groups=2)

    assert list(plan.goals) == list(held(workshop, plan))
