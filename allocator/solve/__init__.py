"""Finding the best roster and proving that it is the best."""

from collections.abc import Sequence

from allocator.allocation import Outcome
from allocator.errors import UsageProblem
from allocator.group_numbers import AUTO, is_choice, numbers_in, numbers_of
from allocator.plan import Plan
from allocator.planning.defaults import one_of, plan_for
from allocator.settings import Group, Seating, Settings, SmallSeating
from allocator.solve.best_roster import allocate_plan
from allocator.solve.next_version import BETWEEN, TOLERANCE, Choice, rebalance_plan
from allocator.solve.search import Progress, Watch
from allocator.solve.several import allocate_choice
from allocator.state_names import under
from allocator.succession.successor import next_plan, next_workshop
from allocator.text import say
from allocator.workshop import Workshop

__all__ = [
    "Choice", "Progress", "Watch", "allocate", "allocate_plan", "rebalance",
    "rebalance_plan",
]  # fmt: skip

#: A number of groups, several to choose from (``"2,3"`` or ``(2, 3)``), ``"auto"``, or the groups.
Groups = int | str | Sequence[int] | Sequence[Group] | None


def allocate(  # noqa: PLR0913 - the options of the command line, all with defaults
    workshop: Workshop,
    groups: Groups = None,
    *,
    seating: str | None = None,
    small: int | None = None,
    small_seating: str | None = None,
    balance: Sequence[str] = (),
    priority: Sequence[str] = (),
    sessions: int | None = None,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    max_group_size: int | None = None,
    watch: Watch | None = None,
) -> Outcome:
    """The best roster of a workshop, proven and checked.

    Args:
        workshop: the delegations; what its own settings say holds where an argument is silent.
        groups: how many, or several numbers such as ``"2,3"`` or ``(2, 3)``, or ``"auto"`` (which
            is ``"2,3"``), or the groups themselves with names, rooms and capacities. Of several
            numbers the smallest is taken with which no group has more than ``max_group_size``
            people, else the largest; never one with which the rules cannot hold, unless all are so.
        seating: ``"spread"`` (default) or ``"whole"``.
        small: the largest head-count (people) of a small delegation; by default one less than
            there are groups.
        small_seating: ``"together"`` (default) or ``"apart"``.
        balance: columns to balance beside region and category, the most important first.
        priority: goal names to serve before the others, the most important first.
        sessions: how many times the delegations sit in groups; 1 by default. Each session is
            balanced as one is, and as few pairs as can be found never share a group in any.
        seed: which of the equally good rosters is drawn; 1 by default.
        time_limit: seconds after which the best roster so far is kept; 60 by default.
        workers: threads of the solver; only 1 (the default) repeats itself.
        max_group_size: people per group up to which fewer groups are taken where ``groups`` leaves
            a choice; 40 by default.
        watch: told some twenty times a second how far the search is.

    Raises:
        UsageProblem: when an argument names what does not exist.
        NoAllocation: when the rules cannot hold together, with the reason.
        TimeIsUp: when no roster was found in time.
    """
    said = _said(
        groups,
        seating=seating,
        small=small,
        small_seating=small_seating,
        balance=balance,
        priority=priority,
        sessions=sessions,
        seed=seed,
        time_limit=time_limit,
        workers=workers,
        max_group_size=max_group_size,
    )
    decided = under(workshop, said)
    if is_choice(decided.settings):
        return allocate_choice(decided, _planned, watch)
    return allocate_plan(decided, _planned(decided), watch)


def rebalance(  # noqa: PLR0913 - the options of the command line, all with defaults
    rosters: Outcome,
    workshop: Workshop,
    *,
    late: bool = False,
    max_moves: int | None = None,
    tolerance: int = TOLERANCE,
    frontier: int = BETWEEN,
    groups: Groups = None,
    small: int | None = None,
    small_seating: str | None = None,
    time_limit: float | None = None,
    max_group_size: int | None = None,
    watch: Watch | None = None,
) -> Outcome:
    """The next version of some rosters, proven to move the fewest people, and checked.

    Args:
        rosters: what ``read_rosters`` or ``allocate`` gave; its settings hold where an argument is
            silent.
        workshop: the whole new list; with ``late``, only what is to be added.
        late: whether ``workshop`` holds late registrations only.
        max_moves: take the best roster with at most so many people moved (0 = nobody moves),
            instead of the fewest moves within the tolerance.
        tolerance: people, and delegations, by which ``size`` and ``small`` may differ before
            somebody is moved for them; what cannot be had is not asked for.
        frontier: how many numbers of moves, between the fewest and those of the best roster, are
            looked at.
        groups: as in ``allocate``, but of several numbers one is taken by size alone; a group is
            known again by its name.
        small: as in ``allocate``.
        small_seating: as in ``allocate``.
        time_limit: seconds after which the best roster so far is kept.
        max_group_size: as in ``allocate``.
        watch: told some twenty times a second how far the search is.

    Raises:
        UsageProblem: when an argument names what does not exist.
        ListRefused: when the list does not go with the rosters.
        NoAllocation: when the rules cannot hold together, or not with so few moves.
        TimeIsUp: when no roster was found in time.
    """
    said = _said(
        groups,
        small=small,
        small_seating=small_seating,
        time_limit=time_limit,
        max_group_size=max_group_size,
    )
    choice = Choice(max_moves=max_moves, tolerance=tolerance, between=frontier)
    following = next_workshop(rosters, workshop, said, late=late)
    return rebalance_plan(rosters, following, next_plan(following), choice, watch)


def _said(  # noqa: PLR0913 - what both calls may say
    groups: Groups,
    *,
    seating: str | None = None,
    small: int | None = None,
    small_seating: str | None = None,
    balance: Sequence[str] = (),
    priority: Sequence[str] = (),
    sessions: int | None = None,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    max_group_size: int | None = None,
) -> Settings:
    """The arguments as settings; what was not given says nothing."""
    numbers, table = _numbers_and_table(groups)
    return Settings(
        groups=numbers,
        group_table=table,
        seating=one_of(Seating, seating),
        small=small,
        small_seating=one_of(SmallSeating, small_seating),
        balance=tuple(balance) or None,
        priority=tuple(priority) or None,
        max_group_size=max_group_size,
        sessions=sessions,
        seed=seed,
        time_limit=time_limit,
        workers=workers,
    )


def _numbers_and_table(
    groups: Groups,
) -> tuple[int | str | tuple[int, ...] | None, tuple[Group, ...] | None]:
    """How many groups, and the groups themselves; each ``None`` where the other is given."""
    if groups is None or isinstance(groups, int) or groups == AUTO:
        return groups, None
    try:
        if isinstance(groups, str):
            return numbers_in(groups), None
        numbers = [each for each in groups if isinstance(each, int)]
        table = tuple(each for each in groups if isinstance(each, Group))
        return (numbers_of(numbers), None) if numbers else (None, table)
    except ValueError:
        message = say(
            'groups is "{groups}"; it is a whole number, different ones such as "2,3", "auto", or '
            "the groups themselves.",
            groups=groups,
        )
        raise UsageProblem(message) from None


def _planned(workshop: Workshop) -> Plan:
    return plan_for(workshop, workshop.settings)
