"""The words of one language, for sheets with and without an outcome behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import bidirectional

from allocator.language import catalogue, script, word

#: Whether a text is read from the right -> a mark that is not seen and is a letter of that
#: direction to what stands beside it. Source: UAX 9, 2.6.
_MARKS = {False: "\u200e", True: "\u200f"}


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """A language and its catalogue."""

    language: str

    @property
    def from_right(self) -> bool:
        """Whether the language is written, and its sheets are laid out, from right to left."""
        return script(self.language)["direction"] == "rtl"

    def say(self, key: str, **values: object) -> str:
        """The text of a key of the catalogue."""
        return word(self.language, key, **values)

    def heading(self, field: str) -> str:
        """The heading of a field; a column of the list's own keeps its name."""
        return catalogue(self.language)["headings"].get(field, field)

    def dots(self, parts: Iterable[str | None]) -> str:
        """Parts in one line with dots between them; empty ones are left out.

        A number behind letters of the other direction would join them, and *Room I · 47 people* be
        room 47 in Arabic: marks keep it where it belongs.
        """
        line = ""
        other = {"L"} if self.from_right else {"R", "AL"}
        for part in filter(None, parts):
            against = part[0].isdigit() and not other.isdisjoint(map(bidirectional, line))
            mark = _MARKS[self.from_right] if against else ""
            line += f"{mark} · {mark}{part}" if line else part
        return line
