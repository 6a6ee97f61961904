"""From settings to a plan, every default decided."""

import pytest
from builders import a_workshop, groups_of

from allocator.errors import UsageProblem
from allocator.planning import is_choice, plan_for
from allocator.settings import Group, Seating, Settings, SmallSeating


def test_without_settings_the_defaults_hold() -> None:
    """Spread, small ones together, seed 1, one worker, a minute."""
    plan = plan_for(a_workshop(3, 4), Settings())

    assert (Seating.SPREAD, SmallSeating.TOGETHER) == (plan.seating, plan.small_seating)
    assert (1, 1, 60.0) == (plan.seed, plan.workers, plan.time_limit)
    assert ("size", "small", "region.delegations", "region.delegates") == plan.goals


@pytest.mark.parametrize(("people", "groups"), [(79, 2), (80, 2), (81, 3), (400, 3)])
def test_auto_takes_two_groups_up_to_forty_people_each(people: int, groups: int) -> None:
    """The boundary is 40 people in the larger of two groups."""
    assert groups == plan_for(a_workshop(people), Settings()).k


def test_the_largest_group_wanted_moves_the_boundary() -> None:
    """``max_group_size`` replaces the 40."""
    assert 2 == plan_for(a_workshop(100), Settings(max_group_size=50)).k
    assert 3 == plan_for(a_workshop(101), Settings(max_group_size=50)).k


def test_named_groups_say_how_many_there_are() -> None:
    """A table of three groups makes three groups, unless a number or auto is asked for."""
    table = groups_of([None] * 3)

    assert 3 == plan_for(a_workshop(9), Settings(group_table=table)).k
    assert not is_choice(Settings(group_table=table))
    assert is_choice(Settings(group_table=table, groups="auto"))


def test_more_groups_than_are_named_are_numbered() -> None:
    """The names given come first."""
    settings = Settings(groups=3, group_table=(Group(name="Plenary Hall"),))
    names = [group.name for group in plan_for(a_workshop(9), settings).groups]

    assert ["Plenary Hall", "Group 2", "Group 3"] == names


def test_groups_are_named_in_the_language_of_the_meeting() -> None:
    """French rosters have a Groupe 1."""
    plan = plan_for(a_workshop(9), Settings(groups=2, language="fr"))

    assert ["Groupe 1", "Groupe 2"] == [group.name for group in plan.groups]


def test_priority_puts_goals_first_and_keeps_the_others() -> None:
    """The rest follow in their usual order."""
    plan = plan_for(a_workshop(9), Settings(priority=("region.delegates",)))

    assert ("region.delegates", "size", "small", "region.delegations") == plan.goals


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(priority=("sise",)), 'there is no goal "sise"; this list has "size", "small"'),
        (Settings(balance=("gender",)), 'there is no column "gender" to balance'),
        (Settings(groups=0), "groups is 0; it is a whole number from 1 to 200"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(settings: Settings, told: str) -> None:
    """Exit code 2, and the names that would work."""
    with pytest.raises(UsageProblem, match=told) as error:
        plan_for(a_workshop(9), settings)

    assert 2 == error.value.exit_code
