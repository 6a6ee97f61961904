"""Sentences told in English that can be told again in every language with a catalogue."""

import re
from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Self

from allocator.language import catalogue, form, messages, script

#: A placeholder that would look into its value, as ``{place.file}`` does.
_LOOKS_INSIDE = re.compile(r"\{\w*[.\[]")


class Text(str):
    """A sentence in English that knows what it is made of.

    ``template`` is the English text with ``{placeholders}``, by which the catalogues know it, and
    ``values`` fill them; a value that is a ``Text`` too is told in the same language. Wherever
    English will do, it is a plain string.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        """The English sentence of a template and its values.

        Raises:
            KeyError: when a placeholder has no value, or looks into one: a text may come from a
                process that has read a hostile file.
        """
        if _LOOKS_INSIDE.search(template):
            raise KeyError(template)
        plain = "|" not in template
        filled = template.format(**values) if plain else _filled(template, values, "en")
        text = super().__new__(cls, filled)
        text.template = template
        text.values = values
        return text

    def __reduce__(self) -> tuple[type["Text"], tuple[str, dict[str, object]]]:
        """Copies and pickles are made of the same parts."""
        return Text, (self.template, dict(self.values))

    def template_in(self, language: str) -> str:
        """The template as a language has it, else in English."""
        return messages(language).get(self.template, self.template)


class Word(Text):
    """A text that stands in the catalogues under a key such as ``goals.size``."""

    __slots__ = ("key",)

    key: str

    def __new__(cls, key: str, values: Mapping[str, object] | None = None) -> Self:
        """The English text of a key.

        Raises:
            KeyError: when the catalogue lacks the key.
        """
        text = super().__new__(cls, _kept(key, "en"), values or {})
        text.key = key
        return text

    def __reduce__(self) -> tuple[type["Word"], tuple[str, dict[str, object]]]:
        """Copies and pickles are made of the same parts."""
        return Word, (self.key, dict(self.values))

    def template_in(self, language: str) -> str:
        """The text of the key."""
        return _kept(self.key, language)


def say(template: str, /, **values: object) -> Text:
    """A sentence; the template is a literal, so that a test can find it and its translations.

    ``{rows:,} {rows:row|rows}`` is *1 row* and *2,000 rows*; a translation has the forms of its own
    language.

    Raises:
        KeyError: when a placeholder has no value.
    """
    return Text(template, values)


def joined(separator: str, parts: Iterable[object]) -> Text:
    """Texts one after another.

    The separator is punctuation, or a ``Text`` such as `` and ``.
    """
    separator = _WRITTEN_OTHERWISE.get(separator, separator)
    values = {f"part_{number}": part for number, part in enumerate(parts)}
    template = "{separator}".join(f"{{{name}}}" for name in values)
    return Text(template, {**values, "separator": separator})


#: Punctuation that not every language writes alike.
_WRITTEN_OTHERWISE: Mapping[str, str] = {", ": say(", "), "; ": say("; ")}


def told(text: object, language: str) -> str:
    """A text in a language: a ``Text`` as its catalogue has it, else in English; others as is."""
    if not isinstance(text, Text):
        return str(text)
    template = text.template_in(language)
    values = {
        name: told(value, language) if isinstance(value, Text) else value
        for name, value in text.values.items()
    }
    return _filled(template, values, language)


def _filled(template: str, values: Mapping[str, object], language: str) -> str:
    return _Numbers(language).vformat(template, (), values)


def _kept(key: str, language: str) -> str:
    section, _, name = key.partition(".")
    return catalogue(language)[section][name]


class _Numbers(Formatter):
    """Fills in placeholders as a language writes numbers, and the words behind them."""

    def __init__(self, language: str) -> None:
        self._language = language

    def get_field(
        self, field_name: str, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> tuple[object, str]:
        """The value of a placeholder, never what is inside of it."""
        del args
        return kwargs[field_name], field_name

    def format_field(self, value: object, format_spec: str) -> str:
        """A value as its placeholder asks for it: ``{rows:,}``.

        ``{rows:row|rows}`` is the form of a word that the number takes.
        """
        if "|" in format_spec:
            return format_spec.split("|")[form(self._language, int(str(value)))]
        filled = str(super().format_field(value, format_spec))
        return (
            filled.replace(",", script(self._language)["thousands"])
            if "," in format_spec
            else filled
        )
