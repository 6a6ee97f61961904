"""The encoding of a text file: what it says of itself, or the one in which its names are right."""

import codecs
import re
from dataclasses import dataclass

from allocator.countries import lookup
from allocator.errors import ListRefused
from allocator.findings import Finding, Place
from allocator.intake import refusals, told

#: Byte order marks; that of UTF-32 comes first because UTF-16's begins like it.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, ""), (codecs.BOM_UTF32_BE, ""), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
#: Code pages of Windows and the Mac in which English, French and Spanish lists are saved.
CODE_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257", "cp850", "mac_roman")

# What such lists contain beside ASCII; another character means: the wrong code page.
_EXPECTED = frozenset(
    "ÀÂÄÁÃÅÇÉÈÊËÍÎÏÑÓÒÔÖÚÙÛÜŸŒÆàâäáãåçéèêëíîïñóòôöúùûüÿœæ’‘“”«»–—…°ºª¿¡·•†‡§ \xa0"
)
_FIELD = re.compile(r'[;,\t\r\n"]+')


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how its encoding was found where that needs telling."""

    text: str
    notices: tuple[Finding, ...] = ()


def decode(content: bytes, place: Place, encoding: str | None) -> Decoded:
    """The text of a file.

    ``encoding`` is what the user says; without it, a byte order mark counts, then UTF-8, then the
    only code page in which names with accents are those of States.

    Raises:
        ListRefused: E-ENCODING, when none or several fit.
    """
    for mark, marked in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], place, marked or "utf-32")
    if encoding:
        return _strict(content, place, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _by_names(content, place)
    if text.count("\x00") * 4 > len(text):  # A quarter of NULs is UTF-16 without its mark.
        raise ListRefused([refusals.encoding_unknown(place)])
    return Decoded(text)


def _strict(content: bytes, place: Place, encoding: str) -> Decoded:
    if encoding == "utf-32":
        raise ListRefused([refusals.encoding_unknown(place)])
    try:
        return Decoded(content.decode(encoding))
    except (UnicodeError, LookupError) as error:
        raise ListRefused([refusals.encoding_wrong(place, encoding)]) from error


def _by_names(content: bytes, place: Place) -> Decoded:
    read: dict[str, str] = {}
    for page in CODE_PAGES:
        try:
            text = content.decode(page)
        except UnicodeDecodeError:
            continue
        if all(character.isascii() or character in _EXPECTED for character in set(text)):
            read.setdefault(text, page)
    known = {text: number for text in read if (number := _known_names(text))}
    best = [text for text, number in known.items() if number == max(known.values())]
    if len(best) != 1:
        raise ListRefused([refusals.encoding_unknown(place)])
    text = best[0]
    return Decoded(text, (told.encoding_guessed(place, read[text], known[text]),))


def _known_names(text: str) -> int:
    names = {name.strip() for name in _FIELD.split(text) if not name.isascii()}
    return sum(lookup(name) is not None for name in names)
