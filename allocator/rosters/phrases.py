"""The words of one language, for sheets with and without an outcome behind them."""

from dataclasses import dataclass

from allocator.language import catalogue, script, word


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
