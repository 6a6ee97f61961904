"""What a re-balance changed, as its workbook tells it."""

from collections.abc import Iterator

from allocator.changes import Changes, Move, Point
from allocator.explain import chosen_word, goal_title
from allocator.folding import fold
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import MOST_DIGITS, Row, rows_below
from allocator.rosters.reading.record import Record
from allocator.rosters.sheets.changes import FRONTIER_FIELDS, WIDTHS

#: Kinds of change, by the key of their word.
KINDS = ("moved", "new", "left")


def read_changes(binder: Binder, record: Record) -> Changes | None:
    """The changes of a re-balance; ``None`` for a first version, or without the sheet."""
    if "previous" not in record.rows or "changes" not in binder.sheets:
        return None
    moves = {kind: tuple(_moves(binder, kind)) for kind in KINDS}
    yes = fold(binder.phrases.say("values.yes"))
    return Changes(
        previous=record.number("previous", least=1),
        file=record.text("previous_file"),
        sha256=record.text("previous_sha256"),
        stayed=record.number("stayed"),
        fewest=fold(record.text("fewest")) == yes,
        max_moves=record.number("max_moves") if record.text("max_moves") else None,
        tolerance=record.number("tolerance"),
        moved=moves["moved"],
        joined=moves["new"],
        left=moves["left"],
        frontier=tuple(_points(binder, record)),
    )


def row_of(binder: Binder, move: Move) -> Row:
    """The row that tells of a move."""
    return next(row for kind in KINDS for row in _rows(binder, kind) if _move(row) == move)


def _moves(binder: Binder, kind: str) -> Iterator[Move]:
    return map(_move, _rows(binder, kind))


def _rows(binder: Binder, kind: str) -> Iterator[Row]:
    """The rows of a kind of change; those of the frontier below are of none."""
    phrases, grid = binder.phrases, binder.sheets["changes"]
    headings = {field: phrases.heading(field) for field in WIDTHS}
    word = fold(phrases.say(f"changes.{kind}"))
    for row in rows_below(grid, headings, ("change", "people"), binder.problems):
        if fold(row.text("change")) == word:
            yield row


def _move(row: Row) -> Move:
    return Move(
        delegation=row.text("delegation"),
        name=row.text("delegate"),
        people=row.number_of("people", least=1),
        origin=row.text("from"),
        target=row.text("to"),
    )


def _points(binder: Binder, record: Record) -> Iterator[Point]:
    phrases, grid = binder.phrases, binder.sheets["changes"]
    headings = {field: phrases.heading(field) for field in FRONTIER_FIELDS}
    goals = {score.name: goal_title(score.name, phrases.language) for score in record.goals}
    for row in rows_below(grid, headings | goals, ("moves", "sizes"), binder.problems):
        yield Point(
            moves=row.number_of("moves"),
            goals={name: row.number_of(name) for name in goals},
            sizes=tuple(_sizes(row)),
            chosen=bool(row.text("chosen")),
            is_best=row.text("chosen") != chosen_word(phrases.language, is_best=False),
            proven=fold(row.text("proven")) == fold(phrases.say("values.yes")),
        )


def _sizes(row: Row) -> Iterator[int]:
    for text in row.text("sizes").split("/"):
        if text.strip().isdecimal() and len(text) <= MOST_DIGITS:
            yield int(text)
        else:
            row.problems.no_number(row.place("sizes"), row.text("sizes"), 0)
