"""The best roster under the rules of the event, found twice without the package."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ortools.sat.python import cp_model
from witness import Column, Counts, columns_of, fair_shares, goals_of, values_of
from witness_optimum import NoRosterError, Proof, Seat, proven
from witness_rules import Crowd, Demand, Event, Member, Who, groups_of, holds, placements, total

#: Counts of each goal's columns and of each rule, and the groups of those who are named in pairs.
Tally = tuple[tuple[Counts, ...], tuple[Counts, ...], tuple[tuple[Who, frozenset[int]], ...]]
#: The variables of one member, or of members whom no rule tells apart.
Bundle = tuple[Member, list[cp_model.LinearExprT]]


def brute_force(event: Event) -> dict[str, int]:
    """Goal -> best value, by going through all that any roster of the event can come to.

    Raises:
        NoRosterError: when no roster keeps the rules.
    """
    session, rows = event.session, event.rows
    columns, goals = columns_of(rows, session), goals_of(rows, session)
    people = sum(row.delegates for row in rows)
    zero = (0,) * session.k
    reached: set[Tally] = {((zero,) * len(columns), (zero,) * (len(event.demands) + 1), ())}
    for crowd in event.crowds:
        steps = set(_steps(event, crowd, columns))
        reached = {
            (_sums(totals, adds), _sums(counts, counted), (*known, *where))
            for totals, counts, known in reached
            for adds, counted, where in steps
        }
    room = [session.room(group, people) for group in range(session.k)]
    kept = [
        totals
        for totals, (*counts, seats), known in reached
        if all(map(int.__le__, seats, room))
        and all(
            holds(each, dict(known), bound)
            for each, bound in zip(event.demands, counts, strict=True)
        )
    ]
    if not kept:
        raise NoRosterError
    shares = fair_shares(people, session)
    every = (values_of(totals, columns, shares, goals) for totals in kept)
    return min(every, key=lambda values: [values[goal] for goal in goals])


def _steps(event: Event, crowd: Crowd, columns: Sequence[Column]) -> Iterator[Tally]:
    """What each way to seat a delegation adds."""
    named = {
        who
        for each in event.demands
        if each.kind in ("together", "apart")
        for who in (*each.who, *each.others)
        if who[0] == crowd.row.delegation
    }
    for placement in placements(crowd, event.session):
        if event.may_sit(crowd, placement):
            seats = total(placement, event.session.k)
            counted = (*(each.counts_of(crowd, placement) for each in event.demands), seats)
            where = tuple((who, groups_of(who, crowd, placement)) for who in sorted(named))
            yield tuple(each.counts(crowd.row, seats) for each in columns), counted, where


def _sums(one: tuple[Counts, ...], other: tuple[Counts, ...]) -> tuple[Counts, ...]:
    return tuple(tuple(map(int.__add__, *pair)) for pair in zip(one, other, strict=True))


def optimum(event: Event, *, seconds: float = 60) -> Proof:
    """The lexicographic best; ``seconds`` is for each goal.

    Raises:
        NoRosterError: when no roster keeps the rules.
    """
    model = cp_model.CpModel()
    seats: dict[str, list[Seat]] = {}
    bundles: dict[str, list[Bundle]] = {}
    last: dict[tuple[object, ...], cp_model.LinearExprT] = {}
    for crowd in event.crowds:
        name = crowd.row.delegation
        seats[name], bundles[name] = _seated(model, event, crowd)
        if len(bundles[name]) == 1 and not _is_named(event, crowd):
            key = _alike(event, crowd)
            order = sum(2**group * n for group, n in enumerate(bundles[name][0][1]))
            if key in last:
                model.add(last[key] <= order)
            last[key] = order
    for demand in event.demands:
        _post(model, event, demand, seats, bundles)
    return proven(model, seats, event.rows, event.session, seconds=seconds)


def _is_named(event: Event, crowd: Crowd) -> bool:
    """Whether a rule speaks of a delegation, or of one of it."""
    parties = [who for each in event.demands for who in (*each.who, *each.others)]
    return any(name == crowd.row.delegation for name, _ in parties)


def _alike(event: Event, crowd: Crowd) -> tuple[object, ...]:
    """What delegations share that can change places in any roster."""
    row, (first, *_) = crowd.row, crowd.members
    return row.delegates, row.region, row.category, row.seating, _told_by(event, crowd, first)


def _told_by(event: Event, crowd: Crowd, member: Member) -> tuple[object, ...]:
    """What rules can tell of somebody."""
    parties = {who for each in event.demands for who in (*each.who, *each.others)}
    name = member.name if (crowd.row.delegation, member.name) in parties else ""
    bound = tuple(each.binds(crowd, member) for each in event.demands)
    return name, bound, frozenset(event.closed(crowd, member))


def _seated(model: cp_model.CpModel, event: Event, crowd: Crowd) -> tuple[list[Seat], list[Bundle]]:
    """A delegation's people and presence per group, and those of its members."""
    session, row = event.session, crowd.row
    people: dict[tuple[object, ...], int] = {}
    someone: dict[tuple[object, ...], Member] = {}
    for member in crowd.members:
        key = _told_by(event, crowd, member)
        people[key] = people.get(key, 0) + member.people
        someone.setdefault(key, member)
    groups = range(session.k)
    here: list[cp_model.IntVar] = []
    if session.is_whole(row):
        here = [model.new_bool_var("") for _ in groups]
        model.add_exactly_one(here)
    bundles: list[Bundle] = []
    for key, number in people.items():
        member = someone[key]
        counts: list[cp_model.LinearExprT]
        if here:
            counts = [number * each for each in here]
        else:
            counts = [model.new_int_var(0, number, "") for _ in groups]
            model.add(sum(counts) == number)
        for group in event.closed(crowd, member):
            model.add(counts[group] == 0)
        bundles.append((member, counts))
    sums = [sum(counts[group] for _, counts in bundles) for group in groups]
    if here:
        return list(zip(sums, here, strict=True)), bundles
    share, extra = divmod(row.delegates, session.k)
    for each in sums:
        model.add(each >= share)
        model.add(each <= share + (extra > 0))
    return [(each, 1 if share else each) for each in sums], bundles


