"""The language of a visitor: as chosen in the head of the page, else as the browser asks for it."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from allocator.text import Text
from allocator.web.page_words import told_here
from allocator.web.visitors import Headers

#: Languages that the page is offered in, each with its own name; the first one is the default.
OFFERED = {"en": "English", "fr": "Français", "es": "Español"}
#: The name of the cookie, and of the parameter of an address, that choose one.
COOKIE = "language"
#: Seconds that a browser remembers the choice: a year.
KEPT = 365 * 24 * 60 * 60


def language_of(headers: Headers) -> str:
    """The language of the cookie, else the first offered one that the browser accepts."""
    wanted = (_cookie(headers.get("cookie", ())), *_accepted(headers.get("accept-language", ())))
    return next((code for code in wanted if code in OFFERED), next(iter(OFFERED)))


def chosen(query: bytes) -> tuple[str, str] | None:
    """The ``Set-Cookie`` of a visitor who chose a language, and the query without the choice.

    ``None`` where the query of an address chooses nothing that is offered.
    """
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    code = dict(pairs).get(COOKIE)
    if code not in OFFERED:
        return None
    cookie = f"{COOKIE}={code}; Max-Age={KEPT}; Path=/; HttpOnly; SameSite=Strict"
    return cookie, urlencode([(name, value) for name, value in pairs if name != COOKIE])


def in_language(answer: object, language: str) -> object:
    """What is answered as JSON, with every sentence as the page says it in a language."""
    if isinstance(answer, Text):
        return told_here(answer, language)
    if isinstance(answer, Mapping):
        return {key: in_language(value, language) for key, value in answer.items()}
    if isinstance(answer, list | tuple):
        return [in_language(each, language) for each in answer]
    return answer


def _cookie(texts: Iterable[str]) -> str:
    """The value of the cookie; what else the browser sends with it may be of other programs."""
    for part in ";".join(texts).split(";"):
        name, _, value = part.strip().partition("=")
        if name == COOKIE:
            return value
    return ""


def _accepted(values: Sequence[str]) -> list[str]:
    """The languages of ``Accept-Language`` without their countries, the most wanted one first."""
    weighed: list[tuple[float, str]] = []
    for part in ",".join(values).split(","):
        code, _, weight = part.partition(";")
        weighed.append((_weight(weight), code.strip().lower().partition("-")[0]))
    weighed.sort(key=lambda each: each[0], reverse=True)
    return [code for weight, code in weighed if weight > 0]


def _weight(text: str) -> float:
    """The weight of ``q=0.8``, from 0 to 1; 1 where nothing is said, 0 where it is no number."""
    name, _, number = text.replace(" ", "").partition("=")
    if not name:
        return 1.0
    try:
        return float(number) if name == "q" else 0.0
    except ValueError:
        return 0.0
