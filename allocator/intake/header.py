"""The header of a list: which row it is, and what each of its columns means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from allocator.folding import fold
from allocator.intake.sheet import Row, filled, shown
from allocator.language import LANGUAGES
from allocator.vocabulary import in_language

#: How many rows, blank ones aside, are searched for the header.
HEADER_ROWS = 30

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PARTS = re.compile(r"\s*[/|\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header of a list.

    ``columns`` maps each field that was recognised to the index of its column, from 0. ``twice``
    are the indices of columns whose heading stands further left already and means a field.
    ``score`` counts the recognised columns.
    """

    row: int
    cells: Row
    columns: Mapping[str, int]
    language: str
    twice: tuple[int, ...] = ()

    @property
    def score(self) -> int:
        """How many columns were recognised."""
        return len(self.columns)


def find_header(rows: Mapping[int, Row]) -> Header | None:
    """The row in which most columns are recognised, the delegation among them; first come first."""
    best: Header | None = None
    for row, cells in islice(rows.items(), HEADER_ROWS):
        found = _header(row, cells)
        if found and (best is None or found.score > best.score):
            best = found
    return best


def _header(row: int, cells: Row) -> Header | None:
    texts = {index: shown(cells[index]) for index in filled(cells) if isinstance(cells[index], str)}
    matches = {code: _columns(texts, code) for code in LANGUAGES}
    language = max(LANGUAGES, key=lambda code: len(matches[code]))
    columns = dict(matches[language])
    for code in LANGUAGES:
        for field, index in matches[code].items():
            if field not in columns and index not in columns.values():
                columns[field] = index
    if "delegation" not in columns:
        return None
    return Header(
        row=row,
        cells=cells,
        columns=columns,
        language=language,
        twice=tuple(_repeated(texts, columns)),
    )


def _columns(texts: Mapping[int, str], language: str) -> dict[str, int]:
    """Field -> index of the column that the language's words match best."""
    candidates = {index: _fields(text, language) for index, text in texts.items()}
    columns: dict[str, int] = {}
    for field in in_language(language, "headings"):
        ranked = [
            (fields[field], index)
            for index, fields in candidates.items()
            if field in fields and index not in columns.values()
        ]
        if ranked:
            columns[field] = min(ranked)[1]
    return columns


def _fields(text: str, language: str) -> Mapping[str, int]:
    """The fields that a heading may mean -> how far down it stands among their words."""
    words = _ranks(language)
    for form in (text, _BRACKETS.sub("", text)):
        if fields := words.get(fold(form)):
            return fields
    return _shared_fields(text)


def _shared_fields(text: str) -> Mapping[str, int]:
    """The fields of a heading in several languages, such as "Delegation / Délégation"."""
    parts = [fold(part) for part in _PARTS.split(text) if part]
    if len(parts) < 2:  # noqa: PLR2004 - a heading of one part was looked up before
        return {}
    means = [
        {field: rank for code in LANGUAGES for field, rank in _ranks(code).get(part, {}).items()}
        for part in parts
    ]
    return {
        field: rank for field, rank in means[0].items() if all(field in each for each in means[1:])
    }


def _repeated(texts: Mapping[int, str], columns: Mapping[str, int]) -> Iterator[int]:
    used = {fold(texts[index]): index for index in columns.values()}
    for index, text in texts.items():
        if used.get(fold(text), index) != index:
            yield index


@cache
def _ranks(language: str) -> Mapping[str, Mapping[str, int]]:
    """Folded heading -> field -> its place among the words of the field."""
    ranks: dict[str, dict[str, int]] = {}
    for field, words in in_language(language, "headings").items():
        for rank, word in enumerate(words):
            ranks.setdefault(word, {}).setdefault(field, rank)
    return ranks
