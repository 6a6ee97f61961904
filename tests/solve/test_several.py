"""Of several numbers of groups, the preferred one that is possible is taken."""

from dataclasses import replace

import pytest
from builders import a_workshop, groups_of

import allocator
from allocator.alternatives import Alternatives
from allocator.errors import Interrupted, NoAllocation, TimeIsUp, UsageProblem
from allocator.plan import Plan
from allocator.planning.defaults import plan_for
from allocator.settings import Settings
from allocator.solve import Progress
from allocator.solve.several import COMPARING, compared, taken
from allocator.workshop import Workshop

#: Four rooms; in the fourth there is a seat for one.
FOURTH_TOO_SMALL = groups_of([None, None, None, 1])


def planned(workshop: Workshop) -> Plan:
    """The plan of the workshop's own settings."""
    return plan_for(workshop, workshop.settings)


def a_session(*heads: int, settings: Settings) -> Workshop:
    """A list with what is said about the session."""
    return replace(a_workshop(*heads), settings=settings)


def numbers(choice: Alternatives) -> dict[int, bool]:
    """Number of groups -> whether there is an outcome."""
    return {each.number: each.outcome is not None for each in choice.tried}


@pytest.mark.parametrize("groups", ["2,3,4", "4; 2; 3", (4, 3, 2)])
def test_python_takes_one_of_several_numbers(groups: str | tuple[int, ...]) -> None:
    """Twelve people, at most four in a group: three groups."""
    outcome = allocator.allocate(a_workshop(7, 5), groups=groups, max_group_size=4)

    assert 3 == outcome.plan.k


@pytest.mark.parametrize("groups", ["2,,x", "0,2", "2,2", "2,", (2,), (2, 2), (0, 1)])
def test_a_malformed_list_of_numbers_is_refused(groups: str | tuple[int, ...]) -> None:
    """Exit code 2."""
    with pytest.raises(UsageProblem, match="different ones such as"):
        allocator.allocate(a_workshop(7, 5), groups=groups)


def test_the_others_are_compared_with_the_one_taken() -> None:
    """All numbers, ascending; what was taken stays what it was."""
    workshop = a_session(7, 5, settings=Settings(groups=(2, 3, 4), max_group_size=4))
    choice = taken(workshop, planned)
    whole = compared(choice, workshop, planned)

    assert {3: True} == numbers(choice)
    assert {2: True, 3: True, 4: True} == numbers(whole)
    assert choice.taken is whole.taken
    assert [2, 4] == [other.plan.k for other in whole.others]


def test_a_number_that_is_not_possible_is_passed_over() -> None:
    """The next larger one that fits comes before any that does not fit."""
    table = groups_of([5, 5, 5])
    workshop = a_session(7, 5, settings=Settings(groups=(1, 2, 3), group_table=table))
    choice = taken(workshop, planned)

    assert {1: False, 2: False, 3: True} == numbers(choice)
    assert [1, 2] == [each.number for each in choice.impossible]
    assert 3 == allocator.allocate(workshop).plan.k


def test_smaller_numbers_come_last_and_the_largest_of_them_first() -> None:
    """Only four groups are small enough, and the fourth room is too small for two of eight."""
    settings = Settings(groups=(2, 3, 4), group_table=FOURTH_TOO_SMALL, max_group_size=3)
    choice = taken(a_session(8, 4, settings=settings), planned)

    assert {3: True, 4: False} == numbers(choice)


def test_the_error_is_that_of_the_preferred_number() -> None:
    """When none is possible; two groups were preferred."""
    table = groups_of([3, 4, 4])
    workshop = a_session(7, 5, settings=Settings(groups=(2, 3), group_table=table))

    with pytest.raises(NoAllocation, match=r"3 \+ 4 = 7 people"):
        taken(workshop, planned)


def test_no_time_is_no_reason_to_take_another_number() -> None:
    """Else it would depend on the machine how many groups there are."""
    settings = Settings(groups=(2, 3), time_limit=1e-9)

    with pytest.raises(TimeIsUp):
        taken(a_session(*range(1, 90), settings=settings), planned)


def test_a_senseless_setting_is_refused_whatever_the_number() -> None:
    """Also a number out of range behind one that would do."""
    with pytest.raises(UsageProblem, match="groups is 201"):
        taken(a_session(7, 5, settings=Settings(groups=(2, 201))), planned)


def test_a_comparison_that_fails_leaves_the_outcome_and_the_reason() -> None:
    """Two groups are taken; with four, one room would be too small."""
    settings = Settings(groups=(2, 4), group_table=FOURTH_TOO_SMALL)
    workshop = a_session(8, 4, settings=settings)
    choice = compared(taken(workshop, planned), workshop, planned)

    assert {2: True, 4: False} == numbers(choice)
    assert [4] == [each.number for each in choice.impossible]
    assert 2 == choice.taken.plan.k


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, Interrupted])
def test_ctrl_c_ends_the_comparison_and_keeps_the_outcome(
    interrupt: type[BaseException],
) -> None:
    """Wherever it comes; the numbers behind are not tried."""
    workshop = a_session(7, 5, settings=Settings(groups=(2, 3, 4)))

    def interrupted(_: Workshop) -> Plan:
        raise interrupt

    choice = compared(taken(workshop, planned), workshop, interrupted)

    assert {2: True} == numbers(choice)


def test_a_comparison_has_ten_seconds_at_most() -> None:
    """And no more than the search itself."""
    workshop = a_session(7, 5, settings=Settings(groups=(2, 3, 4), time_limit=5))
    short = compared(taken(workshop, planned), workshop, planned)
    long = replace(workshop, settings=Settings(groups=(2, 3, 4)))
    others = compared(taken(long, planned), long, planned).others

    assert [5.0, 5.0] == [other.plan.time_limit for other in short.others]
    assert [COMPARING] * 2 == [other.plan.time_limit for other in others]


def test_the_watch_hears_of_every_number() -> None:
    """The live line goes on while others are compared."""
    heard: list[Progress] = []
    workshop = a_session(*range(1, 60), settings=Settings(groups=(2, 3)))
    choice = taken(workshop, planned, heard.append)
    first = len(heard)
    compared(choice, workshop, planned, heard.append)

    assert first <= len(heard)
