"""From the rows of a list to entries: which cell says what."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from allocator.countries import resolve
from allocator.delegation import DELEGATE_TRAITS
from allocator.enrolment.entry import Entry
from allocator.findings import Finding, column_letters
from allocator.folding import fold
from allocator.intake import header_refusals, refusals, told
from allocator.intake.attendance import once, present
from allocator.intake.beside import RULE_FIELDS
from allocator.intake.header import Header
from allocator.intake.manner import fields
from allocator.intake.represented import represented
from allocator.intake.rows import Rows, sort_rows
from allocator.intake.rows import notices as row_notices
from allocator.intake.sheet import Fault, Row, Sheet, Value, filled, is_blank, shown
from allocator.remarks.names import numbers_as_names

#: Fields of an entry that are no traits.
FIELDS = ("delegation", "delegates", "region", "category", "seating", "status", *RULE_FIELDS)


@dataclass(slots=True)
class Entered:
    """The entries of a list, what was found on the way, and what its columns were read as.

    ``columns``: field -> index of its column, from 0.
    """

    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    columns: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a list mean: field or trait -> index, from 0."""

    fields: Mapping[str, int]
    traits: Mapping[str, int]

    def numbered(self) -> Mapping[str, int]:
        """Field or trait -> number of its column, from 1."""
        return {key: index + 1 for key, index in {**self.traits, **self.fields}.items()}

    def recognised(self) -> Mapping[str, int]:
        """Field -> index of its column, without the columns that are kept under their headings."""
        known = {key: index for key, index in self.traits.items() if key in fields()}
        return {**self.fields, **known}


def enter(sheet: Sheet, header: Header, max_rows: int) -> Entered:
    """The entries of a list, with everything that is wrong or worth telling about its rows."""
    rows = sort_rows(sheet, header)
    entered = Entered(findings=[*sheet.notices, *row_notices(sheet, rows)], columns=header.columns)
    if not rows.counted:
        entered.findings.append(header_refusals.no_rows(sheet.place(header.row)))
        return entered
    if len(rows.counted) > max_rows:
        entered.findings.append(refusals.too_many_rows(sheet.place(), len(rows.counted), max_rows))
        return entered
    hidden = [number for number in rows.counted if number in sheet.hidden_rows]
    if hidden:
        entered.findings.append(told.rows_hidden(sheet.place(hidden[0]), hidden))
    columns = _columns(header, rows)
    entered.columns = columns.recognised()
    sound = _sound_rows(sheet, header, rows, entered)
    coming = present(sheet, columns.fields, sound)
    carried = _carried_down(sheet, columns, coming.rows, entered)
    whom = represented(sheet, header, carried, people="delegates" not in columns.fields)
    complete = whom.rows
    entries = [_entry(sheet, columns, number, row) for number, row in complete.items()]
    entered.entries, twice = once(entries, numbered=_are_numbered(header))
    entered.findings.extend((*coming.findings, *whom.findings, *twice))
    entered.findings.extend(_numeric_names(sheet, columns, complete))
    if "delegates" not in columns.fields and not _names_people(columns, complete):
        entered.findings.append(header_refusals.no_head_counts(sheet.place(header.row)))
    entered.findings.extend(_totals(sheet, columns, rows))
    return entered


def _columns(header: Header, rows: Rows) -> _Columns:
    named = {key: index for key, index in header.columns.items() if key in FIELDS}
    traits = {key: index for key, index in header.columns.items() if key not in FIELDS}
    column = named.get("delegates")
    if (
        column is not None
        and "name" not in traits
        and "delegates" not in header.chosen
        and (_holds_names(column, named, rows))
    ):
        traits["name"] = named.pop("delegates")
    known = {*named.values(), *traits.values()}
    width = max(len(header.cells), *(len(row) for row in rows.counted.values()))
    for index in range(width):
        heading = shown(header.cells[index]) if index < len(header.cells) else ""
        if index not in known and any(
            not is_blank(_at(row, index)) for row in rows.counted.values()
        ):
            text = " ".join(heading.split()) or f"Column {column_letters(index + 1)}"
            if text in traits or text in FIELDS or text in DELEGATE_TRAITS:
                text = f"{text} ({column_letters(index + 1)})"
            traits[text] = index
    return _Columns(named, traits)


def _holds_names(column: int, fields: Mapping[str, int], rows: Rows) -> bool:
    """Whether the column taken for head-counts ("Participants") holds the names of people."""
    texts = [shown(_at(row, column)) for row in rows.counted.values()]
    named = Counter(shown(_at(row, fields["delegation"])) for row in rows.counted.values())
    several = max(named.values()) > 1
    return several and not any(character.isdecimal() for text in texts for character in text)


