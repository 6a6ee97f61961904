"""Rules that are true of a roster which is known: whatever is found must be at least as good."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from ruled_events import called_by_identity, event_of, with_member_traits
from witness import Counts, Session, columns_of, fair_shares, goals_of, values_of, ways
from witness_rules import Crowd, Demand, Event, Member, Placement, Value, Who, broken, total

from allocator.workshop import Workshop

#: Languages of the first, second and third group.
OFFERS = (("en", "fr"), ("en", "es"), ("en", "fr", "ru"))
#: How often a proposal is made before the rules that were found must do.
PATIENCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A workshop, an event with rules, and a roster that keeps them."""

    workshop: Workshop
    event: Event
    roster: Mapping[str, Placement]

    @property
    def values(self) -> dict[str, int]:
        """Goal -> value of the roster."""
        rows, session = self.event.rows, self.event.session
        seats = {name: total(each, session.k) for name, each in self.roster.items()}
        columns = columns_of(rows, session)
        totals = [
            total((column.counts(row, seats[row.delegation]) for row in rows), session.k)
            for column in columns
        ]
        shares = fair_shares(sum(row.delegates for row in rows), session)
        return values_of(totals, columns, shares, goals_of(rows, session))


def planted(workshop: Workshop, k: int, rules: int, seed: int) -> Planted:
    """A random roster of a workshop in ``k`` groups, and so many rules that it keeps.

    Everybody gets a gender, and a language that is offered where he or she sits; rooms hold up to
    three people more than sit there.
    """
    draw = Random(seed)  # noqa: S311 - a repeatable draw is what is wanted
    named = called_by_identity(workshop)
    bare = event_of(named, Session(k=k))
    roster = {each.row.delegation: _placed(draw, each, bare.session) for each in bare.crowds}
    texts = {
        (crowd.row.delegation, member.name): _traits(draw, seats)
        for crowd in bare.crowds
        for member, seats in zip(crowd.members, roster[crowd.row.delegation], strict=True)
    }
    told = with_member_traits(named, texts)
    sizes = total((seats for each in roster.values() for seats in each), k)
    session = Session(k=k, capacities=tuple(people + draw.randint(0, 3) for people in sizes))
    event = replace(event_of(told, session), offers=tuple(map(frozenset, OFFERS[:k])))
    demands = tuple(_demands(draw, event, roster, rules))
    whole = replace(event, demands=demands)
    assert broken(whole, roster) == []
    return Planted(workshop=told, event=whole, roster=roster)


def _placed(draw: Random, crowd: Crowd, session: Session) -> Placement:
    """Any placement of a delegation."""
    seats = draw.choice(ways(crowd.row, session))
    if not crowd.members[0].name:
        return (seats,)
    places = [group for group, people in enumerate(seats) for _ in range(people)]
    draw.shuffle(places)
    return tuple(tuple(int(at == group) for group in range(session.k)) for at in places)


def _traits(draw: Random, seats: Counts) -> dict[str, str]:
    """A gender, and for one in three a language that every group offers in which they sit."""
    offered = set.intersection(*(set(OFFERS[group]) for group, n in enumerate(seats) if n))
    traits = {"gender": draw.choice("FMX")}
    if draw.random() < 1 / 3:
        traits["language"] = draw.choice(sorted(offered))
    return traits


def _demands(
    draw: Random, event: Event, roster: Mapping[str, Placement], rules: int
) -> Iterator[Demand]:
    """Rules that the roster keeps, of all kinds in turn as far as they can be found."""
    parties = _parties(event, roster)
    values = _values(event)
    found: set[Demand] = set()
    kinds = ["at least", "at most", "in", "not in", "together", "apart"]
    if len({name for name, _ in parties}) < len(kinds):
        del kinds[2:]
    for number in range(PATIENCE):
        kind = kinds[number % len(kinds)]
        if kind in ("at least", "at most"):
            demand = _counted(draw, event, roster, kind, draw.choice(values))
        else:
            demand = _proposed(draw, event.session.k, kind, parties)
        alone = demand.kind in ("together", "apart") and not demand.others
        kept = not alone and broken(replace(event, demands=(demand,)), roster) == []
        if kept and demand not in found and len(found) < rules:
            found.add(demand)
            yield demand


def _parties(event: Event, roster: Mapping[str, Placement]) -> dict[Who, int]:
    """Delegations in one group, and delegates -> that group."""
    found: dict[Who, int] = {}
    for crowd in event.crowds:
        name = crowd.row.delegation
        seats = total(roster[name], event.session.k)
        if event.session.is_whole(crowd.row):
            found[name, ""] = seats.index(max(seats))
        for member, own in zip(crowd.members, roster[name], strict=True):
            if member.name and len(crowd.members) > 1:
                found[name, member.name] = own.index(1)
    return found


def _proposed(draw: Random, k: int, kind: str, parties: Mapping[Who, int]) -> Demand:
    """A rule about some of the parties, true more often than not."""
    names = sorted(parties)
    one = draw.choice(names)
    at, away = parties[one], [group for group in range(k) if group != parties[one]]
    if kind == "in":
        return Demand(kind=kind, who=(one,), groups=tuple(sorted({at, draw.randrange(k)})))
    if kind == "not in":
        return Demand(kind=kind, who=(one,), groups=(draw.choice(away),))
    others = [
        who for who in names if who[0] != one[0] and (parties[who] == at) == (kind == "together")
    ]
    with_whom = sorted(draw.sample(others, min(len(others), draw.randint(1, 2))))
    if len({who[0] for who in with_whom}) < len(with_whom):
        with_whom.pop()
    return Demand(kind=kind, who=(one,), others=tuple(with_whom))


def _counted(
    draw: Random, event: Event, roster: Mapping[str, Placement], kind: str, value: Value
) -> Demand:
    """What the groups have of a value, at least or at most; in one of them, or in every group."""
    k = event.session.k
    groups = draw.choice(((), (draw.randrange(k),)))
    rule = Demand(kind=kind, values=(value,), groups=groups)
    counts = total((rule.counts_of(each, roster[each.row.delegation]) for each in event.crowds), k)
    asked = [counts[group] for group in groups or range(k)]
    number = min(asked) if kind == "at least" else max(asked)
    return replace(rule, number=number)


def _values(event: Event) -> Sequence[Value]:
    """Every region, category, gender and language of the list."""
    rows, members = event.rows, [each for crowd in event.crowds for each in crowd.members]
    found = {("region", row.region) for row in rows}
    found |= {("category", row.category) for row in rows if row.category}
    found |= {(column, text) for each in members for column, text in _asked(each)}
    return sorted(found)


def _asked(member: Member) -> Iterator[Value]:
    return ((c, member.traits[c]) for c in ("gender", "language") if c in member.traits)
