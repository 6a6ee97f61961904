"""Dealing the offices: who of the candidates in a group holds them."""

from collections.abc import Mapping, Sequence
from random import Random

from allocator.delegation import DelegateId
from allocator.model.candidates import Candidates
from allocator.model.officers import identity_of
from allocator.model.problem import Problem
from allocator.offices import OFFICES, Office, candidates

#: Group and region -> the delegates there who are counted, each with the offices they may hold.
Pools = Mapping[tuple[int, str], list[tuple[DelegateId, tuple[str, ...]]]]


def officers_of(
    problem: Problem, numbers: Sequence[int], places: Mapping[DelegateId, int], draw: Random
) -> dict[str, tuple[str, ...]]:
    """Office -> the id of its holder in each group, empty for nobody.

    Among the candidates of a region who sit in a group it is drawn who holds an office; nobody
    holds two. Without offices that somebody of the list may hold it is empty.
    """
    officers, plan = problem.seats.officers, problem.plan
    if not plan.slots:
        return {}
    result: dict[Office, list[str]] = {office: [""] * plan.k for office in OFFICES}
    for (holder, office, group), number in officers.held.items():
        if numbers[number]:
            result[office][group] = identity_of(officers.holders[holder].party)
    wanted: dict[tuple[int, str], list[Office]] = {}
    for (office, group, region), number in officers.drawn.items():
        if numbers[number]:
            wanted.setdefault((group, region), []).append(office)
    pools = _pools(problem, places) if wanted else {}
    for (group, region), offices in wanted.items():
        for office, delegate in _drawn(offices, pools[group, region], draw).items():
            result[office][group] = delegate
    return {str(office): tuple(holders) for office, holders in result.items()}


def _pools(problem: Problem, places: Mapping[DelegateId, int]) -> Pools:
    """The candidates by group and region, whatever the order of the list."""
    who = Candidates(problem.plan)
    pools: dict[tuple[int, str], list[tuple[DelegateId, tuple[str, ...]]]] = {}
    for delegation in sorted(problem.workshop.delegations, key=lambda each: each.id):
        for delegate, _ in candidates(delegation):
            if delegate and (offices := who.offices(delegation, delegate)):
                key = places[delegate.id], delegation.region
                pools.setdefault(key, []).append((delegate.id, offices))
    return {key: sorted(pool) for key, pool in pools.items()}


def _drawn(
    offices: Sequence[Office], pool: Sequence[tuple[DelegateId, tuple[str, ...]]], draw: Random
) -> dict[Office, str]:
    """Office -> delegate: every way to fill the offices of a group with different people is alike.

    The model sees to it that there is one.
    """
    able = [[delegate for delegate, own in pool if office in own] for office in offices]
    if len(offices) == 1:
        return {offices[0]: draw.choice(able[0])}
    pairs = [(one, other) for one in able[0] for other in able[1] if one != other]
    return dict(zip(offices, draw.choice(pairs), strict=True))
