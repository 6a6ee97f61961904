"""What the package makes of a session, in the terms of the witness."""

from collections.abc import Iterable
from dataclasses import replace

from builders import groups_of, rows_of
from witness import Session, measure

import allocator
from allocator.allocation import Outcome
from allocator.delegation import DelegationId
from allocator.settings import Seating, SmallSeating
from allocator.workshop import Workshop


def allocated(workshop: Workshop, session: Session, *, seed: int = 1) -> Outcome:
    """What the package makes of the session that the witness is asked about."""
    return allocator.allocate(
        workshop,
        groups=groups_of(session.capacities or [None] * session.k),
        seating=Seating(session.seating),
        small=session.small or session.k - 1,
        small_seating=SmallSeating(session.small_seating),
        seed=seed,
    )


def values(outcome: Outcome) -> dict[str, int]:
    """Goal -> value, as the outcome reports it."""
    return {score.name: score.value for score in outcome.goals}


def records(outcome: Outcome) -> list[dict[str, object]]:
    """The assignments of an outcome as the JSON has them."""
    names = [group.name for group in outcome.plan.groups]
    return [
        {"delegation": each.name, "group": name, "delegates": people}
        for each in outcome.workshop.delegations
        for name, people in zip(names, outcome.seats_of(each), strict=True)
        if people
    ]


def recounted(outcome: Outcome, session: Session) -> tuple[dict[str, int], list[str]]:
    """Goal -> value and the broken rules, as the witness counts them."""
    names = [group.name for group in outcome.plan.groups]
    return measure(rows_of(outcome.workshop), session, names, records(outcome))


def renamed(workshop: Workshop, names: Iterable[str]) -> Workshop:
    """The same delegations under other names and identities."""
    return Workshop(
        delegations=tuple(
            replace(each, name=name, id=DelegationId(name.casefold()))
            for each, name in zip(workshop.delegations, names, strict=True)
        )
    )
