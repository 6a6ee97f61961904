"""A checksum of the seats, by which an edit by hand is noticed."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from allocator.allocation import Allocation


def checksum(sessions: Sequence[Allocation]) -> str:
    """The checksum of the seats of one session, or of several in their order."""
    if len(sessions) == 1:
        return _checksum(sessions[0])
    return hashlib.sha256("\n".join(map(_checksum, sessions)).encode()).hexdigest()


def _checksum(allocation: Allocation) -> str:
    """The SHA-256, in hex, of who sits with whom: delegations and delegates by identity.

    The groups count by their people alone, so that they may be renamed and put in another order.
    """
    groups: dict[int, list[str]] = defaultdict(list)
    for identity, seats in sorted(allocation.seats.items()):
        for group, people in enumerate(seats):
            groups[group].append(f"{identity}\t{people}")
    for delegate, group in sorted(allocation.places.items()):
        groups[group].append(delegate)
    texts = sorted("\n".join(lines) for lines in groups.values())
    return hashlib.sha256("\n\n".join(texts).encode()).hexdigest()
