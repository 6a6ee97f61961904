"""The step *Board*: the groups with their cards, beside every goal and what became of it."""

from typing import Any

from allocator.allocation import Outcome
from allocator.by_hand import broken
from allocator.explain import (
    alternative_columns,
    alternative_rows,
    balance_rows,
    group_rows,
    headline,
    unit_word,
    why_taken,
)
from allocator.text import say
from allocator.web.group_names import group_told
from allocator.web.revision import Content
from allocator.web.views.cards import cards_of
from allocator.web.views.tables import label_tables


def board_view(content: Content, language: str = "en") -> dict[str, Any] | None:
    """The rosters on the board, ``null`` before there are any.

    Keys: ``headline``, ``status``, ``by_hand`` (whether somebody changed what was found),
    ``sessions``, ``meeting`` (``meeting``, ``theme``, ``date``, ``time``, ``venue``); ``groups``
    (``index``, ``name``, ``room``, ``chair``, ``rapporteur``, ``capacity``, ``delegates``,
    ``delegations``, ``small_delegations``, ``too_many`` people over the capacity, ``cards``);
    ``goals`` (``name``, ``title``, ``value``, ``unit``, ``best``: the best that was proven when the
    groups were searched for, ``found``: what that search reached, ``worse``, ``better``,
    ``proven``, ``sentence``), ``best_title`` what is to be said of ``best``; ``broken``: the rules
    that are not kept, as sentences; ``tables`` (``title``, ``what``, ``rows``); ``choice`` between
    numbers of groups, or ``null``.
    """
    outcome = content.outcome
    if outcome is None:
        return None
    by_hand = content.found is not None and outcome.allocation != content.found.allocation
    return {
        "headline": _by_hand(outcome) if by_hand else headline(outcome, language),
        "status": outcome.status,
        "by_hand": by_hand,
        "sessions": outcome.plan.sessions,
        "meeting": _meeting(outcome),
        "groups": _groups(content, outcome, language),
        "goals": _goals(content, outcome, language),
        "best_title": say("Best with these moves") if outcome.changes else say("Best possible"),
        "broken": list(broken(outcome, content.reference)),
        "tables": label_tables(outcome, language),
        "choice": _choice(content, language),
    }


def _by_hand(outcome: Outcome) -> str:
    """The sizes alone: that a search ended before a proof is not what happened here."""
    sizes = " / ".join(str(count.delegates) for count in outcome.counts())
    return say(
        "{groups} groups, changed by hand: {sizes} people", groups=outcome.plan.k, sizes=sizes
    )


def _meeting(outcome: Outcome) -> dict[str, str]:
    settings = outcome.workshop.settings
    keys = ("meeting", "theme", "date", "time", "venue")
    return {key: getattr(settings, key) or "" for key in keys}


def _groups(content: Content, outcome: Outcome, language: str) -> list[dict[str, Any]]:
    cards = cards_of(content, outcome, language)
    return [
        {
            "index": index,
            "name": group_told(row.name),
            "room": row.room,
            "chair": row.chair,
            "rapporteur": row.rapporteur,
            "capacity": row.capacity,
            "delegates": row.delegates,
            "delegations": row.delegations,
            "small_delegations": row.small_delegations,
            "too_many": max(0, row.delegates - row.capacity) if row.capacity else 0,
            "cards": cards[index],
        }
        for index, row in enumerate(group_rows(outcome))
    ]


def _goals(content: Content, outcome: Outcome, language: str) -> list[dict[str, Any]]:
    """Every goal beside what the search reached and what it proved."""
    best = {score.name: score for score in (content.found.scores if content.found else ())}
    rows = []
    for row in balance_rows(outcome, language):
        found = best.get(row.name)
        reached = found.value if found else row.value
        bound = found.bound if found else row.bound
        rows.append(
            {
                "name": row.name,
                "title": row.title,
                "value": row.value,
                "unit": row.unit,
                "best": bound,
                "best_unit": unit_word(_unit(outcome, row.name), bound, language),
                "found": reached,
                "worse": row.value > reached,
                "better": row.value < reached,
                "proven": row.value <= bound,
                "verdict": row.verdict,
                "sentence": row.sentence,
            }
        )
    return rows


def _unit(outcome: Outcome, name: str) -> str:
    return next(score.unit for score in outcome.scores if score.name == name)


def _choice(content: Content, language: str) -> dict[str, Any] | None:
    """The numbers of groups side by side: ``why``, ``columns``, ``rows``."""
    choice = content.choice
    if choice is None:
        return None
    return {
        "why": why_taken(choice, language),
        "columns": [
            {"number": each.number, "title": each.title, "taken": each.taken,
             "refusal": each.refusal}
            for each in alternative_columns(choice, language)
        ],
        "rows": [
            {"name": each.name, "title": each.title, "cells": list(each.cells)}
            for each in alternative_rows(choice, language)
        ],
    }  # fmt: skip
