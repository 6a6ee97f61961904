"""The plan: what will be done with a workshop, every default decided."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from allocator.delegation import Delegate, Delegation, DelegationId
from allocator.event_rules import Appointment, EventRule, Party, Selection
from allocator.interpretation import languages_in
from allocator.offices import OFFICES, ROLE, Office
from allocator.settings import Group, Seating, SmallSeating
from allocator.text import say

#: People per group up to which two groups are preferred to three (design, section 7).
MAX_GROUP_SIZE = 40
#: Seconds a search may take before the best roster found so far is kept.
TIME_LIMIT = 60.0
#: Each group is a sheet of the workbook and a room of the meeting.
MOST_GROUPS = 200
#: Sessions of one event; with three groups, after four of them everybody can have met everybody.
MOST_SESSIONS = 6
#: The trait that says which languages somebody follows.
LANGUAGE = "language"
#: Threads of the solver.
MOST_WORKERS = 64


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Groups, seating, rules and goals of one allocation.

    ``small`` is the largest head-count (people) that still counts as a small delegation. ``goals``
    are goal names, the most important first. ``balance`` are the columns balanced beside region
    and category. ``sessions`` is how many times the delegations sit in groups.
    ``sought`` are the offices for which the list has candidates, and
    ``appointments`` those that the sheet Groups fills. ``free`` are delegations that may sit
    anyhow; only what finds out why rules cannot hold together asks for it. ``time_limit`` is in
    seconds.
    """

    groups: tuple[Group, ...]
    goals: tuple[str, ...]
    small: int
    seating: Seating = Seating.SPREAD
    small_seating: SmallSeating = SmallSeating.TOGETHER
    balance: tuple[str, ...] = ()
    rules: tuple[EventRule, ...] = ()
    sought: tuple[Office, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    free: frozenset[DelegationId] = frozenset()
    sessions: int = 1
    seed: int = 1
    workers: int = 1
    time_limit: float = TIME_LIMIT

    def __post_init__(self) -> None:
        """Group names are unique, and there is at least one group."""
        names = [group.name for group in self.groups]
        if not names or len(set(names)) < len(names):
            message = say("groups need different names, not none")
            if names:
                message = say("groups need different names, not {names}", names=", ".join(names))
            raise ValueError(message)

    @property
    def k(self) -> int:
        """The number of groups."""
        return len(self.groups)

    @cached_property
    def interprets(self) -> bool:
        """Whether any group has interpretation in some languages only."""
        return any(group.languages for group in self.groups)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of traits that goals and rules look at, the balanced ones first."""
        looked_at = [each.column for rule in self.rules for each in rule.selections]
        if self.interprets:
            looked_at.append(LANGUAGE)
        if self.sought:
            looked_at.append(ROLE)
        own = (column for column in looked_at if column not in Selection.LABELS)
        return tuple(dict.fromkeys((*self.balance, *own)))

    def with_rules(self, rules: tuple[EventRule, ...]) -> "Plan":
        """The plan with other rules of the event."""
        return replace(self, rules=rules)

    @cached_property
    def slots(self) -> tuple[tuple[Office, int], ...]:
        """The offices, each with the index of its group, that somebody of the list may hold.

        Those that the list has candidates for or the sheet Groups gives to somebody on it, but for
        those held by somebody from outside.
        """
        named = {(each.office, each.group): each.party for each in self.appointments}
        return tuple(
            (office, group)
            for office in OFFICES
            for group in range(self.k)
            if named.get((office, group), office in self.sought)
        )

    @cached_property
    def appointed(self) -> dict[tuple[Office, int], Party]:
        """Office and index of the group -> who of the list holds it by the sheet Groups."""
        return {(each.office, each.group): each.party for each in self.appointments if each.party}

    def rules_of(self, kind: str) -> Iterator[EventRule]:
        """The rules of a kind, in the order in which they were written."""
        return (rule for rule in self.rules if rule.kind == kind)

    def is_small(self, delegation: Delegation) -> bool:
        """Whether the delegation counts as small."""
        return delegation.head_count <= self.small

    def heard_everywhere(self, delegation: Delegation) -> bool:
        """Whether the delegation has somebody in every group."""
        return delegation.head_count >= self.k and not self.sits_whole(delegation)

    def not_followed(self, delegation: Delegation, delegate: Delegate | None) -> set[int]:
        """The groups that offer none of the languages of a delegate, or of a head-count's people.

        Who has several languages follows any of them, who has none follows all.
        """
        if not self.interprets:
            return set()
        own = delegate.traits.get(LANGUAGE) if delegate else ""
        follows = languages_in(own or delegation.traits.get(LANGUAGE, ""))
        return {
            index
            for index, group in enumerate(self.groups)
            if follows and group.languages and follows.isdisjoint(group.languages)
        }

    def sits_whole(self, delegation: Delegation) -> bool:
        """Whether the delegation sits in one group: its own word, then its size, then the plan."""
        if delegation.seating is not None:
            return delegation.seating is Seating.WHOLE
        if self.seating is Seating.WHOLE:
            return True
        return self.is_small(delegation) and self.small_seating is SmallSeating.TOGETHER

    def is_in_one_group(self, delegation: Delegation) -> bool:
        """Whether it can be in no more than one group: it sits whole, or is one person."""
        return delegation.head_count == 1 or self.sits_whole(delegation)
