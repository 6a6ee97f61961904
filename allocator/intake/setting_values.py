"""What each setting may be: one reader per key, for sheets and for TOML files alike."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from math import inf

from allocator.folding import fold
from allocator.group_numbers import AUTO, MOST_NUMBERS, numbers_in, numbers_of
from allocator.language import LANGUAGES
from allocator.settings import LONGEST_GROUP_NAME, MOST_PEOPLE, Seating, SmallSeating
from allocator.text import say
from allocator.vocabulary import keys_of

#: The longest text at the head of a roster, in characters.
LONGEST_TEXT = 300
#: The largest seed; more digits would not all be kept.
MOST_SEED = 2**53 - 1
_LIST = re.compile(r"[;,\u060c\u061b\n]")
#: What reads the value of each key, or raises ``WrongValueError``.
Readers = Mapping[str, Callable[[object], object]]


class WrongValueError(Exception):
    """A setting cannot have this value; ``wanted`` completes "Write ..."."""

    def __init__(self, *, wanted: str) -> None:
        """Keep what the setting may be."""
        super().__init__(wanted)
        self.wanted = wanted


def text(value: object) -> str:
    """The text of a cell; a date without a time is written as such, whole numbers as whole."""
    if isinstance(value, bool):
        raise WrongValueError(wanted=say("a text"))
    if isinstance(value, list | dict):
        raise WrongValueError(wanted=say("one text"))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def printed(value: object) -> str:
    """A text that is printed at the head of every roster, and so cannot be long."""
    shown = text(value)
    if len(shown) > LONGEST_TEXT:
        raise WrongValueError(wanted=say("a text of at most {most} characters", most=LONGEST_TEXT))
    return shown


def whole_number(least: int, most: int = MOST_PEOPLE) -> Callable[[object], int]:
    """What reads a whole number between two, inclusive."""

    def whole(value: object) -> int:
        number = _number(value)
        if number is not None and number > most:
            raise WrongValueError(wanted=say("a whole number, at most {most}", most=most))
        if number is None or not number.is_integer() or number < least:
            raise WrongValueError(wanted=say("a whole number, at least {least}", least=least))
        return int(number)

    return whole


def _seconds(value: object) -> float:
    number = _number(value)
    if number is None or not 0 < number < float("inf"):
        raise WrongValueError(wanted=say("a number of seconds above 0"))
    return number


def _groups(value: object) -> int | str | tuple[int, ...]:
    if isinstance(value, str) and keys_of("settings_values").get(fold(value)) == AUTO:
        return AUTO
    try:
        return _several(value) or whole_number(1)(value)
    except (WrongValueError, ValueError):
        wanted = say(
            'a whole number, at least 1, or up to {most} different ones such as "2; 3", or "auto"',
            most=MOST_NUMBERS,
        )
        raise WrongValueError(wanted=wanted) from None


def _several(value: object) -> tuple[int, ...]:
    """Several numbers in a text or a TOML array; none where the value is something else.

    Raises:
        ValueError: when there are several of which one is not possible.
    """
    if isinstance(value, list):
        return numbers_of(number for item in value for number in [whole_number(1)(item)])
    return numbers_in(value) if isinstance(value, str) and _LIST.search(value) else ()


def _one_of(*keys: str) -> Callable[[object], str]:
    def choice(value: object) -> str:
        key = keys_of("settings_values").get(fold(str(value)), "")
        if key not in keys:
            raise WrongValueError(wanted=_either(*keys))
        return key

    return choice


def _either(*keys: str) -> str:
    """Keys of which one is wanted, in words where they are words and no codes."""
    told = {
        "spread": say("spread"),
        "whole": say("whole"),
        "together": say("together"),
        "apart": say("apart"),
    }
    wanted, *others = (told.get(key, key) for key in keys)
    for other in others:
        wanted = say("{one} or {other}", one=wanted, other=other)
    return wanted


def names(value: object) -> tuple[str, ...]:
    """The items of a TOML array, or of a text that parts them by commas, semicolons or lines."""
    items = value if isinstance(value, list) else _LIST.split(text(value))
    if not all(isinstance(item, str) for item in items):
        raise WrongValueError(wanted=say("a list of texts"))
    return tuple(item.strip() for item in items if item.strip())


def _name(value: object) -> str:
    """The name of a group."""
    name = text(value)
    if len(name) > LONGEST_GROUP_NAME:
        raise WrongValueError(
            wanted=say("a name of at most {most} characters", most=LONGEST_GROUP_NAME)
        )
    return name


#: What stands between languages: blanks, strokes, and the word *and* or *or*.
_BETWEEN = re.compile(r"\s+(?:and|or|et|ou|y|e|o|u|و)\s+|[\s/]+")


def languages(value: object) -> tuple[str, ...]:
    """Language codes; the names of the languages of the United Nations count as codes."""
    known = keys_of("settings_values")
    parts = [
        part
        for name in names(value)
        for part in ([name] if fold(name) in known else _BETWEEN.split(name))
    ]
    codes = tuple(known.get(fold(part), part.lower()) for part in parts)
    if not all(re.fullmatch(r"[a-z]{2,3}", code) for code in codes):
        raise WrongValueError(wanted=say("language codes, for example en, fr"))
    return codes


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None
    except OverflowError:
        # A whole number of more than 308 digits, as only a TOML file can have it.
        return inf


#: Setting -> what reads its value, or raises ``WrongValueError``.
READERS: Readers = {
    "meeting": printed,
    "theme": printed,
    "date": printed,
    "time": printed,
    "venue": printed,
    "language": _one_of(*LANGUAGES),
    "groups": _groups,
    "seating": lambda value: Seating(_one_of("spread", "whole")(value)),
    "small": whole_number(0),
    "small_seating": lambda value: SmallSeating(_one_of("together", "apart")(value)),
    "balance": names,
    "priority": names,
    "max_group_size": whole_number(1),
    "sessions": whole_number(1),
    "seed": whole_number(0, MOST_SEED),
    "workers": whole_number(1),
    "time_limit": _seconds,
}

#: Property of a group -> what reads it.
GROUP_READERS: Readers = {
    "name": _name,
    "room": printed,
    "capacity": whole_number(1),
    "languages": languages,
    "chair": printed,
    "rapporteur": printed,
}
