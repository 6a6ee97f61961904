"""Which columns of a form hold what people wrote, and not what the form did."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from allocator.folding import fold
from allocator.intake.header import Header, further
from allocator.intake.sheet import Row, Sheet, is_blank, shown


def answered(sheet: Sheet, header: Header) -> Header:
    """The header with columns of names and e-mail addresses in which there are any.

    A form without a sign-in says "anonymous" in its own columns, and asks for both in others.
    """
    rows = [row for number, row in sheet.rows.items() if number > header.row]
    columns = {**header.columns, **_addresses(header, rows)}
    whole = columns.get("name")
    if whole is not None and "name" not in header.chosen and "last_name" in columns:
        texts = _texts(rows, whole)
        if len(texts) > 1 and len(set(map(fold, texts))) == 1:
            del columns["name"]
    return replace(header, columns=columns)


def _addresses(header: Header, rows: Iterable[Row]) -> Mapping[str, int]:
    if "email" in header.chosen or "email" not in header.columns:
        return {}
    for index in (header.columns["email"], *further(header, "email")):
        if any("@" in text for text in _texts(rows, index)):
            return {"email": index}
    return {}


def _texts(rows: Iterable[Row], index: int) -> list[str]:
    return [shown(row[index]) for row in rows if index < len(row) and not is_blank(row[index])]
