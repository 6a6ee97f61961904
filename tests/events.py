"""Events with rules, told in one line, and what the model and the audit say of some seats."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builders import a_delegation, groups_of
from ortools.sat.python import cp_model
from seated import is_possible, seated

from allocator import audit
from allocator.allocation import Allocation
from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.model.catalog import rule_of
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.planning.defaults import plan_for
from allocator.settings import Group, RuleRow, Seating, Settings, SmallSeating
from allocator.workshop import Workshop

#: Delegation -> people per group, or delegate -> index of the group.
Seats = Mapping[str, Sequence[int]] | Mapping[str, int]


def a_rule(kind: str, who: str, other: str = "", number: int | None = None) -> RuleRow:
    """A row of the sheet Rules."""
    return RuleRow(kind=kind, who=who, other=other, number=number)


def ruled(
    workshop: Workshop,
    *rules: RuleRow,
    groups: int | Sequence[Group] = 3,
    seating: str = "spread",
    small_seating: str = "together",
) -> Plan:
    """The plan of an event with rules, for Group 1, Group 2 ... or for the groups given."""
    settings = Settings(
        group_table=groups_of([None] * groups) if isinstance(groups, int) else tuple(groups),
        rules=rules,
        seating=Seating(seating),
        small_seating=SmallSeating(small_seating),
    )
    return plan_for(workshop, settings)


def a_named_delegation(
    name: str, people: Mapping[str, Mapping[str, str]], *, region: str = "Africa", seating: str = ""
) -> Delegation:
    """A delegation of people: name -> traits; the name is the identity."""
    return replace(
        a_delegation(name, len(people), region=region, seating=seating),
        delegates=tuple(
            Delegate(id=DelegateId(person.casefold()), traits={"name": person, **traits})
            for person, traits in people.items()
        ),
    )


def with_traits(workshop: Workshop, column: str, texts: Iterable[str]) -> Workshop:
    """The same head-counts with a further column; an empty text is not there."""
    delegations = tuple(
        replace(each, traits={**each.traits, column: text} if text else each.traits)
        for each, text in zip(workshop.delegations, texts, strict=True)
    )
    return replace(workshop, delegations=delegations)


def verdict(workshop: Workshop, plan: Plan, seats: Seats) -> tuple[str, ...]:
    """What the audit finds broken; the model has a solution with these seats just when nothing is.

    For head-counts: delegation -> people per group. For names: delegate -> index of the group.
    """
    places = {name: group for name, group in seats.items() if isinstance(group, int)}
    counts = {name: row for name, row in seats.items() if not isinstance(row, int)}
    if places:
        told = audit.violations(workshop, plan, _placed(workshop, plan, places))
        possible = _is_possible_for(workshop, plan, places)
    else:
        told = audit.violations(workshop, plan, seated(counts))
        possible = is_possible(workshop, plan, counts)
    assert possible == (told == ())
    return told


def has_roster(workshop: Workshop, plan: Plan) -> bool:
    """Whether the model has any solution."""
    return cp_model.CpSolver().solve(Problem(workshop, plan).model().cp) == cp_model.OPTIMAL


def sentences(plan: Plan) -> list[str]:
    """What each rule of a plan demands, in words."""
    return [rule_of(rule.kind).sentence(rule, plan) for rule in plan.rules]


def _placed(workshop: Workshop, plan: Plan, places: Mapping[str, int]) -> Allocation:
    ids = {DelegateId(name.casefold()): group for name, group in places.items()}
    seats = {
        each.id: tuple(
            sum(ids[delegate.id] == group for delegate in each.delegates) for group in range(plan.k)
        )
        for each in workshop.delegations
    }
    return Allocation(seats={DelegationId(key): row for key, row in seats.items()}, places=ids)


def _is_possible_for(workshop: Workshop, plan: Plan, places: Mapping[str, int]) -> bool:
    """Whether the model has a solution in which people of each profile sit like this."""
    ids = {DelegateId(name.casefold()): group for name, group in places.items()}
    problem = Problem(workshop, plan)
    model = problem.model()
    for block in problem.seats.blocks:
        profiles = {profile for profile, _ in block.cohort.kind.composition}
        for asked in profiles:
            sit = [
                ids[delegate]
                for member in block.cohort.members
                for profile, those in problem.profiles.members(member).items()
                if profile == asked
                for delegate in those
            ]
            people = problem.seats.people(
                lambda cohort, its=block.cohort: cohort is its,  # type: ignore[misc] # a lambda with a default
                lambda profile, its=asked: int(profile == its),  # type: ignore[misc] # a lambda with a default
            )
            for group, form in enumerate(people.forms):
                model.cp.add(model.expression(form) == sit.count(group))
    return cp_model.CpSolver().solve(model.cp) == cp_model.OPTIMAL
