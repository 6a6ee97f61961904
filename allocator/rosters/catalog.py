"""The only list of sheets: what a rosters workbook holds, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from allocator.planning.appointments import staffed
from allocator.rosters.charts import colour
from allocator.rosters.edition import Edition
from allocator.rosters.effective import said, used
from allocator.rosters.look import TAB_EDIT, TAB_READ, TAB_RECORD
from allocator.rosters.page import Page
from allocator.rosters.sheets import (
    balance,
    changes,
    delegates,
    delegations,
    group,
    groups,
    notices,
    overview,
    record,
    reports,
    rules,
    settings,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sheet to be written: its name, the colour of its tab, and what writes it.

    ``heading`` is its name at the edge of the paper, where that of the sheet had to be cut.
    """

    title: str
    heading: str = ""
    colour: str
    write: Callable[[Page], None]


def drafts(edition: Edition) -> Iterator[Draft]:
    """Every sheet of an edition, in the order of the workbook."""
    for kind in SHEETS:
        yield from kind(edition)


#: Makes the drafts of one kind of sheet; none where an edition has no use for it.
Kind = Callable[[Edition], Iterator[Draft]]


def _one(key: str, write: Callable[[Page, Edition], None], colour: str) -> Kind:
    """A sheet that every edition has."""

    def kind(edition: Edition) -> Iterator[Draft]:
        yield Draft(
            title=edition.say(f"sheets.{key}"),
            colour=colour,
            write=lambda page: write(page, edition),
        )

    return kind


def _rosters(edition: Edition) -> Iterator[Draft]:
    """One roster per group and session."""
    k = edition.outcome.plan.k
    for number, title in enumerate(edition.group_titles):
        session, index = divmod(number, k)
        own = edition.by_session[session]
        write = partial(group.write, edition=own, index=index)
        heading = own.in_session(own.groups[index].name)
        yield Draft(title=title, heading=heading, colour=colour(index), write=write)


def _delegates(edition: Edition) -> Iterator[Draft]:
    """The list of delegates, where there are names."""
    if delegates.is_wanted(edition):
        yield from _one("delegates", delegates.write, TAB_READ)(edition)


def _changes(edition: Edition) -> Iterator[Draft]:
    """What a re-balance changed."""
    if changes.is_wanted(edition):
        yield from _one("changes", changes.write, TAB_READ)(edition)


def _groups(page: Page, edition: Edition) -> None:
    groups.write(page, edition, staffed(edition.outcome), note="groups.note")


def _rules(page: Page, edition: Edition) -> None:
    rows = [rule.row for rule in edition.outcome.plan.rules]
    rules.write(page, edition, rows, note="rules.note")


def _settings(page: Page, edition: Edition) -> None:
    settings.write(page, edition, said(edition.outcome), used(edition.outcome, edition))


#: The workbook.
SHEETS: tuple[Kind, ...] = (
    _one("overview", overview.write, TAB_READ),
    _rosters,
    _one("delegations", delegations.write, TAB_READ),
    _delegates,
    _one("balance", balance.write, TAB_READ),
    _changes,
    _one("reports", reports.write, TAB_READ),
    _one("notices", notices.write, TAB_RECORD),
    _one("groups", _groups, TAB_EDIT),
    _one("rules", _rules, TAB_EDIT),
    _one("settings", _settings, TAB_EDIT),
    _one("record", record.write, TAB_RECORD),
)
