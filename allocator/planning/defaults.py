"""From a workshop and what the user said to a plan, every default decided."""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from allocator.encounters import MEETINGS
from allocator.errors import UsageProblem
from allocator.findings import quoted
from allocator.folding import fold
from allocator.group_numbers import by_preference, is_choice
from allocator.language import word
from allocator.model.catalog import SEATING, goals_for
from allocator.model.goals.column import DIGITS, is_count
from allocator.model.unit import Goal
from allocator.offices import sought_in
from allocator.plan import Plan
from allocator.planning.appointments import appointments_of
from allocator.planning.rulebook import rules_of
from allocator.planning.setting_limits import require_sense
from allocator.settings import Group, Settings
from allocator.text import joined, say
from allocator.vocabulary import keys_of
from allocator.workshop import Workshop

Choices = TypeVar("Choices", bound=StrEnum)


def plan_for(workshop: Workshop, settings: Settings, *, seating: bool = False) -> Plan:
    """The plan of a workshop under these settings; a re-balance has the goal ``seating`` too.

    Raises:
        UsageProblem: when an option names a goal or column that does not exist, or a number is out
            of range.
        ListRefused: E-RULE, when a rule names what is not in the list; E-OFFICE, when it is not
            clear who is to be chair or rapporteur.
    """
    require_sense(settings)
    groups = groups_of(workshop, settings)
    balance = _balanced_columns(workshop, settings.balance or ())
    _require_meetings_last(settings)
    said = {
        name: value
        for name in ("seating", "small_seating", "sessions", "seed", "workers", "time_limit")
        if (value := getattr(settings, name)) is not None
    }
    return Plan(
        groups=groups,
        goals=_goal_order(goals_for(workshop, balance, seating=seating), settings.priority or ()),
        small=len(groups) - 1 if settings.small is None else settings.small,
        balance=balance,
        rules=rules_of(settings.rules or (), workshop, groups),
        sought=sought_in(workshop.delegations),
        appointments=appointments_of(groups, workshop),
        **said,
    )


def plan_of(workshop: Workshop) -> Plan:
    """The plan that the workshop's own settings ask for.

    Raises:
        UsageProblem: when groups would be left empty, or an option names what does not exist.
        ListRefused: as ``plan_for``.
    """
    return require_people(plan_for(workshop, workshop.settings), workshop)


def require_people(plan: Plan, workshop: Workshop) -> Plan:
    """The plan, when there are people for every group.

    Raises:
        UsageProblem: when groups would be left empty.
    """
    if plan.k > workshop.head_count:
        message = say(
            "{k} groups for {people} people leave groups empty. Give at most {people} with -g.",
            k=plan.k,
            people=workshop.head_count,
        )
        raise UsageProblem(message)
    return plan


def groups_of(workshop: Workshop, settings: Settings) -> tuple[Group, ...]:
    """The groups of a workshop under these settings, those without a name numbered.

    Raises:
        UsageProblem: when more groups are named than are wanted.
    """
    count, table = group_count(workshop, settings), settings.group_table or ()
    if is_choice(settings):
        table = table[:count]
    return _groups(count, table, settings.language or workshop.language)


def one_of(choices: type[Choices], text: str | None) -> Choices | None:
    """The member of an enumeration that a text names, ``None`` for none.

    Raises:
        UsageProblem: when it names none of them.
    """
    if text is None or text in set(choices):
        return None if text is None else choices(text)
    message = say('"{text}" is not one of {choices}.', text=text, choices=", ".join(choices))
    raise UsageProblem(message)


def group_count(workshop: Workshop, settings: Settings) -> int:
    """The number of groups: as said, as many as are named, or the preferred of several."""
    if isinstance(settings.groups, int):
        return settings.groups
    if is_choice(settings):
        return by_preference(settings, workshop.head_count)[0]
    return len(settings.group_table or ())


