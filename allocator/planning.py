"""From a workshop and what the user said to a plan, every default decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from allocator.errors import UsageProblem
from allocator.language import word
from allocator.model.catalog import goals_for
from allocator.plan import MAX_GROUP_SIZE, TIME_LIMIT, Plan
from allocator.settings import Group, Seating, Settings, SmallSeating
from allocator.workshop import Workshop

#: What ``groups`` says when the program is to choose between two and three.
AUTO = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Why there are so many groups: ``largest`` people at most in a group when there are two."""

    groups: int
    largest: int
    most: int


def plan_for(workshop: Workshop, settings: Settings) -> Plan:
    """The plan of a workshop under these settings.

    Raises:
        UsageProblem: when an option names a goal or column that does not exist, or a number is out
            of range.
    """
    count = group_count(workshop, settings)
    balance = _balanced_columns(workshop, settings.balance or ())
    return Plan(
        groups=_groups(count, settings.group_table or (), settings.language or workshop.language),
        goals=_goal_order(workshop, balance, settings.priority or ()),
        small=count - 1 if settings.small is None else settings.small,
        seating=settings.seating or Seating.SPREAD,
        small_seating=settings.small_seating or SmallSeating.TOGETHER,
        balance=balance,
        seed=1 if settings.seed is None else settings.seed,
        workers=settings.workers or 1,
        time_limit=TIME_LIMIT if settings.time_limit is None else settings.time_limit,
    )


def group_count(workshop: Workshop, settings: Settings) -> int:
    """The number of groups: as said, as many as are named, or two or three by size."""
    if isinstance(settings.groups, int):
        if settings.groups < 1:
            message = f"{settings.groups} groups cannot be made. Give at least 1 with -g."
            raise UsageProblem(message)
        return settings.groups
    if settings.group_table and settings.groups != AUTO:
        return len(settings.group_table)
    return choice_of(workshop, settings).groups


def choice_of(workshop: Workshop, settings: Settings) -> Choice:
    """Two groups when each then has at most ``max_group_size`` people, else three."""
    most = settings.max_group_size or MAX_GROUP_SIZE
    largest = -(-workshop.head_count // 2)
    return Choice(groups=2 if largest <= most else 3, largest=largest, most=most)


def is_choice(settings: Settings) -> bool:
    """Whether the program is left to choose the number of groups."""
    return settings.groups == AUTO or (settings.groups is None and not settings.group_table)


def _groups(count: int, table: Sequence[Group], language: str) -> tuple[Group, ...]:
    """The first groups of the table, filled up with numbered ones."""
    numbered = [
        Group(name=word(language, "words.group", number=number + 1)) for number in range(count)
    ]
    return (*table[:count], *numbered[len(table) :])


def _balanced_columns(workshop: Workshop, wanted: Sequence[str]) -> tuple[str, ...]:
    """The list's own spelling of the columns to balance."""
    known = {column.casefold(): column for column in workshop.columns}
    missing = [column for column in wanted if column.casefold() not in known]
    if missing:
        has = ", ".join(workshop.columns) or "no further columns"
        message = f"there is no column {', '.join(missing)} to balance; the list has {has}."
        raise UsageProblem(message)
    return tuple(dict.fromkeys(known[column.casefold()] for column in wanted))


def _goal_order(
    workshop: Workshop, balance: tuple[str, ...], first: Sequence[str]
) -> tuple[str, ...]:
    """Goal names with the user's first, the others in their usual order behind."""
    usual = [goal.name for goal in goals_for(workshop, balance)]
    unknown = [name for name in first if name not in usual]
    if unknown:
        message = f"there is no goal {', '.join(unknown)}; this list has {', '.join(usual)}."
        raise UsageProblem(message)
    return tuple(dict.fromkeys([*first, *usual]))
