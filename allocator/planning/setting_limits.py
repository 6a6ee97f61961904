"""Settings that make no sense whatever the list: numbers out of range, groups that look alike."""

import math
from collections.abc import Iterator, Sequence

from allocator.errors import UsageProblem
from allocator.findings import quoted
from allocator.folding import fold
from allocator.group_numbers import AUTO
from allocator.plan import MOST_GROUPS, MOST_SESSIONS, MOST_WORKERS
from allocator.remarks.wording import listed, parted
from allocator.settings import LONGEST_GROUP_NAME, MOST_PEOPLE, Group, Settings
from allocator.text import Text, joined, say


def require_sense(settings: Settings) -> None:
    """Refuse numbers that are out of range and groups that cannot be told apart.

    Raises:
        UsageProblem: with every such setting.
    """
    wrong = [
        *(
            text
            for number in (
                settings.groups if isinstance(settings.groups, tuple) else (settings.groups,)
            )
            for text in _out_of_range("groups", number, 1, MOST_GROUPS)
        ),
        *_out_of_range("small", settings.small, 0, MOST_PEOPLE),
        *_out_of_range("sessions", settings.sessions, 1, MOST_SESSIONS),
        *_out_of_range("seed", settings.seed, 0, None),
        *_out_of_range("workers", settings.workers, 1, MOST_WORKERS),
        *_out_of_range("max-group-size", settings.max_group_size, 1, MOST_PEOPLE),
        *_too_long(settings.group_table or ()),
        *_alike(settings.group_table or ()),
    ]
    limit = settings.time_limit
    if limit is not None and not 0 < limit < math.inf:
        wrong.append(say("time-limit is {limit}; it is a number of seconds above 0", limit=limit))
    if wrong:
        raise UsageProblem(joined("", [parted(wrong), "."]))


def _too_long(groups: Sequence[Group]) -> Iterator[Text]:
    for group in groups:
        if len(group.name) > LONGEST_GROUP_NAME:
            yield say(
                "the name of the group {name} has more than {most} characters",
                name=quoted(group.name),
                most=LONGEST_GROUP_NAME,
            )


def _alike(groups: Sequence[Group]) -> Iterator[Text]:
    """What is wrong with names of groups, of which rules overlook capitals, accents and signs."""
    alike: dict[str, list[str]] = {}
    for group in groups:
        alike.setdefault(fold(group.name), []).append(group.name)
    for those in alike.values():
        if len(those) > 1:
            names = listed([quoted(name) for name in dict.fromkeys(those)])
            yield say("two groups are called {names}", names=names)


def _out_of_range(name: str, value: object, least: int, most: int | None) -> Iterator[Text]:
    """What is wrong with a number, if anything; bounds are inclusive."""
    if not isinstance(value, int) or value < least or (most is not None and value > most):
        if value is None or value == AUTO:
            return
        wanted = say("at least {least}", least=least)
        if most is not None:
            wanted = say("from {least} to {most}", least=least, most=most)
        yield say(
            "{name} is {value}; it is a whole number {wanted}",
            name=name,
            value=str(value),
            wanted=wanted,
        )
