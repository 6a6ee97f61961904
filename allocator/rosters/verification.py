"""Does a rosters workbook say the truth? Every printed number, recomputed from the rosters."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from allocator.allocation import Outcome
from allocator.audit import recounted, violations
from allocator.changes import Changes
from allocator.errors import ListRefused
from allocator.findings import Finding, Place, Severity, quoted
from allocator.language import catalogue
from allocator.rosters.book import empty_book, written
from allocator.rosters.comparison import differences
from allocator.rosters.edition import Edition, edition_of
from allocator.rosters.reading.binder import Binder, binder_of
from allocator.rosters.reading.changes import row_of
from allocator.rosters.reading.grid import Grid
from allocator.rosters.reading.outcome import outcome_in
from allocator.rosters.reading.record import Record, read_record
from allocator.rosters.truth import untrue_moves
from allocator.text import say

#: Sheets that the reader may change, and that say nothing about the seats.
_FREE = ("groups", "rules", "settings", "notices")
_WRITTEN = "%Y-%m-%d %H:%M:%S UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What contradicts the rosters of a workbook.

    ``breaches`` are what cannot be read, broken rules and untrue changes; ``misprints`` the cells
    of other sheets that differ. ``outcome`` is what the rosters say, ``None`` when they cannot be
    read.
    """

    breaches: tuple[Finding, ...] = ()
    misprints: tuple[Finding, ...] = ()
    outcome: Outcome | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of it."""
        return (*self.breaches, *self.misprints)


def contradictions(path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """Everything in a rosters workbook that contradicts its rosters, by sheet and cell.

    Raises:
        CannotRead: when the file cannot be opened.
    """
    return check(path).findings


def check(path: str | os.PathLike[str]) -> Check:
    """What contradicts the rosters of a workbook.

    The rosters of the groups are read, every other sheet is made anew from them and compared with
    the one that is there; rules and goals are recomputed by the audit, without the solver.

    Raises:
        CannotRead: when the file cannot be opened.
    """
    try:
        binder = binder_of(path)
        outcome = outcome_in(binder)
    except ListRefused as refused:
        return Check(breaches=refused.findings)
    record = read_record(binder)
    if record is None:
        place, title = Place(file=binder.problems.file), binder.phrases.say("sheets.record")
        message = say("without the sheet {sheet} there is nothing to verify.", sheet=quoted(title))
        return Check(breaches=(_finding(place, message),), outcome=outcome)
    if "previous" in record.rows and outcome.changes is None:
        title = binder.phrases.say("sheets.changes")
        place = record.rows["previous"].place("value")
        message = say(
            "this is a re-balance, and the sheet {sheet} is missing.", sheet=quoted(title)
        )
        return Check(breaches=(_finding(place, message),), outcome=outcome)
    return Check(
        breaches=(*_breaches(binder, outcome), *_untrue(binder, outcome)),
        misprints=tuple(_misprints(binder, _with_measured_goals(outcome), record)),
        outcome=outcome,
    )


def _with_measured_goals(outcome: Outcome) -> Outcome:
    """The outcome with the goals' values as the rosters give them; bounds stay as recorded."""
    counted = recounted(outcome)
    values = [goal.value for goal in counted.goals]
    return replace(counted, changes=_with_measured_point(outcome, values))


def _with_measured_point(outcome: Outcome, values: Sequence[int]) -> Changes | None:
    """The changes with the point of the frontier that was taken as the rosters give it."""
    changes = outcome.changes
    if changes is None:
        return None
    taken = {
        "moves": changes.moves,
        "goals": dict(zip(outcome.plan.goals, values, strict=True)),
        "sizes": tuple(count.delegates for count in outcome.counts()),
    }
    points = (
        replace(point, **taken) if point.chosen else point  # type: ignore[arg-type] # a field each
        for point in changes.frontier
    )
    return replace(changes, frontier=tuple(points))


def _untrue(binder: Binder, outcome: Outcome) -> Iterator[Finding]:
    """Each line of the changes that the rosters contradict."""
    for move, why in untrue_moves(outcome):
        row = row_of(binder, move)
        message = say("{problem}. Write the rosters again.", problem=why)
        yield _finding(row.place("delegation"), message, move.delegation)


def _misprints(binder: Binder, truth: Outcome, record: Record) -> Iterator[Finding]:
    """Each cell that differs from what the rosters give."""
    grids = {grid.title: grid for grid in (*binder.sheets.values(), *binder.others)}
    free = {catalogue(binder.phrases.language)["sheets"][key] for key in _FREE}
    for page in written(empty_book(), _edition(truth, record)):
        title = page.sheet.title
        if title in free or title not in grids:
            continue
        wanted = Grid(title=title, rows=tuple(tuple(line.values) for line in page.lines))
        for difference in differences(wanted, grids[title]):
            yield _finding(
                binder.problems.at(title, difference.row, difference.column),
                difference.message,
                difference.found,
            )


def _edition(outcome: Outcome, record: Record) -> Edition:
    """The edition as it was printed then: its date and programs are those of the record."""
    edition = edition_of(outcome, datetime.strptime(record.text("date"), _WRITTEN))  # noqa: DTZ007 - the text says UTC and the edition keeps it
    programs = tuple((name, record.text(name)) for name, _ in edition.programs)
    return replace(edition, programs=programs)


def _breaches(binder: Binder, outcome: Outcome) -> Iterator[Finding]:
    """Each broken rule, at the delegation or the group that breaks it."""
    places = _places(binder, outcome)
    delegations = outcome.workshop.delegations
    # After a re-balance the seating rule is a goal for whoever had a seat: its value is compared.
    joined = Counter[str]()
    for move in outcome.changes.joined if outcome.changes else ():
        joined[move.delegation] += move.people
    soft = {
        each.id: each.head_count
        for each in delegations
        if "seating" in outcome.plan.goals and joined[each.name] < each.head_count
    }
    for session, allocation in enumerate(outcome.allocations, start=1):
        for sentence in violations(outcome.workshop, outcome.plan, allocation, soft):
            names = [name for name in places if sentence.startswith(f"{name} ")]
            place = places[max(names, key=len)] if names else Place(file=binder.problems.file)
            problem = sentence
            if outcome.sessions:
                problem = say("{problem} in session {session}", problem=problem, session=session)
            message = say("{problem}. Correct the rosters, or allocate anew.", problem=problem)
            yield _finding(place, message)


def _places(binder: Binder, outcome: Outcome) -> Mapping[str, Place]:
    """Name of a delegation or group -> its cell in the sheet that lists them."""
    problems, sheets = binder.problems, binder.sheets
    names = {
        "delegations": {each.name for each in outcome.workshop.delegations},
        "groups": {group.name for group in outcome.plan.groups},
    }
    return {
        cell: problems.at(sheets[key].title, number, 1)
        for key, known in names.items()
        for number, row in enumerate(sheets[key].rows, start=1)
        if row and isinstance(cell := row[0], str) and cell in known
    }


def _finding(place: Place, message: str, found: str = "") -> Finding:
    return Finding(
        severity=Severity.ERROR, code="E-CONTRADICTION", message=message, place=place, found=found
    )
