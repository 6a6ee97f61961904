"""Workshops and plans for tests, told in one line."""

from collections.abc import Sequence

from witness import GOALS, Row

from allocator.delegation import Delegation, DelegationId
from allocator.plan import Plan
from allocator.settings import Group, Seating, SmallSeating
from allocator.workshop import Workshop


def a_delegation(  # noqa: PLR0913 - one keyword per field of the delegation
    name: str = "Ghana",
    delegates: int = 4,
    *,
    region: str = "Africa",
    category: str = "",
    seating: str = "",
    role: str = "",
) -> Delegation:
    """A delegation known by its head-count; its identity is its name."""
    return Delegation(
        id=DelegationId(name.casefold()),
        name=name,
        head_count=delegates,
        region=region,
        category=category,
        seating=Seating(seating) if seating else None,
        traits={"role": role} if role else {},
    )


def a_workshop(
    *heads: int,
    regions: Sequence[str] = "",
    categories: Sequence[str] = "",
    seatings: Sequence[str] = "",
    roles: Sequence[str] = "",
) -> Workshop:
    """One delegation per head-count (people), named D001, D002 ...

    ``regions``, ``categories``, ``seatings`` and ``roles`` go with the heads in order and repeat
    when shorter: ``a_workshop(5, 1, 1, regions="XY")``. Without regions all are in one.
    """
    return Workshop(
        delegations=tuple(
            a_delegation(
                f"D{number + 1:03}",
                people,
                region=_nth(regions or ["Africa"], number),
                category=_nth(categories, number),
                seating=_nth(seatings, number),
                role=_nth(roles, number),
            )
            for number, people in enumerate(heads)
        )
    )


def a_plan(  # noqa: PLR0913 - one keyword per field of the plan
    groups: int = 3,
    *,
    capacities: Sequence[int | None] = (),
    seating: str = "spread",
    small: int = 0,
    small_seating: str = "together",
    goals: Sequence[str] = GOALS[:4],
    seed: int = 1,
) -> Plan:
    """A plan for Group 1, Group 2 ...; ``small`` 0 means fewer people than groups."""
    return Plan(
        groups=groups_of(capacities or [None] * groups),
        goals=tuple(goals),
        small=small or groups - 1,
        seating=Seating(seating),
        small_seating=SmallSeating(small_seating),
        seed=seed,
    )


def groups_of(capacities: Sequence[int | None]) -> tuple[Group, ...]:
    """One group per capacity (people, ``None`` for no limit), named Group 1, Group 2 ..."""
    return tuple(
        Group(name=f"Group {number}", capacity=capacity)
        for number, capacity in enumerate(capacities, start=1)
    )


def rows_of(workshop: Workshop) -> list[Row]:
    """The workshop as the witness reads it."""
    return [
        Row(
            delegation=each.name,
            delegates=each.head_count,
            region=each.region,
            category=each.category,
            seating=each.seating or "",
        )
        for each in workshop.delegations
    ]


def _nth(texts: Sequence[str], number: int) -> str:
    return texts[number % len(texts)] if texts else ""
