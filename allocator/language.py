"""The languages of rosters: every heading comes from one catalogue file per language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

#: Codes of the languages with a catalogue, the default first.
LANGUAGES = ("en", "fr", "es")


@cache
def catalogue(code: str) -> Mapping[str, Mapping[str, str]]:
    """The catalogue of a language: section -> key -> text.

    Raises:
        KeyError: when there is no catalogue for the code.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    text = resources.files("allocator").joinpath("languages", f"{code}.toml").read_text("utf-8")
    return tomllib.loads(text)


def word(code: str, key: str, **values: object) -> str:
    """The text of a key such as ``sheets.overview``, with ``{placeholders}`` filled in.

    Raises:
        KeyError: when the catalogue lacks the key.
    """
    section, _, name = key.partition(".")
    return catalogue(code)[section][name].format(**values)
