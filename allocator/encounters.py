"""Who meets whom over the sessions of an event, counted from the seats."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from allocator.allocation import Allocation
from allocator.delegation import DelegationId
from allocator.workshop import Workshop

#: The goal of an event of several sessions, and what it counts.
MEETINGS = "meetings"
UNIT = "pairs"

#: The groups in which a delegation is, one set of indices per session.
Presence = tuple[frozenset[int], ...]


def never_met(workshop: Workshop, sessions: Sequence[Allocation]) -> int:
    """Pairs of delegations that share a group in none of the sessions.

    Delegations that are in the same groups throughout meet, and are counted together.
    """
    alike = Counter(_presence(each.id, sessions) for each in workshop.delegations)
    return sum(
        alike[one] * alike[other]
        for one, other in combinations(alike, 2)
        if not any(here & there for here, there in zip(one, other, strict=True))
    )


def _presence(identity: DelegationId, sessions: Sequence[Allocation]) -> Presence:
    return tuple(
        frozenset(index for index, people in enumerate(each.seats[identity]) if people)
        for each in sessions
    )
