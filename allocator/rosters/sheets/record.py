"""How the rosters were made: what is needed to make them again, and what was proven."""

from collections.abc import Iterator

from allocator.changes import Changes
from allocator.event_rules import Appointment
from allocator.explain import balance_rows
from allocator.rosters.checksum import checksum
from allocator.rosters.edition import Edition
from allocator.rosters.page import HEAD_HEIGHT, Page
from allocator.rosters.phrases import Phrases
from allocator.rosters.rows import Value
from allocator.rosters.sheets.settings import SEPARATOR, shown

#: Columns of the table of goals.
GOAL_FIELDS = ("key", "goal", "value", "bound", "limit", "unit", "verdict")
_WIDTHS = (44, 70, 12, 14, 18, 16, 28)
_GOAL_HEADS = ["head", "head", "head number", "head number", "head number", "head", "head"]
_GOAL_STYLES = ["code", "first", "number", "number", "number", "text", "text"]


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    page.widths(_WIDTHS)
    page.line([edition.say("record.title")], "headline")
    note = "record.note" if edition.outcome.changes is None else "record.note_again"
    page.line([edition.say(note)], "note")
    page.skip()
    page.line([edition.heading("item"), edition.heading("value")], "head")
    for key, value in _items(edition):
        cells: list[Value] = [edition.say(f"record.{key}"), value]
        page.line(cells, ["first", "text"])
    page.skip()
    page.line([edition.say("record.goals")], "section")
    headings = [edition.heading(name) for name in GOAL_FIELDS]
    page.line(headings, _GOAL_HEADS, height=HEAD_HEIGHT)
    units = {score.name: score.unit for score in edition.outcome.scores}
    for row in balance_rows(edition.outcome, edition.language):
        unit = edition.say(f"units.{units[row.name]}")
        cells = [
            row.name,
            row.title,
            row.value,
            row.bound,
            row.limit,
            unit,
            row.verdict,
        ]
        page.line(cells, _GOAL_STYLES)


def appointed_text(appointment: Appointment, phrases: Phrases) -> str:
    """An office that the sheet Groups gave to somebody: ``Chair 2`` is that of the second group."""
    return f"{phrases.heading(appointment.office)} {appointment.group + 1}"


def _items(edition: Edition) -> Iterator[tuple[str, Value]]:
    """Key of the record -> its value, in the order of the rows."""
    outcome, plan = edition.outcome, edition.outcome.plan
    workshop = outcome.workshop
    yield "version", outcome.version
    yield "date", edition.written
    yield "status", edition.say(f"record.{outcome.status}")
    yield "stopped", edition.say("values.yes" if outcome.stopped else "values.no")
    yield "delegations", len(workshop.delegations)
    yield "delegates", workshop.head_count
    yield "seating", shown(plan.seating, edition)
    yield "small", plan.small
    yield "small_seating", shown(plan.small_seating, edition)
    yield "balance", SEPARATOR.join(plan.balance)
    yield "columns", SEPARATOR.join(plan.columns)
    if plan.slots:
        texts = (appointed_text(each, edition) for each in plan.appointments)
        yield "appointed", SEPARATOR.join(texts)
    if plan.sessions > 1:
        yield "sessions", plan.sessions
    yield "seed", plan.seed
    yield "workers", plan.workers
    yield "time_limit", shown(plan.time_limit, edition)
    yield "seats", checksum(outcome.allocations)
    if outcome.changes is not None:
        yield from _changes(edition, outcome.changes)
    yield "file", workshop.source.file
    yield "sha256", workshop.source.sha256
    yield "list_language", workshop.language
    yield from edition.programs


def _changes(edition: Edition, changes: Changes) -> Iterator[tuple[str, Value]]:
    """What a re-balance started from, and how its point of the frontier was chosen."""
    yield "previous", changes.previous
    yield "previous_file", changes.file
    yield "previous_sha256", changes.sha256
    yield "stayed", changes.stayed
    yield "moves", changes.moves
    yield "fewest", edition.say("values.yes" if changes.fewest else "values.no")
    yield "max_moves", changes.max_moves
    yield "tolerance", changes.tolerance
