"""The record: how the rosters were made, and what was proven of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allocator.allocation import Allocation, Outcome, Score
from allocator.audit import measured_in_all
from allocator.encounters import MEETINGS, UNIT, never_met
from allocator.folding import fold
from allocator.language import catalogue
from allocator.model.catalog import goals_for, goals_named
from allocator.plan import MOST_SESSIONS, Plan
from allocator.planning.defaults import plan_for
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Row, rows_below
from allocator.rosters.reading.officers import officers_in
from allocator.rosters.reading.words import choice_of, parts_of
from allocator.rosters.sheets.record import GOAL_FIELDS
from allocator.settings import Group, Seating, SmallSeating
from allocator.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The rows of the record by key, and the goals in order of priority, each with its row.

    ``meetings`` is the goal of several sessions, which stands behind those of balance.
    """

    rows: dict[str, Row]
    goals: tuple[Score, ...]
    goal_rows: tuple[Row, ...]
    meetings: Score | None = None

    @property
    def sessions(self) -> int:
        """How many sessions there are; a record of one says nothing of them."""
        return self.number("sessions", least=1) if "sessions" in self.rows else 1

    def text(self, key: str) -> str:
        """The text of a row, empty when the record lacks it."""
        return self.rows[key].text("value") if key in self.rows else ""

    @property
    def balance(self) -> tuple[str, ...]:
        """The balanced columns."""
        return parts_of(self.text("balance"))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that goals and rules look at; older workbooks carry the balanced ones."""
        return parts_of(self.text("columns")) or self.balance

    @property
    def appointed(self) -> tuple[str, ...] | None:
        """The offices that the sheet Groups gave to somebody; ``None`` where nothing is said."""
        return parts_of(self.text("appointed")) if "appointed" in self.rows else None

    @property
    def stamp(self) -> str:
        """When the rosters were written, in ISO 8601 (UTC)."""
        return self.text("date").replace(" UTC", "Z").replace(" ", "T")

    def number(self, key: str, *, least: int = 0) -> int:
        """The whole number of a row; problems are told."""
        return self.rows[key].number_of("value", least=least)


_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")
#: What goals are counted in.
UNITS = ("people", "delegations", "offices")
#: Rows without which no plan can be read.
_NEEDED = ("version", "stopped", "seating", "small", "small_seating", "seed", "workers",
           "time_limit", "date", "list_language")  # fmt: skip


#: Further ones without which the changes of a re-balance cannot be read.
_NEEDED_AGAIN = ("stayed", "moves", "fewest", "max_moves", "tolerance")


def read_record(binder: Binder) -> Record | None:
    """The record of the workbook; ``None`` when the sheet was taken out.

    Raises:
        ListRefused: when rows that the plan needs are missing.
    """
    if "record" not in binder.sheets:
        return None
    phrases, problems, grid = binder.phrases, binder.problems, binder.sheets["record"]
    titles = {fold(title): key for key, title in catalogue(phrases.language)["record"].items()}
    headings = {"setting": phrases.heading("item"), "value": phrases.heading("value")}
    rows: dict[str, Row] = {}
    for row in rows_below(grid, headings, ("setting",), problems):
        if (label := fold(row.text("setting"))) in titles:
            # The goals stand below, and one of them may be called like an item.
            rows.setdefault(titles[label], row)
    needed = (*_NEEDED, *(_NEEDED_AGAIN if "previous" in rows else ()))
    missing = [phrases.say(f"record.{key}") for key in needed if key not in rows]
    if missing:
        problems.no_heading(grid.title, ", ".join(missing))
    fields = {field: phrases.heading(field) for field in GOAL_FIELDS}
    units = {fold(phrases.say(f"units.{unit}")): unit for unit in (*UNITS, UNIT)}
    scored = [
        (_score(row, units), row) for row in rows_below(grid, fields, ("key", "goal"), problems)
    ]
    for key, is_read in _READ:
        if key in rows and not is_read(rows[key].text("value")):
            problems.no_value(rows[key].place("value"), rows[key].text("value"), key)
    problems.refuse()
    return Record(
        rows=rows,
        goals=tuple(score for score, _ in scored if score.name != MEETINGS),
        goal_rows=tuple(row for score, row in scored if score.name != MEETINGS),
        meetings=next((score for score, _ in scored if score.name == MEETINGS), None),
    )


def _is_number(text: str) -> bool:
    try:
        return 0 < float(text) < float("inf")
    except ValueError:
        return False


def _is_stamp(text: str) -> bool:
    return _STAMP.fullmatch(text) is not None


def _are_sessions(text: str) -> bool:
    return text.isdecimal() and 1 <= int(text[:9]) <= MOST_SESSIONS


#: Rows that are more than texts, and what says whether one can be read.
_READ = (("time_limit", _is_number), ("date", _is_stamp), ("sessions", _are_sessions))


def plan_of(record: Record, groups: tuple[Group, ...]) -> Plan:
    """The plan that the record tells of, with the groups as they are named now."""
    rows = record.rows
    return Plan(
        groups=groups,
        goals=tuple(score.name for score in record.goals),
        small=record.number("small"),
        seating=choice_of(rows["seating"], "value", Seating) or Seating.SPREAD,
        small_seating=choice_of(rows["small_seating"], "value", SmallSeating)
        or SmallSeating.TOGETHER,
        balance=record.balance,
        sessions=record.sessions,
        seed=record.number("seed"),
        workers=record.number("workers", least=1),
        time_limit=float(record.text("time_limit")),
    )


def require_goals(record: Record, workshop: Workshop) -> None:
    """Tell of each goal in the record that the list does not have."""
    known = {goal.name for goal in goals_for(workshop, record.balance, seating=True)}
    for row, score in zip(record.goal_rows, record.goals, strict=True):
        if score.name not in known:
            row.problems.no_value(row.place("key"), score.name, row.grid.title)


def without_record(
    binder: Binder, workshop: Workshop, allocations: Sequence[Allocation]
) -> Outcome:
    """The outcome of a workbook whose record was taken out: nothing of it is proven any more."""
    plan = plan_for(workshop, workshop.settings)
    officers = officers_in(plan, workshop, binder.source.file)
    allocations = [replace(each, officers=officers) for each in allocations]
    outcome = Outcome(
        workshop=workshop,
        plan=plan,
        allocation=allocations[0],
        goals=(),
        sessions=tuple(allocations[1:]),
        version=_printed_version(binder),
        source=binder.source,
    )
    goals = goals_named(plan.goals, workshop, plan.balance)
    scores = tuple(
        Score(name=goal.name, value=value, bound=0, limit=0, unit=goal.unit)
        for goal, value in zip(goals, measured_in_all(outcome), strict=True)
    )
    met = never_met(workshop, allocations)
    meetings = Score(name=MEETINGS, value=met, bound=0, limit=0, unit=UNIT)
    return replace(outcome, goals=scores, meetings=meetings if plan.sessions > 1 else None)


def _printed_version(binder: Binder) -> int:
    """The version that the overview prints; 1 where it prints none."""
    printed = re.escape(binder.phrases.say("overview.version", version="@", date="@"))
    wanted = re.compile(printed.replace("@", "(\\d{1,9})", 1).replace("@", ".*"))
    rows = binder.sheets["overview"].rows if "overview" in binder.sheets else ()
    texts = (cell for row in rows for cell in row[:1] if isinstance(cell, str))
    return next((int(found[1]) for text in texts if (found := wanted.fullmatch(text))), 1)


def _score(row: Row, units: dict[str, str]) -> Score:
    return Score(
        name=row.text("key"),
        value=row.number_of("value"),
        bound=row.number_of("bound"),
        limit=row.number_of("limit"),
        unit=units.get(fold(row.text("unit")), "people"),
    )
