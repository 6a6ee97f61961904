"""What some people of a delegation were told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How many of ``people`` had a seat, and their old seats per new group.

    ``seats`` may add up to more than ``stayers``, when some withdrew, or to less, when their group
    is no more.
    """

    people: int
    stayers: int
    seats: tuple[int, ...]
