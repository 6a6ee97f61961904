"""Officers from different regions."""

from collections.abc import Iterable, Sequence

from allocator.model.census import Census
from allocator.model.counts import Form, added
from allocator.model.goals.vacant import most_held
from allocator.model.parts import Excess, Part
from allocator.model.seats import Seats
from allocator.offices import Office
from allocator.plan import Plan
from allocator.text import say


class OfficerRegions:
    """Sum over groups of (offices - regions that hold one), and the same over all groups together.

    Of the offices that somebody of the list may hold; vacant ones bring no region, so that leaving
    one vacant never helps. Source: docs/method.md, goals.
    """

    name = "officers.regions"
    unit = "offices"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return say(
            "Chair and rapporteur of a group are from different regions, and all officers from as "
            "many as possible: offices less regions, in each group and over all groups."
        )

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:
        """The groups together, then all offices."""
        officers, most = seats.officers, most_held(seats, plan)
        tables = [[slot for slot in plan.slots if slot[1] == group] for group in range(plan.k)]
        regions = len(officers.regions)
        at_tables = min(most, sum(min(len(table), regions) for table in tables))
        slots = len(plan.slots)
        return (
            _further(seats, [table for table in tables if table], slots - at_tables),
            _further(seats, [plan.slots], slots - min(most, regions)),
        )

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        homes = {
            str(identity): delegation.region
            for row in census.rows
            for delegation in row.members
            for identity in (delegation.id, *(each.id for each in delegation.delegates))
        }
        held = {slot: homes.get(census.officer(*slot)) for slot in plan.slots}
        tables = [
            {region for (_, at), region in held.items() if at == group} for group in range(plan.k)
        ]
        brought = sum(len(table - {None}) for table in [*tables, set(held.values())])
        return 2 * len(plan.slots) - brought


def _further(seats: Seats, tables: Iterable[Sequence[tuple[Office, int]]], least: int) -> Excess:
    """Offices that bring no further region to their table.

    ``offices - sum over regions of min(1, holders)``, which is what is vacant and, for each region,
    ``max(0, holders - 1)``.
    """
    officers = seats.officers
    vacant, beyond, highest = Form(), list[Form](), 1
    for slots in tables:
        holders = [
            added([officers.filled(*slot, region) for slot in slots]) for region in officers.regions
        ]
        vacant += Form(len(slots)) + added(holders).times(-1)
        beyond += [form + Form(-1) for form in holders if len(form.terms) > 1]
        highest = max(highest, len(slots) - 1)
    return Excess((tuple(beyond),), highest, vacant, least)
