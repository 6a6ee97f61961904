"""A checksum of the seats, by which an edit by hand is noticed."""

import hashlib

from allocator.allocation import Allocation


def checksum(allocation: Allocation) -> str:
    """The SHA-256, in hex, of who sits where: delegations and delegates by identity, sorted.

    A group counts by its place in the plan, so that it may be renamed.
    """
    rows = [f"{identity}\t{seats}" for identity, seats in allocation.seats.items()]
    rows += [f"{identity}\t{place}" for identity, place in allocation.places.items()]
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()
