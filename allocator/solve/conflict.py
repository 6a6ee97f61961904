"""Why no roster exists, in words, with changes that were tried and help."""

from collections.abc import Iterator
from dataclasses import replace

from allocator.errors import NoAllocation
from allocator.model.catalog import RULES
from allocator.model.problem import Problem
from allocator.plan import Plan
from allocator.settings import Seating, SmallSeating
from allocator.solve.search import Impossible, NotFound, Question, Search
from allocator.workshop import Workshop

#: The solver's own measure of work (about seconds) that one explanation may cost.
EFFORT = 10.0
#: Seconds for the same, where the machine is slow.
SECONDS = 30.0


def explained(workshop: Workshop, plan: Plan) -> NoAllocation:
    """The error for rules that cannot hold together.

    Without rules of the event the seating rules always hold, so the capacities are what is in the
    way. Every change that the message names has been tried.
    """
    try:
        rooms, clash = list(_larger_rooms(workshop, plan)), "the capacities and the seating"
        aside, last = (
            ", although there are seats enough",
            "Raise the capacities, or leave some out.",
        )
    except Impossible:
        rooms, clash = [], "the rules of the event and the seating"
        aside, last = ", whatever the capacities", "Leave some rules out."
    remedy = " Or: ".join([*rooms, *_other_seatings(workshop, plan)]) or last
    return NoAllocation(f"{clash} cannot hold together{aside}. {remedy}")


def _larger_rooms(workshop: Workshop, plan: Plan) -> Iterator[str]:
    """The fewest extra seats with which the rules hold, by group.

    Raises:
        Impossible: when they cannot hold in rooms of any size.
    """
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
    except NotFound:
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


def _holds(workshop: Workshop, plan: Plan) -> bool:
    try:
        Search(plan).solve(Problem(workshop, plan).model(), _question())
    except (Impossible, NotFound):
        return False
    return True


def _question() -> Question:
    return Question(goal="rules", seconds=SECONDS, effort=EFFORT)
