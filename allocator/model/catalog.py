"""The only list of rules and goals: the program, its help and its documentation all read it."""

from allocator.model.goals.column import ColumnDelegates
from allocator.model.goals.label import LabelDelegates, LabelDelegations
from allocator.model.goals.seating import Seating
from allocator.model.goals.size import Size
from allocator.model.goals.small import Small
from allocator.model.rules.capacity import Capacity
from allocator.model.rules.heard_everywhere import HeardEverywhere
from allocator.model.rules.one_group import OneGroup
from allocator.model.unit import Goal, Rule
from allocator.workshop import Workshop

#: Every hard rule; each finds out for itself whom it concerns.
RULES: tuple[Rule, ...] = (HeardEverywhere(), OneGroup(), Capacity())

#: The goals of every list, the most important first.
GOALS: tuple[Goal, ...] = (
    Size(),
    Small(),
    LabelDelegations("region"),
    LabelDelegates("region"),
)

#: The goal that a re-balance adds behind ``small``: people who had seats may keep them.
SEATING: Goal = Seating()

#: The goals that a list with categories adds.
CATEGORY_GOALS: tuple[Goal, ...] = (LabelDelegations("category"), LabelDelegates("category"))


def goals_for(
    workshop: Workshop, balance: tuple[str, ...], *, seating: bool = False
) -> tuple[Goal, ...]:
    """The goals of a workshop in their usual order, with one per balanced column at the end.

    A re-balance has the goal ``seating`` too.
    """
    first = (*GOALS[:2], SEATING, *GOALS[2:]) if seating else GOALS
    categories = CATEGORY_GOALS if workshop.has_categories else ()
    return (*first, *categories, *(ColumnDelegates(column) for column in balance))


def goals_named(
    names: tuple[str, ...], workshop: Workshop, balance: tuple[str, ...]
) -> tuple[Goal, ...]:
    """The goals with these names, in this order.

    Raises:
        KeyError: when the workshop has no goal of a name.
    """
    known = {goal.name: goal for goal in goals_for(workshop, balance, seating=True)}
    return tuple(known[name] for name in names)
