"""What is to be told of a new list before it takes the place of that of published rosters."""

from collections.abc import Iterator
from dataclasses import replace

from allocator.allocation import Outcome
from allocator.findings import Finding, Place
from allocator.remarks.headings import called
from allocator.remarks.wording import named, notice
from allocator.settings import Settings
from allocator.text import say
from allocator.workshop import Workshop

#: Columns that decide where people sit, and whose loss would otherwise go unnoticed.
_DECIDING = ("language", "role")


def about_list(before: Outcome, workshop: Workshop, *, late: bool) -> Iterator[Finding]:
    """An older list, columns that it lacks, its own settings, names where there were none."""
    place, source = Place(file=workshop.source.file), workshop.source
    made_with = lists_of(before)
    if not late and source.sha256 in made_with[:-1]:
        since = before.workshop.source.file.split("; ")[made_with.index(source.sha256) + 1 :]
        message = say(
            "the rosters were made with this list and with {lists}, which came later. "
            "Whoever came with it leaves now. Give the newest list, or add only what is new.",
            lists=named(since),
        )
        yield notice("N-OLDER", place, message)
    elif source.saved and before.written > source.saved and source.sha256 not in made_with:
        message = say(
            "the list was saved on {saved}, and the rosters were written on {written}. Make sure "
            "that it is the newest list.",
            saved=_day(source.saved),
            written=_day(before.written),
        )
        yield notice("N-OLDER", place, message)
    if not late and (lost := list(_columns_lost(before.workshop, workshop))):
        message = say(
            "the rosters were made with {columns}, and no column of this list was read as such. "
            "Add it, or say which column it is: {option}.",
            columns=named([called(name) for name in lost]),
            option=" ".join(f"--column {name}=LETTER" for name in lost),
        )
        yield notice("N-LACKS", place, message)
    if workshop.settings != Settings():
        message = say(
            "what this list says of groups, rules and settings does not count: those of the "
            "rosters hold. "
            "Change them in the rosters' sheets Groups, Rules and Settings, or with --settings."
        )
        yield notice("N-SHEET", place, message)
    if workshop.names_delegates and not before.workshop.names_delegates:
        message = say(
            "the rosters give head-counts and the list has names: within a delegation, who takes "
            "which of its seats is drawn."
        )
        yield notice("N-NAMES", place, message)


def _day(stamp: str) -> str:
    return stamp.replace("T", " ").removesuffix("Z")


def seated_as_before(before: Workshop, now: Workshop) -> Workshop:
    """The new list, its delegations whole or spread as on the rosters where it says so of none.

    The export of a registration is new every morning, and seldom has a column for it.
    """
    own = {each.id: each.seating for each in before.delegations if each.seating}
    if any(each.seating for each in now.delegations):
        return now
    kept = tuple(replace(each, seating=own.get(each.id)) for each in now.delegations)
    names = [each.name for each in kept if each.seating]
    if not names:
        return now
    message = say(
        "this list does not say which delegations sit whole or spread; as on the rosters do: "
        "{number} ({names}).",
        number=len(names),
        names=named(names),
    )
    told = notice("N-LACKS", Place(file=now.source.file), message)
    return replace(now, delegations=kept, notices=(told, *now.notices))


def _columns_lost(before: Workshop, now: Workshop) -> Iterator[str]:
    """The columns that decide who sits where, of which the new list says nothing any more."""
    yield from (name for name in _DECIDING if name in before.columns and name not in now.columns)


def lists_of(before: Outcome) -> list[str]:
    """The SHA-256 of every list that the rosters were made with, the first one first."""
    return before.workshop.source.sha256.split("; ")
