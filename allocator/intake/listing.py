"""Which sheet of a file is the list, and where its header is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allocator.errors import ListRefused
from allocator.findings import Finding, Place, column_letters, printable
from allocator.folding import fold
from allocator.intake import header_refusals, refusals, told
from allocator.intake.answers import answered
from allocator.intake.half_known import half_known
from allocator.intake.header import HEADER_ROWS, Header, find_header
from allocator.intake.manner import Reading
from allocator.intake.sheet import Sheet, filled, shown
from allocator.language import LANGUAGES, catalogue
from allocator.text import told as in_words
from allocator.vocabulary import keys_of


@dataclass(frozen=True, slots=True)
class Listing:
    """The sheet that is the list, its header, and what is to be told about the choice."""

    sheet: Sheet
    header: Header
    notices: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sheets that may be the list, the likeliest one first, each with its header if any."""

    sheets: tuple[tuple[Sheet, Header | None], ...]
    all: tuple[Sheet, ...]


def find_candidates(sheets: Sequence[Sheet], reading: Reading, place: Place) -> Candidates:
    """The sheet that is asked for, else the visible ones, whose header is understood best first.

    Raises:
        ListRefused: E-TYPE for a rosters workbook, E-SHEET or E-EMPTY.
    """
    if not reading.sheet and are_rosters(sheets):
        raise ListRefused([refusals.rosters_given(place)])
    wanted = reading.sheet
    candidates = [_named(sheets, wanted, place)] if wanted else _visible(sheets, place)
    headers = [(sheet, find_header(sheet.rows, reading)) for sheet in candidates]
    headers.sort(key=lambda each: (-each[1].score if each[1] else 0, not each[0].rows))
    return Candidates(tuple(headers), tuple(sheets))


def find_list(candidates: Candidates, reading: Reading, place: Place) -> Listing:
    """The likeliest sheet with its header.

    Raises:
        ListRefused: E-EMPTY or E-HEADER.
    """
    sheet, header = candidates.sheets[0] if candidates.sheets else (None, None)
    if sheet is None or header is None:
        raise ListRefused([_nothing([each for each, _ in candidates.sheets], place, reading)])
    header = answered(sheet, header)
    problems = [_twice(sheet, header, index) for index in header.twice]
    problems += _missing(sheet, header, reading)
    if problems:
        raise ListRefused(problems)
    others = [
        each.name
        for each in candidates.all
        if each is not sheet and not _has_role(each) and fold(each.name) not in _titles_of_marks()
    ]
    chosen = (told.sheet_chosen(sheet.place(), others),) if others and not reading.sheet else ()
    findings = (*chosen, _matched(sheet, header), *half_known(sheet, header))
    return Listing(sheet, header, findings)


def _missing(sheet: Sheet, header: Header, reading: Reading) -> list[Finding]:
    """The columns that the user chose and that the list does not have."""
    width = max(len(header.cells), 1)
    place, last = sheet.place(header.row), column_letters(width)
    return [
        header_refusals.column_missing(place, field, column_letters(index + 1), last)
        for field, index in reading.indices.items()
        if index >= width
    ]


def are_rosters(sheets: Sequence[Sheet]) -> bool:
    """Whether these are the sheets of a rosters workbook, in any language."""
    names = {fold(sheet.name) for sheet in sheets}
    titles = (catalogue(code)["sheets"] for code in LANGUAGES)
    return any({fold(each["overview"]), fold(each["record"])} <= names for each in titles)


@cache
def _titles_of_marks() -> frozenset[str]:
    """What ``check --marked`` calls its last sheet: whoever gives the copy back knows of it."""
    return frozenset(fold(in_words(told.PROBLEMS, code)) for code in LANGUAGES)


def _named(sheets: Sequence[Sheet], wanted: str, place: Place) -> Sheet:
    for same in (str, fold):
        for sheet in sheets:
            if same(sheet.name) == same(wanted):
                return sheet
    raise ListRefused([refusals.sheet_unknown(place, wanted, [sheet.name for sheet in sheets])])


def _visible(sheets: Sequence[Sheet], place: Place) -> list[Sheet]:
    visible = [sheet for sheet in sheets if not sheet.hidden]
    if not visible:
        raise ListRefused([refusals.no_visible_sheet(place)])
    return [sheet for sheet in visible if not _has_role(sheet)]


def _has_role(sheet: Sheet) -> bool:
    return fold(sheet.name) in keys_of("sheets")


def _nothing(candidates: Sequence[Sheet], place: Place, reading: Reading) -> Finding:
    written = [sheet for sheet in candidates if sheet.rows]
    if not written:
        return refusals.nothing_in_it(place)
    sheet = written[0]
    if reading.indices:
        columns = [column_letters(index + 1) for index in sorted(reading.indices.values())]
        return header_refusals.no_chosen_header(sheet.place(), columns, HEADER_ROWS)
    row = first_row_of_several(sheet)
    if not row:
        return header_refusals.no_header(sheet.place(), "", HEADER_ROWS)
    cells = sheet.rows[row]
    texts = [printable(shown(cells[index]).strip())[:40] for index in filled(cells)[:5]]
    return header_refusals.no_header(sheet.place(row), ", ".join(texts), HEADER_ROWS)


def first_row_of_several(sheet: Sheet) -> int:
    """The first row in which several cells say something; 0 when there is none."""
    return next((row for row, cells in sheet.rows.items() if len(filled(cells)) > 1), 0)


def _twice(sheet: Sheet, header: Header, index: int) -> Finding:
    text = shown(header.cells[index]).strip()
    same = [
        f"{column_letters(column + 1)}{header.row}"
        for column, value in enumerate(header.cells)
        if fold(shown(value)) == fold(text)
    ]
    return header_refusals.header_twice(sheet.place(header.row, index + 1), text, same)


def _matched(sheet: Sheet, header: Header) -> Finding:
    ordered = sorted(header.columns.items(), key=lambda each: each[1])
    matches = [told.match(shown(header.cells[index]), index + 1, field) for field, index in ordered]
    return told.header_found(sheet.place(header.row), matches)
