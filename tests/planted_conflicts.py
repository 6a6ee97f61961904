"""Rules of every pair of kinds which cannot hold together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, combinations_with_replacement

from events import a_rule

from allocator.settings import RuleRow

KINDS = ("in", "not in", "together", "apart", "at least", "at most", "capacity", "languages")
#: Every pair of kinds that can clash; two rooms, or the languages of two rooms, cannot.
PAIRS = [
    pair
    for pair in combinations_with_replacement(KINDS, 2)
    if pair not in {("capacity", "capacity"), ("languages", "languages")}
]
#: Delegations of one person; the first three follow fr, the fourth en.
NAMES = ("D001", "D002", "D003", "D004")
G1, G2, G3 = "Group 1", "Group 2", "Group 3"
#: What leaves the four delegations one group each: fr in Group 1, en in Group 2.
TONGUES: Mapping[str, tuple[str, ...]] = {G1: ("fr",), G2: ("en",), G3: ("es",)}
PLACING = ("in", "not in", "at least", "at most")


@dataclass(frozen=True, kw_only=True)
class Planted:
    """Rows of rules, capacities and languages by group, which cannot hold together.

    ``people`` are the head-counts of the delegations where no others sit beside them.
    """

    rules: tuple[RuleRow, ...] = ()
    capacities: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[int, ...] = (1,) * 6


def planted(one: str, other: str, names: Sequence[str] = NAMES, room: int = 2) -> Planted:
    """A conflict of two kinds; ``room`` is what Group 1 holds if two of the four may sit there."""
    both = {one, other}
    places = [kind for kind in PLACING if kind in both]
    if len(places) == len(both):
        return Planted(rules=(only_in(names[0], G1, one), only_in(names[0], G2, other)))
    if places:
        return _placed(places[0], next(iter(both - set(places))), names, room)
    if len(both) == 1:
        return Planted(rules=_alike(one, names))
    return _different(both, names, room)


def only_in(who: str, group: str, kind: str) -> RuleRow:
    """A rule of a kind that leaves a person one group."""
    others = "; ".join(each for each in (G1, G2, G3) if each != group)
    match kind:
        case "in":
            return a_rule("in", who, group)
        case "not in":
            return a_rule("not in", who, others)
        case "at least":
            return a_rule("at least", who, group, 1)
        case _:
            return a_rule("at most", who, others, 0)


def _placed(kind: str, other: str, names: Sequence[str], room: int) -> Planted:
    """A kind that puts people into a group, and one that does not."""
    first, second, *_ = names
    match other:
        case "together":
            places = (only_in(first, G1, kind), only_in(second, G2, kind))
            return Planted(rules=(*places, a_rule("together", first, second)))
        case "apart":
            places = (only_in(first, G1, kind), only_in(second, G1, kind))
            return Planted(rules=(*places, a_rule("apart", first, second)))
        case "capacity":
            three = tuple(only_in(name, G1, kind) for name in names[:3])
            return Planted(rules=three, capacities={G1: room})
        case _:
            return Planted(rules=(only_in(first, G2, kind),), languages=TONGUES)


def _alike(kind: str, names: Sequence[str]) -> tuple[RuleRow, ...]:
    first, second, third, _ = names
    if kind == "apart":
        return tuple(a_rule("apart", *pair) for pair in combinations(names, 2))
    chain = (a_rule("together", first, second), a_rule("together", second, third))
    return (*chain, a_rule("apart", first, third))


def _different(both: set[str], names: Sequence[str], room: int) -> Planted:
    """Two kinds that put nobody into a group of itself."""
    first, second, third, fourth = names
    three = f"{first}; {second}; {third}"
    if both == {"together", "apart"}:
        return Planted(rules=(a_rule("together", first, second), a_rule("apart", first, second)))
    if both == {"together", "capacity"}:
        full = dict.fromkeys((G1, G2, G3), room)
        return Planted(rules=(a_rule("together", three),), capacities=full)
    if both == {"together", "languages"}:
        return Planted(rules=(a_rule("together", first, fourth),), languages=TONGUES)
    if both == {"apart", "capacity"}:
        full = {G1: room, G2: room, G3: room - 1}
        return Planted(rules=(a_rule("apart", three),), capacities=full, people=(1, 1, 1, 2))
    if both == {"apart", "languages"}:
        return Planted(rules=(a_rule("apart", first, second),), languages=TONGUES)
    return Planted(capacities={G1: room}, languages=TONGUES)