def _sound_rows(sheet: Sheet, header: Header, rows: Rows, entered: Entered) -> dict[int, Row]:
    """The rows as long as the header, without cells that have no value; the others are told."""
    sound: dict[int, Row] = {}
    width = len(header.cells)
    for number, row in rows.counted.items():
        used = filled(row)
        faults = [(index, cell) for index in used if isinstance(cell := row[index], Fault)]
        if used[-1] >= width or (len(row) < width and len(used) > 1):
            entered.findings.append(refusals.ragged(sheet.place(number), len(row), width))
        elif not faults:
            sound[number] = row
        for index, fault in faults:
            entered.findings.append(refusals.without_value(sheet.place(number, index + 1), fault))
    return sound


def _are_numbered(header: Header) -> bool:
    """Whether a number tells people apart; under a mere "ID" forms number what was sent to them."""
    index = header.columns.get("registration")
    return index is not None and fold(shown(header.cells[index])) != "id"


def _carried_down(
    sheet: Sheet, columns: _Columns, rows: dict[int, Row], entered: Entered
) -> dict[int, Row]:
    """The rows of a named list, each with its delegation, when this stands once above its people.

    A blank cell is carried down only where no delegation is named twice in the list: elsewhere it
    is an omission, and belongs to nobody's delegation. So it is in the export of a registration,
    which a state and an address for each person tell.
    """
    index = columns.fields["delegation"]
    names = Counter(fold(shown(_at(row, index))) for row in rows.values())
    blanks = names.pop("", 0)
    registered = "status" in columns.fields and "email" in columns.traits
    if registered or "delegates" in columns.fields or not blanks:
        return rows
    if max(names.values(), default=2) > 1:
        return rows
    above: Value = ""
    complete: dict[int, Row] = {}
    numbers = list(rows)
    for number, following in zip(numbers, [*numbers[1:], 0], strict=True):
        row = rows[number]
        if not is_blank(row[index]):
            above = row[index]
            heads_block = following and is_blank(_at(rows[following], index))
            if len(filled(row)) == 1 and heads_block:
                continue
        complete[number] = (*row[:index], above, *row[index + 1 :])
    entered.findings.append(told.carried_down(sheet.place(numbers[0], index + 1), blanks))
    return complete


def _entry(sheet: Sheet, columns: _Columns, number: int, row: Row) -> Entry:
    text = {key: shown(_at(row, index)) for key, index in columns.fields.items()}
    delegates: object = None
    if "delegates" in columns.fields:
        cell = _at(row, columns.fields["delegates"])
        # In a text file every number is text, so plain digits are not worth a notice.
        plain = isinstance(cell, str) and not sheet.name and cell.isascii() and cell.isdigit()
        delegates = int(cell) if plain and len(str(cell)) < 10 else cell  # type: ignore[arg-type]  # noqa: PLR2004
    traits = {
        key: shown(value) for key, index in columns.traits.items()
        if not is_blank(value := _at(row, index))
    }  # fmt: skip
    return Entry(
        place=sheet.place(number),
        delegation=text["delegation"],
        delegates=delegates,
        region=text.get("region", ""),
        category=text.get("category", ""),
        seating=text.get("seating", ""),
        traits=traits,
        columns=columns.numbered(),
        rules={key: said for key in RULE_FIELDS if (said := text.get(key, "").strip())},
    )


def _numeric_names(sheet: Sheet, columns: _Columns, rows: Mapping[int, Row]) -> Iterator[Finding]:
    index = columns.fields["delegation"]
    numbers = [number for number, row in rows.items() if not isinstance(_at(row, index), str)]
    if numbers:
        yield numbers_as_names(sheet.place(numbers[0], index + 1), len(numbers))


def _names_people(columns: _Columns, rows: Mapping[int, Row]) -> bool:
    """Whether a list without head-counts has a row per delegate."""
    if any(trait in DELEGATE_TRAITS for trait in columns.traits):
        return True
    index = columns.fields["delegation"]
    keys = [resolve(shown(_at(row, index)))[0] for row in rows.values()]
    return len(set(keys)) < len(keys)


def _totals(sheet: Sheet, columns: _Columns, rows: Rows) -> Iterator[Finding]:
    """A notice for each TOTAL that is neither the sum so far nor that since the last TOTAL."""
    counts = [_count(columns, row) for row in rows.counted.values()]
    start = 0
    for total in rows.totals:
        possible = {sum(counts[: total.after]), sum(counts[start : total.after])}
        if total.says is not None and total.says not in possible:
            counted = sum(counts[: total.after])
            yield told.total_differs(sheet.place(total.row), total.says, counted)
        start = total.after


def _count(columns: _Columns, row: Row) -> int:
    if "delegates" not in columns.fields:
        return 1
    cell = shown(_at(row, columns.fields["delegates"])).strip()
    return int(cell) if cell.isdecimal() and len(cell) < 10 else 0  # noqa: PLR2004 - no head-count


def _at(row: Row, index: int) -> Value:
    return row[index] if index < len(row) else ""
