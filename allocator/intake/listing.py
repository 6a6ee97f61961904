"""Which sheet of a file is the list, and where its header is."""

from collections.abc import Sequence
from dataclasses import dataclass

from allocator.errors import ListRefused
from allocator.findings import Finding, Place, column_letters
from allocator.folding import fold
from allocator.intake import refusals, told
from allocator.intake.header import HEADER_ROWS, Header, find_header
from allocator.intake.sheet import Sheet, filled, shown
from allocator.language import LANGUAGES, catalogue
from allocator.vocabulary import keys_of


@dataclass(frozen=True, slots=True)
class Listing:
    """The sheet that is the list, its header, and what is to be told about the choice."""

    sheet: Sheet
    header: Header
    notices: tuple[Finding, ...]


def find_list(sheets: Sequence[Sheet], wanted: str | None, place: Place) -> Listing:
    """The sheet that is asked for, else the visible one whose header is understood best.

    Raises:
        ListRefused: E-TYPE for a rosters workbook, E-SHEET, E-EMPTY or E-HEADER.
    """
    if not wanted and _are_rosters(sheets):
        raise ListRefused([refusals.rosters_given(place)])
    candidates = [_named(sheets, wanted, place)] if wanted else _visible(sheets, place)
    headers = [(find_header(sheet.rows), sheet) for sheet in candidates]
    found = [(header, sheet) for header, sheet in headers if header]
    if not found:
        raise ListRefused([_nothing(candidates, place)])
    header, sheet = max(found, key=lambda each: each[0].score)
    if header.twice:
        raise ListRefused([_twice(sheet, header, index) for index in header.twice])
    others = [other.name for other in sheets if other is not sheet and not _has_role(other)]
    chosen = (told.sheet_chosen(sheet.place(), others),) if others and not wanted else ()
    return Listing(sheet, header, (*chosen, _matched(sheet, header)))


def _are_rosters(sheets: Sequence[Sheet]) -> bool:
    """Whether these are the sheets of a rosters workbook, in any language."""
    names = {fold(sheet.name) for sheet in sheets}
    titles = (catalogue(code)["sheets"] for code in LANGUAGES)
    return any({fold(each["overview"]), fold(each["record"])} <= names for each in titles)


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


def _nothing(candidates: Sequence[Sheet], place: Place) -> Finding:
    written = [sheet for sheet in candidates if sheet.rows]
    if not written:
        return refusals.nothing_in_it(place)
    sheet = written[0]
    several = [(row, cells) for row, cells in sheet.rows.items() if len(filled(cells)) > 1]
    if not several:
        return refusals.no_header(sheet.place(), "", HEADER_ROWS)
    row, cells = several[0]
    texts = [shown(cells[index]).strip()[:40] for index in filled(cells)[:5]]
    return refusals.no_header(sheet.place(row), ", ".join(texts), HEADER_ROWS)


def _twice(sheet: Sheet, header: Header, index: int) -> Finding:
    text = shown(header.cells[index]).strip()
    same = [
        f"{column_letters(column + 1)}{header.row}"
        for column, value in enumerate(header.cells)
        if fold(shown(value)) == fold(text)
    ]
    return refusals.header_twice(sheet.place(header.row, index + 1), text, same)


def _matched(sheet: Sheet, header: Header) -> Finding:
    ordered = sorted(header.columns.items(), key=lambda each: each[1])
    matches = [told.match(shown(header.cells[index]), index + 1, field) for field, index in ordered]
    return told.header_found(sheet.place(header.row), matches)
