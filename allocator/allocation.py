"""An allocation, its scores, and the outcome that the program hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from allocator.changes import Changes, Move, Point
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.findings import Finding
from allocator.plan import Plan
from allocator.text import say
from allocator.workshop import Source, Workshop

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Who sits where.

    ``seats``: delegation id -> people per group, in the order of the plan's groups; total over the
    workshop. ``places``: delegate id -> index of the group; total over the delegates of a named
    list, empty for head-counts. ``officers``: office -> who holds it in each group: the id of a
    delegate, or of a delegation of which somebody does, empty for nobody; without any office of the
    list there is no entry.
    """

    seats: Mapping[DelegationId, tuple[int, ...]]
    places: Mapping[DelegateId, int] = field(default_factory=dict)
    officers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one goal reached: ``value`` as counted, ``bound`` proven (both in ``unit``).

    No roster that keeps the rules and serves the earlier goals as well has a value below ``bound``.
    ``limit`` is the arithmetic limit, which no roster can pass whatever the rules.
    """

    name: str
    value: int
    bound: int
    limit: int
    unit: str

    @property
    def proven(self) -> bool:
        """Whether no better value exists."""
        return self.value <= self.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """How many sit in one group."""

    name: str
    delegates: int
    delegations: int
    small_delegations: int


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An audited allocation with the proof of its quality.

    ``goals`` are in priority order. ``allocation`` is that of the first session, ``sessions`` are
    those of the following ones; each of them keeps every goal at the value given, or better.
    ``meetings`` is how many pairs of delegations never share a group in any of several sessions.
    ``stopped`` says that a user or the clock ended the search
    before everything was proven. ``changes`` is what a re-balance changed, ``None`` for a first
    version; its goals are the best that so many moves allow.
    ``solver`` is the version of OR-tools that found it. ``source`` is the workbook that it was read
    from, ``written`` when that was written (ISO 8601, UTC), and ``edits`` what somebody changed in
    it since; all are empty for a fresh outcome.
    ``seconds``: "read", "solve", "write" -> seconds; solve is the time spent in CP-SAT.
    """

    workshop: Workshop
    plan: Plan
    allocation: Allocation
    goals: tuple[Score, ...]
    sessions: tuple[Allocation, ...] = ()
    meetings: Score | None = None
    stopped: bool = False
    version: int = 1
    changes: Changes | None = None
    solver: str = ""
    source: Source = field(default=Source(), compare=False)
    written: str = field(default="", compare=False)
    edits: tuple[Finding, ...] = field(default=(), compare=False)
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def status(self) -> str:
        """``optimal`` when every goal, and the number of moves, is proven, else ``feasible``."""
        proven = all(score.proven for score in self.scores)
        fewest = self.changes is None or self.changes.fewest
        return "optimal" if proven and fewest else "feasible"

    @property
    def scores(self) -> tuple[Score, ...]:
        """The goals of balance, and behind them that of the meetings where there are sessions."""
        return (*self.goals, *((self.meetings,) if self.meetings else ()))

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """The seats of every session, the first one first."""
        return (self.allocation, *self.sessions)

    def session(self, number: int) -> "Outcome":
        """One of the sessions, counted from 1, as an outcome of its own; goals as for all.

        Raises:
            IndexError: when there is no such session.
        """
        if not 1 <= number <= len(self.allocations):
            message = say(
                "there are {sessions} sessions, and no session {number}",
                sessions=len(self.allocations),
                number=number,
            )
            raise IndexError(message)
        one = self.allocations[number - 1]
        return replace(self, allocation=one, sessions=(), meetings=None)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The people who had a seat and get one in another group; none in a first version."""
        return self.changes.moved if self.changes else ()

    @property
    def frontier(self) -> tuple[Point, ...]:
        """What each number of moves allows, from the fewest to the best roster; proven."""
        return self.changes.frontier if self.changes else ()

    def seats_of(self, delegation: Delegation) -> tuple[int, ...]:
        """The delegation's people per group."""
        return self.allocation.seats[delegation.id]

    def counts(self) -> tuple[GroupCount, ...]:
        """How many people, delegations and small delegations each group has, in plan order."""
        people, present, small = ([0] * self.plan.k for _ in range(3))
        for delegation in self.workshop.delegations:
            is_small = self.plan.is_small(delegation)
            for index, seats in enumerate(self.seats_of(delegation)):
                people[index] += seats
                present[index] += seats > 0
                small[index] += is_small and seats > 0
        return tuple(
            GroupCount(name=group.name, delegates=p, delegations=d, small_delegations=s)
            for group, p, d, s in zip(self.plan.groups, people, present, small, strict=True)
        )

    def frame(self) -> "pd.DataFrame":
        """One row per delegation and group it sits in, in list order.

        Columns: delegation, iso3, region, category, group, delegates (people, at least 1); and
        ``session``, counted from 1, where there are several, which follow one another.
        """
        import pandas as pd  # noqa: PLC0415 - heavy, and only data scientists want it

        rows = [
            (each.name, each.iso3, each.region, each.category, group.name, seats, number)
            for number, allocation in enumerate(self.allocations, start=1)
            for each in self.workshop.delegations
            for group, seats in zip(self.plan.groups, allocation.seats[each.id], strict=True)
            if seats
        ]
        columns = ["delegation", "iso3", "region", "category", "group", "delegates", "session"]
        frame = pd.DataFrame(rows, columns=columns)
        return frame if self.sessions else frame.drop(columns="session")
