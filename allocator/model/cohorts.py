"""Cohorts: delegations that no rule and no goal can tell apart, counted together.

Why this is exact is told in docs/method.md: what the solver decides for a cohort, ``deal`` gives
back to its delegations one by one, and nothing is lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import comb

from allocator.delegation import Delegation
from allocator.model.history import History
from allocator.model.profiles import Composition, Profiles
from allocator.workshop import Workshop

#: Ways to seat the people of a delegation that are gone through one by one.
MOST_WAYS = 400
#: For each entry of a composition: how many had a seat, and their old seats per group.
Past = tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What tells one cohort from another.

    A delegation that sits ``whole`` keeps its whole composition. One that is spread over ``k``
    groups and has a single profile keeps only what the even split leaves over (fewer than ``k``
    people): its even part sits in every group whatever happens. ``heard_everywhere`` says that it
    has somebody in every group. ``past`` goes with the composition, less the even part; it is empty
    where nobody had a seat. Of a delegation that a change left against its seating rule, up to
    ``leeway`` people may sit so; where it cannot be counted with others it is a kind of its own,
    called by its identity, ``alone``. So is a delegation that a rule ``named`` beside others.
    ``history`` is where a delegation in one group sat in the earlier sessions.
    """

    whole: bool
    small: bool
    heard_everywhere: bool
    region: str
    category: str
    composition: Composition
    past: Past = ()
    leeway: int = 0
    alone: str = ""
    named: str = ""
    history: History = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Interchangeable delegations.

    ``even`` counts the people of all members together who sit in *each* group because of the even
    split; they are not in ``kind.composition``. Members are sorted by identity.
    """

    kind: Kind
    members: tuple[Delegation, ...]
    even: int

    @property
    def size(self) -> int:
        """The people of one member that the solver seats."""
        return sum(people for _, people in self.kind.composition)


def cohorts_of(workshop: Workshop, profiles: Profiles) -> tuple[Cohort, ...]:
    """The cohorts of a workshop, sorted by kind: the order of the list does not matter."""
    members: dict[Kind, list[Delegation]] = {}
    even: dict[Kind, int] = {}
    for these in _alike(workshop, profiles):
        kind, constant = _kind(these[0], profiles)
        members.setdefault(kind, []).extend(these)
        even[kind] = even.get(kind, 0) + constant * len(these)
    return tuple(
        Cohort(kind=kind, members=tuple(sorted(these, key=_identity)), even=even[kind])
        for kind, these in sorted(members.items())
    )


def _alike(workshop: Workshop, profiles: Profiles) -> Iterable[list[Delegation]]:
    """The delegations, those with the same head-count, labels, composition and past together."""
    alike: dict[tuple[object, ...], list[Delegation]] = {}
    for each in workshop.delegations:
        past = _past(each, profiles)
        free = each.id in profiles.plan.free
        bound = profiles.are_bound(each)
        composition: Composition = ()
        if profiles.plan.balance or past or bound:
            composition = profiles.composition(each)
        key = (
            each.head_count,
            each.region,
            each.category,
            each.seating,
            composition,
            past,
            profiles.leeway(each) if past else free,
            _alone(each, profiles) if past or free else "",
            _named(each, profiles) if bound else "",
            profiles.histories.get(each.id, ()),
        )
        alike.setdefault(key, []).append(each)
    return alike.values()


def _identity(delegation: Delegation) -> str:
    return delegation.id


def _named(delegation: Delegation, profiles: Profiles) -> str:
    """The identity of a delegation that a rule names beside others, else empty."""
    return delegation.id if profiles.is_named(delegation) else ""


def _kind(delegation: Delegation, profiles: Profiles) -> tuple[Kind, int]:
    """The kind of a delegation, and its people in each group that the solver need not seat."""
    plan = profiles.plan
    whole = plan.sits_whole(delegation)
    composition = profiles.composition(delegation)
    past = _past(delegation, profiles)
    leeway = profiles.leeway(delegation)
    even = 0
    ((profile, _), *others) = composition
    if not (whole or leeway or others or profile.closed):
        even = delegation.head_count // plan.k
        composition = ((profile, delegation.head_count % plan.k),)
        past = tuple(_beyond(even, *each) for each in past)
    kind = Kind(
        whole=whole,
        small=plan.is_small(delegation),
        heard_everywhere=not whole and not leeway and delegation.head_count >= plan.k,
        region=delegation.region,
        category=delegation.category,
        composition=composition,
        past=past,
        leeway=leeway,
        alone=_alone(delegation, profiles),
        named=_named(delegation, profiles),
        history=profiles.histories.get(delegation.id, ()),
    )
    return kind, even


def _alone(delegation: Delegation, profiles: Profiles) -> str:
    """The identity of a delegation that cannot be counted with others, else empty.

    With many ways to sit it takes less to decide how it sits than to count who sits in which way.
    """
    plan = profiles.plan
    if not profiles.leeway(delegation):
        return ""
    ways = comb(delegation.head_count + plan.k - 1, plan.k - 1)
    return delegation.id if len(profiles.composition(delegation)) > 1 or ways > MOST_WAYS else ""


def _past(delegation: Delegation, profiles: Profiles) -> Past:
    """For each entry of the composition, who had a seat and where; empty where nobody had."""
    published = profiles.published
    if delegation.id not in published.known:
        return ()
    rows = list(profiles.members(delegation).values()) or [[]]
    told = [published.told(delegation, these, profiles.plan.k) for these in rows]
    return tuple((each.stayers, each.seats) for each in told)


def _beyond(even: int, stayers: int, seats: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """The past of people of whom ``even`` sit in every group anyway: what is left to decide.

    Beyond the even part a group gets nobody or one, so an old seat counts once, or not at all.
    """
    kept = sum(min(count, even) for count in seats)
    return stayers - kept, tuple(int(count > even) for count in seats)
