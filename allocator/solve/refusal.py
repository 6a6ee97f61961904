"""Why no roster exists, in words: what cannot hold together, and what would help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allocator.clash import Clash
from allocator.errors import NoAllocation
from allocator.explain import reason_for
from allocator.findings import Finding, Severity
from allocator.model.catalog import RULES
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.published.seats import NOBODY, Published
from allocator.settings import Seating, SmallSeating
from allocator.solve.conflict import Conflict, question
from allocator.solve.demands import Demand
from allocator.solve.remedies import Remedies, Remedy
from allocator.solve.search import Impossible, NotFound
from allocator.text import Text, joined, say
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
    clashes = []
    for core in cores:
        others_settled = plan
        for other in cores:
            if other is not core:
                others_settled = other[-1].without(others_settled)
        working = Remedies(conflict, published).working(core, workshop, others_settled)
        clashes.append(_clash(core, working, workshop, plan))
    findings = [finding for clash in clashes for finding in clash.demands]
    return NoAllocation(_told(clashes, cores), findings, clashes)


def _cores(conflict: Conflict, workshop: Workshop, plan: Plan) -> list[tuple[Demand, ...]]:
    """The conflicts one after another: each is what remains when those before are settled."""
    cores: list[tuple[Demand, ...]] = []
    while len(cores) < MOST_CONFLICTS and (core := conflict.core(workshop, plan)):
        cores.append(core)
        plan = core[-1].without(plan)
    return cores


def _clash(
    core: tuple[Demand, ...], working: tuple[Remedy, ...], workshop: Workshop, plan: Plan
) -> Clash:
    """One conflict: what cannot hold together, why, and what would help."""
    if len(core) == 1:
        claim = say("this rule cannot hold as delegations are to sit:")
    else:
        claim = say("these rules cannot hold together:")
    return Clash(
        claim=claim,
        demands=tuple(
            Finding(
                severity=Severity.ERROR, code="E-RULES", place=each.place, message=each.sentence
            )
            for each in core
        ),
        reason=reason_for(tuple(demand.about for demand in core), workshop, plan),
        remedies=tuple(each.sentence for each in working[:MOST_REMEDIES]),
    )


def _told(clashes: Sequence[Clash], cores: Sequence[tuple[Demand, ...]]) -> Text:
    """All conflicts in lines."""
    first = [say("there are {number} conflicts.", number=len(clashes))] if len(clashes) > 1 else []
    told = (_lines(*each) for each in zip(clashes, cores, strict=True))
    return joined("\n", [*first, *(line for lines in told for line in lines)])


def _lines(clash: Clash, core: tuple[Demand, ...]) -> Iterator[str]:
    """One conflict in lines."""
    yield clash.claim
    yield from (joined("", ("  ", str(demand))) for demand in core)
    if clash.reason:
        yield clash.reason
    for number, remedy in enumerate(clash.remedies):
        if number:
            yield _or(remedy)
        else:
            yield say("The smallest change that helps (tried): {change}", change=remedy)


def _or(change: str) -> Text:
    return say("Or: {change}", change=change)


def _about_rooms(workshop: Workshop, plan: Plan, conflict: Conflict) -> NoAllocation:
    """The error for rooms that cannot hold the delegations as they are to sit."""
    changes = [
        *_larger_rooms(workshop, plan, conflict),
        *_other_seatings(workshop, plan, conflict),
    ]
    claim = say(
        "the capacities and the seating cannot hold together, although there are seats enough."
    )
    first, *others = changes or [say("Raise the capacities, or leave some out.")]
    message = joined(" ", (claim, first, *map(_or, others)))
    return NoAllocation(message, (), [Clash(claim=claim, remedies=(first, *others))])


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
    except (Impossible, NotFound):
        return
    rooms = [
        say(
            "{group} from {capacity} to {more}",
            group=name,
            capacity=capacity,
            more=form.value(numbers),
        )
        for name, capacity, form in limited
        if form.value(numbers) > capacity
    ]
    if rooms:
        yield say("Raise the capacity of {rooms}.", rooms=joined(say(" and of "), rooms))


def _other_seatings(workshop: Workshop, plan: Plan, conflict: Conflict) -> Iterator[str]:
    """The options of the seating that make a roster possible with these rooms."""
    whole = plan.seating is Seating.WHOLE
    together = plan.small_seating is SmallSeating.TOGETHER
    seating = Seating.SPREAD if whole else Seating.WHOLE
    small = SmallSeating.APART if together else SmallSeating.TOGETHER
    if conflict.is_possible(workshop, replace(plan, seating=seating)):
        if whole:
            yield say("Let delegations spread with --seating spread.")
        else:
            yield say("Let delegations sit whole with --seating whole.")
    if conflict.is_possible(workshop, replace(plan, small_seating=small)):
        if together:
            yield say("Let small delegations sit apart with --small-seating apart.")
        else:
            yield say("Let small delegations sit together with --small-seating together.")
