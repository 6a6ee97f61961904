"""The record: how the rosters were made, and what was proven of them."""

from dataclasses import dataclass

from allocator.allocation import Score
from allocator.folding import fold
from allocator.language import catalogue
from allocator.plan import Plan
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import Row, rows_below
from allocator.rosters.reading.words import choice_of, parts_of
from allocator.rosters.sheets.record import GOAL_FIELDS
from allocator.settings import Group, Seating, SmallSeating


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The rows of the record by key, and the goals in order of priority."""

    rows: dict[str, Row]
    goals: tuple[Score, ...]

    def text(self, key: str) -> str:
        """The text of a row, empty when the record lacks it."""
        return self.rows[key].text("value") if key in self.rows else ""

    def number(self, key: str, *, least: int = 0) -> int:
        """The whole number of a row; problems are told."""
        return self.rows[key].number_of("value", least=least)


#: Rows without which no plan can be read.
_NEEDED = ("version", "stopped", "seating", "small", "small_seating", "seed", "workers",
           "time_limit", "date", "list_language")  # fmt: skip


def read_record(binder: Binder) -> Record:
    """The record of the workbook.

    Raises:
        ListRefused: when rows that the plan needs are missing.
    """
    phrases, problems, grid = binder.phrases, binder.problems, binder.sheets["record"]
    titles = {fold(title): key for key, title in catalogue(phrases.language)["record"].items()}
    headings = {"setting": phrases.heading("item"), "value": phrases.heading("value")}
    rows = {
        titles[label]: row
        for row in rows_below(grid, headings, ("setting",), problems)
        if (label := fold(row.text("setting"))) in titles
    }
    missing = [phrases.say(f"record.{key}") for key in _NEEDED if key not in rows]
    if missing:
        problems.no_heading(grid.title, ", ".join(missing))
    fields = {field: phrases.heading(field) for field in GOAL_FIELDS}
    units = {fold(phrases.say(f"units.{unit}")): unit for unit in ("people", "delegations")}
    goals = tuple(_score(row, units) for row in rows_below(grid, fields, ("key", "goal"), problems))
    problems.refuse()
    return Record(rows=rows, goals=goals)


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
        balance=parts_of(record.text("balance")),
        seed=record.number("seed"),
        workers=record.number("workers", least=1),
        time_limit=float(record.text("time_limit") or 0),
    )


def _score(row: Row, units: dict[str, str]) -> Score:
    return Score(
        name=row.text("key"),
        value=row.number_of("value"),
        bound=row.number_of("bound"),
        limit=row.number_of("limit"),
        unit=units.get(fold(row.text("unit")), "people"),
    )
