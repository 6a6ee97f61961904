"""Which number of groups is taken where several are asked for: arithmetic, before any search."""

import re
from collections.abc import Iterable
from dataclasses import replace

from allocator.plan import MAX_GROUP_SIZE
from allocator.settings import Settings
from allocator.text import say

#: What ``groups`` says when the program is to choose.
AUTO = "auto"
#: The numbers among which it then chooses.
AUTO_NUMBERS = (2, 3)
#: A choice has at least so many numbers.
FEWEST_NUMBERS = 2
#: So many numbers can be read side by side on a terminal of 80 characters.
MOST_NUMBERS = 5

_SEPARATOR = re.compile(r"[,;\n]")


def is_choice(settings: Settings) -> bool:
    """Whether the program is left to choose the number of groups."""
    return bool(numbers_asked(settings))


def numbers_asked(settings: Settings) -> tuple[int, ...]:
    """The numbers of groups to choose from, ascending; none where one number is certain."""
    if isinstance(settings.groups, tuple):
        return settings.groups
    if settings.groups == AUTO or (settings.groups is None and not settings.group_table):
        return AUTO_NUMBERS
    return ()


def by_preference(settings: Settings, people: int) -> tuple[int, ...]:
    """The numbers asked for, the best first.

    The smallest with which no group has more than ``max_group_size`` people comes first, then the
    larger ones; behind them those with larger groups, the largest number first.
    """
    numbers, most = numbers_asked(settings), most_wanted(settings)
    fitting = [number for number in numbers if largest_group(people, number) <= most]
    return (*fitting, *(number for number in reversed(numbers) if number not in fitting))


def largest_group(people: int, number: int) -> int:
    """People in the largest of so many equal groups: ceil(people / number)."""
    return -(-people // number)


def most_wanted(settings: Settings) -> int:
    """People in a group up to which fewer groups are preferred."""
    return MAX_GROUP_SIZE if settings.max_group_size is None else settings.max_group_size


def with_number(settings: Settings, number: int) -> Settings:
    """These settings with one of the numbers; of the groups that are named, the first stay."""
    return replace(settings, groups=number, group_table=(settings.group_table or ())[:number])


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of a text such as ``2,3``, ascending.

    Raises:
        ValueError: when it is none of 2 to 5 different whole numbers, at least 1, parted by commas
            or semicolons.
    """
    parts = [part.strip() for part in _SEPARATOR.split(text)]
    if not all(part.isascii() and part.isdigit() for part in parts):
        message = say('"{text}" is no list of whole numbers', text=text)
        raise ValueError(message)
    return numbers_of(map(int, parts))


def numbers_of(numbers: Iterable[int]) -> tuple[int, ...]:
    """The numbers, ascending.

    Raises:
        ValueError: as ``numbers_in``.
    """
    ordered = tuple(sorted(numbers))
    wanted = FEWEST_NUMBERS <= len(ordered) <= MOST_NUMBERS
    if not wanted or len(set(ordered)) < len(ordered) or ordered[0] < 1:
        message = say(
            "{numbers} are not {fewest} to {most} different numbers from 1",
            numbers=ordered,
            fewest=FEWEST_NUMBERS,
            most=MOST_NUMBERS,
        )
        raise ValueError(message)
    return ordered
