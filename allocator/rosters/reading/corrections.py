"""Texts that were corrected on a roster: the roster counts."""

from allocator.folding import fold
from allocator.language import LANGUAGES, word
from allocator.offices import OFFICES, ROLE
from allocator.plan import MOST_SESSIONS
from allocator.rosters.reading.edits import Edits
from allocator.rosters.reading.grid import Row
from allocator.rosters.reading.words import group_field

#: Columns of the sheet of delegates that say nothing about the person.
_HIDDEN = (
    "row",
    "delegation",
    *(group_field(session) for session in range(1, MOST_SESSIONS + 1)),
)


def corrected(row: Row, on_roster: Row | None, edits: Edits) -> dict[str, str]:
    """The traits of a delegate: as the roster writes them, else as the sheet of delegates does.

    ``on_roster`` is the row on the roster; a cell that is empty there corrects nothing, and neither
    does the office that somebody holds: the sheet of delegates has the candidacy.
    """
    traits = {
        field: row.text(field) for field in row.columns if field not in _HIDDEN and row.text(field)
    }
    for field in on_roster.columns if on_roster else ():
        text = on_roster.text(field) if on_roster else ""
        if field == ROLE and _is_office(text):
            continue
        if on_roster and field not in _HIDDEN and text and text != traits.get(field, ""):
            before = traits.get(field, "")
            edits.corrected(on_roster.place(field), text, before, row.grid.title)
            traits[field] = text
    return traits


def _is_office(text: str) -> bool:
    """Whether a text is what rosters print beside whoever holds an office, in any language."""
    return fold(text) in {
        fold(word(code, f"headings.{office}")) for code in LANGUAGES for office in OFFICES
    }
