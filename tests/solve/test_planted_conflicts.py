"""Conflicts of every pair of kinds of rules: what is named is what clashes, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations_with_replacement

import pytest
from builders import a_workshop
from events import a_rule, ruled, with_traits

from allocator.errors import NoAllocation
from allocator.plan import Plan
from allocator.settings import Group, RuleRow
from allocator.solve import allocate_plan
from allocator.solve.conflict import Conflict
from allocator.solve.demands import demands_of, only
from allocator.solve.remedies import Remedies
from allocator.workshop import Workshop

#: Six delegations of one person, D001 to D006; the first four follow these languages.
LANGUAGES = ("fr", "fr", "fr", "en", "", "")
KINDS = ("in", "not in", "together", "apart", "at least", "at most", "capacity", "languages")
G1, G2, G3 = "Group 1", "Group 2", "Group 3"
FIRST, SECOND = "D001", "D002"


@dataclass(frozen=True, kw_only=True)
class Planted:
    """Rows of rules, capacities and languages by group, which cannot hold together."""

    rules: tuple[RuleRow, ...] = ()
    capacities: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[int, ...] = (1,) * 6


def only_in(who: str, group: str, kind: str) -> RuleRow:
    """A rule of a kind that leaves a person one group."""
    others = "; ".join(each for each in (G1, G2, G3) if each != group)
    match kind:
        case "in":
            return a_rule("in", who, group)
        case "not in":
            return a_rule("not in", who, others)
        case "at least":
            return a_rule("at least", who, group, 1)
        case _:
            return a_rule("at most", who, others, 0)


PLACING = ("in", "not in", "at least", "at most")
#: What leaves the first four delegations one group each: fr in Group 1, en in Group 2.
TONGUES: Mapping[str, tuple[str, ...]] = {G1: ("fr",), G2: ("en",), G3: ("es",)}


def planted(one: str, other: str) -> Planted:
    """A conflict of two kinds."""
    both = {one, other}
    if both <= set(PLACING):
        return Planted(rules=(only_in(FIRST, G1, one), only_in(FIRST, G2, other)))
    if "together" in both and both & set(PLACING):
        kind = next(iter(both & set(PLACING)))
        places = (only_in(FIRST, G1, kind), only_in(SECOND, G2, kind))
        return Planted(rules=(*places, a_rule("together", FIRST, SECOND)))
    if "apart" in both and both & set(PLACING):
        kind = next(iter(both & set(PLACING)))
        places = (only_in(FIRST, G1, kind), only_in(SECOND, G1, kind))
        return Planted(rules=(*places, a_rule("apart", FIRST, SECOND)))
    if "capacity" in both and both & set(PLACING):
        kind = next(iter(both & set(PLACING)))
        three = tuple(only_in(f"D00{number}", G1, kind) for number in (1, 2, 3))
        return Planted(rules=three, capacities={G1: 2})
    if "languages" in both and both & set(PLACING):
        kind = next(iter(both & set(PLACING)))
        return Planted(rules=(only_in(FIRST, G2, kind),), languages=TONGUES)
    return OTHERS[frozenset(both)]


OTHERS: Mapping[frozenset[str], Planted] = {
    frozenset({"together", "apart"}): Planted(
        rules=(a_rule("together", FIRST, SECOND), a_rule("apart", FIRST, SECOND))
    ),
    frozenset({"together", "capacity"}): Planted(
        rules=(a_rule("together", "D001; D002; D003"),), capacities={G1: 2, G2: 2, G3: 2}
    ),
    frozenset({"together", "languages"}): Planted(
        rules=(a_rule("together", FIRST, "D004"),), languages=TONGUES
    ),
    frozenset({"apart", "capacity"}): Planted(
        rules=(a_rule("apart", "D001; D002; D003"),),
        capacities={G1: 2, G2: 2, G3: 1},
        people=(1, 1, 1, 2),
    ),
    frozenset({"apart", "languages"}): Planted(
        rules=(a_rule("apart", FIRST, SECOND),), languages=TONGUES
    ),
    frozenset({"capacity", "languages"}): Planted(capacities={G1: 2}, languages=TONGUES),
    frozenset({"together"}): Planted(
        rules=(
            a_rule("together", FIRST, SECOND),
            a_rule("together", SECOND, "D003"),
            a_rule("apart", FIRST, "D003"),
        )
    ),
    frozenset({"apart"}): Planted(
        rules=tuple(
            a_rule("apart", f"D00{one}", f"D00{other}")
            for one, other in ((1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4))
        )
    ),
}

PAIRS = [
    pair
    for pair in combinations_with_replacement(KINDS, 2)
    if pair not in {("capacity", "capacity"), ("languages", "languages")}
]


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

    assert "3 x 3 = 9 people are asked for, and region = Africa are 8." in told.value.message
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
