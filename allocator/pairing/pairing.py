"""The old seats, as seen from the new list."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocator.allocation import Outcome
from allocator.delegation import Delegation, DelegationId
from allocator.findings import Finding
from allocator.pairing.doubts import (
    about_people,
    groups_gone,
    groups_renamed,
    many_leave,
    perhaps_renamed,
    spelled_anew,
)
from allocator.pairing.people import People, by_key, paired_people, people_of
from allocator.plan import Plan
from allocator.published.seats import NOWHERE, Bench, Leaver, Published
from allocator.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The seats that the people of the new list had, and what is told about who is who."""

    published: Published
    notices: tuple[Finding, ...]


def paired(before: Outcome, workshop: Workshop, plan: Plan) -> Pairing:
    """The seats of some rosters, as far as their people are on a new list.

    ``plan`` is that of the new rosters; a group is known again by its name, or by its place where
    all names are new and there are as many. Delegations are paired by identity, delegates by
    registration, else e-mail, else name within the delegation.
    """
    names = [group.name for group in plan.groups]
    called = [group.name for group in before.plan.groups]
    renamed = len(called) == len(names) and set(called).isdisjoint(names)
    groups = names if renamed else called
    old = {each.id: each for each in before.workshop.delegations}
    come = [each for each in workshop.delegations if each.id not in old]
    both = [(old[each.id], each) for each in workshop.delegations if each.id in old]
    gone = [each for each in old.values() if each.id not in {new.id for _, new in both}]
    people = paired_people(
        people_of(old.values()), people_of(workshop.delegations), counted_apart_by=plan.columns
    )
    benches = _benches(before, both, people)
    seated = {delegation.id for _, (delegation, _) in people.pairs}
    published = Published(
        groups=tuple(groups),
        now=tuple(names.index(name) if name in names else NOWHERE for name in groups),
        places={new.id: before.allocation.places[was.id] for (_, was), (_, new) in people.pairs},
        benches=benches,
        known=frozenset(seated | benches.keys()),
        leavers=(*_gone(before, gone), *_left(before, people)),
    )  # fmt: skip
    notices = (
        *many_leave(before.workshop.head_count, _stayers(published, workshop, plan.k)),
        *groups_gone([name for name in groups if name not in names]),
        *groups_renamed(called if renamed else (), names),
        *spelled_anew(both),
        *perhaps_renamed(gone, come),
        *about_people(people),
    )
    return Pairing(published=published, notices=notices)


def _stayers(published: Published, workshop: Workshop, k: int) -> int:
    """How many people had a seat and are on the new list."""
    return sum(
        told.stayers
        for each in workshop.delegations
        if each.id in published.known
        for told in published.told_to(each, k)
    )


def _benches(
    before: Outcome, both: Sequence[tuple[Delegation, Delegation]], people: People
) -> dict[DelegationId, tuple[Bench, ...]]:
    """Delegation id -> its people who cannot be told apart."""
    benches: dict[DelegationId, list[Bench]] = defaultdict(list)
    for old, new in both:
        if not old.delegates:
            members = tuple(each.id for each in new.delegates)
            benches[new.id].append(Bench(seats=before.seats_of(old), members=members))
    k = before.plan.k
    left = by_key(people.new, people.nameless)
    for key, those in by_key(people.old, people.nameless).items():
        if members := tuple(delegate.id for _, delegate in left.get(key, ())):
            had = [before.allocation.places[delegate.id] for _, delegate in those]
            seats = tuple(had.count(index) for index in range(k))
            benches[left[key][0][0].id].append(Bench(seats=seats, members=members))
    return {identity: tuple(these) for identity, these in benches.items()}


def _gone(before: Outcome, gone: Sequence[Delegation]) -> Iterator[Leaver]:
    """The people of delegations that left and are known by their head-counts."""
    for delegation in gone:
        for group, count in enumerate(before.seats_of(delegation)):
            if count and not delegation.delegates:
                yield Leaver(delegation=delegation.name, group=group, people=count)


def _left(before: Outcome, people: People) -> Iterator[Leaver]:
    """Everybody who is told apart and left; whoever may be on a bench is not."""
    on_benches = set(map(people.nameless, people.new)) - {None}
    for delegation, delegate in people.old:
        if people.nameless((delegation, delegate)) not in on_benches:
            yield Leaver(
                delegation=delegation.name,
                group=before.allocation.places[delegate.id],
                delegate=delegate.id,
                name=delegate.name,
            )
