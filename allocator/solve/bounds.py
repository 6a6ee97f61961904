"""What arithmetic refuses before any search."""

from allocator.errors import NoAllocation
from allocator.plan import Plan
from allocator.workshop import Workshop


def require_room(workshop: Workshop, plan: Plan) -> None:
    """Refuse a plan whose rooms are too small for everybody, or for one delegation.

    Raises:
        NoAllocation: with the numbers, and what to change.
    """
    capacities = [group.capacity for group in plan.groups if group.capacity is not None]
    if len(capacities) < plan.k:
        return
    _require_seats(workshop.head_count, capacities)
    for delegation in workshop.delegations:
        people, name = delegation.head_count, delegation.name
        roomiest = max(capacities)
        if people > roomiest and plan.sits_whole(delegation):
            message = (
                f"{name} has {people} people and is to sit in one group, but the largest "
                f"capacity is {roomiest}. Raise a capacity to {people}, or write spread into the "
                f"Seating column of {name}."
            )
            raise NoAllocation(message)


def _require_seats(people: int, capacities: list[int]) -> None:
    if sum(capacities) < people:
        shown = " + ".join(map(str, capacities))
        message = (
            f"the groups seat {shown} = {sum(capacities)} people and the list has {people}. "
            f"Raise the capacities by {people - sum(capacities)} in all, or add a group."
        )
        raise NoAllocation(message)
