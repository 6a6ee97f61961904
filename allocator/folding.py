"""What two spellings of the same text have in common."""

import re
import unicodedata

_QUOTES_AND_INVISIBLE = str.maketrans(
    dict.fromkeys("’‘ʼ`´′", "'") | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
)
# Letters that Arabic lists write in several ways, and the line that only makes words longer.
_ARABIC = str.maketrans(
    {"\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627", "\u0671": "\u0627",
     "\u0649": "\u064a", "\u0629": "\u0647", "\u0640": ""}
)  # fmt: skip
# The short vowels and the doubling of Arabic, which are seldom written.
_VOWELS = re.compile("[\u064b-\u0652]")
# Accents of Latin, Greek and Cyrillic only: elsewhere a combining sign makes another word.
_ACCENTS = re.compile("[\u0300-\u036f]")
#: Longer than any name, in characters.
_LONG = 200
#: The most signs above and below one letter, as in Unicode's Stream-Safe Text Format.
#: Source: https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
_MOST_SIGNS = 30
_GLUED = str.maketrans("", "", ".'")
_GAP = re.compile(r"[\W_]+", re.ASCII)
_ARTICLES = frozenset({"the", "le", "la", "les", "el", "los", "las"})
_ARTICLE_BEHIND = re.compile(r"\((?:the|le|la|les|el|los|las|l')\)")
_MARKS = "*†‡§¹²³"
_SAINT = {"st": "saint", "ste": "sainte"}


def plain(text: str) -> str:
    """The text in lower case, without accents and invisible characters, quotes straight."""
    if text.isascii():
        return text.lower()
    text = with_short_runs(text).translate(_QUOTES_AND_INVISIBLE)
    text = unicodedata.normalize("NFKC", text)
    text = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return _VOWELS.sub("", unicodedata.normalize("NFC", text).translate(_ARABIC))


def fold(text: str) -> str:
    """The words of a text in lower case with single spaces; equal for equal names.

    Accents, punctuation, articles before or in brackets behind the name, and trailing footnote
    marks do not count; ``&`` is ``and`` and ``St.`` is ``Saint``. A text without any letter or
    digit is its own fold.
    """
    name = plain(unmarked(text))
    if name.isalpha():
        return name
    if not name.replace(" ", "").isalnum():
        name = _ARTICLE_BEHIND.sub(" ", name).removeprefix("l'").replace("&", " and ")
        name = _spaced(name.translate(_GLUED))
    parts = [_SAINT.get(part, part) for part in name.split()]
    if len(parts) > 1 and parts[0] in _ARTICLES:
        del parts[0]
    return " ".join(parts) or text.strip()


def unmarked(text: str) -> str:
    """The text without outer white space and the footnote marks behind it (``*``, ``†``, ``¹``)."""
    name = text.strip()
    # Cutting the marks off one by one would copy a cell of nothing but marks as many times.
    end = len(name)
    while end and (name[end - 1] in _MARKS or name[end - 1].isspace()):
        end -= 1
    return name[:end]


def with_short_runs(text: str) -> str:
    """The text; one that is longer than any name without the signs behind the 30th on one letter.

    Normalizing sorts the signs of a letter, and takes the square of their number for it.
    """
    if len(text) <= _LONG:
        return text
    kept: list[str] = []
    signs = 0
    for character in text:
        signs = signs + 1 if unicodedata.combining(character) else 0
        if signs <= _MOST_SIGNS:
            kept.append(character)
    return "".join(kept)


def _spaced(name: str) -> str:
    """The name with a space for everything that is neither letter, digit nor a sign above one."""
    if name.isascii():
        return _GAP.sub(" ", name)
    return "".join(
        sign if sign.isalnum() or unicodedata.category(sign).startswith("M") else " "
        for sign in name
    )
