"""States, territories and the European Union, found by any of their official names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources
from typing import cast

from allocator.folding import fold, plain, unmarked
from allocator.language import LANGUAGES, catalogue
from allocator.vocabulary import words

AFRICAN_GROUP = "African Group"
ASIA_PACIFIC_GROUP = "Asia-Pacific Group"
EASTERN_EUROPEAN_GROUP = "Eastern European Group"
GRULAC = "GRULAC"
WEOG = "WEOG"
#: The five regional groups of the United Nations.
REGIONAL_GROUPS = (AFRICAN_GROUP, ASIA_PACIFIC_GROUP, EASTERN_EUROPEAN_GROUP, GRULAC, WEOG)

#: How alike two names are, from 0 to 1, before one is suggested for the other.
ALIKE = 0.85
#: Names this short, in characters, are too easily like another one.
SHORTEST_ALIKE = 5
#: Names whose answer is remembered.
KEPT = 4096

_COMPOUND = re.compile(r"[(,]|\s[-–—]\s")
#: The longest text, in characters, that may be another form of a name.
LONGEST = 300
_IN_BRACKETS = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_BEHIND_COMMA = re.compile(r"^([^,]+),\s*([^,]+)$")
_BEHIND_DASH = re.compile(r"^(.+?)\s+[-–—]\s+(.+)$")


@dataclass(frozen=True, slots=True)
class Country:
    """A State, territory or the European Union.

    ``iso3`` is the ISO 3166 alpha-3 code; the European Union has EUE, Kosovo the user-assigned XKX.
    ``region`` is one of ``REGIONAL_GROUPS``, or empty for what belongs to none.
    """

    iso3: str
    name_en: str
    name_fr: str
    name_es: str
    region: str


def lookup(name: str) -> Country | None:
    """The country that a name stands for, ``None`` when it is the name of no country.

    Only whole names count: never a part of one, never a similar one. Notes behind the name
    ("(Chair)", "– Head of delegation") and inverted names ("Korea, Republic of") are understood.
    """
    return resolve(name)[1]


@lru_cache(maxsize=KEPT)
def resolve(name: str) -> tuple[str, Country | None]:
    """What identifies a delegation, and the country it is.

    The identity is the ISO 3166 alpha-3 code of the country, else the folded name.
    """
    codes, key = _codes(), fold(name)
    code = codes.get(key)
    if code is None and _COMPOUND.search(name):
        others = (codes.get(fold(variant)) for variant in _variants(unmarked(name)))
        code = next((found for found in others if found), None)
    return (code, countries()[code]) if code else (key, None)


def former_group(identity: str) -> str:
    """The UN regional group of a State that exists no more, empty for every other identity.

    ``identity`` is the folded name, as ``resolve`` gives it. Such a State has no code.
    """
    return _former().get(identity, "")


def suggestion(name: str) -> str:
    """The name of the country that an unknown name most resembles, empty when it resembles none.

    A ministry or a mission resembles the country that is named behind it.
    """
    wanted = fold(name)
    if len(wanted) < SHORTEST_ALIKE:
        return ""
    if behind := _behind_body(wanted):
        return _as_named(behind)
    best, best_key = ALIKE, ""
    for key in _by_beginning().get(wanted[0], ()):
        if abs(len(key) - len(wanted)) <= 2:  # noqa: PLR2004 - more is another name, not a slip
            likeness = SequenceMatcher(None, wanted, key).ratio()
            if likeness > best:
                best, best_key = likeness, key
    return _as_named(best_key) if best_key else ""


def _behind_body(name: str) -> str:
    """The folded country name at the end of a ministry's, "" where the name is no such one."""
    if not name.startswith(tuple(f"{body} " for body in words("state_bodies")["beginning"])):
        return ""
    parts = name[:LONGEST].split()
    ends = (" ".join(parts[start:]) for start in range(1, len(parts)))
    return next((end for end in ends if end in _codes()), "")


def _as_named(key: str) -> str:
    """The country of a folded name, as the first language writes it that has this name."""
    country = countries()[_codes()[key]]
    names = (name_in(code, country.iso3) for code in LANGUAGES)
    return next((each for each in names if fold(each) == key), country.name_en)


def name_in(language: str, iso3: str) -> str:
    """What a language calls the country of a code; empty where it does not say, or for no code."""
    country = countries().get(iso3)
    if country is None:
        return ""
    column = f"name_{language}"
    if column in Country.__slots__:
        return str(getattr(country, column))
    return catalogue(language).get("countries", {}).get(iso3, "")


@cache
def countries() -> Mapping[str, Country]:
    """Every country of the reference table: ISO 3166 alpha-3 code -> country."""
    return {fields[0]: Country(*fields) for fields in _table("countries.tsv")}


def by_code(code: str) -> Country | None:
    """The country of an ISO 3166 code of two or three capital letters, ``None`` for other texts."""
    return countries().get(_alpha3().get(code, code)) if code.isupper() else None


def _variants(name: str) -> Iterator[str]:
    if len(name) > LONGEST:
        return
    if found := _IN_BRACKETS.match(name):
        head, tail = found.groups()
        yield _inverted(head, tail)
        if _is_note(tail) or _codes().get(fold(head)) == _codes().get(fold(tail), "none"):
            yield from (head, *_variants(unmarked(head)))
    elif found := _BEHIND_COMMA.match(name):
        head, tail = found.groups()
        yield _inverted(head, tail)
        if _is_note(tail):
            yield head
    elif (found := _BEHIND_DASH.match(name)) and _is_note(found[2]):
        yield found[1]


def _inverted(head: str, tail: str) -> str:
    tail = plain(tail).strip()
    return tail + head if tail.endswith("'") else f"{tail} {head}"


def _is_note(text: str) -> bool:
    note, notes = fold(text), words("notes")
    return note in notes["whole"] or note.startswith(tuple(notes["beginning"]))


@cache
def _codes() -> Mapping[str, str]:
    """Folded name -> code. A name of the table goes before one of a catalogue."""
    named = {fold(name): code for language in LANGUAGES for code, name in _named_in(language)}
    return {**named, **{key: code for key, code in _table("names.tsv")}}  # noqa: C416 - gives the pairs a type


def _named_in(language: str) -> Iterator[tuple[str, str]]:
    """The code and every name of the countries that the file of a language names."""
    yield from catalogue(language).get("countries", {}).items()
    lists = cast("Mapping[str, Mapping[str, list[str]]]", catalogue(language)["lists"])
    for code, others in lists.get("countries", {}).items():
        yield from ((code, name) for name in others)


@cache
def _alpha3() -> Mapping[str, str]:
    return {alpha2: alpha3 for alpha2, alpha3 in _table("codes.tsv")}  # noqa: C416 - as above


@cache
def _former() -> Mapping[str, str]:
    return {fold(name): region for name, region in _table("former.tsv")}


@cache
def _by_beginning() -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, list[str]] = {}
    for key in _codes():
        if len(key) >= SHORTEST_ALIKE:
            keys.setdefault(key[0], []).append(key)
    return {letter: tuple(those) for letter, those in keys.items()}


def _table(name: str) -> Iterator[list[str]]:
    text = resources.files("allocator").joinpath("reference", name).read_text("utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")
