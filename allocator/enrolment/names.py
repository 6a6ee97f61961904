"""The texts of a list: what is trimmed, what is told and what is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from allocator.enrolment.entry import Entry
from allocator.findings import Finding, Place
from allocator.remarks.rows import (
    LONGEST_NAME,
    invisible,
    like_formula,
    name_missing,
    name_too_long,
    trimmed,
    unprintable,
)

# Control characters without tab and line ends, directions that hide the order of the letters,
# surrogates, and code points that are no characters.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_FORMULA = "=+-@"


@dataclass(slots=True)
class Texts:
    """Cleans the texts of entries in place, and remembers what it met."""

    errors: list[Finding] = field(default_factory=list)
    _met: dict[str, tuple[Place, int]] = field(default_factory=dict)

    def accept(self, entry: Entry) -> bool:
        """Trim the texts of a row; whether all of them can be used."""
        before = len(self.errors)
        self._trim(entry)
        name = entry.delegation
        if not name:
            self.errors.append(name_missing(entry.place_of("delegation")))
            return False
        if len(name) > LONGEST_NAME:
            self.errors.append(name_too_long(entry.place_of("delegation"), name))
            return False
        if name[0] in _FORMULA:
            self._meet("formula", entry, "delegation")
        if not name.isprintable() and _INVISIBLE.search(name):
            self._meet("invisible", entry, "delegation")
        self._refuse(entry)
        return len(self.errors) == before

    def notices(self) -> Iterator[Finding]:
        """One notice for each kind of thing met."""
        told = {"space": trimmed, "invisible": invisible, "formula": like_formula}
        for kind, (place, number) in self._met.items():
            yield told[kind](place, number)

    def _trim(self, entry: Entry) -> None:
        for name in ("delegation", "region", "category", "seating"):
            text: str = getattr(entry, name)
            if text and (text[0].isspace() or text[-1].isspace()):
                self._meet("space", entry, name)
                setattr(entry, name, text.strip())
        if not entry.traits:
            return
        outer = [key for key, text in entry.traits.items() if text != text.strip()]
        if outer:
            self._meet("space", entry, outer[0])
            entry.traits = {k: text.strip() for k, text in entry.traits.items() if text.strip()}

    def _refuse(self, entry: Entry) -> None:
        for key in ("delegation", "region", "category"):
            self._require_printable(entry, key, getattr(entry, key))
        for key, text in entry.traits.items():
            self._require_printable(entry, key, text)

    def _require_printable(self, entry: Entry, key: str, text: str) -> None:
        if not text.isprintable() and (found := _REFUSED.search(text)):
            self.errors.append(unprintable(entry.place_of(key), text, found[0]))

    def _meet(self, kind: str, entry: Entry, key: str) -> None:
        place, number = self._met.get(kind, (entry.place_of(key), 0))
        self._met[kind] = (place, number + 1)