def _groups(count: int, table: Sequence[Group], language: str) -> tuple[Group, ...]:
    """The groups of the table, filled up with numbered ones.

    Raises:
        UsageProblem: when the table names more groups than are wanted.
    """
    if len(table) > count:
        message = say(
            "{count} groups are wanted and {named} are named; {left_out} would be left out. Remove "
            "what is not used, or leave the number out.",
            count=count,
            named=len(table),
            left_out=", ".join(group.name for group in table[count:]),
        )
        raise UsageProblem(message)
    taken = {fold(group.name) for group in table}
    numbers = range(len(table) + 1, count + len(table) + 1)
    numbered = (word(language, "words.group", number=number) for number in numbers)
    free = [Group(name=name) for name in numbered if fold(name) not in taken]
    return (*table, *free[: count - len(table)])


def _balanced_columns(workshop: Workshop, wanted: Sequence[str]) -> tuple[str, ...]:
    """The list's own spelling of the columns to balance; case and accents do not matter.

    Raises:
        UsageProblem: when a column is not in the list, or holds numbers that cannot be added up.
    """
    missing = columns_missing(workshop, wanted)
    if missing:
        has = joined(", ", map(quoted, workshop.columns)) or say("no further columns")
        message = say(
            "there is no column {column} to balance; the list has {columns}.",
            column=quoted(missing[0]),
            columns=has,
        )
        raise UsageProblem(message)
    known = {fold(column): column for column in workshop.columns}
    columns = tuple(dict.fromkeys(known[_column_key(known, name)] for name in wanted))
    for column in columns:
        _require_countable(workshop, column)
    return columns


def columns_missing(workshop: Workshop, wanted: Sequence[str]) -> list[str]:
    """Those of some columns, by name or by a usual heading, that the list does not have."""
    known = {fold(column): column for column in workshop.columns}
    return [name for name in wanted if _column_key(known, name) not in known]


def _column_key(known: Mapping[str, str], name: str) -> str:
    """The folded column that a name means: one of the list, else what the heading stands for."""
    key = fold(name)
    return key if key in known else keys_of("headings").get(key, key)


def _require_countable(workshop: Workshop, column: str) -> None:
    """Numbers are balanced by their sum, which is only done for whole numbers from 0."""
    traits = [each.traits for each in workshop.delegations]
    traits += [each.traits for those in workshop.delegations for each in those.delegates]
    texts = {each.get(column, "") for each in traits} - {""}
    uncountable = sorted(text for text in texts if not is_count(text))
    if uncountable and all(_is_number(text) for text in texts):
        message = say(
            "the column {column} holds numbers such as {number}; only whole numbers from 0 to "
            "{most} can be balanced by their sum. Round them.",
            column=quoted(column),
            number=quoted(uncountable[0]),
            most=10**DIGITS - 1,
        )
        raise UsageProblem(message)


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text.replace(",", ".")))
    except ValueError:
        return False


def _require_meetings_last(settings: Settings) -> None:
    """Refuse to put the goal of several sessions before any other.

    Raises:
        UsageProblem: when the priorities name it.
    """
    if (settings.sessions or 1) > 1 and MEETINGS in map(fold, settings.priority or ()):
        message = say(
            "the goal {goal} always stands behind all others; the first session is balanced as if "
            "it were the only one. Leave it out of the priorities.",
            goal=quoted(MEETINGS),
        )
        raise UsageProblem(message)


def _goal_order(goals: Sequence[Goal], first: Sequence[str]) -> tuple[str, ...]:
    """Goal names with the user's first, the others in their usual order behind."""
    usual = [goal.name for goal in goals]
    known = {fold(name): name for name in usual}
    unknown = [name for name in first if fold(name) not in known]
    if unknown:
        wanted, has = (joined(", ", map(quoted, names)) for names in (unknown, usual))
        message = say("there is no goal {wanted}; this list has {goals}.", wanted=wanted, goals=has)
        raise UsageProblem(message)
    order = list(dict.fromkeys([*(known[fold(name)] for name in first), *usual]))
    if SEATING.name in order and SEATING.name not in map(fold, first):
        # Who says nothing about it, as every first version does, wants it in its usual place.
        order.remove(SEATING.name)
        order.insert(order.index("small") + 1, SEATING.name)
    return tuple(order)
