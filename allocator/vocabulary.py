"""The words by which lists are recognised, in every language of the catalogues."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from allocator.language import LANGUAGES, catalogue


@cache
def words(section: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a section of ``[lists]``: key -> words of all languages, English first.

    Raises:
        KeyError: when no catalogue has the section.
    """
    merged: dict[str, dict[str, None]] = {}
    for code in LANGUAGES:
        for key, those in in_language(code, section).items():
            merged.setdefault(key, {}).update(dict.fromkeys(those))
    return {key: tuple(those) for key, those in merged.items()}


def in_language(code: str, section: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a section in one language: key -> words.

    Raises:
        KeyError: when the catalogue of the language lacks the section.
    """
    lists = cast("Mapping[str, Mapping[str, list[str]]]", catalogue(code)["lists"])
    return {key: tuple(those) for key, those in lists[section].items()}
