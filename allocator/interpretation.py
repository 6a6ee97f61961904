"""The languages that somebody follows, as lists write them."""

import re
from functools import lru_cache

from allocator.folding import fold
from allocator.vocabulary import keys_of

#: Texts whose answer is remembered.
KEPT = 4096
# In Arabic "and" is one with the next word, and comma and semicolon are signs of their own.
_BETWEEN = re.compile(
    r"[;,/&+|\u060c\u061b]|\s(?:and|or|et|ou|y|o|\u0623\u0648)\s|\s\u0648(?=\u0627\u0644)"
)


@lru_cache(maxsize=KEPT)
def languages_in(text: str) -> frozenset[str]:
    """The languages that a text names, as codes where they are known: ``"English / fr"`` is en, fr.

    A language without a code stands for itself, in small letters; an empty text names none.
    """
    known = keys_of("settings_values")
    parts = (part.strip() for part in _BETWEEN.split(text))
    return frozenset(known.get(fold(part), part.casefold()) for part in parts if part)
