"""Several numbers of groups: one is taken, the others may be compared with it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.alternatives import Alternative, Alternatives
from allocator.clash import Clash
from allocator.errors import AllocatorError, Interrupted, ListRefused, NoAllocation, UsageProblem
from allocator.group_numbers import (
    by_preference,
    is_choice,
    most_wanted,
    numbers_asked,
    with_number,
)
from allocator.plan import Plan
from allocator.planning.setting_limits import require_sense
from allocator.solve.best_roster import allocate_plan
from allocator.solve.search import Watch
from allocator.text import joined, say
from allocator.workshop import Workshop

#: Errors that say that a number of groups is not possible, whatever time is given.
IMPOSSIBLE = (NoAllocation, UsageProblem, ListRefused)
#: Seconds that each comparison may take: it informs, the outcome is what was asked for.
COMPARING = 10.0

#: From a workshop whose settings name one number of groups to its plan.
Planner = Callable[[Workshop], Plan]


def answered(
    workshop: Workshop, planned: Planner, watch: Watch | None = None
) -> tuple[Outcome, Alternatives | None]:
    """The best roster, and where several numbers of groups are asked for, what the others give.

    Raises:
        AllocatorError: as ``taken``.
    """
    if not is_choice(workshop.settings):
        return allocate_plan(workshop, planned(workshop), watch), None
    choice = taken(workshop, planned, watch)
    if not choice.taken.stopped:
        choice = compared(choice, workshop, planned, watch)
    return choice.taken, choice


def allocate_choice(workshop: Workshop, planned: Planner, watch: Watch | None = None) -> Outcome:
    """The best roster with the number of groups that is taken of those asked for.

    Raises:
        AllocatorError: as ``taken``.
    """
    return taken(workshop, planned, watch).taken


def taken(workshop: Workshop, planned: Planner, watch: Watch | None = None) -> Alternatives:
    """The preferred number of groups solved, or the next one with which the rules can hold.

    Raises:
        UsageProblem: when a setting makes no sense whatever the number.
        NoAllocation: when none is possible, with the reason for each.
        TimeIsUp: when no roster was found in time.
        Interrupted: when the user stopped the search before there was any roster.
    """
    require_sense(workshop.settings)
    refused: list[AllocatorError] = []
    tried: list[Alternative] = []
    for number in by_preference(workshop.settings, workshop.head_count):
        try:
            plan = _plan(workshop, planned, number)
            outcome = allocate_plan(workshop, plan, watch)
        except IMPOSSIBLE as error:
            refused.append(error)
            tried.append(Alternative(number=number, error=error))
        else:
            tried.append(Alternative(number=number, outcome=outcome))
            return Alternatives(
                numbers=numbers_asked(workshop.settings),
                taken=outcome,
                tried=_ascending(tried),
                people=workshop.head_count,
                most=most_wanted(workshop.settings),
            )
    raise _none_possible(tried, refused)


def _none_possible(tried: list[Alternative], refused: list[AllocatorError]) -> AllocatorError:
    """Why no number of groups will do, in the order in which they were tried."""
    said = {str(error) for error in refused}
    if len(said) == 1 or not any(isinstance(error, NoAllocation) for error in refused):
        return refused[0]
    reasons = [
        say("With {number} groups: {reason}", number=each.number, reason=each.error.message)
        for each in tried
        if each.error
    ]
    findings = [finding for error in refused for finding in error.findings]
    message = joined("\n", [say("no number of groups will do."), *reasons])
    return NoAllocation(message, findings, [clash for each in tried for clash in _clashes(each)])


def _clashes(alternative: Alternative) -> Iterable[Clash]:
    """What stands against a number of groups, in its parts where it is a conflict of rules."""
    number, error = alternative.number, alternative.error
    if isinstance(error, NoAllocation) and error.clashes:
        return [replace(clash, groups=number) for clash in error.clashes]
    return [Clash(claim=error.message, groups=number)] if error else []


def compared(
    choice: Alternatives, workshop: Workshop, planned: Planner, watch: Watch | None = None
) -> Alternatives:
    """The same choice with what the other numbers give, as far as that is soon found.

    A comparison that fails or is stopped never costs the outcome that was taken.
    """
    known = {each.number for each in choice.tried}
    tried = list(choice.tried)
    for number in choice.numbers:
        if number in known:
            continue
        try:
            plan = _plan(workshop, planned, number)
            plan = replace(plan, time_limit=min(plan.time_limit, COMPARING), sessions=1)
            tried.append(Alternative(number=number, outcome=allocate_plan(workshop, plan, watch)))
        except (Interrupted, KeyboardInterrupt):
            break
        except AllocatorError as error:
            tried.append(Alternative(number=number, error=error))
    return replace(choice, tried=_ascending(tried))


def _plan(workshop: Workshop, planned: Planner, number: int) -> Plan:
    return planned(replace(workshop, settings=with_number(workshop.settings, number)))


def _ascending(tried: Iterable[Alternative]) -> tuple[Alternative, ...]:
    return tuple(sorted(tried, key=lambda each: each.number))
