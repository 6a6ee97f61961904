"""Days and hours as people write them; what could mean two days means none."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, time

from allocator.folding import plain

#: Months by their names in the languages of the catalogues, folded, January first.
_MONTHS = (
    ("january jan janvier enero يناير", 1),
    ("february feb fevrier febrero فبراير شباط", 2),
    ("march mar mars marzo مارس اذار", 3),
    ("april apr avril abril أبريل ابريل نيسان", 4),
    ("may mai mayo مايو ايار", 5),
    ("june jun juin junio يونيو حزيران", 6),
    ("july jul juillet julio يوليو تموز", 7),
    ("august aug aout agosto أغسطس اغسطس اب", 8),
    ("september sept sep septembre septiembre setiembre سبتمبر ايلول", 9),
    ("october oct octobre octubre أكتوبر اكتوبر", 10),
    ("november nov novembre noviembre نوفمبر", 11),
    ("december dec decembre diciembre ديسمبر", 12),
)
_MONTH_OF: Mapping[str, int] = {name: number for names, number in _MONTHS for name in names.split()}
#: Words that may stand in a date and do not matter: weekdays and articles.
_IDLE_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun of the "
    "lundi mardi mercredi jeudi vendredi samedi dimanche le du de del el "
    "lunes martes miercoles jueves viernes sabado domingo "
    "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد"
)
_IDLE = frozenset(_IDLE_WORDS.split())
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ORDINAL = frozenset({"st", "nd", "rd", "th", "er"})
#: Months whose Arabic names are two words, and their other names.
_IN_TWO_WORDS = {
    "كانون الثاني": "يناير",
    "تشرين الاول": "اكتوبر",
    "تشرين الثاني": "نوفمبر",
    "كانون الاول": "ديسمبر",
}
_TWELVE = 12

_HALF = r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::00)?|\s*(h))?\s*([ap]\.?\s?m\.?)?"
_TO = r"\s*(?:-|–|—|to|until|till|a|au|hasta|bis|/)\s*"
_HOURS = re.compile(rf"(?:(?:from|de|desde)\s)?{_HALF}(?:{_TO}{_HALF})?")


def day_of(text: str) -> date | None:
    """The one day that a text such as ``Monday, 23 November 2026`` means; ``None`` for none.

    ``04/11/2026`` is none: it is another day in another country.
    """
    found = {each for each in _days(plain(text).strip()) if each}
    return found.pop() if len(found) == 1 else None


def hours_of(text: str) -> tuple[time, time | None] | None:
    """Beginning and end of ``10:00-13:00`` or ``3 to 6 p.m.``; ``None`` where it is no hour."""
    match = _HOURS.fullmatch(plain(text).strip())
    if match is None:
        return None
    first, second = match.groups()[:4], match.groups()[4:]
    if not any(first[1:]) and not any(second[1:]):
        return None
    half = first[3] or (second[3] if second[0] else None)
    begins = _hour(first[0], first[1], half)
    if second[0] is None:
        return (begins, None) if begins else None
    ends = _hour(second[0], second[1], second[3])
    if begins and ends and begins >= ends and not first[3] and second[3]:
        # 10 to 1 p.m. begins in the morning.
        begins = _hour(first[0], first[1], None)
    return (begins, ends) if begins and ends and begins < ends else None


def _days(text: str) -> Iterator[date | None]:
    """Every reading of a date."""
    iso, numbers = _ISO.fullmatch(text), _NUMBERS.fullmatch(text)
    if iso:
        yield _day(int(iso[1]), int(iso[2]), int(iso[3]))
    elif numbers:
        first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        yield _day(year, second, first)
        if numbers[2] == "/":
            yield _day(year, first, second)
    else:
        yield _in_words(text)


def _in_words(text: str) -> date | None:
    """A date with the name of its month: exactly one day, one month and one year.

    The month may have both its Arabic names, as in documents of the United Nations.
    """
    for name, other in _IN_TWO_WORDS.items():
        text = text.replace(name, other)
    words = [word for word in _WORD.findall(text) if word not in _IDLE | _ORDINAL]
    months = {_MONTH_OF[word] for word in words if word in _MONTH_OF}
    numbers = [int(word) for word in words if word.isdecimal()]
    years = [number for number in numbers if number > 999]  # noqa: PLR2004 - four digits
    days = [number for number in numbers if number <= 31]  # noqa: PLR2004 - the longest month
    known = [word for word in words if word in _MONTH_OF or word.isdecimal()]
    if known != words or not len(months) == len(years) == len(days) == len(numbers) / 2 == 1:
        return None
    return _day(years[0], months.pop(), days[0])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour(hours: str, minutes: str | None, half: str | None) -> time | None:
    """An hour of the day; with a half of the day, it counts to 12."""
    hour, minute = int(hours), int(minutes or 0)
    if half:
        if not 1 <= hour <= _TWELVE:
            return None
        hour = hour % _TWELVE + (_TWELVE if half.startswith("p") else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
