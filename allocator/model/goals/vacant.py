"""Offices that nobody holds."""

from allocator.model.census import Census
from allocator.model.counts import Form, added
from allocator.model.parts import Excess, Part
from allocator.model.seats import Seats
from allocator.offices import Office
from allocator.plan import Plan
from allocator.text import say


class VacantOffices:
    """Offices that the list has candidates for, less those that are held.

    An office held by somebody from outside does not count. Source: docs/method.md, goals.
    """

    name = "officers"
    unit = "offices"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return say("Every group has a chair and a rapporteur: offices that nobody holds.")

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:
        """All offices, less those that are held."""
        officers = seats.officers
        held = added(
            [officers.filled(*slot, region) for slot in plan.slots for region in officers.regions]
        )
        vacant = Form(len(plan.slots)) + held.times(-1)
        return (Excess((), 0, vacant, len(plan.slots) - most_held(seats, plan)),)

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        return sum(not census.officer(*slot) for slot in plan.slots)


def most_held(seats: Seats, plan: Plan) -> int:
    """The most offices that can be held, whoever sits where: one candidate holds one of them."""
    officers = seats.officers
    people = dict.fromkeys(Office, 0)
    everybody = 0
    able = [({office for office, _ in each.options}, 1) for each in officers.holders
            if not _is_appointed(each.options, plan)]  # fmt: skip
    able += [(set(map(Office, own)), number) for (_, own), number in officers.counted.items()]
    for offices, number in able:
        everybody += number
        for office in offices:
            people[office] += number
    free = [office for office, group in plan.slots if (office, group) not in plan.appointed]
    each = sum(min(number, free.count(office)) for office, number in people.items())
    return len(plan.appointed) + min(each, everybody)


def _is_appointed(options: tuple[tuple[Office, int], ...], plan: Plan) -> bool:
    return len(options) == 1 and options[0] in plan.appointed
