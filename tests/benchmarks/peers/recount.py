"""Every result of every tool, counted in one way and without the program.

The measures are counts, smaller is better; what arithmetic allows is a sum of zeros and ones.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations

from benchmarks.peers.people import GROUPS, Person

#: Registration -> number of the group, from 0.
Seats = Mapping[str, int]
#: The measures in the order of the table; the excess is the sum of them less the sum of the bounds.
MEASURES = ("size", "region", "gender", "missing", "small")


def recount(people: Sequence[Person], seats: Seats) -> dict[str, int]:
    """Measure -> value of a finished split.

    ``size``: people in the largest group less those in the smallest. ``region``, ``gender``: the
    same for the people of each, summed. ``missing``: delegations of three or more people that are
    not in every group. ``small``: as ``size``, of the people of smaller delegations alone.

    Raises:
        ValueError: when a person has no seat or sits in no group that there is.
    """
    wrong = [each.registration for each in people if seats.get(each.registration) not in _GROUPS]
    if wrong:
        message = f"{len(wrong)} of {len(people)} people have no seat, the first is {wrong[0]}"
        raise ValueError(message)
    small, large = _by_size(people)
    everywhere = Counter(
        delegation
        for delegation, _ in {(each.delegation, seats[each.registration]) for each in large}
    )
    return {
        "size": _spread(people, seats),
        "region": _spreads(people, seats, lambda person: person.region),
        "gender": _spreads(people, seats, lambda person: person.gender),
        "missing": sum(groups < GROUPS for groups in everywhere.values()),
        "small": _spread(small, seats),
    }


def lower_bounds(people: Sequence[Person]) -> dict[str, int]:
    """Measure -> what arithmetic alone allows: 0 where a number can be shared evenly, else 1."""
    small, _ = _by_size(people)
    return {
        "size": _uneven(len(people)),
        "region": sum(map(_uneven, Counter(each.region for each in people).values())),
        "gender": sum(map(_uneven, Counter(each.gender for each in people).values())),
        "missing": 0,
        "small": _uneven(len(small)),
    }


def split_small(people: Sequence[Person], seats: Seats) -> int:
    """Delegations of two people that do not sit together, of which one hears half the meeting."""
    small, _ = _by_size(people)
    places = {(each.delegation, seats[each.registration]) for each in small}
    return sum(groups > 1 for groups in Counter(name for name, _ in places).values())


def moved(before: Seats, after: Seats) -> int:
    """People on both lists who change group, when the groups of ``after`` are named at best."""
    both = before.keys() & after.keys()
    kept = Counter((before[name], after[name]) for name in both)
    return len(both) - max(
        sum(kept[place] for place in enumerate(names)) for names in permutations(_GROUPS)
    )


_GROUPS = range(GROUPS)


def _by_size(people: Iterable[Person]) -> tuple[list[Person], list[Person]]:
    """The people of small delegations, and those of the others."""
    everybody = list(people)
    sizes = Counter(each.delegation for each in everybody)
    small = [each for each in everybody if sizes[each.delegation] < GROUPS]
    return small, [each for each in everybody if sizes[each.delegation] >= GROUPS]


def _spread(people: Iterable[Person], seats: Seats) -> int:
    counts = Counter(seats[each.registration] for each in people)
    per_group = [counts[group] for group in _GROUPS]
    return max(per_group) - min(per_group)


def _spreads(people: Sequence[Person], seats: Seats, trait: Callable[[Person], str]) -> int:
    return sum(
        _spread([each for each in people if trait(each) == value], seats)
        for value in {trait(each) for each in people}
    )


def _uneven(people: int) -> int:
    return int(people % GROUPS > 0)
