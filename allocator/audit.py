"""The independent check: every rule and goal recomputed from the roster, without the solver."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from allocator.allocation import Allocation, Outcome
from allocator.delegation import DelegationId
from allocator.encounters import never_met
from allocator.errors import AuditFailed
from allocator.model.catalog import RULES, goals_named
from allocator.model.census import NO_LEEWAY, Census, census_of
from allocator.plan import Plan
from allocator.published.seats import NOBODY, Published
from allocator.text import say
from allocator.workshop import Workshop


def violations(
    workshop: Workshop,
    plan: Plan,
    allocation: Allocation,
    leeway: Mapping[DelegationId, int] = NO_LEEWAY,
) -> tuple[str, ...]:
    """Every breach of a rule in an allocation, as sentences; empty when all are kept.

    ``leeway``: delegation id -> people who may sit against its seating rule, in a re-balance.
    """
    unseated = tuple(_unseated(workshop, allocation))
    if unseated:
        return unseated
    return _breaches(census_of(workshop, plan, allocation, leeway), plan)


def measured(workshop: Workshop, plan: Plan, allocation: Allocation) -> tuple[int, ...]:
    """The value of each of the plan's goals in an allocation, in the plan's order."""
    census = census_of(workshop, plan, allocation)
    goals = goals_named(plan.goals, workshop, plan.balance)
    return tuple(goal.measure(census, plan) for goal in goals)


def measured_in_all(outcome: Outcome) -> tuple[int, ...]:
    """The value of each of the plan's goals: the worst of all sessions."""
    workshop, plan = outcome.workshop, outcome.plan
    values = [measured(workshop, plan, allocation) for allocation in outcome.allocations]
    return tuple(map(max, *values)) if len(values) > 1 else values[0]


def recounted(outcome: Outcome) -> Outcome:
    """The outcome with every value as its seats give it, after edits by hand.

    The bounds and limits stay as they were proven.
    """
    values = measured_in_all(outcome)
    goals = tuple(
        replace(goal, value=value) for goal, value in zip(outcome.goals, values, strict=True)
    )
    meetings = outcome.meetings
    if meetings:
        meetings = replace(meetings, value=never_met(outcome.workshop, outcome.allocations))
    return replace(outcome, goals=goals, meetings=meetings)


def audited(outcome: Outcome, published: Published = NOBODY) -> Outcome:
    """The outcome, once the check agrees with everything it says.

    ``published`` are the seats that people had before.

    Raises:
        AuditFailed: when a rule is broken or a value is not what the outcome says.
    """
    workshop, plan = outcome.workshop, outcome.plan
    leeway = {each.id: published.leeway(each, plan) for each in workshop.delegations}
    contradictions = tuple(
        breach
        for allocation in outcome.allocations
        for breach in violations(workshop, plan, allocation, leeway)
    )
    if not contradictions:
        contradictions = tuple(_misjudged(outcome))
    if contradictions:
        raise AuditFailed(contradictions)
    return outcome


def _breaches(census: Census, plan: Plan) -> tuple[str, ...]:
    wrong = (*_miscounted(census, plan), *_misplaced(census, plan))
    if wrong:
        return wrong
    return tuple(breach for rule in RULES for breach in rule.violations(census, plan))


def _misjudged(outcome: Outcome) -> Iterator[str]:
    """Each score that the roster contradicts, and each value below its own proven bound."""
    names = tuple(score.name for score in outcome.goals)
    if names != outcome.plan.goals:
        yield say(
            "the goals are said to be {said} and are {goals}",
            said=", ".join(names),
            goals=", ".join(outcome.plan.goals),
        )
        return
    if (there := len(outcome.allocations)) != outcome.plan.sessions:
        yield say(
            "there are {sessions} sessions, and {wanted} are wanted",
            sessions=there,
            wanted=outcome.plan.sessions,
        )
    values = measured_in_all(outcome)
    if outcome.meetings:
        values = (*values, never_met(outcome.workshop, outcome.allocations))
    for score, value in zip(outcome.scores, values, strict=True):
        if score.value != value:
            yield say(
                "{goal} is said to be {said} and is {value}",
                goal=score.name,
                said=score.value,
                value=value,
            )
        if value < score.bound:
            yield say(
                "{goal} is {value}, below the proven bound {bound}",
                goal=score.name,
                value=value,
                bound=score.bound,
            )
        if score.bound < score.limit:
            yield say(
                "{goal} has the bound {bound}, below its limit {limit}",
                goal=score.name,
                bound=score.bound,
                limit=score.limit,
            )


def _unseated(workshop: Workshop, allocation: Allocation) -> Iterator[str]:
    """Each delegation without seats, and each seat of a delegation that is not on the list."""
    for delegation in workshop.delegations:
        if delegation.id not in allocation.seats:
            yield say("{delegation} has no seats", delegation=delegation.name)
    known = {delegation.id for delegation in workshop.delegations}
    for stranger in sorted(allocation.seats.keys() - known):
        yield say("{delegation} has seats and is not on the list", delegation=stranger)


def _miscounted(census: Census, plan: Plan) -> Iterator[str]:
    """Each delegation whose seats are not exactly its people."""
    for row in census.rows:
        people, seats = row.delegation.head_count, row.seats
        if len(seats) == plan.k and min(seats) >= 0 and sum(seats) == people:
            continue
        for delegation in row.members:
            yield say(
                "{delegation} has seats {seats} for {people} people",
                delegation=delegation.name,
                seats="/".join(map(str, seats)),
                people=people,
            )


def _misplaced(census: Census, plan: Plan) -> Iterator[str]:
    """Each named delegation whose delegates do not sit where its seats say."""
    for row in census.rows:
        if not row.delegation.delegates:
            continue
        people = [0] * plan.k
        for delegate in row.delegation.delegates:
            place = census.places.get(delegate.id, -1)
            if 0 <= place < plan.k:
                people[place] += 1
        if tuple(people) != row.seats:
            yield say(
                "the delegates of {delegation} do not sit where its seats are",
                delegation=row.delegation.name,
            )
