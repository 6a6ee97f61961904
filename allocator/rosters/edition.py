"""One printing of an outcome: what every sheet of it shares."""

import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

import openpyxl

from allocator import __version__
from allocator.allocation import Outcome
from allocator.delegation import DELEGATE_TRAITS, Delegate, DelegateId, Delegation
from allocator.explain import GroupRow, group_rows, language_of, region_label
from allocator.folding import fold
from allocator.language import catalogue, word
from allocator.offices import Office
from allocator.planning.office_holders import held_by_delegates
from allocator.rosters.collation import sort_key
from allocator.rosters.phrases import Phrases
from allocator.settings import Group

#: Characters that Excel refuses in the name of a sheet, and its longest name.
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TITLE = 31
#: A name that Excel keeps for itself.
_RESERVED_TITLES = ("history",)


@dataclass(frozen=True, kw_only=True)
class Edition(Phrases):
    """An outcome in a language, as written at ``stamp`` (UTC) with these programs.

    ``programs``: name -> version, in the order of the record. ``session`` is the number of the one
    that ``outcome`` is, in the edition of one session; 0 in that of all.
    """

    outcome: Outcome
    stamp: datetime
    programs: tuple[tuple[str, str], ...]
    session: int = 0

    @cached_property
    def by_session(self) -> tuple["Edition", ...]:
        """An edition of each session, the first one first."""
        numbers = range(1, len(self.outcome.allocations) + 1)
        return tuple(
            replace(self, outcome=self.outcome.session(number), session=number)
            for number in numbers
        )

    def in_session(self, title: str) -> str:
        """A title, with the session where there are several."""
        sessions = self.outcome.plan.sessions
        if sessions == 1:
            return title
        return self.say("words.in_session", title=title, session=self.session, sessions=sessions)

    def room(self, room: str) -> str:
        """A room as a heading says it: *Room: XVII*, but *Room XVII* where that is its name."""
        says_itself = fold(self.heading("room")) in fold(room).split()
        return room if says_itself else self.say("group.room", room=room)

    def region(self, delegation: Delegation) -> str:
        """The delegation's region in the edition's language."""
        return region_label(delegation.region, self.language)

    @cached_property
    def groups(self) -> tuple[GroupRow, ...]:
        """The groups with rooms and sizes."""
        return group_rows(self.outcome)

    @cached_property
    def held(self) -> Mapping[DelegateId, Office]:
        """Delegate id -> the office that is held."""
        return held_by_delegates(self.outcome)

    @cached_property
    def group_titles(self) -> tuple[str, ...]:
        """The names of the groups' sheets, session by session."""
        plan = self.outcome.plan
        return group_titles(plan.groups, self.language, plan.sessions)

    @cached_property
    def a_to_z(self) -> tuple[Delegation, ...]:
        """The delegations in the order of the alphabet."""
        return tuple(
            sorted(
                self.outcome.workshop.delegations,
                key=lambda delegation: sort_key(delegation.name, self.language),
            )
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Delegate id -> place in the list, from 1; empty for head-counts."""
        workshop = self.outcome.workshop
        people = [each for delegation in workshop.delegations for each in delegation.delegates]
        return {each.id: number for number, each in enumerate(people, 1)}

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """The traits that the list says of anybody, in the order of their columns."""
        people = [
            each
            for delegation in self.outcome.workshop.delegations
            for each in delegation.delegates
        ]
        return tuple(trait for trait in DELEGATE_TRAITS if any(trait in p.traits for p in people))

    @cached_property
    def own_columns(self) -> tuple[str, ...]:
        """Columns that goals and rules look at and that are no known trait of a delegate."""
        columns = self.outcome.plan.columns
        return tuple(column for column in columns if column not in DELEGATE_TRAITS)

    @cached_property
    def carried(self) -> tuple[str, ...]:
        """Columns that goals and rules look at, and that the list gives for whole delegations."""
        delegations = self.outcome.workshop.delegations
        columns = self.outcome.plan.columns
        return tuple(
            column for column in columns if any(column in each.traits for each in delegations)
        )

    def by_name(self, delegates: tuple[Delegate, ...]) -> tuple[Delegate, ...]:
        """Delegates of one delegation A to Z; those the list does not name keep its order."""
        return tuple(sorted(delegates, key=self.name_key))

    def name_key(self, delegate: Delegate) -> tuple[tuple[str, str], int]:
        """What a delegate is sorted by: last name, first name, then place in the list."""
        traits = delegate.traits
        last, first = traits.get("last_name", ""), traits.get("first_name", "")
        name = f"{last} {first}" if last else delegate.name
        return sort_key(name, self.language), self.numbers[delegate.id]

    @cached_property
    def event(self) -> str:
        """Date, time and venue in one line, as far as they are known."""
        settings = self.outcome.workshop.settings
        parts = (settings.date, settings.time, settings.venue)
        return self.dots(parts)

    @cached_property
    def meeting(self) -> str:
        """The meeting and its theme in one line, as far as they are known."""
        settings = self.outcome.workshop.settings
        return self.dots((settings.meeting, settings.theme))

    @cached_property
    def written(self) -> str:
        """When it was written, to the second: ``2026-11-23 14:05:00 UTC``."""
        return f"{self.stamp:%Y-%m-%d %H:%M:%S} UTC"


def edition_of(outcome: Outcome, stamp: datetime) -> Edition:
    """The edition of an outcome in its own language, by the programs that run now."""
    local = stamp.astimezone(UTC) if stamp.tzinfo else stamp
    return Edition(
        outcome=outcome,
        language=language_of(outcome),
        stamp=local.replace(tzinfo=None, microsecond=0),
        programs=(
            ("python", platform.python_version()),
            ("allocator", __version__),
            ("ortools", outcome.solver),
            ("openpyxl", openpyxl.__version__),
        ),
    )


def session_name(name: str, session: int, language: str) -> str:
    """What a group, or a column, of a session is called beside those of the others."""
    if session == 1:
        return name
    return word(language, "words.session_group", session=session, group=name)


def session_names(groups: Sequence[Group], sessions: int, language: str) -> list[str]:
    """What the groups of all sessions are called side by side, session by session."""
    numbers = range(1, sessions + 1)
    return [session_name(each.name, number, language) for number in numbers for each in groups]


def group_titles(groups: Sequence[Group], language: str, sessions: int = 1) -> tuple[str, ...]:
    """The names of the groups' sheets: legal in Excel, and different from every other sheet.

    With several sessions each group has a sheet for each, session by session.
    """
    taken = {title.casefold() for title in catalogue(language)["sheets"].values()}
    taken.update(_RESERVED_TITLES)
    titles = []
    for name in session_names(groups, sessions, language):
        wanted = _NOT_IN_TITLES.sub("-", name).strip("' ") or "-"
        title, number = wanted[:_LONGEST_TITLE], 1
        while title.casefold() in taken:
            number += 1
            mark = f" ({number})"
            title = wanted[: _LONGEST_TITLE - len(mark)] + mark
        taken.add(title.casefold())
        titles.append(title)
    return tuple(titles)
