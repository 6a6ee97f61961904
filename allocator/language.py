"""The languages of rosters: every word and sentence comes from one catalogue file per language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

#: Which languages are offered first, the default before all; others follow by code.
_FIRST = ("en", "fr", "es")

#: Where the sentences begin in a catalogue: they are many, and most runs need none of them.
_SENTENCES = "\n[messages."


def _present() -> tuple[str, ...]:
    """The languages that have a file: to add one, its file is enough."""
    codes = {each.stem for each in Path(__file__).with_name("languages").glob("*.toml")}
    return (*_FIRST, *sorted(codes - {*_FIRST}))


#: Codes of the languages with a catalogue, the default first.
LANGUAGES = _present()


@cache
def catalogue(code: str) -> Mapping[str, Mapping[str, str]]:
    """The words of a language by key: section -> key -> text.

    Raises:
        KeyError: when there is no catalogue for the code.
    """
    return tomllib.loads(_parts(code)[0])


@cache
def messages(code: str) -> Mapping[str, str]:
    """The sentences of a language by their English templates; none for English itself.

    Raises:
        KeyError: when there is no catalogue for the code.
    """
    sections = tomllib.loads(_parts(code)[1]).get("messages", {})
    return {template: text for section in sections.values() for template, text in section.items()}


def script(code: str) -> Mapping[str, str]:
    """How a language is written.

    ``name``: its own; ``direction``: ``ltr`` or ``rtl``; ``thousands``: what parts them;
    ``article``: written as one with the word behind it, and passed over from A to Z; may be empty;
    ``forms``: the numbers that take the first form of a word, those that take the second.
    """
    return catalogue(code)["script"]


def form(code: str, number: int) -> int:
    """Which form of a word a number takes, counted from 0; the last is for all that are not named.

    Numbers are named one by one, or as a range of what they end in. Source: the plural rules of
    Unicode's CLDR.
    """
    named = script(code)["forms"].split(",")
    return next((place for place, those in enumerate(named) if _is_of(number, those)), len(named))


def word(code: str, key: str, **values: object) -> str:
    """The text of a key such as ``sheets.overview``, with ``{placeholders}`` filled in.

    Raises:
        KeyError: when the catalogue lacks the key.
    """
    section, _, name = key.partition(".")
    return catalogue(code)[section][name].format(**values)


def _is_of(number: int, those: str) -> bool:
    """Whether a number is one of ``0 1``, or ends in one of ``3-10``."""
    first, ranged, last = those.partition("-")
    if ranged:
        return int(first) <= number % 100 <= int(last)
    return str(number) in those.split()


def _parts(code: str) -> tuple[str, str]:
    """A catalogue before its sentences, and the sentences."""
    if code not in LANGUAGES:
        raise KeyError(code)
    text = resources.files("allocator").joinpath("languages", f"{code}.toml").read_text("utf-8")
    words, mark, sentences = text.partition(_SENTENCES)
    return words, mark + sentences
