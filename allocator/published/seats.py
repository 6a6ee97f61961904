"""The seats that people were told, as far as these people are on the new list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.plan import Plan
from allocator.published.staying import least_against
from allocator.published.told import Told

#: Stands for a group that is no more.
NOWHERE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """People of one delegation whom the lists cannot tell apart, and who may have had seats.

    ``seats`` counts their old seats per old group. ``members`` are those of the new list; there are
    fewer of them than seats where somebody has withdrawn, and nobody can say from which group. They
    are empty for a delegation known by its head-count, where everybody is meant.
    """

    seats: tuple[int, ...]
    members: tuple[DelegateId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """People who had a seat and are not on the new list: ``group`` is the index of the old one.

    ``delegate`` and ``name`` are empty where the old list gives head-counts only.
    """

    delegation: str
    group: int
    people: int = 1
    delegate: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Published:
    """Old seats, told apart as far as the lists tell people apart.

    ``groups``: names of the old groups; ``now``: index of each among the new ones, or ``NOWHERE``.
    ``places``: delegate id of the new list -> index of the old group. ``benches``: delegation id ->
    its people who are not in ``places``. ``known``: the delegations of the new list of which
    somebody had a seat. ``leavers`` are those who are told apart and are not on the new list.
    """

    groups: tuple[str, ...] = ()
    now: tuple[int, ...] = ()
    places: Mapping[DelegateId, int] = field(default_factory=dict)
    benches: Mapping[DelegationId, tuple[Bench, ...]] = field(default_factory=dict)
    known: frozenset[DelegationId] = frozenset()
    leavers: tuple[Leaver, ...] = ()

    def place_of(self, delegate: DelegateId) -> int:
        """Index of the new group in which the delegate had a seat; ``NOWHERE`` without one."""
        return self.now[self.places[delegate]] if delegate in self.places else NOWHERE

    def mark(self, delegation: Delegation, delegate: Delegate | None) -> tuple[str, ...]:
        """The number of the delegate's bench; nothing for whoever sits on none."""
        if delegate is None:
            return ()
        return tuple(
            str(number)
            for number, bench in enumerate(self.benches.get(delegation.id, ()))
            if delegate.id in bench.members
        )

    def told(self, delegation: Delegation, delegates: Sequence[DelegateId], k: int) -> Told:
        """What some delegates of a delegation were told: all of a bench, or none of any.

        Without delegates, what a delegation known by its head-count was told.
        """
        people = len(delegates) or delegation.head_count
        for bench in self.benches.get(delegation.id, ()):
            if not bench.members or bench.members[0] in delegates:
                stayers = min(sum(bench.seats), people)
                return Told(people=people, stayers=stayers, seats=self._now(bench.seats, k))
        had = [self.places[delegate] for delegate in delegates if delegate in self.places]
        seats = self._now([had.count(index) for index in range(len(self.now))], k)
        return Told(people=people, stayers=len(had), seats=seats)

    def told_to(self, delegation: Delegation, k: int) -> tuple[Told, ...]:
        """What the people of a delegation were told, one entry per bench and one for the others."""
        benches = self.benches.get(delegation.id, ())
        apart = {delegate for bench in benches for delegate in bench.members}
        others = [each.id for each in delegation.delegates if each.id not in apart]
        people = [*(bench.members for bench in benches), *([others] if others else [])]
        return tuple(self.told(delegation, these, k) for these in people)

    def _now(self, seats: Sequence[int], k: int) -> tuple[int, ...]:
        """Seats per old group as seats per new group; those of groups that are no more are lost."""
        now = [0] * k
        for index, count in zip(self.now, seats, strict=True):
            if index != NOWHERE:
                now[index] += count
        return tuple(now)

    def leeway(self, delegation: Delegation, plan: Plan) -> int:
        """How many people of a delegation may sit against its seating rule.

        Nobody, unless leaving everybody in place does so already: then as many as that. A
        delegation that had no seat has none either. Source: docs/method.md, re-balance.
        """
        if delegation.id not in self.known:
            return 0
        told = self.told_to(delegation, plan.k)
        return least_against(told, whole=plan.sits_whole(delegation))


#: Nobody had a seat: a first version.
NOBODY = Published()