def _post(
    model: cp_model.CpModel,
    event: Event,
    demand: Demand,
    seats: Mapping[str, list[Seat]],
    bundles: Mapping[str, list[Bundle]],
) -> None:
    """A rule about several delegations, or about numbers."""
    if demand.kind in ("at least", "at most"):
        for group in demand.groups or range(event.session.k):
            count = _bound(event, demand, bundles, group)
            least = demand.kind == "at least"
            model.add(count >= demand.number if least else count <= demand.number)
        return
    presence = {who: _presence(who, seats, bundles) for who in (*demand.who, *demand.others)}
    if demand.kind == "together":
        ordered = sorted(presence, key=lambda who: _reach(event, who))
        for fewer, more in pairwise(ordered):
            for here, there in zip(presence[fewer], presence[more], strict=True):
                model.add(here <= there)
    elif demand.kind == "apart":
        for one, other in demand.pairs:
            for here, there in zip(presence[one], presence[other], strict=True):
                model.add(sum([here, there]) <= 1)


def _bound(
    event: Event, demand: Demand, bundles: Mapping[str, list[Bundle]], group: int
) -> cp_model.LinearExprT:
    """The people in a group whom a rule binds."""
    return sum(
        counts[group]
        for crowd in event.crowds
        for member, counts in bundles[crowd.row.delegation]
        if demand.binds(crowd, member)
    )


def _presence(
    who: Who, seats: Mapping[str, list[Seat]], bundles: Mapping[str, list[Bundle]]
) -> list[cp_model.LinearExprT]:
    """For each group, whether a delegation, or one of it, is there."""
    name, person = who
    if not person:
        return [present for _, present in seats[name]]
    return next(counts for member, counts in bundles[name] if member.name == person)


def _reach(event: Event, who: Who) -> int:
    """In how many groups a delegation, or one of it, is."""
    row = next(row for row in event.rows if row.delegation == who[0])
    if who[1] or event.session.is_whole(row):
        return 1
    return min(row.delegates, event.session.k)
