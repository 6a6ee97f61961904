"""Cohorts: delegations that no rule and no goal can tell apart, counted together.

Why this is exact is told in docs/method.md: what the solver decides for a cohort, ``deal`` gives
back to its delegations one by one, and nothing is lost.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocator.delegation import Delegate, Delegation
from allocator.plan import Plan
from allocator.workshop import Workshop

#: What the balanced columns say of one delegate, in the order of ``Plan.balance``.
Profile = tuple[str, ...]
#: How many delegates of each profile a delegation has, sorted by profile.
Composition = tuple[tuple[Profile, int], ...]


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What tells one cohort from another.

    A delegation that sits ``whole`` keeps its whole composition. One that is spread over ``k``
    groups and has a single profile keeps only what the even split leaves over (fewer than ``k``
    people): its even part sits in every group whatever happens. ``heard_everywhere`` says that it
    has somebody in every group.
    """

    whole: bool
    small: bool
    heard_everywhere: bool
    region: str
    category: str
    composition: Composition


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


def cohorts_of(workshop: Workshop, plan: Plan) -> tuple[Cohort, ...]:
    """The cohorts of a workshop, sorted by kind: the order of the list does not matter."""
    members: dict[Kind, list[Delegation]] = {}
    even: dict[Kind, int] = {}
    for these in _alike(workshop, plan):
        kind = _kind(these[0], plan)
        members.setdefault(kind, []).extend(these)
        even[kind] = even.get(kind, 0) + _even(these[0], plan) * len(these)
    return tuple(
        Cohort(kind=kind, members=tuple(sorted(these, key=_identity)), even=even[kind])
        for kind, these in sorted(members.items())
    )


def _alike(workshop: Workshop, plan: Plan) -> Iterable[list[Delegation]]:
    """The delegations, those with the same head-count, labels and composition together."""
    alike: dict[tuple[object, ...], list[Delegation]] = {}
    for each in workshop.delegations:
        composition = composition_of(each, plan) if plan.balance else ()
        key = (each.head_count, each.region, each.category, each.seating, composition)
        alike.setdefault(key, []).append(each)
    return alike.values()


def _identity(delegation: Delegation) -> str:
    return delegation.id


def profile_of(delegation: Delegation, delegate: Delegate | None, plan: Plan) -> Profile:
    """What the balanced columns say of a delegate, or of a head-count delegation."""
    traits: Mapping[str, str] = delegate.traits if delegate else delegation.traits
    return tuple(traits.get(column) or delegation.traits.get(column, "") for column in plan.balance)


def composition_of(delegation: Delegation, plan: Plan) -> Composition:
    """How many delegates of each profile a delegation has, sorted by profile."""
    if not delegation.delegates or not plan.balance:
        return ((profile_of(delegation, None, plan), delegation.head_count),)
    profiles = Counter(profile_of(delegation, each, plan) for each in delegation.delegates)
    return tuple(sorted(profiles.items()))


def _kind(delegation: Delegation, plan: Plan) -> Kind:
    whole = plan.sits_whole(delegation)
    composition = composition_of(delegation, plan)
    if _even(delegation, plan):
        profile, people = composition[0]
        composition = ((profile, people % plan.k),)
    return Kind(
        whole=whole,
        small=plan.is_small(delegation),
        heard_everywhere=not whole and delegation.head_count >= plan.k,
        region=delegation.region,
        category=delegation.category,
        composition=composition,
    )


def _even(delegation: Delegation, plan: Plan) -> int:
    if plan.sits_whole(delegation) or len(composition_of(delegation, plan)) > 1:
        return 0
    return delegation.head_count // plan.k
