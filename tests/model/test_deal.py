"""Dealing is exact: what goes into a cohort comes out seated, delegation by delegation."""

from collections import Counter
from dataclasses import replace

from builders import a_plan, a_workshop
from draws import workshops
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from allocator import audit
from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.model.deal import deal
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.workshop import Workshop
from examples import examples


def any_solution(problem: Problem, seed: int) -> tuple[int, ...]:
    """Some seats that keep the rules: a random direction makes them different each time."""
    model = problem.model()
    weights = [(seed * 31 + number * 17) % 7 - 3 for number in range(len(model.variables))]
    model.cp.minimize(
        sum(weight * each for weight, each in zip(weights, model.variables, strict=True))
    )
    solver = cp_model.CpSolver()
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    return tuple(solver.value(variable) for variable in model.variables)


@st.composite
def named_workshops(draw: st.DrawFn) -> Workshop:
    """Delegations that name delegates of two genders and three languages."""
    heads = draw(st.lists(st.integers(1, 9), min_size=1, max_size=8))
    delegations = []
    for number, people in enumerate(heads):
        delegates = tuple(
            Delegate(
                id=DelegateId(f"{number}-{person}"),
                traits={
                    "gender": draw(st.sampled_from("FM")),
                    "language": draw(st.sampled_from(("en", "fr", "es"))),
                },
            )
            for person in range(people)
        )
        delegations.append(
            Delegation(
                id=DelegationId(f"d{number}"),
                name=f"D{number}",
                head_count=people,
                delegates=delegates,
                region="X",
            )
        )
    return Workshop(delegations=tuple(delegations))


def cohort_people(problem: Problem, numbers: tuple[int, ...]) -> list[tuple[int, ...]]:
    """People per group of every cohort, as the solution has them."""
    return [
        tuple(block.people(group, lambda _profile: 1).value(numbers) for group in range(3))
        for block in problem.seats.blocks
    ]


@examples(60)
@given(workshops(most=14, largest=9), st.integers(0, 99), st.sampled_from(("together", "apart")))
def test_counts_in_are_seats_out(workshop: Workshop, seed: int, small_seating: str) -> None:
    """Every cohort's people per group are dealt out exactly, and every rule is kept."""
    plan = a_plan(3, small_seating=small_seating, seed=seed)
    problem = Problem(workshop, plan)
    numbers = any_solution(problem, seed)
    allocation = deal(problem, numbers)

    dealt = [
        tuple(map(sum, zip(*(allocation.seats[m.id] for m in block.cohort.members), strict=True)))
        for block in problem.seats.blocks
    ]
    assert cohort_people(problem, numbers) == dealt
    assert () == audit.violations(workshop, plan, allocation)


@examples(60)
@given(named_workshops(), st.integers(0, 99))
def test_every_profile_is_dealt_exactly(workshop: Workshop, seed: int) -> None:
    """With two balanced columns the people of each profile sit as the solution says."""
    plan = replace(a_plan(3, seed=seed), balance=("gender", "language"))
    problem = Problem(workshop, plan)
    numbers = any_solution(problem, seed)
    allocation = deal(problem, numbers)

    counted: Counter[tuple[tuple[str, str], int]] = Counter()
    for delegation in workshop.delegations:
        for delegate in delegation.delegates:
            profile = (delegate.traits["gender"], delegate.traits["language"])
            counted[profile, allocation.places[delegate.id]] += 1
    for profile in [(gender, tongue) for gender in "FM" for tongue in ("en", "fr", "es")]:
        wanted = problem.seats.people(worth=lambda own, this=profile: int(own.texts == this))  # type: ignore[misc] # a lambda with a default
        seated = tuple(counted[profile, group] for group in range(3))
        assert tuple(form.value(numbers) for form in wanted.forms) == seated
    assert () == audit.violations(workshop, plan, allocation)


def test_equal_delegations_have_equal_chances() -> None:
    """Over many seeds each of three equal delegations gets the odd group equally often."""
    workshop = a_workshop(1, 1, 1)
    alone: Counter[str] = Counter()
    for seed in range(600):
        plan: Plan = a_plan(2, seed=seed)
        problem = Problem(workshop, plan)
        seats = deal(problem, (2, 1)).seats
        alone.update(name for name, row in seats.items() if row == (0, 1))

    assert all(150 < alone[name] < 250 for name in ("d001", "d002", "d003"))
