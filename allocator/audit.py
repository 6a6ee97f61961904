"""The independent check: every rule and goal recomputed from the roster, without the solver."""

from collections.abc import Iterator

from allocator.allocation import Allocation, Outcome
from allocator.errors import AuditFailed
from allocator.model.catalog import RULES, goals_named
from allocator.plan import Plan
from allocator.workshop import Workshop


def violations(workshop: Workshop, plan: Plan, allocation: Allocation) -> tuple[str, ...]:
    """Every breach of a rule in an allocation, as sentences; empty when all are kept."""
    missing = tuple(_miscounted(workshop, plan, allocation))
    if missing:
        return missing
    breaches = [
        breach for rule in RULES for breach in rule.violations(workshop, plan, allocation)
    ]
    return (*_misplaced(workshop, plan, allocation), *breaches)


def measured(workshop: Workshop, plan: Plan, allocation: Allocation) -> tuple[int, ...]:
    """The value of each of the plan's goals in an allocation, in the plan's order."""
    goals = goals_named(plan.goals, workshop, plan.balance)
    return tuple(goal.measure(workshop, plan, allocation) for goal in goals)


def audited(outcome: Outcome) -> Outcome:
    """The outcome, once the check agrees with everything it says.

    Raises:
        AuditFailed: when a rule is broken or a value is not what the outcome says.
    """
    contradictions = list(violations(outcome.workshop, outcome.plan, outcome.allocation))
    if not contradictions:
        values = measured(outcome.workshop, outcome.plan, outcome.allocation)
        contradictions += _misjudged(outcome, values)
    if contradictions:
        raise AuditFailed(contradictions)
    return outcome


def _misjudged(outcome: Outcome, values: tuple[int, ...]) -> Iterator[str]:
    """Each score that the roster contradicts, and each value below its own proven bound."""
    for score, value in zip(outcome.goals, values, strict=True):
        if score.value != value:
            yield f"{score.name} is said to be {score.value} and is {value}"
        if value < score.bound:
            yield f"{score.name} is {value}, below the proven bound {score.bound}"


def _miscounted(workshop: Workshop, plan: Plan, allocation: Allocation) -> Iterator[str]:
    """Each delegation that is not seated, or not with exactly its people."""
    for delegation in workshop.delegations:
        seats = allocation.seats.get(delegation.id, ())
        if len(seats) != plan.k or min(seats) < 0 or sum(seats) != delegation.head_count:
            shown = "/".join(map(str, seats)) or "no"
            yield f"{delegation.name} has {shown} seats for {delegation.head_count} people"
    known = {delegation.id for delegation in workshop.delegations}
    for stranger in sorted(set(allocation.seats) - known):
        yield f"{stranger} has seats and is not on the list"


def _misplaced(workshop: Workshop, plan: Plan, allocation: Allocation) -> Iterator[str]:
    """Each named delegation whose delegates do not sit where its seats say."""
    for delegation in workshop.delegations:
        if not delegation.delegates:
            continue
        people = [0] * plan.k
        for delegate in delegation.delegates:
            if delegate.id in allocation.places:
                people[allocation.places[delegate.id]] += 1
        if tuple(people) != tuple(allocation.seats[delegation.id]):
            yield f"the delegates of {delegation.name} do not sit where its seats are"
