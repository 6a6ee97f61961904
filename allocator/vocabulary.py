"""The words by which lists are recognised, in every language of the catalogues, folded."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from allocator.folding import fold
from allocator.language import LANGUAGES, catalogue

#: Sections of ``[lists]`` whose words are printed under the same keys in another section.
PRINTED_IN = {
    "settings_values": "values",
    "seating": "values",
    "groups": "headings",
    "rules": "headings",
    "rule_kinds": "rule_words",
}


@cache
def words(section: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a section of ``[lists]``: key -> folded words of all languages, English first.

    Raises:
        KeyError: when no catalogue has the section.
    """
    merged: dict[str, dict[str, None]] = {}
    for code in LANGUAGES:
        for key, those in in_language(code, section).items():
            merged.setdefault(key, {}).update(dict.fromkeys(those))
    return {key: tuple(those) for key, those in merged.items()}


@cache
def keys_of(section: str) -> Mapping[str, str]:
    """The words of a section the other way round: folded word -> key, the first key winning."""
    return {word: key for key, those in reversed(list(words(section).items())) for word in those}


@cache
def in_language(code: str, section: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a section in one language: key -> folded words, what is printed included.

    Raises:
        KeyError: when the catalogue of the language lacks the section.
    """
    lists = cast("Mapping[str, Mapping[str, list[str]]]", catalogue(code)["lists"])
    printed = catalogue(code).get(PRINTED_IN.get(section, section), {})
    return {
        key: tuple(map(fold, [*those, printed[key]] if key in printed else those))
        for key, those in lists[section].items()
    }
