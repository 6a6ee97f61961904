"""The cards of the board: one for each delegation in each group it sits in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from allocator.allocation import Outcome
from allocator.delegation import Delegation, DelegationId
from allocator.event_rules import Party
from allocator.explain import language_of, region_label
from allocator.rosters.collation import sort_key
from allocator.web.revision import PINNED, Content
from allocator.web.views.marks import Mark, marks_of


def cards_of(
    content: Content, outcome: Outcome, language: str = "en"
) -> list[list[dict[str, Any]]]:
    """For each group its cards, in the alphabet of the meeting; regions in the reader's language.

    A card: ``id`` (unique on the page), ``delegation`` (its identity), ``name``, ``group`` (index),
    ``people`` here ``of`` all; ``region``, ``letter``, ``colour``; ``category``; ``small``,
    ``whole`` (sits in one group), ``carries`` (people who go when the card is dragged), ``pinned``,
    ``moved`` (people that were moved here by hand), ``told`` (people who are here since the
    re-balance and had another group); ``delegates`` (``id``, ``name``), empty where the list names
    nobody.
    """
    alphabet = language_of(outcome)
    numbers = {each.id: number for number, each in enumerate(outcome.workshop.delegations)}
    ordered = sorted(outcome.workshop.delegations, key=lambda each: sort_key(each.name, alphabet))
    dealer = _Dealer(
        content=content,
        outcome=outcome,
        language=language,
        marks=marks_of(sorted({each.region for each in ordered})),
        pinned=pinned_in(outcome),
        told=_told(outcome),
    )
    return [
        [
            dealer.card(each, group, numbers[each.id])
            for each in ordered
            if outcome.seats_of(each)[group]
        ]
        for group in range(outcome.plan.k)
    ]


def pinned_in(outcome: Outcome) -> frozenset[tuple[DelegationId, int]]:
    """Delegation and index of the group, for every pin of the plan."""
    return frozenset(
        (party.delegation, group)
        for rule in outcome.plan.rules
        if rule.row.note == PINNED
        for party in rule.who
        if isinstance(party, Party)
        for group in rule.groups
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dealer:
    """Makes the cards; ``told``: name of a delegation and of a group -> people moved there."""

    content: Content
    outcome: Outcome
    language: str
    marks: Mapping[str, Mark]
    pinned: frozenset[tuple[DelegationId, int]]
    told: Mapping[tuple[str, str], int]

    def card(self, delegation: Delegation, group: int, number: int) -> dict[str, Any]:
        """The card of a delegation in a group where it has people."""
        plan, mark = self.outcome.plan, self.marks[delegation.region]
        people = self.outcome.seats_of(delegation)[group]
        whole = plan.sits_whole(delegation)
        return {
            "id": f"card-{number}-{group}",
            "delegation": delegation.id,
            "name": delegation.name,
            "group": group,
            "people": people,
            "of": delegation.head_count,
            "region": region_label(delegation.region, self.language),
            "letter": mark.letter,
            "colour": mark.colour,
            "category": delegation.category,
            "small": plan.is_small(delegation),
            "whole": whole,
            "carries": people if whole else 1,
            "pinned": (delegation.id, group) in self.pinned,
            "moved": max(0, people - self._found(delegation, group)),
            "told": self.told.get((delegation.name, plan.groups[group].name), 0),
            "delegates": self._delegates(delegation, group),
        }

    def _delegates(self, delegation: Delegation, group: int) -> list[dict[str, str]]:
        """The people of a delegation in a group; nothing where nobody has a name."""
        if not any(each.name for each in delegation.delegates):
            return []
        places = self.outcome.allocation.places
        return [
            {"id": each.id, "name": each.name}
            for each in delegation.delegates
            if places[each.id] == group
        ]

    def _found(self, delegation: Delegation, group: int) -> int:
        """The people it had there in the roster that was searched for."""
        found = self.content.found or self.outcome
        seats = found.allocation.seats.get(delegation.id, ())
        here = self.outcome.seats_of(delegation)[group]
        return seats[group] if group < len(seats) else here


def _told(outcome: Outcome) -> dict[tuple[str, str], int]:
    told: dict[tuple[str, str], int] = {}
    for move in outcome.moves:
        key = (move.delegation, move.target)
        told[key] = told.get(key, 0) + move.people
    return told
