"""Profiles: what tells one delegate from another, as far as any goal or rule can tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from allocator.delegation import Delegate, DelegateId, Delegation
from allocator.event_rules import EventRule
from allocator.model.candidates import Candidates
from allocator.model.history import NO_HISTORY, Histories
from allocator.model.unit import Closing
from allocator.plan import LANGUAGE, Plan
from allocator.published.seats import NOBODY, Published


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Profile:
    """What goals and rules can tell of a delegate, or of the people of a head-count delegation.

    ``texts`` are those of the balanced columns, in the order of ``Plan.balance``. ``closed`` are
    the groups, by index, that rules close to them. ``counted`` are the numbers of the plan's rules
    that count them. ``offices`` are those for which a delegate is counted as a candidate. ``mark``
    is the identity of a delegate whom a rule names beside others or who is followed as an officer,
    and ``bench`` the number of the bench where somebody of it has withdrawn.
    """

    texts: tuple[str, ...] = ()
    closed: tuple[int, ...] = ()
    counted: tuple[int, ...] = ()
    offices: tuple[str, ...] = ()
    mark: str = ""
    bench: str = ""


#: Somebody of whom neither a goal nor a rule asks anything.
ANYBODY = Profile()
#: How many delegates of each profile a delegation has, sorted by profile.
Composition = tuple[tuple[Profile, int], ...]


class Profiles:
    """The profiles of one plan, with the seats that people had before."""

    def __init__(
        self,
        plan: Plan,
        published: Published = NOBODY,
        closing: Sequence[Closing] = (),
        histories: Histories = NO_HISTORY,
    ) -> None:
        """``closing`` are the rules that close groups to somebody."""
        self.plan = plan
        self.published = published
        self.histories = histories
        self._closing = closing
        self._candidates = Candidates(plan)

    def of(self, delegation: Delegation, delegate: Delegate | None) -> Profile:
        """The profile of a delegate, or of the people of a head-count delegation."""
        traits: Mapping[str, str] = delegate.traits if delegate else delegation.traits
        texts = tuple(
            traits.get(column) or delegation.traits.get(column, "") for column in self.plan.balance
        )
        (bench,) = self.published.mark(delegation, delegate) or ("",)
        if not self.are_bound(delegation):
            return Profile(texts=texts, bench=bench)
        closed = (each.closed(self.plan, delegation, delegate) for each in self._closing)
        return Profile(
            texts=texts,
            closed=tuple(sorted(set().union(*closed))),
            counted=tuple(n for n, each in self._counting if each.binds(delegation, delegate)),
            offices=self._offices(delegation, delegate),
            mark=delegate.id if delegate and self._is_marked(delegation, delegate) else "",
            bench=bench,
        )

    def composition(self, delegation: Delegation) -> Composition:
        """How many delegates of each profile a delegation has, sorted by profile."""
        members = self.members(delegation)
        if not members:
            return ((self.of(delegation, None), delegation.head_count),)
        return tuple((profile, len(these)) for profile, these in members.items())

    def members(self, delegation: Delegation) -> dict[Profile, list[DelegateId]]:
        """Profile -> the delegates who have it, sorted; empty for head-counts."""
        members: dict[Profile, list[DelegateId]] = {}
        for delegate in sorted(delegation.delegates, key=_delegate_id):
            members.setdefault(self.of(delegation, delegate), []).append(delegate.id)
        return dict(sorted(members.items()))

    def are_bound(self, delegation: Delegation) -> bool:
        """Whether any rule could tell the people of a delegation from others."""
        return (
            self._selective
            or delegation.id in self._named
            or self._candidates.exist(delegation)
            or (self.plan.interprets and self._says_language(delegation))
        )

    def is_named(self, delegation: Delegation) -> bool:
        """Whether a rule speaks of the delegation as a whole beside others, or it is an officer."""
        return delegation.id in self._beside or (
            self._candidates.exist(delegation) and self._candidates.is_named(delegation)
        )

    def _offices(self, delegation: Delegation, delegate: Delegate | None) -> tuple[str, ...]:
        if not self._candidates.exist(delegation):
            return ()
        return self._candidates.offices(delegation, delegate)

    def _is_marked(self, delegation: Delegation, delegate: Delegate) -> bool:
        return delegate.id in self._marked or (
            self._candidates.exist(delegation) and self._candidates.is_marked(delegation, delegate)
        )

    def leeway(self, delegation: Delegation) -> int:
        """How many people of a delegation may sit against its seating rule."""
        if delegation.id in self.plan.free:
            return delegation.head_count
        return self.published.leeway(delegation, self.plan)

    def _says_language(self, delegation: Delegation) -> bool:
        traits = [delegation.traits, *(each.traits for each in delegation.delegates)]
        return any(LANGUAGE in each for each in traits)

    @cached_property
    def _selective(self) -> bool:
        return any(rule.selections for rule in self.plan.rules)

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(party.delegation for rule in self.plan.rules for party in rule.parties)

    @cached_property
    def _counting(self) -> tuple[tuple[int, EventRule], ...]:
        return tuple((n, rule) for n, rule in enumerate(self.plan.rules) if rule.counts)

    @cached_property
    def _beside(self) -> frozenset[str]:
        """The delegations that rules name as a whole beside others."""
        return frozenset(
            party.delegation
            for rule in self.plan.rules
            for party in rule.parties
            if rule.pairs and not party.delegate
        )

    @cached_property
    def _marked(self) -> frozenset[str]:
        return frozenset(
            party.delegate for rule in self.plan.rules for party in rule.parties if rule.pairs
        )


def _delegate_id(delegate: Delegate) -> str:
    return delegate.id
