"""Which columns of a form hold what people wrote, and not what the form did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from allocator.folding import fold
from allocator.intake.header import Header, further
from allocator.intake.sheet import Row, Sheet, is_blank, shown


def answered(sheet: Sheet, header: Header) -> Header:
    """The header with columns of names and e-mail addresses that say something of their own.

    A form without a sign-in says "anonymous" in its own columns, and asks for both in others. A
    whole name that only repeats first and last name is not read: rosters would print it twice.
    """
    rows = [row for number, row in sheet.rows.items() if number > header.row]
    columns = {**header.columns, **_addresses(header, rows)}
    if "name" not in header.chosen and {"name", "first_name", "last_name"} <= columns.keys():
        names = _texts(rows, columns["name"])
        if (len(names) > 1 and len(set(map(fold, names))) == 1) or _repeats(rows, columns):
            del columns["name"]
    return replace(header, columns=columns)


def _repeats(rows: Sequence[Row], columns: Mapping[str, int]) -> bool:
    """Whether every whole name has the words of the first and the last name beside it."""
    whole = [_words(row, columns["name"]) for row in rows]
    parts = [_words(row, columns["first_name"], columns["last_name"]) for row in rows]
    pairs = [pair for pair in zip(whole, parts, strict=True) if pair[0]]
    return bool(pairs) and all(one == other for one, other in pairs)


def _words(row: Row, *indices: int) -> list[str]:
    texts = [text for index in indices for text in _texts([row], index)]
    return sorted(fold(" ".join(texts)).split())


def _addresses(header: Header, rows: Sequence[Row]) -> Mapping[str, int]:
    if "email" in header.chosen or "email" not in header.columns:
        return {}
    for index in (header.columns["email"], *further(header, "email")):
        if any("@" in text for text in _texts(rows, index)):
            return {"email": index}
    return {}


def _texts(rows: Iterable[Row], index: int) -> list[str]:
    return [shown(row[index]) for row in rows if index < len(row) and not is_blank(row[index])]
