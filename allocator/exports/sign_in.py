"""``sign-in``: a list for each group on which everybody signs."""

from collections.abc import Iterator, Sequence
from functools import partial

from allocator.exports.export import Export
from allocator.exports.group_head import group_texts, write_group_head
from allocator.exports.group_sheets import sheet_per_group
from allocator.exports.marks import WHITE, marks
from allocator.exports.paper import WIDTH, Face, Paper
from allocator.exports.people import Person, people
from allocator.rosters.edition import Edition
from allocator.rosters.look import FILL_HEADER, GREY
from allocator.rosters.measure import LEADING, lines_of
from allocator.text import say

#: Widths of the columns, in characters: number, name, delegation, signature.
_WIDTHS = (7, 33, 30, WIDTH - 70)
#: Points: the size of the mark, the row of headings, the least height of a row to sign with a pen.
_MARK, _HEAD, _ROW = 48, 24, 27
#: Points of air above and below the lines of a text.
_AIR = 8
_SIZE = 11
#: The largest type of what is said of the group: the paper is for the signatures.
_LARGEST = 18


def make(edition: Edition) -> bytes:
    """A sheet per group: a numbered row per person, with room to sign."""
    write = partial(_write, edition=edition, everybody=people(edition))
    return sheet_per_group(edition, write, title=say("Sign-in sheet"))


def _write(page: Paper, *, edition: Edition, index: int, everybody: Sequence[Person]) -> None:
    page.widths(_WIDTHS)
    texts = [
        (text, face, [size for size in sizes if size <= _LARGEST])
        for text, face, sizes in group_texts(edition, index)
    ]
    width = sum(_WIDTHS[1:])
    write_group_head(page, marks(edition)[index], texts, spans=(1, 3), width=width, size=_MARK)
    headings = ("row", "name", "delegation", "signature")
    middle = Face(bold=True, ink=WHITE, fill=FILL_HEADER, at="center")
    begin = Face(bold=True, ink=WHITE, fill=FILL_HEADER, indent=1)
    faces = (middle, begin, begin, begin)
    page.spread(
        [(edition.heading(each), face, 1) for each, face in zip(headings, faces, strict=True)],
        _HEAD,
    )
    page.sheet.print_title_rows = f"1:{page.row}"
    page.sheet.freeze_panes = f"A{page.row + 1}"
    for number, (name, delegation) in enumerate(_rows(edition, index, everybody), start=1):
        _write_row(page, number, name, delegation)


def _write_row(page: Paper, number: int, name: str, delegation: str) -> None:
    texts = zip((name, delegation), _WIDTHS[1:], strict=False)
    lines = max(lines_of(text, width - 3, _SIZE, bold=text is name) for text, width in texts)
    page.spread(
        [
            (number, Face(size=10, ink=GREY, at="center", lines="tblr"), 1),
            (name, Face(size=_SIZE, bold=True, lines="tblr", indent=1), 1),
            (delegation, Face(size=_SIZE, lines="tblr", indent=1), 1),
            (None, Face(lines="tblr"), 1),
        ],
        max(_ROW, lines * _SIZE * LEADING + _AIR),
    )


def _rows(edition: Edition, index: int, everybody: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """Name and delegation of everybody; those of head-counts write their names themselves."""
    if edition.outcome.workshop.names_delegates:
        for person in everybody:
            if person.group == edition.groups[index]:
                yield person.full_name, person.delegation.name
        return
    for delegation in edition.a_to_z:
        for _ in range(edition.outcome.seats_of(delegation)[index]):
            yield "", delegation.name


EXPORT = Export(
    name="sign-in",
    about=say("a list for each group on which everybody signs"),
    ending=".xlsx",
    make=make,
)
