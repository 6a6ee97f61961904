"""The header of a list: which row it is, and what each of its columns means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from allocator.folding import fold
from allocator.intake.manner import Reading
from allocator.intake.sheet import Row, filled, shown
from allocator.language import LANGUAGES
from allocator.vocabulary import in_language, keys_of

#: How many rows, blank ones aside, are searched for the header.
HEADER_ROWS = 30

# Neither looks for blanks around it: in a cell of nothing but blanks that takes the square of them.
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PARTS = re.compile(r"[/|\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header of a list.

    ``columns`` maps each field that was recognised to the index of its column, from 0. ``twice``
    are the indices of columns whose heading stands further left already and means a field.
    ``chosen`` are the fields whose column the user chose. ``score`` counts the recognised columns.
    """

    row: int
    cells: Row
    columns: Mapping[str, int]
    language: str
    twice: tuple[int, ...] = ()
    chosen: frozenset[str] = frozenset()

    @property
    def score(self) -> int:
        """How many columns were recognised."""
        return len(self.columns)


def find_header(rows: Mapping[int, Row], reading: Reading | None = None) -> Header | None:
    """The row in which most columns are recognised, the delegation among them; first come first.

    Columns that the user chose are read as he says. Where no row is a header by itself, that row is
    in which all chosen columns, the delegation among them, have a heading.
    """
    reading = reading or Reading()
    best: Header | None = None
    for must_be_known in (True, False):
        for row, cells in islice(rows.items(), HEADER_ROWS):
            found = _header(row, cells, reading, must_be_known=must_be_known)
            if found and (best is None or found.score > best.score):
                best = found
        if best or "delegation" not in reading.indices:
            break
    return best


def _header(row: int, cells: Row, reading: Reading, *, must_be_known: bool) -> Header | None:
    texts = {index: shown(cells[index]) for index in filled(cells) if isinstance(cells[index], str)}
    texts = _of_the_people(texts)
    headings = {index: _Heading.of(text) for index, text in texts.items()}
    if must_be_known and not any(heading.known for heading in headings.values()):
        return None
    matches = {code: _columns(headings, code) for code in LANGUAGES}
    language = max(LANGUAGES, key=lambda code: len(matches[code]))
    columns = dict(matches[language])
    for code in LANGUAGES:
        for field, index in matches[code].items():
            if field not in columns and index not in columns.values():
                columns[field] = index
    if must_be_known and "delegation" not in columns:
        return None
    if not must_be_known and not all(_is_word(texts, each) for each in reading.indices.values()):
        return None
    columns = _as_chosen(columns, reading)
    if "delegation" not in columns:
        return None
    return Header(
        row=row,
        cells=cells,
        columns=columns,
        language=language,
        twice=tuple(_repeated(texts, columns, reading)),
        chosen=frozenset(reading.columns),
    )


def further(header: Header, field: str) -> tuple[int, ...]:
    """Columns not read as any field whose headings mean this one too, the likeliest first."""
    texts = {index: shown(header.cells[index]) for index in filled(header.cells)}
    ranked = [
        (min(ranks), index)
        for index, text in _of_the_people(texts).items()
        if index not in header.columns.values()
        and (ranks := [each[field] for each in _Heading.of(text).everywhere() if field in each])
    ]
    return tuple(index for _, index in sorted(ranked))


def _of_the_people(texts: Mapping[int, str]) -> dict[int, str]:
    """The headings before those of an invoice, whose address is not that of the participant.

    pretix repeats *Company*, *Country* and others there; its *Company* stands before the name.
    """
    invoice = min((i for i, text in texts.items() if fold(text) in keys_of("invoices")), default=0)
    if not invoice:
        return dict(texts)
    before = {index: text for index, text in texts.items() if index < invoice}
    twice = [index for index, text in before.items() if text == texts.get(invoice - 1)]
    return {i: text for i, text in before.items() if i != invoice - 1 or len(twice) == 1}


def _is_word(texts: Mapping[int, str], index: int) -> bool:
    """Whether a cell may be a heading; a number, which a text file has as text, is none."""
    return any(character.isalpha() for character in texts.get(index, ""))


def _as_chosen(columns: Mapping[str, int], reading: Reading) -> dict[str, int]:
    """The recognised columns as the user corrects them."""
    taken = reading.indices
    kept = {
        field: index
        for field, index in columns.items()
        if field not in reading.columns and index not in taken.values()
    }
    return {**taken, **kept}


def _columns(headings: Mapping[int, "_Heading"], language: str) -> dict[str, int]:
    """Field -> index of the column that the language's words match best."""
    candidates = {index: heading.fields(language) for index, heading in headings.items()}
    columns: dict[str, int] = {}
    for field in in_language(language, "headings"):
        ranked = [
            (fields[field], index)
            for index, fields in candidates.items()
            if field in fields and index not in columns.values()
        ]
        if ranked:
            columns[field] = min(ranked)[1]
    if "first_name" in columns and "last_name" not in columns and "name" in columns:
        # Beside a first name, "Nom" is the family name.
        columns["last_name"] = columns.pop("name")
    elif "last_name" in columns and "first_name" not in columns and "name" in columns:
        # Beside a family name, "Nombre" is the given name.
        columns["first_name"] = columns.pop("name")
    return columns


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading in the forms in which it may be known: whole, without brackets, and its parts."""

    forms: tuple[str, str]
    parts: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Heading":
        """The forms of a text; one without a separator has no parts."""
        whole, parts = fold(text), [part for part in _PARTS.split(text) if part.strip()]
        bare = fold(_BRACKETS.sub(" ", text)) if "(" in text or "[" in text else whole
        return cls((whole, bare), tuple(map(fold, parts)) if len(parts) > 1 else ())

    @property
    def known(self) -> bool:
        """Whether any form is a heading in any language."""
        return any(
            form in _ranks(code) for code in LANGUAGES for form in (*self.forms, *self.parts)
        )

    def fields(self, language: str) -> Mapping[str, int]:
        """The fields that the heading may mean -> how far down it stands among their words."""
        ranks = _ranks(language)
        return ranks.get(self.forms[0]) or ranks.get(self.forms[1]) or self._shared()

    def everywhere(self) -> tuple[Mapping[str, int], ...]:
        """``fields`` in every language."""
        return tuple(map(self.fields, LANGUAGES))

    def _shared(self) -> Mapping[str, int]:
        """The fields of a heading in several languages, such as "Delegation / Délégation"."""
        means = [
            {
                field: rank
                for code in LANGUAGES
                for field, rank in _ranks(code).get(part, {}).items()
            }
            for part in self.parts
        ]
        if not means:
            return {}
        first, *others = means
        return {field: rank for field, rank in first.items() if all(field in o for o in others)}


def _repeated(
    texts: Mapping[int, str], columns: Mapping[str, int], reading: Reading
) -> Iterator[int]:
    """Columns with the heading of one that is read, except where the user said which one counts."""
    used = {
        fold(texts[index]): index for field, index in columns.items()
        if field not in reading.columns and index in texts
    }  # fmt: skip
    for index, text in texts.items():
        if used.get(fold(text), index) != index and index not in reading.indices.values():
            yield index


@cache
def _ranks(language: str) -> Mapping[str, Mapping[str, int]]:
    """Folded heading -> field -> its place among the words of the field."""
    ranks: dict[str, dict[str, int]] = {}
    for field, words in in_language(language, "headings").items():
        for rank, word in enumerate(words):
            ranks.setdefault(word, {}).setdefault(field, rank)
    return ranks
