"""Conflicts of every pair of kinds of rules: what is named is what clashes, and no more."""

from dataclasses import replace

import pytest
from builders import a_workshop
from events import a_rule, ruled, with_traits
from planted_conflicts import G1, G2, G3, NAMES, PAIRS, Planted, only_in, planted

from allocator.errors import NoAllocation
from allocator.plan import Plan
from allocator.settings import Group
from allocator.solve import allocate_plan
from allocator.solve.conflict import Conflict
from allocator.solve.demands import demands_of, only
from allocator.solve.remedies import Remedies
from allocator.workshop import Workshop

#: What the six delegations of one person, D001 to D006, follow.
LANGUAGES = ("fr", "fr", "fr", "en", "", "")
FIRST, SECOND, *_ = NAMES


def posed(conflict: Planted) -> tuple[Workshop, Plan]:
    """The workshop and the plan of a planted conflict, with rules beside it that disturb nobody."""
    workshop = with_traits(
        a_workshop(*conflict.people), "language", LANGUAGES[: len(conflict.people)]
    )
    groups = [
        Group(
            name=name,
            capacity=conflict.capacities.get(name),
            languages=conflict.languages.get(name, ()),
        )
        for name in (G1, G2, G3)
    ]
    harmless = (a_rule("in", "D004", f"{G1}; {G2}; {G3}"), a_rule("at least", "D004", "", 0))
    rules = (harmless[0], *conflict.rules, harmless[1])
    return workshop, ruled(workshop, *rules, groups=groups)


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda kind: kind)
def test_what_is_named_clashes_and_no_less_does(one: str, other: str) -> None:
    """The named demands alone are impossible; without any one of them the others are possible."""
    workshop, plan = posed(planted(one, other))
    conflict, demands = Conflict(), demands_of(workshop, plan)
    core = conflict.core(workshop, plan)

    assert {one, other} <= {demand.kind for demand in core}
    assert conflict.is_impossible(workshop, only(plan, demands, core))
    for demand in core:
        fewer = [each for each in core if each != demand]
        without = only(plan, demands, fewer)
        # Who may sit anyhow has no place in a roster: the audit would object.
        assert (
            conflict.is_possible(workshop, without)
            if without.free
            else (allocate_plan(workshop, without).goals)
        )


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda kind: kind)
def test_every_change_that_is_suggested_works(one: str, other: str) -> None:
    """There is one at least, and with each of them there is a roster that the audit accepts."""
    workshop, plan = posed(planted(one, other))
    conflict = Conflict()
    working = Remedies(conflict).working(conflict.core(workshop, plan), workshop, plan)
    with pytest.raises(NoAllocation) as told:
        allocate_plan(workshop, plan)

    assert working
    assert working[0].sentence in told.value.message
    for remedy in working:
        assert allocate_plan(remedy.workshop, remedy.plan).goals


@pytest.mark.parametrize("kind", ["in", "not in", "apart", "at most"])
def test_a_seating_that_is_in_the_way_is_named(kind: str) -> None:
    """A delegation of four that is heard in all groups cannot be bound to one of them."""
    workshop = a_workshop(4, 1, 1)
    row = a_rule("apart", FIRST, SECOND) if kind == "apart" else only_in(FIRST, G1, kind)
    plan = ruled(workshop, row)
    core = Conflict().core(workshop, plan)

    assert ["spread", kind] == [demand.kind for demand in core]
    assert allocate_plan(workshop, replace(plan, rules=())).goals


def test_the_least_other_number_is_suggested() -> None:
    """Eight people of a region cannot be three in each of three groups, but two."""
    workshop = a_workshop(1, 1, 1, 1, 1, 1, 1, 1, regions=("Africa",))
    with pytest.raises(NoAllocation) as told:
        allocate_plan(workshop, ruled(workshop, a_rule("at least", "region = Africa", "", 3)))

    assert "3 x 3 = 9 people are asked for; region = Africa: 8 people." in told.value.message
    assert "Lower the number 3 to 2" in told.value.message


def test_two_conflicts_are_told_at_once() -> None:
    """Each has its own rules, and its own change."""
    workshop = a_workshop(1, 1, 1)
    rows = (
        a_rule("in", "D001", G1),
        a_rule("not in", "D001", G1),
        a_rule("together", "D002", "D003"),
        a_rule("apart", "D002", "D003"),
    )
    with pytest.raises(NoAllocation) as told:
        allocate_plan(workshop, ruled(workshop, *rows))

    assert told.value.message.startswith("there are 2 conflicts.")
    assert 2 == told.value.message.count("The smallest change that helps (tried): ")
    assert 4 == len(told.value.findings)
