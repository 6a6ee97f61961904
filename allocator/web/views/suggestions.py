"""Suggestions on the board: a few moves after which the balance is better."""

from collections.abc import Iterable
from typing import Any, Protocol

from allocator.allocation import Outcome
from allocator.changes import Move
from allocator.explain import goal_title
from allocator.text import joined, say
from allocator.web.group_names import group_told


class Suggested(Protocol):
    """Moves with what they give: goal -> value."""

    @property
    def moves(self) -> int:
        """How many people move."""

    @property
    def goals(self) -> Any:  # noqa: ANN401 - a mapping of goal -> value
        """What the goals would be."""

    @property
    def steps(self) -> tuple[Move, ...]:
        """Who moves where."""


def suggestions_view(
    outcome: Outcome, suggested: Iterable[Suggested], language: str = "en"
) -> list[dict[str, Any]]:
    """The suggestions in their order.

    Keys: ``index`` (to take it by), ``moves``, ``goals`` (name -> value), ``gains`` (``title``,
    ``now``, ``then``) for the goals that would differ, ``steps`` (``delegation``, ``delegate``,
    ``name``, ``people``, ``from``, ``to``) and ``sentence``.
    """
    now = {score.name: score.value for score in outcome.goals}
    return [
        {
            "index": index,
            "moves": each.moves,
            "goals": dict(each.goals),
            "gains": [
                {"title": goal_title(name, language), "now": now[name], "then": value}
                for name, value in each.goals.items()
                if name in now and now[name] != value
            ],
            "steps": [_step(step) for step in each.steps],
            "sentence": joined("", [joined("; ", [_sentence(step) for step in each.steps]), "."]),
        }
        for index, each in enumerate(suggested)
    ]


def _step(step: Move) -> dict[str, Any]:
    return {
        "delegation": step.delegation,
        "delegate": step.delegate,
        "name": step.name,
        "people": step.people,
        "from": group_told(step.origin),
        "to": group_told(step.target),
    }


def _sentence(step: Move) -> str:
    if step.name:
        who: str = f"{step.name} ({step.delegation})"
    elif step.people == 1:
        who = say("{delegation}, 1 person", delegation=step.delegation)
    else:
        who = say("{delegation}, {people} people", delegation=step.delegation, people=step.people)
    origin, target = group_told(step.origin), group_told(step.target)
    return say("{who}: {origin} to {target}", who=who, origin=origin, target=target)
