"""The step *Changes*: what more moves would give, and who must be told what."""

from collections.abc import Iterable, Sequence
from typing import Any

from allocator.allocation import Outcome
from allocator.changes import Changes
from allocator.explain import change_rows, frontier_rows, goal_title, told_lines
from allocator.explain.changes import ChangeRow
from allocator.pairing.addition import OF_ONE_VERSION
from allocator.text import joined, say
from allocator.web.group_names import group_told
from allocator.web.revision import Content
from allocator.web.views.findings import finding_views

#: Kinds of changes.
KINDS = ("moved", "new", "left")
#: Codes of notices about the step from one list to the next.
_OF_THE_STEP = OF_ONE_VERSION | {"N-RULE"}


def changes_view(content: Content, language: str = "en") -> dict[str, Any] | None:
    """What a re-balance changed, ``null`` where the rosters are a first version.

    Keys: ``lines``: how many must be told, as sentences; ``previous``: version they had;
    ``frontier`` (``moves``, ``sizes``, ``spread`` of the sizes, ``goals``: values in the order of
    ``goals``, ``chosen``, ``proven``, ``remark``); ``goals`` (``name``, ``title``); ``moved``,
    ``new`` and ``left`` (``delegation``, ``name``, ``people``, ``from``, ``to``); ``letters``: for
    each delegation of which somebody moved a ``text`` to send; ``notices``: how the new list fits.
    """
    outcome = content.outcome
    if outcome is None or outcome.changes is None:
        return None
    rows = change_rows(outcome.changes)
    return {
        "previous": outcome.changes.previous,
        "lines": list(told_lines(outcome.changes, language)),
        "goals": [
            {"name": score.name, "title": goal_title(score.name, language)}
            for score in outcome.goals
        ],
        "frontier": _frontier(outcome, language),
        **rows_by_kind(outcome.changes),
        "letters": _letters(outcome, rows),
        "notices": finding_views(
            each for each in outcome.workshop.notices if each.code in _OF_THE_STEP
        ),
    }


def rows_by_kind(changes: Changes) -> dict[str, list[dict[str, Any]]]:
    """Who moved, is new or left: kind -> ``delegation``, ``name``, ``people``, ``from``, ``to``."""
    rows = change_rows(changes)
    return {kind: [_row(row) for row in rows if row.kind == kind] for kind in KINDS}


def _frontier(outcome: Outcome, language: str) -> list[dict[str, Any]]:
    names = [score.name for score in outcome.goals]
    sizes = [point.sizes for point in outcome.frontier]
    return [
        {
            "moves": row.moves,
            "sizes": row.sizes,
            "spread": max(people) - min(people),
            "goals": [row.goals.get(name) for name in names],
            "chosen": row.chosen,
            "proven": row.proven,
            "remark": row.remark,
        }
        for row, people in zip(frontier_rows(outcome, language), sizes, strict=True)
    ]


def _row(row: ChangeRow) -> dict[str, Any]:
    return {
        "delegation": row.delegation,
        "name": row.name,
        "people": row.people,
        "from": group_told(row.origin),
        "to": group_told(row.target),
    }


def _letters(outcome: Outcome, rows: Iterable[ChangeRow]) -> list[dict[str, str]]:
    """A text per delegation of which somebody has another group now: ``delegation``, ``text``."""
    sizes = {each.name: each.head_count for each in outcome.workshop.delegations}
    moved: dict[str, list[ChangeRow]] = {}
    for row in rows:
        if row.kind == "moved":
            moved.setdefault(row.delegation, []).append(row)
    return [
        {"delegation": delegation, "text": _letter(outcome, delegation, those, sizes[delegation])}
        for delegation, those in moved.items()
    ]


def _letter(outcome: Outcome, delegation: str, moved: Sequence[ChangeRow], people: int) -> str:
    """What is written to a delegation of so many people: who sits where now, and when that is."""
    settings = outcome.workshop.settings
    rooms = {group.name: group.room for group in outcome.plan.groups}
    others = people > sum(row.people for row in moved)
    when = ", ".join(part for part in (settings.date, settings.time) if part)
    meeting = ": ".join(part for part in (settings.meeting, settings.theme) if part)
    why = say("The groups of the workshop have changed after late registrations and withdrawals.")
    lines = [
        say("To the delegation of {delegation}", delegation=delegation),
        "",
        joined("", [why, f" ({meeting})"]) if meeting else why,
        *(_sentence(row, rooms.get(row.target, "")) for row in moved),
        say("Time: {time}.", time=when) if when else "",
        say("Everybody else of your delegation stays where they are.") if others else "",
    ]
    return joined("\n", [line for number, line in enumerate(lines) if line or number == 1])


def _sentence(row: ChangeRow, room: str) -> str:
    group = group_told(row.target)
    there = joined("", [group, f" ({room})"]) if room else group
    before = group_told(row.origin)
    if row.name:
        return say(
            "{name} now meets in {there} instead of {before}.",
            name=row.name,
            there=there,
            before=before,
        )
    if row.people == 1:
        return say(
            "1 person of your delegation now meets in {there} instead of {before}.",
            there=there,
            before=before,
        )
    return say(
        "{people} people of your delegation now meet in {there} instead of {before}.",
        people=row.people,
        there=there,
        before=before,
    )
