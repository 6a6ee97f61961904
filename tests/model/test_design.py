"""The design: two delegations of different beginnings share a group at most once."""

from itertools import combinations, product

import pytest

from allocator.model.design import designed_group, designed_sessions
from allocator.model.meetings import fewest_never_met


@pytest.mark.parametrize("k", [2, 3, 5])
def test_two_delegations_share_a_group_at_most_once(k: int) -> None:
    """For a prime number of groups and ``k + 1`` sessions: exactly once, then everybody met."""
    sessions = designed_sessions(k, k + 1)
    histories = {
        begun: (*begun, *(designed_group(begun, session, k) for session in sessions))
        for begun in product(range(k), repeat=2)
    }

    assert {1} == {
        sum(here == there for here, there in zip(one, other, strict=True))
        for one, other in combinations(histories.values(), 2)
    }


def test_there_are_as_many_designed_sessions_as_lines() -> None:
    """Two groups: the third session; three groups: the third and the fourth."""
    assert [[], [3], [3], [3, 4]] == [
        list(designed_sessions(k, sessions)) for k, sessions in ((2, 2), (2, 6), (3, 3), (3, 6))
    ]


@pytest.mark.parametrize(("k", "sessions"), [(2, 2), (2, 3), (3, 2)])
@pytest.mark.parametrize("delegations", [2, 4, 5, 6])
def test_no_even_sessions_are_below_the_bound(k: int, sessions: int, delegations: int) -> None:
    """By brute force over all sessions whose groups are as even as they can be."""
    masks = set()
    apart = []
    for groups in product(range(k), repeat=delegations):
        sizes = [groups.count(group) for group in range(k)]
        if max(sizes) - min(sizes) <= 1:
            pairs = [one != other for one, other in combinations(groups, 2)]
            masks.add(sum(1 << index for index, each in enumerate(pairs) if each))
            apart.append(sum(pairs))
    best = min(_together(choice).bit_count() for choice in product(sorted(masks), repeat=sessions))

    assert fewest_never_met(delegations, k, sessions, min(apart)) <= best


def _together(masks: tuple[int, ...]) -> int:
    result = -1
    for mask in masks:
        result &= mask
    return result
