"""The outcome that a rosters workbook carries."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace

from allocator.allocation import Allocation, Outcome
from allocator.folding import fold
from allocator.intake import Upload
from allocator.plan import MOST_SESSIONS
from allocator.planning.rulebook import rules_of
from allocator.rosters.checksum import checksum
from allocator.rosters.reading.binder import Binder, binder_in, binder_of
from allocator.rosters.reading.changes import read_changes
from allocator.rosters.reading.edits import Edits
from allocator.rosters.reading.groups import rosters_of
from allocator.rosters.reading.notices import read_notices
from allocator.rosters.reading.officers import officers_in, with_officers
from allocator.rosters.reading.record import (
    Record,
    plan_of,
    read_record,
    require_goals,
    without_record,
)
from allocator.rosters.reading.sessions import seats_of_sessions
from allocator.rosters.reading.settings import read_settings
from allocator.workshop import Source, Workshop


def read_rosters(path: str | os.PathLike[str]) -> Outcome:
    """The outcome of a rosters workbook, in whatever language it was written.

    Who sits where is what the sheets of the groups say, hand edits included, which ``edits`` tells;
    groups and settings are those of their own sheets, the plan and the goals those of the record.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: when it is no sound rosters workbook, with every problem by sheet and cell.
    """
    start = time.perf_counter()
    return _timed(outcome_in(binder_of(path)), start)


def read_rosters_file(content: bytes, file: str) -> Outcome:
    """The outcome of a rosters workbook whose bytes are there, as ``read_rosters`` reads it.

    ``file`` is how messages call it.

    Raises:
        ListRefused: when it is no sound rosters workbook, with every problem by sheet and cell.
    """
    start = time.perf_counter()
    return _timed(outcome_in(binder_in(Upload(content=content, file=file))), start)


def _timed(outcome: Outcome, start: float) -> Outcome:
    seconds = time.perf_counter() - start
    return replace(
        outcome,
        workshop=replace(outcome.workshop, seconds=seconds),
        seconds={"read": seconds, "solve": 0.0, "write": 0.0},
    )


def outcome_in(binder: Binder) -> Outcome:
    """The outcome that the sheets of a rosters workbook carry.

    Raises:
        ListRefused: with every problem by sheet and cell.
    """
    edits = Edits()
    settings = read_settings(binder)
    groups = settings.group_table or ()
    record = read_record(binder)
    columns = record.columns if record else settings.balance or ()
    sessions = record.sessions if record else min(settings.sessions or 1, MOST_SESSIONS)
    rosters = rosters_of(binder, groups, columns, sessions)
    plan = plan_of(record, groups) if record else None
    delegations, allocations = seats_of_sessions(binder, groups, rosters, columns, edits)
    workshop = Workshop(
        delegations=delegations,
        settings=settings,
        notices=read_notices(binder),
        language=binder.phrases.language,
    )
    if record is None or plan is None:
        return _without_record(binder, workshop, allocations, edits)
    if record.text("seats") not in ("", checksum(allocations)) and not edits.notices:
        edits.other_seats(record.rows["seats"].place("value"))
    source = Source(file=record.text("file"), sha256=record.text("sha256"))
    workshop = replace(workshop, source=source, language=record.text("list_language"))
    require_goals(record, workshop)
    binder.problems.refuse()
    changes = read_changes(binder, record)
    binder.problems.refuse()
    plan = replace(plan, rules=rules_of(settings.rules or (), workshop, groups))
    plan = with_officers(plan, record.appointed, workshop, binder)
    officers = officers_in(plan, workshop, binder.source.file)
    return Outcome(
        workshop=workshop,
        plan=plan,
        allocation=replace(allocations[0], officers=officers),
        goals=record.goals,
        sessions=tuple(replace(each, officers=officers) for each in allocations[1:]),
        meetings=record.meetings if plan.sessions > 1 else None,
        stopped=_says_yes(record, "stopped", binder),
        version=record.number("version", least=1),
        changes=changes,
        solver=record.text("ortools"),
        source=binder.source,
        written=record.stamp,
        edits=edits.notices,
    )


def _without_record(
    binder: Binder, workshop: Workshop, allocations: Sequence[Allocation], edits: Edits
) -> Outcome:
    edits.without_record(binder.problems.at("", 0, 0), binder.phrases.say("sheets.record"))
    return replace(without_record(binder, workshop, allocations), edits=edits.notices)


def _says_yes(record: Record, key: str, binder: Binder) -> bool:
    return fold(record.text(key)) == fold(binder.phrases.say("values.yes"))
