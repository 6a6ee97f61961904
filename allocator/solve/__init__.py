"""Finding the best roster and proving that it is the best."""

from collections.abc import Sequence
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.errors import UsageProblem
from allocator.planning import AUTO, one_of, plan_for
from allocator.settings import Group, Seating, Settings, SmallSeating
from allocator.solve.best_roster import allocate_plan
from allocator.solve.search import Progress, Watch
from allocator.workshop import Workshop

__all__ = ["Progress", "Watch", "allocate", "allocate_plan"]


def allocate(  # noqa: PLR0913 - the options of the command line, all with defaults
    workshop: Workshop,
    groups: int | str | Sequence[Group] | None = None,
    *,
    seating: str | None = None,
    small: int | None = None,
    small_seating: str | None = None,
    balance: Sequence[str] = (),
    priority: Sequence[str] = (),
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    max_group_size: int | None = None,
    watch: Watch | None = None,
) -> Outcome:
    """The best roster of a workshop, proven and checked.

    Args:
        workshop: the delegations; what its own settings say holds where an argument is silent.
        groups: how many, or ``"auto"`` (two groups when each then has at most ``max_group_size``
            people, else three), or the groups themselves with names, rooms and capacities.
        seating: ``"spread"`` (default) or ``"whole"``.
        small: the largest head-count (people) of a small delegation; by default one less than
            there are groups.
        small_seating: ``"together"`` (default) or ``"apart"``.
        balance: columns to balance beside region and category, the most important first.
        priority: goal names to serve before the others, the most important first.
        seed: which of the equally good rosters is drawn; 1 by default.
        time_limit: seconds after which the best roster so far is kept; 60 by default.
        workers: threads of the solver; only 1 (the default) repeats itself.
        max_group_size: people per group up to which ``"auto"`` takes two groups; 40 by default.
        watch: told some twenty times a second how far the search is.

    Raises:
        UsageProblem: when an argument names what does not exist.
        NoAllocation: when the rules cannot hold together, with the reason.
        TimeIsUp: when no roster was found in time.
    """
    table = None if groups is None or isinstance(groups, int | str) else tuple(groups)
    if isinstance(groups, str) and groups != AUTO:
        message = f'groups is "{groups}"; it is a whole number, "auto", or the groups themselves.'
        raise UsageProblem(message)
    said = Settings(
        groups=groups if isinstance(groups, int | str) else None,
        group_table=table,
        seating=one_of(Seating, seating),
        small=small,
        small_seating=one_of(SmallSeating, small_seating),
        balance=tuple(balance) or None,
        priority=tuple(priority) or None,
        max_group_size=max_group_size,
        seed=seed,
        time_limit=time_limit,
        workers=workers,
    ).over(workshop.settings)
    decided = replace(workshop, settings=said)
    return allocate_plan(decided, plan_for(decided, said), watch)
