"""Which sentences stand behind a code: read from the source of the program, as it is.

They are the templates in the error class of the code, or in the function that gives it; where there
are none, those of the functions that it calls, and where it is handed the sentence, those of its
callers and of whom they call.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from from_program.source import Maker, makers

#: A message begins in a small letter, behind its code, or with what it is about; an advice that is
#: put behind one begins with a capital.
_BEGINNING = re.compile(r"[a-z{\"-]")
#: Fewer words are a part of a sentence, such as "{first} and {second}".
_FEWEST_WORDS = 3
#: The names that everybody calls.
_COMMON = {"say", "quoted", "joined", "error", "notice", "listed", "parted"}


@cache
def sentences() -> dict[str, tuple[str, ...]]:
    """Code -> its sentences in English with ``{placeholders}``, in the order of the source."""
    everybody = makers()
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for maker in everybody:
        for code, own, calls in maker.parts():
            said = list(filter(_is_message, own)) or _beside(maker, calls, everybody)
            found[code].update(dict.fromkeys(said))
    return {code: tuple(found[code]) for code in sorted(found)}


def _beside(maker: Maker, calls: set[str], everybody: list[Maker]) -> list[str]:
    """What those say who are called, or called by them; else the callers, and who is called there.

    An error class says what it says itself.
    """
    if maker.is_error:
        return []
    plain = [each for each in everybody if not each.codes]
    called = _called(calls, maker.module, plain)
    below = _said([*called, *_called_by(called, plain)])
    if below:
        return below
    callers = [each for each in plain if maker.is_called(_names(each), each.module)]
    return _said([*callers, *_called_by(callers, plain)])


def _called_by(those: list[Maker], everybody: list[Maker]) -> list[Maker]:
    return [each for one in those for each in _called(_names(one), one.module, everybody)]


def _called(names: set[str], module: str, everybody: list[Maker]) -> list[Maker]:
    return [each for each in everybody if each.is_called(names - _COMMON, module)]


def _names(maker: Maker) -> set[str]:
    return {name for _, name in maker.calls}


def _said(those: Iterable[Maker]) -> list[str]:
    return [text for each in those for _, text in each.said if _is_message(text)]


def _is_message(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", re.sub(r"\{[^}]*\}", "", text))
    return bool(_BEGINNING.match(text)) and len(words) >= _FEWEST_WORDS
