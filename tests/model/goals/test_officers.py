"""Vacant offices, and officers from different regions."""

import pytest
from builders import a_workshop
from ortools.sat.python import cp_model
from staffed import CHAIR, a_named_workshop, a_staffed_plan, with_officers

import allocator
from allocator import audit
from allocator.delegation import DelegationId
from allocator.event_rules import Party
from allocator.model.problem import Problem
from allocator.workshop import Workshop

PEOPLE = a_named_workshop(
    ("X", ["chair", "rapporteur"]), ("Y", ["chair", "rapporteur"]), ("Z", ["", ""])
)
SEATS = {"d1": (1, 1), "d2": (1, 1), "d3": (1, 1)}


@pytest.mark.parametrize(
    ("places", "chair", "rapporteur", "vacant", "regions"),
    [
        # Four offices, two regions, both at each table: two offices bring none over all.
        ([0, 1, 1, 0], ("D1-1", "D2-1"), ("D2-2", "D1-2"), 0, 2),
        # One vacant office is one region less at its table.
        ([0, 1, 1, 0], ("D1-1", "D2-1"), ("D2-2", ""), 1, 3),
        # Nobody at all: every office is vacant, and brings a region neither here nor there.
        ([0, 1, 1, 0], ("", ""), ("", ""), 4, 8),
    ],
)
def test_the_goals_are_what_they_are_by_hand(
    places: list[int],
    chair: tuple[str, ...],
    rapporteur: tuple[str, ...],
    vacant: int,
    regions: int,
) -> None:
    """Vacant offices, and offices less regions at each table and over all."""
    names = ("D1-1", "D1-2", "D2-1", "D2-2", "D3-1", "D3-2")
    seated = dict(zip(names, [*places, 0, 1], strict=True))
    allocation = with_officers(SEATS, seated, chair=chair, rapporteur=rapporteur)

    values = audit.measured(PEOPLE, a_staffed_plan(PEOPLE, 2), allocation)

    assert (vacant, regions) == (values[0], values[-1])


@pytest.mark.parametrize(
    ("workshop", "groups", "limits"),
    [
        (PEOPLE, 2, (0, 2)),
        (a_named_workshop(("X", ["chair"]), ("X", ["chair/rapporteur"])), 2, (2, 5)),
        (a_workshop(3, 3, 3, regions="XYZ", roles=["chair"]), 3, (0, 0)),
    ],
)
def test_arithmetic_limits(workshop: Workshop, groups: int, limits: tuple[int, int]) -> None:
    """No more offices are held than there are candidates, and no more regions than they have."""
    aims = Problem(workshop, a_staffed_plan(workshop, groups)).aims

    assert limits == (aims[0].limit, aims[-1].limit)


def test_a_list_without_roles_has_no_goals_of_officers() -> None:
    """Its goals are those of every list; one candidate adds a goal before and one behind."""
    plain = [goal.name for goal in allocator.allocate(a_workshop(4, 4), groups=2).goals]
    staffed = [
        goal.name
        for goal in allocator.allocate(a_workshop(4, 4, roles=["chair", ""]), groups=2).goals
    ]

    assert ["size", "small", "region.delegations", "region.delegates"] == plain
    assert ["officers", *plain, "officers.regions"] == staffed


def test_an_office_held_from_outside_is_not_vacant() -> None:
    """Two groups, one chair from outside: one office is to be filled by the list."""
    workshop = a_workshop(4, 4, roles=["chair"])

    outside = a_staffed_plan(workshop, 2, {(CHAIR, 0): None})
    inside = a_staffed_plan(workshop, 2, {(CHAIR, 0): Party(delegation=DelegationId("d001"))})

    assert [(CHAIR, 1)] == list(outside.slots)
    assert [(CHAIR, 0), (CHAIR, 1)] == list(inside.slots)


def test_people_are_seated_so_that_every_group_has_its_officers() -> None:
    """Both chairs of one delegation go to different groups, against nothing but chance."""
    workshop = a_named_workshop(("X", ["chair", "chair", "", ""]), ("Y", ["", "", "", ""]))

    outcome = allocator.allocate(workshop, groups=2)

    assert {"D1-1", "D1-2"} == set(outcome.allocation.officers["chair"])
    assert 0 == outcome.goals[0].value


def test_who_of_equal_candidates_chairs_is_drawn() -> None:
    """Another seed gives another chair now and then."""
    workshop = a_named_workshop(*(("X", ["chair", "chair"]) for _ in range(4)))

    chairs = {
        allocator.allocate(workshop, groups=2, seed=seed).allocation.officers["chair"]
        for seed in range(8)
    }

    assert len(chairs) > 2


def test_officers_who_are_all_of_one_region_are_possible_and_cost_what_they_are() -> None:
    """Three chairs of X at three tables: no table misses a region, and over all two are missed."""
    workshop = a_named_workshop(*(("X", ["chair", ""]) for _ in range(3)))
    problem = Problem(workshop, a_staffed_plan(workshop, 3))
    model = problem.model()
    model.hold(problem.aims[0], 0)
    model.minimise(problem.aims[-1])
    solver = cp_model.CpSolver()

    assert cp_model.OPTIMAL == solver.solve(model.cp)
    assert 2 == round(solver.objective_value) == problem.aims[-1].limit
