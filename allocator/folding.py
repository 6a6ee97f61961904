"""What two spellings of the same text have in common."""

import re
import unicodedata

_QUOTES_AND_INVISIBLE = str.maketrans(
    dict.fromkeys("’‘ʼ`´′", "'") | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
)
# Accents of Latin, Greek and Cyrillic only: elsewhere a combining sign makes another word.
_ACCENTS = re.compile("[\u0300-\u036f]")
_GLUED = str.maketrans("", "", ".'")
_GAP = re.compile(r"[\W_]+")
_ARTICLE = r"the|le|la|les|el|los|las"
_BEFORE = re.compile(rf"^(?:(?:{_ARTICLE})\s+|l')")
_AFTER = re.compile(rf"\s*\((?:{_ARTICLE}|l')\)")
_MARKS = re.compile(r"[\s*†‡§¹²³]+$")
_SAINT = {"st": "saint", "ste": "sainte"}


def plain(text: str) -> str:
    """The text in lower case, without accents and invisible characters, quotes straight."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text.translate(_QUOTES_AND_INVISIBLE))
    text = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The words of a text in lower case with single spaces; equal for equal names.

    Accents, punctuation, articles before or in brackets behind the name, and trailing footnote
    marks do not count; ``&`` is ``and`` and ``St.`` is ``Saint``. A text without any letter or
    digit is its own fold.
    """
    name = plain(unmarked(text))
    if name.isalpha():
        return name
    name = _BEFORE.sub("", _AFTER.sub("", name)).replace("&", " and ")
    parts = _GAP.sub(" ", name.translate(_GLUED)).split()
    return " ".join([_SAINT.get(part, part) for part in parts]) or text.strip()


def unmarked(text: str) -> str:
    """The text without outer white space and the footnote marks behind it (``*``, ``†``, ``¹``)."""
    return _MARKS.sub("", text).lstrip()
