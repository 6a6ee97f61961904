"""Who may hold an office under a plan: counted with others, or followed alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from allocator.delegation import Delegate, Delegation
from allocator.event_rules import NO_DELEGATE, Party
from allocator.offices import NO_ROLE, Office, Role, candidates, role_of
from allocator.plan import Plan

#: An office and the index of its group.
Slot = tuple[Office, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A party that is followed alone, and the offices that it may hold, one of them.

    ``must`` says that it holds one.
    """

    party: Party
    region: str
    options: tuple[Slot, ...]
    must: bool


class Candidates:
    """The candidates of a plan.

    A delegate who may hold an office is counted with others of the same profile and region. A
    delegate who must, whoever the sheet Groups names, and a delegation known by its head-count,
    which may be in several groups but gives one officer, are followed alone.
    """

    def __init__(self, plan: Plan) -> None:
        """Keep the plan."""
        self._plan = plan
        self._exist: dict[str, bool] = {}

    def exist(self, delegation: Delegation) -> bool:
        """Whether anybody of a delegation could hold an office."""
        if not self._plan.slots:
            return False
        if delegation.id not in self._exist:
            self._exist[delegation.id] = delegation.id in self._parties or (
                bool(self._plan.sought) and any(True for _ in candidates(delegation))
            )
        return self._exist[delegation.id]

    def offices(self, delegation: Delegation, delegate: Delegate | None) -> tuple[str, ...]:
        """The offices for which a delegate is counted; none for who is followed alone."""
        if delegate is None or self.is_marked(delegation, delegate):
            return ()
        return tuple(map(str, self._role(delegation, delegate).offices))

    def is_marked(self, delegation: Delegation, delegate: Delegate) -> bool:
        """Whether a delegate is followed alone."""
        party = Party(delegation=delegation.id, delegate=delegate.id)
        return party in self._named or self._role(delegation, delegate).must

    def is_named(self, delegation: Delegation) -> bool:
        """Whether a delegation is followed as a whole."""
        if Party(delegation=delegation.id) in self._named:
            return True
        return not delegation.delegates and bool(self._role(delegation, None).offices)

    def holders(self, delegations: Iterable[Delegation]) -> tuple[Holder, ...]:
        """Everybody who is followed alone, whatever the order of the list."""
        by_id = {each.id: each for each in delegations}
        named = (
            Holder(party=party, region=by_id[party.delegation].region, options=(slot,), must=True)
            for slot, party in sorted(self._plan.appointed.items())
        )
        others = (
            holder
            for _, each in sorted(by_id.items())
            if self.exist(each)
            for holder in self._others(each)
        )
        return (*named, *others)

    def _others(self, delegation: Delegation) -> Iterator[Holder]:
        """Those of a delegation who are followed alone and whom no cell names."""
        people = sorted(candidates(delegation), key=lambda each: each[0].id if each[0] else "")
        for delegate, _ in people:
            role = self._role(delegation, delegate)
            if not role.offices or (delegate and not role.must):
                continue
            yield Holder(
                party=Party(
                    delegation=delegation.id, delegate=delegate.id if delegate else NO_DELEGATE
                ),
                region=delegation.region,
                options=tuple(slot for slot in self._open if slot[0] in role.offices),
                must=role.must,
            )

    def _role(self, delegation: Delegation, delegate: Delegate | None) -> Role:
        """The role under this plan: who is named in a cell has it there and nowhere else.

        So has a delegation that is named; those of its delegates who must hold an office still do.
        """
        role = role_of(delegation, delegate) if self._plan.sought else NO_ROLE
        whole = Party(delegation=delegation.id)
        if delegate is None:
            return NO_ROLE if whole in self._named else role
        own = Party(delegation=delegation.id, delegate=delegate.id)
        if own in self._named or (whole in self._named and not role.must):
            return NO_ROLE
        return role

    @cached_property
    def _open(self) -> tuple[Slot, ...]:
        """The offices that nobody is named for."""
        return tuple(slot for slot in self._plan.slots if slot not in self._plan.appointed)

    @cached_property
    def _named(self) -> frozenset[Party]:
        return frozenset(self._plan.appointed.values())

    @cached_property
    def _parties(self) -> frozenset[str]:
        return frozenset(party.delegation for party in self._named)
