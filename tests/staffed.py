"""Workshops whose people hold offices, and the best officers by trying everybody everywhere."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from builders import a_plan
from ortools.sat.python import cp_model

from allocator.allocation import Allocation
from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.event_rules import Appointment, Party
from allocator.model.problem import Problem
from allocator.model.undeal import numbers_of
from allocator.offices import OFFICES, Office, sought_in
from allocator.plan import Plan
from allocator.workshop import Workshop

#: An office and the index of its group.
Slot = tuple[Office, int]
#: Somebody who may hold an office: identity, region, offices, whether one must be held.
Candidate = tuple[str, str, Sequence[str], bool]
#: How each role is written in lists.
SAID: dict[str, tuple[tuple[str, ...], bool]] = {
    "": ((), False),
    "chair": (("chair",), False),
    "rapporteur": (("rapporteur",), False),
    "chair/rapporteur": (("chair", "rapporteur"), False),
    "must chair": (("chair",), True),
    "chair or rapporteur!": (("chair", "rapporteur"), True),
}


def a_named_workshop(*delegations: tuple[str, Sequence[str]]) -> Workshop:
    """Delegations of named people, told by region and the role of each: ``("X", ["chair", ""])``.

    They are called D1, D2 ..., and their people D1-1, D1-2 ..., by name and registration.
    """
    return Workshop(
        delegations=tuple(
            Delegation(
                id=DelegationId(f"d{number}"),
                name=f"D{number}",
                head_count=len(roles),
                region=region,
                delegates=tuple(
                    Delegate(id=DelegateId(name), traits=_said(name, role))
                    for place, role in enumerate(roles, start=1)
                    for name in (f"D{number}-{place}",)
                ),
            )
            for number, (region, roles) in enumerate(delegations, start=1)
        )
    )


def _said(name: str, role: str) -> dict[str, str]:
    return {"name": name, "registration": name, **({"role": role} if role else {})}


def a_staffed_plan(
    workshop: Workshop, groups: int, named: Mapping[Slot, Party | None] | None = None
) -> Plan:
    """A plan that looks for the officers of a workshop; ``named`` are those of the sheet Groups."""
    sought = sought_in(workshop.delegations)
    goals = ("officers", "size", "officers.regions") if sought else ("size",)
    bare = a_plan(groups, goals=goals)
    appointments = tuple(
        Appointment(office=office, group=group, party=party)
        for (office, group), party in (named or {}).items()
    )
    return Plan(
        groups=bare.groups,
        goals=bare.goals,
        small=bare.small,
        sought=sought,
        appointments=appointments,
    )


def with_officers(
    seats: Mapping[str, tuple[int, ...]],
    places: Mapping[str, int] | None = None,
    *,
    chair: Sequence[str] = (),
    rapporteur: Sequence[str] = (),
) -> Allocation:
    """An allocation by delegation, with the holders of each office in the order of the groups."""
    k = len(next(iter(seats.values())))
    nobody = ("",) * k
    return Allocation(
        seats={DelegationId(key): row for key, row in seats.items()},
        places={DelegateId(key): place for key, place in (places or {}).items()},
        officers={
            "chair": tuple(chair) or nobody,
            "rapporteur": tuple(rapporteur) or nobody,
        },
    )


def is_possible(workshop: Workshop, plan: Plan, allocation: Allocation) -> bool:
    """Whether the model has a solution with exactly these seats and officers."""
    problem = Problem(workshop, plan)
    try:
        numbers = numbers_of(problem, allocation)
    except KeyError:
        return False
    model = problem.model()
    for variable, number in zip(model.variables, numbers, strict=True):
        model.cp.add(variable == number)
    return cp_model.CpSolver().solve(model.cp) == cp_model.OPTIMAL


def best_by_hand(workshop: Workshop, k: int) -> tuple[int, int] | None:
    """The fewest vacant offices, and then the best of the regions; ``None`` when it cannot be."""
    sought = sorted({office for *_, offices, _ in _everybody(workshop) for office in offices})
    slots = [(office, group) for office in sought for group in range(k)]
    best = None
    for here in _placements(workshop, k):
        for held in _ways(slots, here, set()):
            if any(must and identity not in held.values() for identity, _, _, must in _all(here)):
                continue
            regions = {each[0]: each[1] for each in _all(here)}
            value = (len(slots) - len(held), _missing_regions(slots, held, regions, k))
            best = value if best is None else min(best, value)
    return best


def _missing_regions(
    slots: Sequence[tuple[str, int]],
    held: Mapping[tuple[str, int], str],
    regions: Mapping[str, str],
    k: int,
) -> int:
    tables = [{regions[who] for (_, at), who in held.items() if at == group} for group in range(k)]
    return 2 * len(slots) - sum(map(len, tables)) - len(set().union(*tables))


def _everybody(workshop: Workshop) -> Iterator[Candidate]:
    for each in workshop.delegations:
        for delegate in each.delegates:
            yield (delegate.id, each.region, *SAID[delegate.traits.get("role", "")])
        if not each.delegates:
            yield (each.id, each.region, *SAID[each.traits.get("role", "")])


def _all(here: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    return list({candidate[0]: candidate for group in here for candidate in group}.values())


def _placements(workshop: Workshop, k: int) -> Iterator[list[list[Candidate]]]:
    """Whoever may hold an office, by group, for every way to seat the workshop by its rules."""
    known = {each[0]: each for each in _everybody(workshop)}
    for seating in product(*(_seatings(each, k) for each in workshop.delegations)):
        here: list[list[Candidate]] = [[] for _ in range(k)]
        for delegation, places in zip(workshop.delegations, seating, strict=True):
            people = [each.id for each in delegation.delegates]
            for person, group in enumerate(places):
                identity = people[person] if people else delegation.id
                if known[identity] not in here[group]:
                    here[group].append(known[identity])
        yield here


def _seatings(delegation: Delegation, k: int) -> list[tuple[int, ...]]:
    """The group of each person, in every way that the seating rule allows."""
    found = []
    for places in product(range(k), repeat=delegation.head_count):
        counts = [places.count(group) for group in range(k)]
        together = delegation.head_count < k
        if max(counts) == len(places) if together else max(counts) - min(counts) <= 1:
            found.append(places)
    return found


def _ways(
    slots: Sequence[tuple[str, int]], here: Sequence[Sequence[Candidate]], used: set[str]
) -> Iterator[dict[tuple[str, int], str]]:
    """Every way to fill offices with different candidates, some of them with nobody."""
    if not slots:
        yield {}
        return
    (office, group), *others = slots
    yield from _ways(others, here, used)
    for identity, _, offices, _ in here[group]:
        if office in offices and identity not in used:
            for rest in _ways(others, here, used | {identity}):
                yield {(office, group): identity, **rest}


#: Every office, as tests name them.
CHAIR, RAPPORTEUR = OFFICES
