"""Why no roster exists, in words, with changes that were tried and help."""

from collections.abc import Iterator
from dataclasses import replace

from allocator.errors import NoAllocation
from allocator.findings import quoted
from allocator.model.catalog import RULES
from allocator.model.problem import Problem
from allocator.offices import candidates
from allocator.plan import Plan
from allocator.remarks import named
from allocator.settings import Seating, SmallSeating
from allocator.solve.search import Impossible, NotFound, Question, Search
from allocator.workshop import Workshop

#: The solver's own measure of work (about seconds) that one explanation may cost.
EFFORT = 10.0
#: Seconds for the same, where the machine is slow.
SECONDS = 30.0


def explained(workshop: Workshop, plan: Plan) -> NoAllocation:
    """The error for rooms that cannot hold the delegations as they are to sit.

    Without capacities the seating rules always hold, so the capacities are what is in the way.
    Every change that the message names has been tried.
    """
    if plan.slots and _holds(workshop, plan, without="offices"):
        return NoAllocation(_about_officers(workshop, plan))
    changes = [*_larger_rooms(workshop, plan), *_other_seatings(workshop, plan)]
    remedy = " Or: ".join(changes) or "Raise the capacities, or leave some out."
    return NoAllocation(
        "the capacities and the seating cannot hold together, although there are seats enough. "
        + remedy
    )


def _larger_rooms(workshop: Workshop, plan: Plan) -> Iterator[str]:
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
    try:
        numbers = Search(plan).solve(model, _question()).numbers
    except (Impossible, NotFound):
        return
    rooms = [
        f"{name} from {capacity} to {form.value(numbers)}"
        for name, capacity, form in limited
        if form.value(numbers) > capacity
    ]
    yield f"Raise the capacity of {' and of '.join(rooms)}."


def _other_seatings(workshop: Workshop, plan: Plan) -> Iterator[str]:
    """The options of the seating that make a roster possible with these rooms."""
    whole = plan.seating is Seating.WHOLE
    together = plan.small_seating is SmallSeating.TOGETHER
    seating = Seating.SPREAD if whole else Seating.WHOLE
    small = SmallSeating.APART if together else SmallSeating.TOGETHER
    if _holds(workshop, replace(plan, seating=seating)):
        yield f"Let delegations {'spread' if whole else 'sit whole'} with --seating {seating}."
    if _holds(workshop, replace(plan, small_seating=small)):
        yield f"Let small delegations sit {small} with --small-seating {small}."


def _about_officers(workshop: Workshop, plan: Plan) -> str:
    """What is said where seats exist, but not with the officers that are demanded."""
    musts = [
        delegate.name or delegate.id if delegate else each.name
        for each in (workshop.delegations if plan.sought else ())
        for delegate, role in candidates(each)
        if role.must
    ]
    whom = [party.name for party in plan.appointed.values()]
    demands = [
        *([f"{named(list(map(quoted, musts)))} must hold an office"] if musts else []),
        *([f"the sheet Groups names {named(list(map(quoted, whom)))}"] if whom else []),
    ]
    return (
        f"{' and '.join(demands)}, and no roster that keeps the other rules seats them so. "
        "Take out the word must in the column Role, or empty cells of the sheet Groups."
    )


def _holds(workshop: Workshop, plan: Plan, *, without: str = "") -> bool:
    rules = tuple(rule for rule in RULES if rule.name != without)
    try:
        Search(plan).solve(Problem(workshop, plan).model(rules), _question())
    except (Impossible, NotFound):
        return False
    return True


def _question() -> Question:
    return Question(goal="rules", seconds=SECONDS, effort=EFFORT)
