"""Where else somebody could sit: for each other group, the best roster that has them there."""

from dataclasses import replace

from allocator.allocation import Outcome
from allocator.errors import ListRefused, NoAllocation, TimeIsUp
from allocator.event_rules import EventRule, Party
from allocator.explain import Elsewhere, Whereabouts
from allocator.findings import Place, quoted
from allocator.model.catalog import rule_of
from allocator.plan import Plan
from allocator.planning.naming import AmbiguousError, Directory, UnknownError
from allocator.remarks.wording import error
from allocator.settings import RuleRow
from allocator.solve.best_roster import allocate_plan
from allocator.solve.next_version import Choice, rebalance_plan
from allocator.solve.search import Watch
from allocator.text import say


def whereabouts(
    outcome: Outcome, who: str, *, time_limit: float, watch: Watch | None = None
) -> Whereabouts:
    """Where a delegation or a delegate sits, and what each other group would give.

    ``time_limit`` is in seconds, for each group. A delegation that sits in one group is put into
    the others; one that is spread, and does not divide evenly, gets its odd people there.

    Raises:
        ListRefused: when nobody of the name is on the rosters, or several are.
    """
    party = _party(outcome, who)
    seats = _seats(outcome, party)
    delegation = next(each for each in outcome.workshop.delegations if each.id == party.delegation)
    plan = replace(outcome.plan, time_limit=time_limit, sessions=1)
    moves_whole = bool(party.delegate) or plan.sits_whole(delegation)
    most = sum(seats) if moves_whole else -(-delegation.head_count // plan.k)
    if fixed := _fixed(seats, moves_whole=moves_whole):
        return Whereabouts(name=party.name, seats=seats, others=(), fixed=fixed)
    others = tuple(
        _elsewhere(outcome, plan, _there(party, index, 0 if moves_whole else most), watch)
        for index in range(plan.k)
        if seats[index] < most
    )
    return Whereabouts(name=party.name, seats=seats, others=others)


def _party(outcome: Outcome, who: str) -> Party:
    place = Place(file=outcome.source.file)
    try:
        return Directory(outcome.workshop).party(who)
    except UnknownError as unknown:
        message = say("{name} is not on these rosters. Correct it.", name=quoted(who))
        if unknown.similar:
            message = say(
                "{name} is not on these rosters. Did you mean {similar}?",
                name=quoted(who),
                similar=quoted(unknown.similar),
            )
        raise ListRefused([error("E-NAME", place, message, who)]) from None
    except AmbiguousError as several:
        message = say(
            "{name} stands for {number} on these rosters. Give the registration number or the "
            "e-mail address.",
            name=quoted(who),
            number=several.number,
        )
        raise ListRefused([error("E-NAME", place, message, who)]) from None


def _seats(outcome: Outcome, party: Party) -> tuple[int, ...]:
    if not party.delegate:
        return outcome.allocation.seats[party.delegation]
    place = outcome.allocation.places[party.delegate]
    return tuple(int(index == place) for index in range(outcome.plan.k))


def _fixed(seats: tuple[int, ...], *, moves_whole: bool) -> str:
    """Why no other seats are possible, whatever the rules; empty where some are."""
    if len(seats) == 1:
        return say("There is only one group.")
    if not moves_whole and len(set(seats)) == 1:
        return say(
            "Its {people} people are spread evenly, so nothing could be other.", people=sum(seats)
        )
    return ""


def _there(party: Party, index: int, number: int) -> EventRule:
    """The rule that puts somebody into a group, or at least so many of a spread delegation."""
    kind = "at least" if number else "in"
    row = RuleRow(kind=kind, who=party.name, number=number or None)
    return EventRule(
        kind=kind, row=row, who=(party,), groups=(index,), number=number, counts=bool(number)
    )


def _elsewhere(outcome: Outcome, plan: Plan, rule: EventRule, watch: Watch | None) -> Elsewhere:
    group = plan.groups[rule.groups[0]].name
    with_rule = replace(plan, rules=(*plan.rules, rule))
    try:
        best = _best(outcome, with_rule, watch)
    except NoAllocation as impossible:
        asked = rule_of(rule.kind).sentence(rule, plan)
        forbidding = tuple(each for each in impossible.findings if each.message != asked)
        message = impossible.message
        if impossible.findings:
            message = say("the seating rules forbid it")
        return Elsewhere(
            group=group,
            people=rule.number,
            forbidden=forbidding or (error("E-RULES", Place(), message),),
        )
    except TimeIsUp:
        return Elsewhere(group=group, people=rule.number)
    return Elsewhere(
        group=group,
        people=rule.number,
        moves=None if best.changes is None else best.changes.moves,
        goals=best.goals,
        sizes=tuple(count.delegates for count in best.counts()),
        proven=best.status == "optimal",
    )


def _best(outcome: Outcome, plan: Plan, watch: Watch | None) -> Outcome:
    """The best roster under a plan; of rosters that were re-balanced, that with the fewest moves.

    Moves count from where everybody sits now, within the tolerance of the re-balance.
    """
    if outcome.changes is None:
        return allocate_plan(outcome.workshop, plan, watch)
    choice = Choice(tolerance=outcome.changes.tolerance, between=0)
    return rebalance_plan(outcome, outcome.workshop, plan, choice, watch)
