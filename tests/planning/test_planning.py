"""From settings to a plan, every default decided."""

from dataclasses import replace

import pytest
from builders import a_workshop, groups_of

import allocator
from allocator.errors import UsageProblem
from allocator.group_numbers import is_choice
from allocator.planning.defaults import plan_for
from allocator.settings import Group, Seating, Settings, SmallSeating
from allocator.workshop import Workshop


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


def test_no_numbered_group_is_called_as_a_named_one() -> None:
    """Whatever its capitals."""
    settings = Settings(groups=3, group_table=(Group(name="GROUP 2"),))

    assert ["GROUP 2", "Group 3", "Group 4"] == [
        group.name for group in plan_for(a_workshop(9), settings).groups
    ]


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


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(groups=201), "groups is 201; it is a whole number from 1 to 200"),
        (Settings(workers=0), "workers is 0; it is a whole number from 1 to 64"),
        (Settings(seed=-1), "seed is -1; it is a whole number at least 0"),
        (Settings(small=-3), "small is -3"),
        (Settings(max_group_size=0), "max-group-size is 0"),
        (Settings(time_limit=float("nan")), "time-limit is nan"),
        (Settings(group_table=(Group(name="A"), Group(name="A"))), 'two groups are called "A"'),
        (
            Settings(group_table=(Group(name="A" * 61),)),
            f'the name of the group "{"A" * 40}…" has more than 60 characters',
        ),
        (
            Settings(group_table=(Group(name="b"), Group(name="B"))),
            'two groups are called "b" and "B"',
        ),
        (Settings(groups=1, group_table=groups_of([None, None])), "Group 2 would be left out"),
    ],
)
def test_what_makes_no_sense_is_refused(settings: Settings, told: str) -> None:
    """Out of range, or not to be told apart."""
    with pytest.raises(UsageProblem, match=told):
        plan_for(a_workshop(9), settings)


def test_every_senseless_setting_is_told_at_once() -> None:
    """Two mistakes, one message."""
    with pytest.raises(UsageProblem, match=r"seed is -1.*; workers is 99"):
        plan_for(a_workshop(9), Settings(seed=-1, workers=99))


def test_a_numbered_group_never_takes_a_name_that_is_given() -> None:
    """Beside a group called Group 2 the others are Group 3 and Group 4."""
    settings = Settings(groups=3, group_table=(Group(name="Group 2"),))
    names = [group.name for group in plan_for(a_workshop(9), settings).groups]

    assert ["Group 2", "Group 3", "Group 4"] == names


def with_column(*texts: str) -> Workshop:
    """A delegation per text, with the text in the column Level."""
    workshop = a_workshop(*[2] * len(texts))
    return Workshop(
        delegations=tuple(
            replace(each, traits={"Level": text})
            for each, text in zip(workshop.delegations, texts, strict=True)
        )
    )


@pytest.mark.parametrize("texts", [("1.5", "2"), ("-1", "3"), ("7,5", "1"), ("9" * 12, "1")])
def test_numbers_that_cannot_be_added_up_are_refused(texts: tuple[str, ...]) -> None:
    """They would be balanced as words, which nobody wants."""
    with pytest.raises(UsageProblem, match="whole numbers from 0"):
        plan_for(with_column(*texts), Settings(balance=("level",)))


@pytest.mark.parametrize("texts", [("1", "2"), ("red", "1.5"), ("", "3")])
def test_words_and_whole_numbers_are_balanced(texts: tuple[str, ...]) -> None:
    """Case and accents of the column's name do not matter."""
    plan = plan_for(with_column(*texts), Settings(balance=("LÉVEL",)))

    assert ("Level",) == plan.balance
    assert "Level.delegates" == plan.goals[-1]


def test_a_column_is_found_by_any_of_its_usual_names() -> None:
    """What the list calls Sexe is gender, in whatever language it is asked for."""
    workshop = Workshop(
        delegations=tuple(
            replace(each, traits={"gender": "F"}) for each in a_workshop(3, 4).delegations
        )
    )

    assert ("gender",) == plan_for(workshop, Settings(balance=("Sexe",))).balance


@pytest.mark.parametrize(
    "options", [{"groups": "3"}, {"groups": "many"}, {"seating": "standing"}, {"workers": 0}]
)
def test_the_python_interface_refuses_what_it_does_not_know(options: dict[str, object]) -> None:
    """Nothing is guessed."""
    with pytest.raises(UsageProblem):
        allocator.allocate(a_workshop(3, 4), **options)  # type: ignore[arg-type] # on purpose


def test_the_meetings_of_several_sessions_cannot_be_put_first() -> None:
    """It is told that they are always last; with one session there is no such goal."""
    with pytest.raises(UsageProblem, match='"meetings" always stands behind all others'):
        plan_for(a_workshop(9), Settings(groups=2, sessions=2, priority=("Meetings",)))
    with pytest.raises(UsageProblem, match='there is no goal "meetings"'):
        plan_for(a_workshop(9), Settings(groups=2, priority=("meetings",)))
