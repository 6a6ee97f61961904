"""Rosters and their second version, searched and not typed in."""

from dataclasses import replace
from pathlib import Path

from outcomes import STAMP, a_head_count_list, an_outcome
from rebalancing.renewals import HEADS, people_of
from rebalancing.versions import people, person

from allocator.allocation import Outcome
from allocator.changes import Changes
from allocator.rosters import read_rosters, write_rosters
from allocator.settings import Settings
from allocator.solve import Choice, rebalance_plan
from allocator.succession.successor import next_plan, next_workshop
from allocator.workshop import Workshop

#: Small delegations that withdraw: they sit in one group, and it takes moves to make that good.
GONE = ("Kenya", "Fiji", "Malta", "Chile")


def named(*gone: str) -> Workshop:
    """The usual list with names, without some delegations."""
    return people(*(person(each[0], f"{each[1]} {each[2]}") for each in people_of(HEADS)
                    if each[0] not in gone))  # fmt: skip


def counted(*gone: str, language: str = "en") -> Workshop:
    """The usual list of head-counts, without some delegations."""
    return a_head_count_list(
        {name: number for name, number in HEADS.items() if name not in gone}, language=language
    )


def following(folder: Path, old: Outcome, new: Workshop, choice: Choice) -> Outcome:
    """The second version of some rosters that were written and read."""
    path = folder / "first.xlsx"
    write_rosters(old, path, stamp=STAMP)
    before = read_rosters(path)
    workshop = next_workshop(before, new, Settings())
    return rebalance_plan(before, workshop, next_plan(workshop), choice)


def renewed_evenly(folder: Path) -> Outcome:
    """Four small delegations of Group 1 withdrew, Ghana sends two more: 10 and 14, made even."""
    new = counted(*GONE)
    more = [replace(each, head_count=6) if each.iso3 == "GHA" else each for each in new.delegations]
    changed = replace(new, delegations=tuple(more))
    return following(folder, an_outcome(counted()), changed, Choice(tolerance=0))


def changes_of(outcome: Outcome) -> Changes:
    """The changes, which a second version has."""
    assert outcome.changes is not None
    return outcome.changes
