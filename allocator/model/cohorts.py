"""Cohorts: delegations that no rule and no goal can tell apart, counted together.

Why this is exact is told in docs/method.md: what the solver decides for a cohort, ``deal`` gives
back to its delegations one by one, and nothing is lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import comb

from allocator.delegation import Delegate, DelegateId, Delegation
from allocator.plan import Plan
from allocator.published import NOBODY, Published
from allocator.workshop import Workshop

#: What tells one delegate from another: the texts of the balanced columns, in the order of
#: ``Plan.balance``, and behind them the number of the bench where somebody of it has withdrawn.
Profile = tuple[str, ...]
#: How many delegates of each profile a delegation has, sorted by profile.
Composition = tuple[tuple[Profile, int], ...]
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
    called by its identity, ``alone``.
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


def cohorts_of(workshop: Workshop, plan: Plan, published: Published = NOBODY) -> tuple[Cohort, ...]:
    """The cohorts of a workshop, sorted by kind: the order of the list does not matter."""
    members: dict[Kind, list[Delegation]] = {}
    even: dict[Kind, int] = {}
    for these in _alike(workshop, plan, published):
        kind, constant = _kind(these[0], plan, published)
        members.setdefault(kind, []).extend(these)
        even[kind] = even.get(kind, 0) + constant * len(these)
    return tuple(
        Cohort(kind=kind, members=tuple(sorted(these, key=_identity)), even=even[kind])
        for kind, these in sorted(members.items())
    )


def _alike(workshop: Workshop, plan: Plan, published: Published) -> Iterable[list[Delegation]]:
    """The delegations, those with the same head-count, labels, composition and past together."""
    alike: dict[tuple[object, ...], list[Delegation]] = {}
    for each in workshop.delegations:
        past = _past(each, plan, published)
        composition = composition_of(each, plan, published) if plan.balance or past else ()
        alone = _alone(each, plan, published) if past else ""
        key = (each.head_count, each.region, each.category, each.seating, composition, past, alone)
        alike.setdefault(key, []).append(each)
    return alike.values()


def _identity(delegation: Delegation) -> str:
    return delegation.id


def profile_of(
    delegation: Delegation, delegate: Delegate | None, plan: Plan, published: Published = NOBODY
) -> Profile:
    """What tells a delegate, or the people of a head-count delegation, from others."""
    traits: Mapping[str, str] = delegate.traits if delegate else delegation.traits
    said = (traits.get(column) or delegation.traits.get(column, "") for column in plan.balance)
    return (*said, *published.mark(delegation, delegate))


def composition_of(
    delegation: Delegation, plan: Plan, published: Published = NOBODY
) -> Composition:
    """How many delegates of each profile a delegation has, sorted by profile."""
    members = members_of(delegation, plan, published)
    if not members:
        return ((profile_of(delegation, None, plan), delegation.head_count),)
    return tuple((profile, len(these)) for profile, these in members.items())


def members_of(
    delegation: Delegation, plan: Plan, published: Published = NOBODY
) -> dict[Profile, list[DelegateId]]:
    """Profile -> the delegates who have it, sorted; empty for head-counts."""
    members: dict[Profile, list[DelegateId]] = {}
    for delegate in sorted(delegation.delegates, key=_delegate_id):
        profile = profile_of(delegation, delegate, plan, published)
        members.setdefault(profile, []).append(delegate.id)
    return dict(sorted(members.items()))


def _delegate_id(delegate: Delegate) -> str:
    return delegate.id


def _kind(delegation: Delegation, plan: Plan, published: Published) -> tuple[Kind, int]:
    """The kind of a delegation, and its people in each group that the solver need not seat."""
    whole = plan.sits_whole(delegation)
    composition = composition_of(delegation, plan, published)
    past = _past(delegation, plan, published)
    leeway = published.leeway(delegation, plan) if past else 0
    even = 0
    if not (whole or leeway or len(composition) > 1):
        even = delegation.head_count // plan.k
        composition = ((composition[0][0], composition[0][1] % plan.k),)
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
        alone=_alone(delegation, plan, published) if leeway else "",
    )
    return kind, even


def _alone(delegation: Delegation, plan: Plan, published: Published) -> str:
    """The identity of a delegation that cannot be counted with others, else empty.

    With many ways to sit it takes less to decide how it sits than to count who sits in which way.
    """
    if not published.leeway(delegation, plan):
        return ""
    ways = comb(delegation.head_count + plan.k - 1, plan.k - 1)
    profiles = len(composition_of(delegation, plan, published))
    return delegation.id if profiles > 1 or ways > MOST_WAYS else ""


def _past(delegation: Delegation, plan: Plan, published: Published) -> Past:
    """For each entry of the composition, who had a seat and where; empty where nobody had."""
    if delegation.id not in published.known:
        return ()
    rows = list(members_of(delegation, plan, published).values()) or [[]]
    told = [published.told(delegation, these, plan.k) for these in rows]
    return tuple((each.stayers, each.seats) for each in told)


def _beyond(even: int, stayers: int, seats: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """The past of people of whom ``even`` sit in every group anyway: what is left to decide.

    Beyond the even part a group gets nobody or one, so an old seat counts once, or not at all.
    """
    kept = sum(min(count, even) for count in seats)
    return stayers - kept, tuple(int(count > even) for count in seats)
