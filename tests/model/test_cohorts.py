"""Cohorts gather what no rule and no goal can tell apart, and nothing else."""

from builders import a_plan, a_workshop
from draws import workshops
from hypothesis import given

from allocator.model.cohorts import cohorts_of
from allocator.model.profiles import Profiles
from allocator.workshop import Workshop


def test_an_even_part_does_not_tell_delegations_apart() -> None:
    """Four and seven people over three groups both leave one seat to decide."""
    cohorts = cohorts_of(a_workshop(4, 7), Profiles(a_plan(3)))

    assert [(2, 3)] == [(len(each.members), each.even) for each in cohorts]


def test_region_category_and_size_tell_delegations_apart() -> None:
    """Each difference that a goal can see makes another cohort."""
    workshop = a_workshop(1, 1, 1, 2, regions="XYXX", categories=["a", "a", "b", "a"])

    assert 4 == len(cohorts_of(workshop, Profiles(a_plan(3))))


@given(workshops(most=14, largest=9))
def test_every_delegation_is_in_one_cohort(workshop: Workshop) -> None:
    """Nobody is lost, nobody counted twice, and the order of the list does not matter."""
    cohorts = cohorts_of(workshop, Profiles(a_plan(3)))
    members = [member.id for cohort in cohorts for member in cohort.members]
    backwards = Workshop(delegations=workshop.delegations[::-1])

    assert sorted(each.id for each in workshop.delegations) == sorted(members)
    assert cohorts == cohorts_of(backwards, Profiles(a_plan(3)))


@given(workshops(most=14, largest=9))
def test_the_people_of_all_cohorts_are_the_head_count(workshop: Workshop) -> None:
    """The even part and what is left over add up to everybody."""
    cohorts = cohorts_of(workshop, Profiles(a_plan(3)))

    assert workshop.head_count == sum(
        cohort.size * len(cohort.members) + 3 * cohort.even for cohort in cohorts
    )
