"""What each rule and goal says of itself, word for word: it stands beside the rosters."""

from dataclasses import replace
from typing import Literal

import pytest
from builders import a_plan

from allocator.model.goals.column import ColumnDelegates
from allocator.model.goals.label import LabelDelegates, LabelDelegations
from allocator.model.goals.officer_regions import OfficerRegions
from allocator.model.goals.seating import Seating
from allocator.model.goals.size import Size
from allocator.model.goals.small import Small
from allocator.model.goals.vacant import VacantOffices
from allocator.model.rules.capacity import Capacity
from allocator.model.rules.heard_everywhere import HeardEverywhere
from allocator.model.rules.languages import Languages
from allocator.model.rules.officers import Officers
from allocator.model.rules.one_group import OneGroup
from allocator.model.unit import Goal, Rule
from allocator.plan import Plan
from allocator.settings import Group

OFFERS = replace(
    a_plan(),
    groups=(
        Group(name="Rome", languages=("en", "fr")),
        Group(name="Oslo"),
        Group(name="Lima", languages=("es",)),
    ),
)


@pytest.mark.parametrize(
    ("rule", "plan", "claim"),
    [
        (Capacity(), a_plan(2), "No group exceeds its capacity: none is limited."),
        (
            Capacity(),
            a_plan(capacities=(40, None, 30)),
            "No group exceeds its capacity: Group 1 at most 40, Group 3 at most 30.",
        ),
        (
            HeardEverywhere(),
            a_plan(3),
            "Every delegation that is spread sits evenly over the 3 groups.",
        ),
        (Languages(), a_plan(2), "Everybody follows the languages of the group: all do."),
        (
            Languages(),
            OFFERS,
            "Everybody follows the languages of the group: Rome offers en, fr; Lima offers es.",
        ),
        (
            Officers(),
            a_plan(2),
            "Chairs and rapporteurs are candidates who sit in their group; nobody is two.",
        ),
        (
            OneGroup(),
            a_plan(small=2),
            (
                "Every delegation of at most 2 and every delegation that is to stay whole sits "
                "together in one group."
            ),
        ),
        (
            OneGroup(),
            a_plan(small_seating="apart"),
            "Every delegation that is to stay whole sits together in one group.",
        ),
    ],
)
def test_a_rule_says_what_it_demands(rule: Rule, plan: Plan, claim: str) -> None:
    """With the numbers and names of the plan."""
    assert claim == rule.claim(plan)


@pytest.mark.parametrize(
    ("goal", "name", "claim"),
    [
        (Size(), "size", "Groups have the same number of people: largest group less smallest."),
        (
            Small(),
            "small",
            "Every group has the same number of small delegations: most less fewest.",
        ),
        (
            Seating(),
            "seating",
            (
                "Nobody sits against the seating rule of the delegation: people outside the group "
                "of a whole delegation, or more or fewer in a group than an even spread has."
            ),
        ),
        (
            LabelDelegations("region"),
            "region.delegations",
            (
                "Every group hears the same number of delegations of each region: most less "
                "fewest, summed over the region labels."
            ),
        ),
        (
            LabelDelegates("category"),
            "category.delegates",
            (
                "Every group has the same number of people of each category: most less fewest, "
                "summed over the category labels."
            ),
        ),
        (
            ColumnDelegates("gender"),
            "gender.delegates",
            (
                "Every group has the same number of people with each gender: most less fewest, "
                "summed over the values; a column of numbers is balanced by its sum."
            ),
        ),
        (
            VacantOffices(),
            "officers",
            "Every group has a chair and a rapporteur: offices that nobody holds.",
        ),
        (
            OfficerRegions(),
            "officers.regions",
            (
                "Chair and rapporteur of a group are from different regions, and all officers from "
                "as many as possible: offices less regions, in each group and over all groups."
            ),
        ),
    ],
)
def test_a_goal_says_what_it_counts(goal: Goal, name: str, claim: str) -> None:
    """Its name as it stands in scores, and its formula in words."""
    assert (name, claim) == (goal.name, goal.claim())


@pytest.mark.parametrize("label", ["region", "category"])
def test_a_goal_of_labels_is_called_by_its_label(label: Literal["region", "category"]) -> None:
    """So are its name and its claim, for delegations and for people."""
    for goal, what in ((LabelDelegations(label), "delegations"), (LabelDelegates(label), "people")):
        assert f"same number of {what} of each {label}:" in goal.claim()
        assert goal.claim().endswith(f"summed over the {label} labels.")
    assert f"{label}.delegations" == LabelDelegations(label).name
    assert f"{label}.delegates" == LabelDelegates(label).name


def test_a_goal_of_a_column_is_called_by_its_column() -> None:
    """As the list writes it."""
    goal = ColumnDelegates("Job title")

    assert "Job title.delegates" == goal.name
    assert "people with each Job title:" in goal.claim()
