"""The outcome that a rosters workbook carries."""

import os
import time
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.folding import fold
from allocator.rosters.reading.binder import Binder, binder_of
from allocator.rosters.reading.groups import rosters_of
from allocator.rosters.reading.notices import read_notices
from allocator.rosters.reading.record import plan_of, read_record
from allocator.rosters.reading.roll import read_roll
from allocator.rosters.reading.seats import read_seats
from allocator.rosters.reading.settings import read_settings
from allocator.workshop import Source, Workshop


def read_rosters(path: str | os.PathLike[str]) -> Outcome:
    """The outcome of a rosters workbook, in whatever language it was written.

    Who sits where is what the sheets of the groups say, hand edits included; groups and settings
    are those of their own sheets, the plan and the goals those of the record.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: when it is no sound rosters workbook, with every problem by sheet and cell.
    """
    start = time.perf_counter()
    outcome = outcome_in(binder_of(path))
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
    settings = read_settings(binder)
    groups = settings.group_table or ()
    rosters = rosters_of(binder, groups)
    record = read_record(binder)
    plan = plan_of(record, groups)
    roll = read_roll(binder, plan.balance)
    allocation = read_seats(binder, roll, rosters)
    workshop = Workshop(
        delegations=roll.delegations,
        settings=settings,
        notices=read_notices(binder),
        source=Source(file=record.text("file"), sha256=record.text("sha256")),
        language=record.text("list_language"),
    )
    return Outcome(
        workshop=workshop,
        plan=plan,
        allocation=allocation,
        goals=record.goals,
        stopped=fold(record.text("stopped")) == fold(binder.phrases.say("values.yes")),
        version=record.number("version", least=1),
        solver=record.text("ortools"),
    )
