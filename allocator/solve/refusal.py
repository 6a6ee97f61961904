"""Why no roster exists, in words: what cannot hold together, and what would help."""

from collections.abc import Iterator
from dataclasses import replace

from allocator.errors import NoAllocation
from allocator.explain import reason_for
from allocator.findings import Finding, Severity
from allocator.model.catalog import RULES
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.published import NOBODY, Published
from allocator.settings import Seating, SmallSeating
from allocator.solve.conflict import Conflict, question
from allocator.solve.demands import Demand
from allocator.solve.remedies import Remedies, Remedy
from allocator.solve.search import NotFound
from allocator.workshop import Workshop

#: Conflicts that are told at once; the others show when these are settled.
MOST_CONFLICTS = 3
#: Changes that are told for one conflict.
MOST_REMEDIES = 4


def explained(workshop: Workshop, plan: Plan, published: Published = NOBODY) -> NoAllocation:
    """The error for rules that cannot hold together.

    Each set of demands that it names has no roster by itself, and has one without any of them as
    far as that could be proven in time; every change that it names has been tried.
    """
    conflict = Conflict(published)
    cores = _cores(conflict, workshop, plan)
    if not cores or all(demand.kind == "capacity" for core in cores for demand in core):
        return _about_rooms(workshop, plan, conflict)
    lines = [f"there are {len(cores)} conflicts."] if len(cores) > 1 else []
    for core in cores:
        others_settled = plan
        for other in cores:
            if other is not core:
                others_settled = other[-1].without(others_settled)
        working = Remedies(conflict, published).working(core, workshop, others_settled)
        lines += _told(core, working, workshop, plan)
    findings = [
        Finding(severity=Severity.ERROR, code="E-RULES", place=each.place, message=each.sentence)
        for core in cores
        for each in core
    ]
    return NoAllocation("\n".join(lines), findings)


def _cores(conflict: Conflict, workshop: Workshop, plan: Plan) -> list[tuple[Demand, ...]]:
    """The conflicts one after another: each is what remains when those before are settled."""
    cores: list[tuple[Demand, ...]] = []
    while len(cores) < MOST_CONFLICTS and (core := conflict.core(workshop, plan)):
        cores.append(core)
        plan = core[-1].without(plan)
    return cores


def _told(
    core: tuple[Demand, ...], working: tuple[Remedy, ...], workshop: Workshop, plan: Plan
) -> Iterator[str]:
    """One conflict: what cannot hold together, why, and what would help."""
    if len(core) == 1:
        yield "this rule cannot hold as delegations are to sit:"
    else:
        yield "these rules cannot hold together:"
    yield from (f"  {demand}" for demand in core)
    if reason := reason_for(tuple(demand.about for demand in core), workshop, plan):
        yield reason
    if working:
        smallest, *others = working[:MOST_REMEDIES]
        yield f"The smallest change that helps (tried): {smallest.sentence}"
        yield from (f"Or: {each.sentence}" for each in others)


def _about_rooms(workshop: Workshop, plan: Plan, conflict: Conflict) -> NoAllocation:
    """The error for rooms that cannot hold the delegations as they are to sit."""
    changes = [
        *_larger_rooms(workshop, plan, conflict),
        *_other_seatings(workshop, plan, conflict),
    ]
    remedy = " Or: ".join(changes) or "Raise the capacities, or leave some out."
    return NoAllocation(
        "the capacities and the seating cannot hold together, although there are seats enough. "
        + remedy
    )


def _larger_rooms(workshop: Workshop, plan: Plan, conflict: Conflict) -> Iterator[str]:
    """The fewest extra seats with which the rules hold, by group."""
    problem = Problem(workshop, plan)
    model = problem.model(rules=tuple(rule for rule in RULES if rule.name != "capacity"))
    seated = problem.seats.people()
    limited = [
        (group.name, group.capacity, form)
        for group, form in zip(plan.groups, seated.forms, strict=True)
        if group.capacity is not None
    ]
    excess = [model.excess(form, capacity, seated.most) for _, capacity, form in limited]
    model.cp.minimize(sum(excess))
    search = conflict.searching(plan)
    try:
        numbers = search.solve(model, question(search)).numbers
    except NotFound:
        return
    rooms = [
        f"{name} from {capacity} to {form.value(numbers)}"
        for name, capacity, form in limited
        if form.value(numbers) > capacity
    ]
    if rooms:
        yield f"Raise the capacity of {' and of '.join(rooms)}."


def _other_seatings(workshop: Workshop, plan: Plan, conflict: Conflict) -> Iterator[str]:
    """The options of the seating that make a roster possible with these rooms."""
    whole = plan.seating is Seating.WHOLE
    together = plan.small_seating is SmallSeating.TOGETHER
    seating = Seating.SPREAD if whole else Seating.WHOLE
    small = SmallSeating.APART if together else SmallSeating.TOGETHER
    if conflict.is_possible(workshop, replace(plan, seating=seating)):
        yield f"Let delegations {'spread' if whole else 'sit whole'} with --seating {seating}."
    if conflict.is_possible(workshop, replace(plan, small_seating=small)):
        yield f"Let small delegations sit {small} with --small-seating {small}."
