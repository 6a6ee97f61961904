"""Old seats and new seats, compared delegation by delegation without the solver."""

from collections import Counter
from collections.abc import Iterator, Sequence

from allocator.allocation import Allocation
from allocator.changes import Changes, Move
from allocator.delegation import Delegation
from allocator.plan import Plan
from allocator.published.seats import Bench, Published
from allocator.workshop import Workshop


def changes_of(
    published: Published, workshop: Workshop, plan: Plan, allocation: Allocation
) -> Changes:
    """Who joined, left and moved between the published seats and an allocation.

    Counted from the seats alone, delegation by delegation; ``previous`` and ``frontier`` stay
    empty.
    """
    moved: list[Move] = []
    joined: list[Move] = []
    left = [
        Move(
            delegation=each.delegation,
            delegate=each.delegate,
            name=each.name,
            people=each.people,
            origin=published.groups[each.group],
        )
        for each in published.leavers
    ]
    for delegation in workshop.delegations:
        for move in _of_delegation(published, delegation, plan, allocation):
            kind = left if not move.target else moved if move.origin else joined
            kind.append(move)
    came = sum(move.people for move in joined)
    return Changes(
        moved=gathered(moved),
        joined=gathered(joined),
        left=gathered(left),
        stayed=workshop.head_count - came,
    )


def _of_delegation(
    published: Published, delegation: Delegation, plan: Plan, allocation: Allocation
) -> Iterator[Move]:
    """Every move of the people of one delegation, joining and leaving included."""
    names = [group.name for group in plan.groups]
    benches = published.benches.get(delegation.id, ())
    if not delegation.delegates:
        bench = benches[0] if benches else Bench(seats=(0,) * len(published.groups))
        now = Counter(dict(zip(names, allocation.seats[delegation.id], strict=True)))
        yield from _of_bench(published, bench, delegation.name, now)
        return
    seated = {delegate: bench for bench in benches for delegate in bench.members}
    for delegate in delegation.delegates:
        if delegate.id in seated:
            continue
        had = published.places.get(delegate.id)
        origin = "" if had is None else published.groups[had]
        target = names[allocation.places[delegate.id]]
        if origin != target:
            yield Move(
                delegation=delegation.name,
                delegate=delegate.id,
                name=delegate.name,
                origin=origin,
                target=target,
            )
    for bench in benches:
        now = Counter(names[allocation.places[delegate]] for delegate in bench.members)
        yield from _of_bench(published, bench, delegation.name, now)


def _of_bench(
    published: Published, bench: Bench, delegation: str, now: Counter[str]
) -> Iterator[Move]:
    """The moves of people who cannot be told apart: as many as possible stay where they are.

    ``moves = max(0, sum over groups of max(0, x_g - y_g) - withdrawn)``, with ``withdrawn =
    max(0, sum x - sum y)``; who withdraws leaves the group that lost most. Source: docs/method.md.
    """
    had = Counter(dict(zip(published.groups, bench.seats, strict=True)))
    vacated, taken = had - now, now - had
    withdrawn = max(0, had.total() - now.total())
    for group in _largest_first(vacated, withdrawn):
        vacated[group] -= 1
        yield Move(delegation=delegation, origin=group)
    origins, targets = list(vacated.elements()), list(taken.elements())
    for origin, target in zip(origins, targets, strict=False):
        yield Move(delegation=delegation, origin=origin, target=target)
    for target in targets[len(origins) :]:
        yield Move(delegation=delegation, target=target)


def _largest_first(vacated: Counter[str], times: int) -> Iterator[str]:
    left = Counter(vacated)
    for _ in range(times):
        ((group, _),) = left.most_common(1)
        left[group] -= 1
        yield group


def gathered(moves: Sequence[Move]) -> tuple[Move, ...]:
    """Moves that differ in the people only, as one with all of them; in their order."""
    people: Counter[tuple[str, ...]] = Counter()
    for each in moves:
        key = (each.delegation, each.delegate, each.name, each.origin, each.target)
        people[key] += each.people
    return tuple(
        Move(
            delegation=delegation,
            delegate=delegate,
            name=name,
            people=count,
            origin=origin,
            target=target,
        )
        for (delegation, delegate, name, origin, target), count in people.items()
    )
