"""Which rows of a list are delegations, and which are titles, sub-heads, totals and footnotes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from allocator.countries import REGIONAL_GROUPS, lookup
from allocator.findings import Finding
from allocator.folding import fold
from allocator.intake import told
from allocator.intake.header import Header
from allocator.intake.sheet import Row, Sheet, Value, filled, is_blank, shown
from allocator.vocabulary import keys_of, words

_MARKS = ("*", "†", "‡", "§", "¹", "²", "³")


@dataclass(frozen=True, slots=True)
class Total:
    """A TOTAL row: the number it says, if any, and after how many rows of the list it stands."""

    row: int
    says: int | None
    after: int


@dataclass(slots=True)
class Rows:
    """The rows of a list: those that count, those left out by kind, and the totals."""

    counted: dict[int, Row] = field(default_factory=dict)
    left_out: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    totals: list[Total] = field(default_factory=list)


def sort_rows(sheet: Sheet, header: Header) -> Rows:
    """The rows of a sheet, each in its place; titles are what stands above the header."""
    rows = Rows()
    last = _last_full_row(sheet, header)
    repeated = tuple(fold(shown(value)) for value in header.cells)
    ended = False
    for number, row in sheet.rows.items():
        used = filled(row)
        ended = ended or (number > header.row and _begins_another_table(row, used))
        if ended:
            kind = "another table"
        elif number < header.row:
            kind = "title"
        elif number == header.row:
            continue
        elif _repeats(row, repeated, header.columns["delegation"]):
            kind = "repeated header"
        else:
            kind = _kind(row, used, header, _Stand(number, number > last, sheet, rows))
        if kind == "total":
            rows.totals.append(Total(number, _number(row, used, header), len(rows.counted)))
        if kind:
            rows.left_out.setdefault(kind, []).append((number, shown(row[used[0]]).strip()))
        else:
            rows.counted[number] = row
    return rows


def notices(sheet: Sheet, rows: Rows) -> Iterator[Finding]:
    """What was left out, by kind."""
    for kind, texts in rows.left_out.items():
        yield told.left_out(sheet.place(texts[0][0]), kind, texts)


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a row stands: its number, whether it is behind the list, its sheet, the rows before."""

    number: int
    behind: bool
    sheet: Sheet
    rows: Rows


def _kind(row: Row, used: list[int], header: Header, stand: _Stand) -> str:
    """The kind of a row below the header; empty when it counts."""
    delegation = header.columns["delegation"]
    index = delegation if delegation in used else used[0]
    text = shown(row[index]).strip()
    if _is_total(text):
        return "total"
    if fold(text) in _regions():
        return "sub-head"
    if len(used) > 1 or len(filled(header.cells)) == 1:
        return ""
    if _is_footnote(text, stand):
        return "footnote"
    return "sub-head" if _is_subhead(text, stand) else ""


def _begins_another_table(row: Row, used: list[int]) -> bool:
    """Whether a row is the title of another table, as reports of Zoom have several in one sheet."""
    return len(used) == 1 and fold(shown(row[used[0]])) in keys_of("other_tables")


def _repeats(row: Row, heading: tuple[str, ...], delegation: int) -> bool:
    if len(row) != len(heading) or fold(shown(row[delegation])) != heading[delegation]:
        return False
    return tuple(fold(shown(value)) for value in row) == heading


def _is_total(text: str) -> bool:
    name, known = fold(text), words("totals")
    if not name.startswith(_totals()):
        return False
    for word in sorted(known["total"], key=len, reverse=True):
        if name == word:
            return True
        if name.startswith(f"{word} "):
            rest = name.removeprefix(f"{word} ").removeprefix("of ").removeprefix("de ")
            return rest in known["behind"] or rest in keys_of("regions") or rest.isdigit()
    return False


def _is_footnote(text: str, stand: _Stand) -> bool:
    if text.startswith(_MARKS):
        return True
    if fold(text.partition(":")[0]) in words("footnotes")["beginning"] and ":" in text:
        return True
    apart = stand.number - 1 not in stand.sheet.rows or bool(stand.rows.totals)
    after_another = any(
        row == stand.number - 1 for row, _ in stand.rows.left_out.get("footnote", ())
    )
    return stand.behind and (apart or after_another) and lookup(text) is None


def _is_subhead(text: str, stand: _Stand) -> bool:
    if lookup(text):
        return False
    known = fold(text) in keys_of("subheads") or fold(text) in keys_of("regions")
    shouted = text.isupper() and not any(_shouts(row) for row in stand.rows.counted.values())
    return known or stand.number in stand.sheet.set_apart or (shouted and bool(stand.rows.counted))


def _shouts(row: Row) -> bool:
    return any(isinstance(value, str) and value.isupper() and len(value) > 3 for value in row)  # noqa: PLR2004 - longer than an abbreviation


@cache
def _totals() -> tuple[str, ...]:
    return words("totals")["total"]


@cache
def _regions() -> frozenset[str]:
    known = words("regions")
    return frozenset(word for group in REGIONAL_GROUPS for word in known[group])


def _last_full_row(sheet: Sheet, header: Header) -> int:
    full = [
        number
        for number, row in sheet.rows.items()
        if len(used := filled(row)) > 1 and not _is_total(shown(row[used[0]]).strip())
    ]
    return full[-1] if full else header.row


def _number(row: Row, used: list[int], header: Header) -> int | None:
    """The number of a TOTAL row: in the column of head-counts, else the only number of the row."""
    if "delegates" in header.columns:
        column = header.columns["delegates"]
        return _whole(row[column]) if column < len(row) else None
    numbers = [number for index in used if (number := _whole(row[index])) is not None]
    return numbers[0] if len(numbers) == 1 else None


def _whole(value: Value) -> int | None:
    if isinstance(value, bool) or is_blank(value):
        return None
    if isinstance(value, int | float):
        return int(value) if value == value // 1 else None
    text = value.strip() if isinstance(value, str) else ""
    # What has more digits is no sum of people, and Python refuses to read thousands of them.
    return int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004 - as above
