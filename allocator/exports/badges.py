"""``badges``: cards to cut out, with the group's mark in colour, its name and its room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from openpyxl.worksheet.pagebreak import Break

from allocator.exports.export import Export
from allocator.exports.group_head import mark_size
from allocator.exports.group_sheets import sheet_per_group
from allocator.exports.marks import Mark, marks
from allocator.exports.paper import WIDTH, Face, Paper
from allocator.exports.people import Person, people
from allocator.rosters.edition import Edition
from allocator.rosters.look import GREY, INK
from allocator.rosters.measure import size_for
from allocator.rosters.rows import Value
from allocator.text import say

#: Cards beside and below one another on a page.
_ACROSS, _DOWN = 2, 4
#: Of the width of a card, in characters: its mark, its texts, and what stays free beside the line
#: along which it is cut.
_MARK_WIDTH, _FREE = 11.0, 1.5
_TEXT_WIDTH = WIDTH / _ACROSS - _MARK_WIDTH - _FREE
#: What a cell needs beside its text, in characters.
_PADDING = 3
#: Points: the size of the mark and the heights of the rows of a card, which fill its page.
_MARK = 52
_HEIGHTS = (26.0, 66.0, 44.0, 26.0, 22.0)
#: The sizes to try for each text, in points; the smallest is for what nobody expects.
_SIZES = (
    (10, 9, 8, 6),
    (22, 19, 16, 14, 12, 10, 8, 6),
    (15, 13, 11, 9.5, 8, 6),
    (14, 12, 10, 8.5, 7, 6),
    (12, 10, 8.5, 7, 6),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """What stands on a card; of head-counts a card is a delegation's, whose name is the largest."""

    name: str
    below: str


def make(edition: Edition) -> bytes:
    """Eight cards on a page, group by group."""
    write = partial(_write, edition=edition, everybody=people(edition))
    return sheet_per_group(edition, write, title=say("Badges"))


def _write(page: Paper, *, edition: Edition, index: int, everybody: Sequence[Person]) -> None:
    page.widths([_MARK_WIDTH, _TEXT_WIDTH, _FREE] * _ACROSS)
    cards, mark = list(_cards(edition, index, everybody)), marks(edition)[index]
    for number, start in enumerate(range(0, len(cards), _ACROSS)):
        if number and number % _DOWN == 0:
            page.sheet.row_breaks.append(Break(id=page.row))
        row = [_texts(edition, index, card) for card in cards[start : start + _ACROSS]]
        _write_row(page, mark, row)
    if not cards:
        page.skip()


def _write_row(page: Paper, mark: Mark, cards: Sequence[Sequence[str]]) -> None:
    """Cards side by side, one row of the sheet for each of their texts."""
    first, last = page.row + 1, len(_HEIGHTS) - 1
    size = mark_size(mark, _MARK_WIDTH - 2, _MARK)
    for line, height in enumerate(_HEIGHTS):
        edge = ("t" if line == 0 else "") + ("b" if line == last else "")
        parts: list[tuple[Value, Face, int]] = []
        for texts in cards:
            badge = Face(
                size=size, bold=True, ink=mark.ink, fill=mark.colour, at="center", lines=f"l{edge}"
            )
            parts.append((mark.sign if line == 0 else None, badge, 1))
            parts.append((texts[line], _face(texts[line], line, edge), 1))
            parts.append((None, Face(lines=f"r{edge}"), 1))
        page.spread(parts, height)
    for number in range(len(cards)):
        page.join(first, 3 * number + 1, rows=len(_HEIGHTS))


def _face(text: str, line: int, lines: str) -> Face:
    """The look of a text of a card: as large as its place allows."""
    bold = line in (1, 3)
    size = size_for(text, _TEXT_WIDTH - _PADDING, _SIZES[line], height=_HEIGHTS[line], bold=bold)
    return Face(size=size, bold=bold, ink=GREY if line == 0 else INK, lines=lines, indent=1)


def _texts(edition: Edition, index: int, card: _Card) -> Sequence[str]:
    group = edition.groups[index]
    return (edition.meeting, card.name, card.below, edition.in_session(group.name), group.room)


def _cards(edition: Edition, index: int, everybody: Sequence[Person]) -> Iterator[_Card]:
    """A card for each person of a group, or for each delegation where people have no names."""
    if edition.outcome.workshop.names_delegates:
        for person in everybody:
            if person.group == edition.groups[index]:
                name, where = person.full_name, person.delegation.name
                yield _Card(name=name or where, below=where if name else "")
        return
    for delegation in edition.a_to_z:
        if edition.outcome.seats_of(delegation)[index]:
            yield _Card(name=delegation.name, below="")


EXPORT = Export(
    name="badges",
    about=say("cards to cut out, for people or delegations, with the group and its room"),
    ending=".xlsx",
    make=make,
)
